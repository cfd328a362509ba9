using Reporting.Etl.Answer;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>
/// A submission that is checked again, because reasons were given for one of its tables. Its other tables have their verdicts and keep
/// them: to write them once more would load them twice.
/// </summary>
static class CheckedAgain
{
    public static CheckedSubmission Of(CheckedSubmission one, OpenWarehouse warehouse, DateTime now)
    {
        if (one.Settled.Submission.Round == 0) return one;
        var settled = Standing.Of(warehouse, one.Settled.Submission).Tables.ToDictionary(table => table.Table.Number);
        if (settled.Count == 0) return one;
        var content = one.Answer with { Tables = [.. one.Answer.Tables.Select(table => settled.GetValueOrDefault(table.Table.Number, table))] };
        return new(one.Settled with
        {
            Tables = [.. one.Settled.Tables.Where(table => !settled.ContainsKey(table.Table.Number))],
            Answer = Verdicts.Notice(content, now),
        }, content);
    }
}

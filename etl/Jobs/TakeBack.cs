using System.Text.Json.Nodes;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>Takes back what was loaded: 撤回 by the sender, 作废 by the district.</summary>
public static class TakeBack
{
    /// <summary>Takes back every loaded table of a submission; values fall back to the last accepted sheet that states them.</summary>
    /// <returns>The tables taken back; none where nothing of it was loaded.</returns>
    public static IReadOnlyList<SubmissionTable> Run(OpenWarehouse warehouse, Submission submission, TableState to, string reason, string by, DateTime now)
    {
        List<SubmissionTable> loaded = [.. warehouse.Submissions.TablesOf(submission.SubmissionId).Where(table => table.State is TableState.loaded or TableState.superseded)];
        foreach (var table in loaded)
        {
            var word = Verdicts.Word(to);
            var notice = new Notice($"{to}:{table.TableId}", to.ToString(), table.District, table.OrgUnit, submission.SubmissionId,
                $"{word} {submission.Receipt} {submission.FileName}",
                new JsonObject { ["receipt"] = submission.Receipt, ["state"] = to.ToString(), ["reason"] = reason, ["by"] = by }.ToJsonString(), now);
            warehouse.Loading.TakeBack(table, to, reason, by, notice, now);
            Durable.Passed(DurableStep.load_committed);
        }
        return loaded;
    }
}

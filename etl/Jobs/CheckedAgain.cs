using Reporting.Etl.Answer;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>
/// A submission of which something is checked again. Its other tables have their verdicts and keep them: to write them once more would load
/// them twice.
/// </summary>
static class CheckedAgain
{
    public static CheckedSubmission Of(CheckedSubmission one, OpenWarehouse warehouse, DateTime now) =>
        one.Settled.Submission.Round == 0 ? one : Beside(one, Standing.Of(warehouse, one.Settled.Submission).Tables, now);

    /// <param name="settled">The tables that have their verdicts.</param>
    public static CheckedSubmission Beside(CheckedSubmission one, IReadOnlyList<AnsweredTable> settled, DateTime now)
    {
        if (settled.Count == 0) return one;
        // Numbers count what was found then: a reader or words that have changed since may find more, or less, before them.
        var there = settled.Select(table => table.Table.Number).ToHashSet();
        var known = Pairs([.. settled.Select(table => table.Table)], one.Settled.Tables.Select(table => table.Table)).Select(pair => pair.Other).ToHashSet();
        List<(SettledTable Given, AnsweredTable Told)> fresh = [.. one.Settled.Tables.Zip(one.Answer.Tables)
            .Where(pair => !known.Contains(pair.First.Table)).Select(pair => Numbered(pair.First, pair.Second, there))];
        var content = one.Answer with { Tables = [.. settled.Concat(fresh.Select(pair => pair.Told)).OrderBy(table => table.Table.Number)] };
        return new(one.Settled with { Tables = fresh.ConvertAll(pair => pair.Given), Answer = Verdicts.Notice(content, now) }, content);
    }

    /// <summary>For each table the one of another reading of its file that is the same: what stands where it stood, else the first that is left and about the same.</summary>
    public static IReadOnlyList<(SubmissionTable One, SubmissionTable? Other)> Pairs(IReadOnlyList<SubmissionTable> tables, IEnumerable<SubmissionTable> others)
    {
        var left = others.ToList();
        var placed = tables.Select(table => (One: table, Other: Taken(left, other => (other.Sheet, other.Range) == (table.Sheet, table.Range)))).ToList();
        return placed.ConvertAll(pair => pair.Other is not null ? pair : (pair.One, Taken(left, other => IsAboutTheSame(pair.One, other))));
    }

    static SubmissionTable? Taken(List<SubmissionTable> left, Predicate<SubmissionTable> isSame)
    {
        if (left.Find(isSame) is not { } found) return null;
        left.Remove(found);
        return found;
    }

    static bool IsAboutTheSame(SubmissionTable one, SubmissionTable other) =>
        one is { Form: not null, OrgUnit: not null, PeriodStart: not null } && (one.Form, one.OrgUnit, one.PeriodKind, one.PeriodStart) == (other.Form, other.OrgUnit, other.PeriodKind, other.PeriodStart);

    static (SettledTable, AnsweredTable) Numbered(SettledTable given, AnsweredTable told, HashSet<int> there)
    {
        var table = given.Table with { Number = there.Contains(given.Table.Number) ? there.Max() + 1 : given.Table.Number };
        there.Add(table.Number);
        return (given with { Table = table }, told with { Table = table });
    }
}

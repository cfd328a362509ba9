using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>A due and what has come of it.</summary>
/// <param name="State">In the words of <c>review status</c>.</param>
/// <param name="Sheet">The sheet that stands returned or unclear; null where none does.</param>
public sealed record OwedSheet(SubmissionDue Due, string State, LeftSheet? Sheet)
{
    // What waits for its reason or its review has come; whoever must act on it has been told by its verdict.
    static readonly HashSet<string> Open = ["missing", "not_due", "partly", "returned", "unclear", "set_aside", "withdrawn", "voided"];

    /// <summary>It counts, waits for a reason or a review, or nothing occurred.</summary>
    public bool IsFulfilled => !Open.Contains(State);
}

/// <summary>The dues of a district that fall within some days, with what has come of each by a moment.</summary>
public static class OwedSheets
{
    // Long enough for a year's form that was returned before its due date.
    const int SheetDays = 400;

    public static IReadOnlyList<OwedSheet> Of(OpenWarehouse warehouse, string district, IReadOnlyList<SubmissionDue> dues, DateTime now)
    {
        if (dues.Count == 0 || warehouse.Marts.LastLoad() is not { } last) return [];
        var left = warehouse.Reminders.Left(district, now.AddDays(-SheetDays)).ToLookup(sheet => (sheet.OrgUnit, sheet.Form, sheet.PeriodStart));
        var states = dues.Select(due => due.PeriodStart).Distinct().SelectMany(start => warehouse.Marts.SubmissionStatus(district, start, start, last.LoadId, now))
            .DistinctBy(row => (row.OrgUnit, row.Form, row.PeriodStart)).ToDictionary(row => (row.OrgUnit, row.Form, row.PeriodStart), row => row.State);
        return [.. from due in dues
                   let state = states.GetValueOrDefault((due.OrgUnit, due.Form, due.PeriodStart), "missing")
                   select new OwedSheet(due, state, state is "returned" or "unclear" ? left[(due.OrgUnit, due.Form, due.PeriodStart)].LastOrDefault() : null)];
    }

    /// <summary>Sheets of a unit that nobody could place, so that they count for no due: their sender must answer first.</summary>
    public static IReadOnlyList<LeftSheet> Unplaced(OpenWarehouse warehouse, string district, DateTime since) =>
        [.. warehouse.Reminders.Left(district, since).Where(sheet => sheet is { State: TableState.unclear, OrgUnit: not null } && (sheet.Form is null || sheet.PeriodStart is null))];

    /// <summary>Who answers for a unit's dues on a day: itself, or who went on with it where it is no more.</summary>
    public static string Addressee(Catalog catalog, string unit, DateOnly day)
    {
        var seen = new HashSet<string>();
        while (seen.Add(unit) && catalog.OrgUnit(unit, day) is null && catalog.OrgUnit(unit)?.Successors is [var next, ..]) unit = next.Code;
        return unit;
    }
}

namespace Reporting.Warehouse.Reference;

/// <summary>How many persons sign an edition before it is issued; auto: none, it is issued as it falls due.</summary>
public enum SignOff { auto, one, two }

/// <summary>What an edition is held against before it is issued.</summary>
public enum CheckPoint
{
    /// <summary>Sheets of the period that wait for their review.</summary>
    unreviewed_sheets,

    /// <summary>Files that were received and not yet settled.</summary>
    running_loads,

    /// <summary>Red lights for which nobody answers.</summary>
    unacknowledged_reds,

    /// <summary>Figures that moved since the last edition without a reason.</summary>
    revisions_without_reason,

    /// <summary>Targets that are 待下达.</summary>
    awaiting_issue,

    /// <summary>Units of which nothing counts for the period.</summary>
    missing_units,
}

/// <summary>For how long a report waits until all is in.</summary>
/// <param name="MissingUnits">Working days after its due day on which it is made at the latest, with what is missing named.</param>
public sealed record AwaitedDays(int MissingUnits);

/// <summary>签发办法 of one report.</summary>
/// <param name="Id">The report's name.</param>
/// <param name="DueDays">Days after the period's end on which it falls due; null: it is issued by hand only.</param>
/// <param name="ReleaseHours">Hours after its issue for which only reviewers see it.</param>
/// <param name="Blocks">Points that keep it from being issued while one is open; the others only warn.</param>
public sealed record ReportPolicy(string Id, SignOff SignOff, int? DueDays, int? ReleaseHours, IReadOnlyList<CheckPoint> Blocks)
{
    /// <summary>Of a report for which nothing is written: a person issues it.</summary>
    public static ReportPolicy Of(Catalog catalog, string report) => catalog.ReportPolicies.FirstOrDefault(policy => policy.Id == report)
        ?? new(report, SignOff.one, null, null, [CheckPoint.unreviewed_sheets, CheckPoint.running_loads, CheckPoint.unacknowledged_reds, CheckPoint.revisions_without_reason]);

    /// <summary>Null: it does not wait for anybody.</summary>
    public AwaitedDays? Await { get; init; }

    /// <summary>The day from which on a period's edition is made though units are missing; null where it does not wait.</summary>
    public DateOnly? AwaitedUntil(Period period, WorkingDays days) => Await is { } awaited && DueDays is { } due ? days.After(period.End.AddDays(due), awaited.MissingUnits) : null;

    public int SignaturesAsked => (int)SignOff;

    /// <summary>The latest period of a kind that has fallen due by a day; null where it is issued by hand or runs over a plan.</summary>
    public Period? LastDue(PeriodKind kind, DateOnly day) =>
        DueDays is not { } days || kind is PeriodKind.plan ? null : Containing(kind, day.AddDays(1 - days)).Next(-1);

    static Period Containing(PeriodKind kind, DateOnly day) => kind switch
    {
        PeriodKind.month => Period.Month(day),
        PeriodKind.quarter => Period.Quarter(day.Year, (day.Month + 2) / 3),
        PeriodKind.half => Period.Half(day.Year, (day.Month + 5) / 6),
        _ => Period.Year(day.Year),
    };
}

using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Issuing;

/// <summary>One open point before an edition is issued.</summary>
/// <param name="Blocks">It is not issued while this is open; else it only warns.</param>
/// <param name="Names">What is open, as people call it; the first few are shown.</param>
public sealed record OpenPoint(CheckPoint Point, bool Blocks, IReadOnlyList<string> Names);

/// <summary>What an edition is held against before it is issued: its report's policy says what blocks.</summary>
public static class Checklist
{
    static readonly string[] NothingCounts = ["missing", "returned", "unclear", "awaiting_explanation", "awaiting_review", "withdrawn", "voided", "set_aside"];

    /// <returns>The open points only, blocking ones first.</returns>
    public static IReadOnlyList<OpenPoint> Of(ReportAsk ask, ReportPolicy policy, DateTime now) =>
    [
        .. new (CheckPoint Point, IEnumerable<string> Names)[]
        {
            (CheckPoint.unreviewed_sheets, Unreviewed(ask)), (CheckPoint.running_loads, Running(ask)), (CheckPoint.unacknowledged_reds, Reds(ask)),
            (CheckPoint.revisions_without_reason, Unreasoned(ask)), (CheckPoint.awaiting_issue, AwaitingIssue(ask)), (CheckPoint.missing_units, Missing(ask, now)),
        }
        .Select(each => new OpenPoint(each.Point, policy.Blocks.Contains(each.Point), [.. each.Names.Distinct()])).Where(point => point.Names.Count > 0)
        .OrderByDescending(point => point.Blocks),
    ];

    static string Name(ReportAsk ask, string? unit) => ask.Catalog.OrgUnit(unit ?? "")?.Name ?? unit ?? "未识别单位";

    static bool IsOf(ReportAsk ask, string? unit) => ask.Unit is null || unit == ask.Unit;

    // Of the whole year so far: a cumulative figure waits for each of its months.
    static IEnumerable<string> Unreviewed(ReportAsk ask) => ask.Warehouse.Reviews.Waiting(ask.District, TableState.awaiting_review)
        .Where(table => table.PeriodStart is { } start && start.Year >= ask.Period.Start.Year && start <= ask.Period.End && IsOf(ask, table.OrgUnit))
        .Select(table => $"{table.Receipt} {Name(ask, table.OrgUnit)}");

    static IEnumerable<string> Running(ReportAsk ask) => ask.Warehouse.Submissions.Unsettled()
        .Where(submission => submission.Receipt.StartsWith(ask.District, StringComparison.Ordinal)).Select(submission => $"{submission.Receipt} {submission.FileName}");

    static IEnumerable<string> Reds(ReportAsk ask) =>
        Alerts.Of(ask.Lights)
            .Where(alert => alert.Evaluation.OrgUnit == (ask.Unit ?? ask.District) && alert.Now.Light == LightColour.red && (alert.Acknowledged is null || alert.AcknowledgementEnded is not null))
            .Select(alert => alert.Evaluation.Name);

    static IEnumerable<string> Unreasoned(ReportAsk ask) => ask.Revised?.WithoutReason.Select(revision =>
        $"{Name(ask, revision.OrgUnit)}{ask.Catalog.Indicator(revision.Indicator, new(revision.Year, revision.Through, 1))?.Name ?? revision.Indicator}") ?? [];

    static IEnumerable<string> AwaitingIssue(ReportAsk ask) => ask.Warehouse.Marts.Targets(ask.District, ask.Period.End.Year, ask.AsOf.LoadId)
        .Where(target => target.State == TargetState.awaiting_issue && target.OrgUnit == (ask.Unit ?? ask.District))
        .Select(target => ask.Catalog.Plans.SelectMany(plan => plan.Commitments).FirstOrDefault(commitment => commitment.Id == target.Commitment)?.Name ?? target.Commitment);

    static IEnumerable<string> Missing(ReportAsk ask, DateTime now) =>
        ask.Warehouse.Marts.SubmissionStatus(ask.District, ask.Period.Start, ask.Period.End, ask.AsOf.LoadId, now)
            .Where(status => NothingCounts.Contains(status.State) && IsOf(ask, status.OrgUnit)).Select(status => Name(ask, status.OrgUnit));
}

using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>What people decide while a plan runs. Each decision is a load of its own, so that what was asked before it stays as it was.</summary>
public sealed class Decisions(DuckDbGateway gateway)
{
    /// <param name="decision">Its load is given here.</param>
    /// <param name="check">Asked when it is this act's turn to write; it throws to refuse (<see cref="Acts"/>).</param>
    public Load SetTarget(TargetDecision decision, DateTime now, Action? check = null) => Decide("target", now, "Schema/decisions/insert_target.sql", load => Row(decision, load), check);

    /// <summary>A statement about a task with what goes with it, in one load, which is given to all of them here.</summary>
    /// <param name="files">Kept in the archive before.</param>
    public Load ReportMilestone(MilestoneState state, DateTime now, TaskQuarter? quarter = null, IReadOnlyList<TaskEvidence>? files = null) => Decide("milestone", now, (transaction, load) =>
    {
        transaction.Execute("Schema/decisions/insert_milestone.sql", new
        {
            commitment = state.Commitment, state = state.State.ToString(), onDate = state.OnDate, evidence = state.Evidence, by = state.DecidedBy, reason = state.Reason, load,
        });
        if (quarter is not null) transaction.Execute("Schema/decisions/insert_task_quarter.sql",
            new { commitment = quarter.Commitment, start = quarter.QuarterStart, words = quarter.Words, by = quarter.ReportedBy, load });
        foreach (var file in files ?? []) transaction.Execute("Schema/decisions/insert_task_evidence.sql",
            new { commitment = file.Commitment, fileName = file.FileName, sha256 = file.Sha256, size = file.Size, by = file.ReportedBy, load });
    });

    /// <param name="check">Asked when it is this act's turn to write; it throws to refuse (<see cref="Acts"/>).</param>
    public Load JudgeTask(TaskVerdict verdict, DateTime now, Action? check = null) => Decide("task_verdict", now, "Schema/decisions/insert_task_verdict.sql", load => new
    {
        commitment = verdict.Commitment, verdict = verdict.Verdict.ToString(), onDate = verdict.JudgedOn, by = verdict.JudgedBy, reason = verdict.Reason, load,
    }, check);

    /// <summary>From this load on words mean something else, or (an empty target) are asked about again.</summary>
    public Load SetAlias(WordAlias alias, DateTime now) => Decide("alias", now, "Schema/decisions/insert_alias.sql", load => new
    {
        kind = alias.Kind.ToString(), district = alias.District, words = alias.Words, target = alias.Target, by = alias.DecidedBy, load,
    });

    /// <summary>The parts of a split and the act itself, in one load.</summary>
    /// <param name="parts">One per unit; their loads and that of <paramref name="split"/> are given here.</param>
    /// <param name="check">Asked when it is this act's turn to write; it throws to refuse (<see cref="Acts"/>).</param>
    public Load Split(TargetSplit split, IReadOnlyList<TargetDecision> parts, DateTime now, Action? check = null) => Decide("target_split", now, (transaction, load) =>
    {
        foreach (var part in parts) transaction.Execute("Schema/decisions/insert_target.sql", Row(part, load));
        transaction.Execute("Schema/decisions/insert_split.sql", new
        {
            commitment = split.Commitment, year = split.Year, method = split.Method.ToString(), districtTarget = split.DistrictTarget, partsSum = split.PartsSum,
            difference = split.Difference, parts = split.Units, document = split.Document, decidedOn = split.DecidedOn, by = split.DecidedBy, reason = split.Reason, load,
        });
    }, check);

    /// <param name="check">Asked when it is this act's turn to write; it throws to refuse (<see cref="Acts"/>).</param>
    public Load Issue(TargetIssue issue, DateTime now, Action? check = null) => Decide("target_issue", now, "Schema/decisions/insert_issue.sql", load => new
    {
        commitment = issue.Commitment, year = issue.Year, document = issue.Document, decidedOn = issue.DecidedOn, by = issue.DecidedBy, reason = issue.Reason, load,
    }, check);

    /// <summary>Twelve month-ends of one curve, in one load.</summary>
    public Load SetCurve(IReadOnlyList<CurvePoint> points, DateTime now) => Decide("target_curve", now, (transaction, load) =>
    {
        foreach (var point in points)
            transaction.Execute("Schema/decisions/insert_curve.sql", new
            {
                commitment = point.Commitment, orgUnit = point.OrgUnit, year = point.Year, month = point.Month, share = point.Share,
                method = point.Method.ToString(), by = point.DecidedBy, reason = point.Reason, load,
            });
    });

    static object Row(TargetDecision decision, long load) => new
    {
        commitment = decision.Commitment, orgUnit = decision.OrgUnit, fromYear = decision.FromYear, toYear = decision.ToYear, value = decision.Value,
        document = decision.Document, decidedOn = decision.DecidedOn, by = decision.DecidedBy, reason = decision.Reason, load,
    };

    Load Decide(string cause, DateTime now, string insert, Func<long, object> row, Action? check = null) =>
        Decide(cause, now, (transaction, load) => transaction.Execute(insert, row(load)), check);

    Load Decide(string cause, DateTime now, Action<WriteTransaction, long> write, Action? check = null) =>
        Acts.Write(gateway, cause, now, check, (transaction, load) => write(transaction, load.LoadId));
}

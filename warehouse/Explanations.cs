using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Warehouse;

/// <summary>Where a reason was given: beside the figure (备注), on a sheet of reasons (上报说明) or the list of a marked round, at the command line.</summary>
public enum ExplanationSource { remark, sheet, command }

/// <summary>上报说明: a reason given for warnings of one rule, kept beside the sheet it was given for.</summary>
/// <param name="Line">The line it speaks of, in the form's words; null for all. That blanks are 0 is said without a line of one submission, and with one of later periods.</param>
/// <param name="Found">Holds only while the sheet says this (<see cref="SaidIn"/>); null for a standing reason, which holds whatever the figure.</param>
/// <param name="PeriodFrom">Start of the first period it holds for; <paramref name="PeriodTo"/> is the last day on which one may start.</param>
/// <param name="KnownFromLoad">0 until it is written.</param>
public sealed record Explanation(
    string District, string OrgUnit, string Form, string Code, string? Line, string? Found, DateOnly PeriodFrom, DateOnly PeriodTo, string Words,
    ExplanationSource Source, long? SubmissionId, string GivenBy, DateTime GivenAt, long KnownFromLoad)
{
    /// <summary>Whether it explains this finding of a sheet of its unit.</summary>
    public bool Covers(Finding finding, string form, string unit, Period period) =>
        (Form, OrgUnit, Code) == (form, unit, finding.Code) && (Line is null || Line == finding.Place.Line) && (Found is null || Found == SaidIn(finding))
        && PeriodFrom <= period.Start && period.Start <= PeriodTo;

    /// <summary>
    /// What a sheet says that a reason is given for. A form's own condition holds two sides of one sheet together, so both belong to it; what
    /// else a figure is held against may change while the figure and its reason stand.
    /// </summary>
    public static string? SaidIn(Finding finding) => RuleTexts.Of(finding.Code) is null ? $"{finding.Found} / {finding.Expected}" : finding.Found;
}

/// <summary>A form's period locked (锁定), opened again until a day (开放), or, where no lock came before, its due date put off to that day (延期).</summary>
/// <param name="OrgUnit">Only for this unit; null for all.</param>
/// <param name="OpenUntil">Last day on which it is open; null where it is locked.</param>
public sealed record PeriodLock(
    string District, string Form, DateOnly PeriodStart, string? OrgUnit, DateOnly? OpenUntil, string Reason, string DecidedBy, DateTime DecidedAt, long KnownFromLoad)
{
    /// <summary>
    /// Whether a unit's sheet of a period comes after the lock. The decision that speaks of the unit last counts, and when its last day is over
    /// the lock before it stands again; where there was none, nothing is locked.
    /// </summary>
    /// <param name="locks">In the order decided.</param>
    public static bool IsLocked(IEnumerable<PeriodLock> locks, Form form, OrgUnit unit, Period period, DateOnly today)
    {
        var spoken = locks.Where(each => each.District == unit.District && each.SpeaksOf(form.Id, period.Start, unit.Code)).ToList();
        return spoken.Exists(each => each.OpenUntil is null) && (spoken[^1].OpenUntil is not { } until || until < today);
    }

    /// <param name="unit">Null: of no unit alone.</param>
    public bool SpeaksOf(string form, DateOnly periodStart, string? unit) => Form == form && PeriodStart == periodStart && (OrgUnit is null || OrgUnit == unit);
}

/// <summary>A request to void a submission; another person's carries it out. The latest speaks.</summary>
public sealed record VoidRequest(long SubmissionId, string Code, string Reason, string RequestedBy, DateTime RequestedAt)
{
    /// <summary>The code of a row that drops the request before it.</summary>
    public const string Dropped = "dropped";
}

/// <summary>A request to void that waits for a second person.</summary>
public sealed record OpenVoidRequest(string Receipt, string FileName, string Code, string Reason, string RequestedBy, DateTime RequestedAt);

/// <summary>A decision on one table: a verdict of the program, or of a person with the reason given.</summary>
/// <param name="Decision">A <see cref="TableState"/> by name, or <c>reread</c>: another reading took its place.</param>
public sealed record TableDecision(long TableId, int Number, string Decision, string? Reason, string DecidedBy, DateTime DecidedAt);

/// <summary>A table that waits for somebody: for an answer, a reason or a review.</summary>
public sealed record WaitingTable(
    string Receipt, string FileName, DateTime ReceivedAt, long TableId, int Number, TableState State, string? Form, string? District, string? OrgUnit,
    DateOnly? PeriodStart, int Warnings, int Unexplained, string? Codes);

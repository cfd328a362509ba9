using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Jobs;

/// <summary>What people have said of the sheets in a wave as known at a load: reasons that hold, periods that are locked.</summary>
sealed record KnownDecisions(ILookup<string, Explanation> Reasons, IReadOnlyList<PeriodLock> Locks)
{
    public static KnownDecisions None { get; } = new(Array.Empty<Explanation>().ToLookup(reason => reason.OrgUnit), []);

    public static KnownDecisions For(OpenWarehouse warehouse, IReadOnlyList<ReadSubmission> wave, long asOf)
    {
        var units = wave.SelectMany(submission => submission.Units).DistinctBy(unit => unit.Code).GroupBy(unit => unit.District).ToList();
        return units.Count == 0 ? None : new(
            units.SelectMany(district => warehouse.Reviews.Explanations(district.Key, district.Select(unit => unit.Code), asOf)).ToLookup(reason => reason.OrgUnit),
            [.. units.SelectMany(district => warehouse.Reviews.Locks(district.Key, asOf))]);
    }

    /// <summary>The findings of a table with the reasons given for them.</summary>
    public IReadOnlyList<Finding> Explain(IReadOnlyList<Finding> findings, MatchedTable table, Submission submission, IReadOnlyList<Reason> given) =>
        table is not { Form: { } form, Unit: { } unit, Period: { } period } ? findings
            : Explained.With(findings, form, unit, period, given, [.. Reasons[unit.Code].Where(reason => SpeaksOf(reason, submission))]);

    // Why a locked period is to be corrected is said of one request; the next has other figures and a reason of its own.
    static bool SpeaksOf(Explanation reason, Submission submission) =>
        reason.Code != RuleTexts.PeriodLocked.Code || reason.SubmissionId == submission.SubmissionId;

    public bool IsLocked(Form? form, OrgUnit? unit, Period? period, DateOnly today) =>
        form is not null && unit is not null && period is not null && PeriodLock.IsLocked(Locks, form, unit, period.Value, today);

    /// <summary>
    /// The reasons that came with a sheet: in it, on a sheet of reasons, and in the list of an earlier marked round; with a nil return the
    /// remark of who states it.
    /// </summary>
    public static IReadOnlyList<Reason> ReasonsIn(MatchedTable table, ReadFile file) => file.Nil is { } nil
        ? string.IsNullOrWhiteSpace(nil.Remark) ? [] : OfNil(table, new(nil.Remark, ExplanationSource.remark))
        : [.. MarkedWorkbook.Reasons(file).Select(given => new Reason(given.Words, ExplanationSource.sheet, Code: given.Code, Sheet: given.Sheet, Cell: given.Cell)), .. GivenReasons.Of(table, file.Sheets)];

    // Whoever states that nothing occurred speaks of every line at once.
    static IReadOnlyList<Reason> OfNil(MatchedTable table, Reason remark) =>
        [remark with { Code = RuleTexts.PeriodLocked.Code }, .. table.Cells.Select(cell => cell.Line.Number).Distinct().Select(line => remark with { Line = line })];

    /// <summary>The table with its blanks as noughts, where somebody has confirmed that they are.</summary>
    public MatchedTable ReadAsConfirmed(MatchedTable table, ReadFile file)
    {
        if (table is not { Form: { } form, Unit: { } unit, Period: { } period }) return table;
        var isConfirmed = Reasons[unit.Code].Any(reason => (reason.Form, reason.Code) == (form.Id, RuleTexts.BlanksAreZero.Code) && reason.PeriodFrom <= period.Start && period.Start <= reason.PeriodTo)
            || MarkedWorkbook.Reasons(file).Any(given => given.Code == RuleTexts.BlanksAreZero.Code && !EmptyPhrases.Are(given.Words));
        return isConfirmed ? Blanks.AsZero(table) : table;
    }
}

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
        var districts = units.Select(district => district.Key).Concat(wave.SelectMany(submission => submission.File.Rows ?? []).Select(row => row.District)).Distinct().ToList();
        var starts = wave.SelectMany(submission => submission.Tables).Select(table => table.Period?.Start).OfType<DateOnly>().DefaultIfEmpty().ToList();
        return districts.Count == 0 ? None : new(
            units.SelectMany(district => warehouse.Reviews.Explanations(district.Key, district.Select(unit => unit.Code), starts.Min(), starts.Max(), asOf)).ToLookup(reason => reason.OrgUnit),
            [.. districts.SelectMany(district => warehouse.Reviews.Locks(district, asOf))]);
    }

    /// <summary>The findings of a table with the reasons given for them.</summary>
    public IReadOnlyList<Finding> Explain(IReadOnlyList<Finding> findings, MatchedTable table, Submission submission, IReadOnlyList<Reason> given) =>
        table is not { Form: { } form, Unit: { } unit, Period: { } period } ? findings
            : Explained.With(findings, form, unit, period, given, [.. Reasons[unit.Code].Where(reason => SpeaksOf(reason, submission))]);

    // Why a locked period is to be corrected is said of one request; the next has other figures and a reason of its own.
    static bool SpeaksOf(Explanation reason, Submission submission) =>
        reason.Code != RuleTexts.PeriodLocked.Code || reason.SubmissionId == submission.SubmissionId;

    /// <summary>
    /// Whether a sheet comes after the lock. What was received in time stays so, however long its answer takes; what was not is in time once
    /// the period is open again.
    /// </summary>
    public bool IsLocked(MatchedTable table, DateTime received, DateOnly today) => table is { Form: { } form, Unit: { } unit, Period: { } period }
        && PeriodLock.IsLocked(Locks.Where(each => each.DecidedAt <= received), form, unit, period, ShanghaiTime.DateOf(received))
        && PeriodLock.IsLocked(Locks, form, unit, period, today);

    /// <summary>Whether its form's policy takes nothing after the lock.</summary>
    public static bool RefusesAfterLock(MatchedTable table, Catalog catalog) => table.Form is { } form && DeadlinePolicy.LateOf(catalog, form).After == AfterLock.refuse;

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
}

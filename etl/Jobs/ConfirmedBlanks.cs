using Reporting.Etl.Answer;
using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Jobs;

/// <summary>
/// 「12 格空白，是 0 吗？」, answered: the blanks of the lines that were asked about are read as 0, and will be in later periods. The answer is one
/// to this submission; what stands after it names the lines.
/// </summary>
/// <param name="Table">As it is to be judged.</param>
/// <param name="Confirmed">What the answer settles for later periods, line by line.</param>
sealed record ConfirmedBlanks(MatchedTable Table, IReadOnlyList<Explanation> Confirmed)
{
    static readonly DateOnly ForGood = new(9999, 12, 31);
    static readonly string Code = RuleTexts.BlanksAreZero.Code;

    public static ConfirmedBlanks In(MatchedTable table, ReadSubmission read, KnownDecisions decisions, Held held, Circumstances now, DateTime at)
    {
        if (table is not { Form: { } form, Unit: { } unit, Period: { } period } || read.File.Nil is not null) return new(table, []);
        var said = decisions.Reasons[unit.Code].Where(reason => (reason.Form, reason.Code) == (form.Id, Code)).ToList();
        var standing = said.Where(reason => reason.Line is not null && reason.PeriodFrom <= period.Start && period.Start <= reason.PeriodTo).Select(reason => reason.Line!).ToHashSet();
        var given = Given(table, read);
        var answer = said.LastOrDefault(reason => reason.Line is null && reason.SubmissionId == read.Submission.SubmissionId)
            ?? (given is not null && YesAnswer.Is(given.Words) ? InSheet(table, given, read.Submission, at) : null);
        List<string> asked = [.. Blanks.AskedLines(table, held, now).Where(line => !standing.Contains(line))];
        List<string> fresh = answer is null ? [] : asked.FindAll(line => IsNamed(line, answer, given));
        var judged = Blanks.AsZero(table, held, now, standing.Union(fresh).ToHashSet());
        if (answer is null && given is not null && asked.Count > 0) judged = judged with { Findings = [.. judged.Findings, ReasonFindings.NotYes(CheckedTable.PlaceOf(table), given.Words)] };
        return new(judged, [.. fresh.Select(line => answer! with { Line = line, PeriodTo = ForGood, GivenAt = at })]);
    }

    // An answer in the list of an earlier round is one about the lines that the list names; what was left blank since was not asked about.
    static bool IsNamed(string line, Explanation answer, GivenReason? given) => answer.Source != ExplanationSource.sheet || given!.Question.Contains($"{line} × ", StringComparison.Ordinal);

    // In the list of results of an earlier round, beside the question.
    static GivenReason? Given(MatchedTable table, ReadSubmission read) =>
        MarkedWorkbook.Reasons(read.File).FirstOrDefault(given => given.Code == Code && (given.Sheet.Length == 0 || given.Sheet == table.Table.Sheet));

    static Explanation InSheet(MatchedTable table, GivenReason given, Submission submission, DateTime at) => new(table.Unit!.District, table.Unit.Code, table.Form!.Id, Code,
        null, null, table.Period!.Value.Start, table.Period.Value.Start, given.Words, ExplanationSource.sheet, submission.SubmissionId, submission.SentBy, at, 0);
}

using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Jobs;

/// <summary>What people may do to a submission that waits: give its reasons, accept it, send it back.</summary>
public static class ReviewSubmission
{
    static readonly TableState[] Waiting = [TableState.awaiting_explanation, TableState.awaiting_review];

    public static IReadOnlyList<SubmissionTable> Accept(OpenWarehouse warehouse, Submission submission, string? reason, string by, DateTime now) =>
        warehouse.Reviews.Accept(submission.SubmissionId, reason, by, table => Announcements.Of(submission, table, TableState.loaded, reason, by, now),
            (other, table) => Announcements.OfOvertaken(other, table, by, now), now);

    public static IReadOnlyList<SubmissionTable> Return(OpenWarehouse warehouse, Submission submission, string reason, string by, DateTime now) =>
        warehouse.Reviews.Close(submission.SubmissionId, TableState.returned, reason, by,
            table => Announcements.Of(submission, table, TableState.returned, reason, by, now), now, Waiting);

    /// <summary>The warnings of a submission that still ask for a reason, with their table.</summary>
    /// <param name="code">Only of this rule; <paramref name="line"/> only of the line with this number.</param>
    public static IReadOnlyList<(AnsweredTable Table, Finding Finding)> Open(OpenWarehouse warehouse, Submission submission, string? code, int? line) =>
        [.. from table in Standing.Of(warehouse, submission).Tables
            where table.Table.State == TableState.awaiting_explanation
            from finding in table.Findings
            where table.AsksReason(finding) && Explained.TakesReason(finding, table.Form) && (code is null || code == finding.Code)
                && (line is null || table.Form?.Line(line.Value) is { } named && finding.Place.Line == CheckedTable.NameOf(named))
            select (table, finding)];

    /// <summary>Keeps a reason for open warnings, then checks the submission again by what is held now.</summary>
    /// <param name="until">The reason stands, whatever the figure, for periods that start by this day; null: only for what the sheet says now.</param>
    public static AnswerContent Explain(
        OpenWarehouse warehouse, Submission submission, IReadOnlyList<(AnsweredTable Table, Finding Finding)> open, string words, DateOnly? until,
        string by, ReadLimits limits, DateTime now)
    {
        // From the keeping to the settling in one hold: a job that settled it in between would have the answer.
        using var settling = warehouse.Settling.EnterScope();
        warehouse.Reviews.Explain(submission.SubmissionId, [.. open.Select(each => Kept(each.Table, each.Finding, submission, words, until, by, now)).Distinct()], by, now);
        return SettleSubmissions.Unsettled(warehouse, now, by, limits).Single(answer => answer.Submission.SubmissionId == submission.SubmissionId);
    }

    /// <summary>The tables of a submission that wait to hear whether their blanks are 0.</summary>
    public static IReadOnlyList<(AnsweredTable Table, Finding Finding)> Blank(OpenWarehouse warehouse, Submission submission) =>
        [.. from table in Standing.Of(warehouse, submission).Tables
            where table.Table.State == TableState.awaiting_explanation
            from finding in table.Findings
            where finding.Code == RuleTexts.BlanksAreZero.Code && table.AsksReason(finding)
            select (table, finding)];

    static Explanation Kept(AnsweredTable table, Finding finding, Submission submission, string words, DateOnly? until, string by, DateTime now)
    {
        var period = table.Period!.Value;
        return new(table.Table.District!, table.Table.OrgUnit!, table.Table.Form!, finding.Code, finding.Place.Line, until is null ? Explanation.SaidIn(finding) : null,
            period.Start, until ?? period.Start, words, ExplanationSource.command, submission.SubmissionId, by, now, 0);
    }
}

using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Jobs;

/// <summary>What became of a review.</summary>
/// <param name="Accepted">The tables as they waited; none where nothing did.</param>
/// <param name="Refused">The verdict by what is held now, where it lets nothing in any more; then nothing was accepted.</param>
public sealed record Acceptance(IReadOnlyList<SubmissionTable> Accepted, AnswerContent? Refused);

/// <summary>What people may do to a submission that waits: give its reasons, accept it, send it back.</summary>
public static class ReviewSubmission
{
    static readonly TableState[] Waiting = [TableState.awaiting_explanation, TableState.awaiting_review];

    /// <summary>Whether this person sent it. What lay in a unit's inbox was sent by the unit, and who of it cannot be told.</summary>
    public static bool IsOwn(Submission submission, string by) => LoginChannel.Is(submission.Channel) && Login.AreSame(submission.SentBy, by);

    /// <summary>Whether this person had a hand in it, so that another reviews it: they sent the same bytes, if only before somebody answered what was asked of them.</summary>
    public static bool IsBy(OpenWarehouse warehouse, Submission submission, string by) => warehouse.Submissions.OfBytes(submission.Sha256).Any(sent => IsOwn(sent, by));

    /// <summary>
    /// Accepts what of a submission waits for review, where the rules still let it in: what is held may have changed since they did. Where
    /// they do not, it has the verdict that they give it now, and its sender is told.
    /// </summary>
    /// <exception cref="LoadRefusedException">A check of the warehouse refused the figures; nothing was written.</exception>
    public static Acceptance Accept(OpenWarehouse warehouse, Submission submission, string? reason, string by, ReadLimits limits, DateTime now)
    {
        using var settling = warehouse.Settling.EnterScope();
        var waiting = warehouse.Submissions.TablesOf(submission.SubmissionId).Where(table => table.State == TableState.awaiting_review).ToList();
        if (waiting.Count == 0) return new([], null);
        var (fresh, held) = SettleSubmissions.CheckedForReview(warehouse, submission, limits, now);
        if (Refused(warehouse, fresh, waiting, by, limits, now) is { } refused) return new([], refused);
        var accepted = warehouse.Reviews.Accept(submission.SubmissionId, reason, by, Announcements.For(warehouse, submission, TableState.loaded, reason, by, now),
            (other, table) => Announcements.OfOvertaken(other, table, by, now), now, StatedSums.Differing([.. Accepted(fresh, waiting)], held, warehouse.Definitions.Current, now));
        // A department that waited for these figures is checked again at once.
        SettleSubmissions.Unsettled(warehouse, now, by, limits);
        return new(accepted, null);
    }

    static AnswerContent? Refused(OpenWarehouse warehouse, CheckedSubmission fresh, List<SubmissionTable> waiting, string by, ReadLimits limits, DateTime now)
    {
        // What cannot be read any more keeps what was read from it; who accepts it must know that it was not checked.
        if (fresh.Settled.FileFindings.Any(finding => finding.Code == JobFindings.Failed)) return fresh.Answer;
        if (CheckedAgain.Pairs(waiting, fresh.Settled.Tables.Select(one => one.Table)).All(pair => pair.Other?.State is TableState.loaded or TableState.awaiting_review)) return null;
        var submission = fresh.Settled.Submission.SubmissionId;
        warehouse.Reviews.CheckAgain(submission, by, now);
        return SettleSubmissions.Unsettled(warehouse, now, by, limits).Single(answer => answer.Submission.SubmissionId == submission);
    }

    // As they will stand once accepted.
    static IEnumerable<SettledTable> Accepted(CheckedSubmission fresh, List<SubmissionTable> waiting)
    {
        var pairs = CheckedAgain.Pairs(waiting, fresh.Settled.Tables.Select(one => one.Table)).Select(pair => pair.Other).ToHashSet();
        return fresh.Settled.Tables.Where(one => pairs.Contains(one.Table)).Select(one => one with { Table = one.Table with { State = TableState.loaded } });
    }

    public static IReadOnlyList<SubmissionTable> Return(OpenWarehouse warehouse, Submission submission, string reason, string by, DateTime now)
    {
        using var settling = warehouse.Settling.EnterScope();
        return warehouse.Reviews.Close(submission.SubmissionId, TableState.returned, reason, by, Announcements.For(warehouse, submission, TableState.returned, reason, by, now), now, Waiting);
    }

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

using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>The way of submissions from received to answered: read, understand, match, check; then one load for all that can be loaded together.</summary>
public static class SettleSubmissions
{
    /// <summary>Settles what has been received and not answered, in order of receipt; then what that has put into question.</summary>
    /// <param name="limits">What files may be; the defaults where none are given.</param>
    /// <param name="progress">Told how many of how many are settled.</param>
    /// <returns>One answer for each submission: its last word.</returns>
    public static IReadOnlyList<AnswerContent> Unsettled(
        OpenWarehouse warehouse, DateTime now, string decidedBy, ReadLimits? limits = null,
        Action<int, int>? progress = null, StepSeconds? times = null, CancellationToken cancel = default)
    {
        lock (warehouse.Settling)
        {
            var answers = new List<AnswerContent>();
            // What has been loaded may let a department's sheet be checked again. That ends: only what loads asks for more.
            while (warehouse.Submissions.Unsettled() is { Count: > 0 } open) answers.AddRange(Run(warehouse, open, now, decidedBy, limits ?? new(), progress, times ?? new(), cancel));
            return [.. answers.GroupBy(answer => answer.Submission.SubmissionId).Select(answer => answer.Last())];
        }
    }

    static List<AnswerContent> Run(
        OpenWarehouse warehouse, IReadOnlyList<Submission> submissions, DateTime now, string decidedBy, ReadLimits limits,
        Action<int, int>? progress, StepSeconds times, CancellationToken cancel)
    {
        var (catalog, answered) = (warehouse.Definitions.Current, warehouse.Submissions.Answers());
        var read = submissions.Select(submission =>
        {
            cancel.ThrowIfCancellationRequested();
            return times.Of(PullStep.read, () => Read(warehouse, submission, catalog, answered.GetValueOrDefault(submission.SubmissionId), limits, cancel));
        });
        var answers = new List<AnswerContent>();
        foreach (var wave in Waves.Of(read))
        {
            cancel.ThrowIfCancellationRequested();
            answers.AddRange(SettleWave(warehouse, wave, catalog, decidedBy, times, now));
            progress?.Invoke(answers.Count, submissions.Count);
        }
        return answers;
    }

    // A file that the program fails on is answered too: else it would stop all that come after it, at every start again.
    internal static ReadSubmission Read(OpenWarehouse warehouse, Submission submission, Catalog catalog, Answers? named, ReadLimits limits, CancellationToken cancel)
    {
        try { return ReadSubmission.From(warehouse.Archive.Read, submission, catalog, named, limits, cancel); }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return new(submission, new("unknown", null, [], [JobFindings.ReadFailed(submission.FileName, unforeseen)]), []);
        }
    }

    /// <summary>
    /// The verdict a submission would have by what is held now; nothing is written. Whether its period is locked is not asked: that a review
    /// lets it in is what a lock waits for.
    /// </summary>
    internal static (CheckedSubmission Checked, HeldValues Held) CheckedForReview(OpenWarehouse warehouse, Submission submission, ReadLimits limits, DateTime now)
    {
        var catalog = warehouse.Definitions.Current;
        var named = warehouse.Submissions.Answers(submission.SubmissionId).GetValueOrDefault(submission.SubmissionId);
        var read = Read(warehouse, submission, catalog, named, limits, CancellationToken.None);
        var decisions = KnownDecisions.For(warehouse, [read], warehouse.Marts.LastLoad()?.LoadId ?? 0);
        var held = HeldValues.For(warehouse, [read]);
        return (CheckSubmission.Run(read, held, decisions with { Locks = [] }, catalog, now), held);
    }

    static List<AnswerContent> SettleWave(OpenWarehouse warehouse, IReadOnlyList<ReadSubmission> wave, Catalog catalog, string decidedBy, StepSeconds times, DateTime now)
    {
        var (checkedAll, sums) = times.Of(PullStep.check, () =>
        {
            var known = warehouse.Marts.LastLoad()?.LoadId ?? 0;
            var (held, decisions) = (HeldValues.For(warehouse, wave), KnownDecisions.For(warehouse, wave, known));
            var judged = wave.Select(submission => CheckSubmission.Run(submission, held, decisions, catalog, now))
                .Select(one => CheckedAgain.Of(one with { Settled = one.Settled with { CheckedLoad = known } }, warehouse, now)).ToList();
            return (judged, StatedSums.Differing([.. judged.SelectMany(one => one.Settled.Tables)], held, catalog, now));
        });
        try
        {
            times.Of(PullStep.load, () => warehouse.Loading.Settle([.. checkedAll.Select(one => one.Settled)], decidedBy, (submission, table) => Announcements.OfOvertaken(submission, table, decidedBy, now), now, sums));
            if (checkedAll.Exists(one => one.Settled.Tables.Any(table => table.Learned.Count > 0))) warehouse.Definitions.Refresh();
            return [.. checkedAll.Select(one => one.Answer)];
        }
        catch (LoadRefusedException refusal)
        {
            // One offender must not hold up the others: alone each is loaded, or set aside with the reason.
            return checkedAll.Count > 1
                ? [.. wave.SelectMany(submission => SettleWave(warehouse, [submission], catalog, decidedBy, times, now))]
                : [SetAside(warehouse, checkedAll[0], refusal, decidedBy, now)];
        }
    }

    static AnswerContent SetAside(OpenWarehouse warehouse, CheckedSubmission refused, LoadRefusedException refusal, string decidedBy, DateTime now)
    {
        var (settled, answer) = CheckSubmission.SetAside(refused, refusal, now);
        warehouse.Loading.Settle([settled], decidedBy, (submission, table) => Announcements.OfOvertaken(submission, table, decidedBy, now), now);
        return answer;
    }
}

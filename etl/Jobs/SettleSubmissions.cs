using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>The way of submissions from received to answered: read, understand, match, check; then one load for all that can be loaded together.</summary>
public static class SettleSubmissions
{
    const string Settling = "settle";

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
        using var underWay = new FilesUnderWay(warehouse.Data, Settling);
        underWay.ForgetBut(submissions.Select(submission => submission.Sha256));
        warehouse.Outbox.Announce([.. submissions.Where(submission => underWay.IsSetAside(submission.Sha256)).Select(submission => SetAsideFile.Told(catalog, submission, now))]);
        ReadSubmission ReadOne(Submission submission)
        {
            cancel.ThrowIfCancellationRequested();
            return times.Of(PullStep.read, () => Read(warehouse.Archive.Read, underWay, submission, catalog, answered.GetValueOrDefault(submission.SubmissionId), limits, cancel));
        }
        var answers = new List<AnswerContent>();
        foreach (var wave in Apart(submissions, underWay).SelectMany(together => Waves.Of(together.Select(ReadOne))))
        {
            cancel.ThrowIfCancellationRequested();
            answers.AddRange(SettleWave(warehouse, wave, catalog, decidedBy, times, now));
            foreach (var settled in wave) underWay.End(settled.Submission.Sha256);
            progress?.Invoke(answers.Count, submissions.Count);
        }
        return answers;
    }

    /// <summary>In order of receipt; a file at which a process died is read, checked and loaded alone, so that it alone answers for what happens.</summary>
    static IEnumerable<IReadOnlyList<Submission>> Apart(IReadOnlyList<Submission> submissions, FilesUnderWay underWay)
    {
        var together = new List<Submission>();
        foreach (var submission in submissions)
        {
            var alone = underWay.IsSuspect(submission.Sha256);
            if (alone && together.Count > 0) { yield return together; together = []; }
            together.Add(submission);
            if (alone) { yield return together; together = []; }
        }
        if (together.Count > 0) yield return together;
    }

    /// <summary>Reads one file by itself, marked while it is read.</summary>
    internal static ReadSubmission Read(DataFolder data, Func<string, byte[]> bytesOf, Submission submission, Catalog catalog, Answers? named, ReadLimits limits, CancellationToken cancel)
    {
        using var underWay = new FilesUnderWay(data, Settling);
        return Read(bytesOf, underWay, submission, catalog, named, limits, cancel);
    }

    // A file that the program fails on is answered too, also one that it does not survive: else it would stop all that come after it, at every start again.
    static ReadSubmission Read(Func<string, byte[]> bytesOf, FilesUnderWay underWay, Submission submission, Catalog catalog, Answers? named, ReadLimits limits, CancellationToken cancel)
    {
        if (underWay.IsSetAside(submission.Sha256)) return new(submission, new("unknown", null, [], [JobFindings.FileSetAside(submission.FileName)]), []);
        underWay.Begin(submission.Sha256);
        try { return ReadSubmission.From(bytesOf, submission, catalog, named, limits, cancel); }
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
        var read = Read(warehouse.Data, warehouse.Archive.Read, submission, catalog, named, limits, CancellationToken.None);
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

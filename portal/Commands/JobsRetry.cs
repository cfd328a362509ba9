using Reporting.Portal.Operations;

namespace Reporting.Portal.Commands;

/// <summary>Does an ended run once more, as a run of its own that names the old one; for a firing it stands for the same firing.</summary>
static class JobsRetry
{
    public static Verb Verb { get; } = new("jobs retry", "把没有成功的一次运行重做一遍并等它结束", "do a run that did not succeed once more and wait for its end")
    {
        Parameters = [JobsShow.RunNumber, JobsRun.NoWait],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        JobsRun.CheckServed(request, office);
        var old = JobsShow.Named(request, office);
        if (!old.HasEnded) throw new FailureException($"运行 {old.RunId} 还没有结束；等它结束，或用 jobs cancel {old.RunId}。", $"Run {old.RunId} has not ended; wait for it, or use jobs cancel {old.RunId}.");
        if (old.State == RunState.succeeded) throw new FailureException($"运行 {old.RunId} 已成功，不重做；要再运行一次用 jobs run {old.JobId}。", $"Run {old.RunId} succeeded and is not done again; to run the job once more use jobs run {old.JobId}.");
        var runner = office.Schedule?.Runner ?? new JobRunner(office);
        if (runner.Busy(old.JobId)) throw new FailureException($"任务 {old.JobId} 正在运行；等它结束再试。", $"The job {old.JobId} is running; try again when it has ended.");
        var again = office.Operations.RecordRun(NewRun.Again(old, request.By))!.Value;
        return request.Has(JobsRun.NoWait.Name) ? JobsRun.Queued(request, office, again) : JobsRun.Finished(request, office, runner, again);
    }
}

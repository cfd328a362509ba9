using Reporting.Portal.Operations;

namespace Reporting.Portal.Commands;

/// <summary>Runs a job now, by hand, and waits for its end; recorded as any other run.</summary>
static class JobsRun
{
    public static Verb Verb { get; } = new("jobs run", "立即运行一个任务并等它结束", "run a job now and wait for its end")
    {
        Parameters = [JobId, NoWait],
        Run = Run,
        Decides = true,
    };

    internal static Parameter JobId => new("ID", ParameterKind.Text, "jobs.json 里的 id", "its id in jobs.json") { Required = true };

    /// <summary>For whoever looks on elsewhere (a page): the run is recorded and done by the serving process's engine.</summary>
    internal static Parameter NoWait => new("--no-wait", ParameterKind.Flag, "排上就回来，不等它结束；要有 serve 在运行", "queue it and come back; only while a program serves");

    static Answer Run(Request request, Office office)
    {
        CheckServed(request, office);
        var job = Named(request, office);
        var runner = office.Schedule?.Runner ?? new JobRunner(office);
        if (runner.Busy(job.Id)) throw new FailureException($"任务 {job.Id} 正在运行；等它结束再试。", $"The job {job.Id} is running; try again when it has ended.");
        var runId = runner.Record(job, RunCause.hand, request.By, scheduledFor: null)!.Value;
        return request.Has(NoWait.Name) ? Queued(request, office, runId) : Finished(request, office, runner, runId);
    }

    /// <exception cref="FailureException">Nobody is there who would do what is only queued.</exception>
    internal static void CheckServed(Request request, Office office)
    {
        if (request.Has(NoWait.Name) && office.Schedule is not { Ready: true }) throw new FailureException("没有在运行的 serve，排了没有人做；去掉 --no-wait。", "No program serves, so nobody would do it; leave out --no-wait.");
    }

    internal static Answer Queued(Request request, Office office, long runId)
    {
        office.Schedule!.Engine.Trigger(runId).GetAwaiter().GetResult();
        return request.Json ? Answer.Document(new { run = PrintedRun.Of(office.Operations.Run(runId)!) })
            : Answer.Done(request.Say($"第 {runId} 次运行已排上。", $"Run {runId} is queued."));
    }

    /// <summary>Runs what is recorded and tells how it ended.</summary>
    internal static Answer Finished(Request request, Office office, JobRunner runner, long runId)
    {
        // Only the serving process stops runs in good order; without it the next start takes up what an interrupt leaves.
        runner.Run(runId, office.Schedule?.Stopping ?? CancellationToken.None).GetAwaiter().GetResult();
        var run = office.Operations.Run(runId)!;
        var message = run.State == RunState.succeeded ? "" : run.State is RunState.queued
            ? request.Say($"程序停止，第 {runId} 次运行没有做完，下次启动时接着做；不用再运行一次。", $"The program stops; run {runId} is taken up again at its next start, do not run it once more.")
            : request.Say($"任务没有成功：{RunWords.State(run.State, "zh")}。用 jobs show {runId} 查看。", $"The job did not succeed: {run.State}. See jobs show {runId}.");
        var text = request.Json ? PrintedJson.Of(new { run = PrintedRun.Of(run) }) : string.Join('\n', [request.Say($"第 {runId} 次运行：{RunWords.State(run.State, "zh")}", $"run {runId}: {run.State}"), .. run.Outcome is null ? [] : RunWords.Outcome(run.Outcome, request.Lang)]);
        return new(run.State == RunState.succeeded ? 0 : 1, text, message);
    }

    internal static JobEntry Named(Request request, Office office)
    {
        var (id, jobs) = (request["ID"]!, office.JobsFile);
        var ids = jobs.Jobs.Select(job => job.Id).ToList();
        return jobs.Find(id) ?? throw new MisuseException(
            $"没有任务“{id}”。{NearMiss.Hint(id, ids, "zh")}用 jobs list 查看。", $"There is no job '{id}'.{NearMiss.Hint(id, ids, "en")} See jobs list.");
    }
}

using Reporting.Portal.Engine;
using Reporting.Portal.Operations;
using ILogger = Serilog.ILogger;

namespace Reporting.Portal;

/// <summary>The schedule of the serving process: what an engine calls, what a start makes good, what a person may do to it.</summary>
public sealed class Schedule(Office office, IJobEngine engine, ILogger log) : IDisposable
{
    // Engines fire by their own timers; one that rings a moment early still means the firing at hand.
    static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    readonly CancellationTokenSource stopping = new();

    public IJobEngine Engine { get; } = engine;
    public JobRunner Runner { get; } = new(office);

    /// <summary>Cancelled when the program stops; for runs that a person started, outside the engine.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Takes up what the last process left, makes missed firings good once, and begins to fire.</summary>
    public async Task Start()
    {
        var file = office.JobsFile;
        var unfinished = office.Operations.UnfinishedRuns(); // before the missed firings are recorded among them
        var missed = MakeGood(file);
        await Engine.Start(new((jobId, stop) => Logged(() => Fire(jobId, stop)), (runId, stop) => Logged(() => Runner.Run(runId, stop))));
        foreach (var runId in unfinished.Select(run => run.RunId).Concat(missed)) await Engine.Trigger(runId);
        var paused = office.Operations.PausedJobs();
        foreach (var job in file.Jobs.Where(job => job.Enabled && !paused.Contains(job.Id))) await Engine.Schedule(job.Id, job.Cron);
        log.Information("Schedule started on {Engine}: {Jobs} jobs, {Unfinished} unfinished runs, {Missed} missed firings", Engine.Name, file.Jobs.Count, unfinished.Count, missed.Count);
    }

    public async Task Stop()
    {
        await stopping.CancelAsync();
        await Engine.ShutDown();
    }

    public void Dispose() => stopping.Dispose();

    /// <summary>Records one run for each job whose time passed while nobody looked, however often it passed.</summary>
    List<long> MakeGood(JobsFile file)
    {
        var now = office.Time.GetUtcNow();
        var (considered, paused) = (office.Operations.Considered().ToDictionary(job => job.JobId), office.Operations.PausedJobs());
        foreach (var gone in considered.Keys.Where(id => file.Find(id) is not { Enabled: true })) office.Operations.ForgetJob(gone);
        var runs = new List<long>();
        foreach (var job in file.Jobs.Where(job => job.Enabled && !paused.Contains(job.Id)))
        {
            var seen = considered.GetValueOrDefault(job.Id);
            if (seen is null || seen.Cron != job.Cron.Text || seen.TimeZone != job.TimeZone) office.Operations.Consider(job.SeenUntil(now));
            else if (job.Cron.Latest(seen.Until, now) is { } firing && Runner.Record(job, RunCause.catch_up, null, firing) is { } runId) runs.Add(runId);
        }
        return runs;
    }

    /// <summary>Jobs' own errors end in their runs; what reaches this is our store failing, and an engine can do nothing about it.</summary>
    async Task Logged(Func<Task> call)
    {
        try { await call(); }
        catch (Exception error) { log.Error(error, "A run could not be recorded; it is taken up at the next start"); }
    }

    /// <summary>The engine says that this entry's time has come.</summary>
    async Task Fire(string jobId, CancellationToken stopping)
    {
        if (office.JobsFile.Find(jobId) is not { } job) return;
        var now = office.Time.GetUtcNow() + Early;
        if (job.Cron.Latest(now.AddDays(-1), now) is not { } firing) return;
        if (Runner.Busy(jobId)) Skip(job, firing);
        else if (Runner.Record(job, RunCause.schedule, null, firing) is { } runId) await Runner.Run(runId, stopping);
    }

    void Skip(JobEntry job, DateTimeOffset firing)
    {
        var under = office.Operations.UnfinishedRuns().FirstOrDefault(run => run.JobId == job.Id);
        if (under?.ScheduledFor == firing) return; // the engine called twice for the one that is under way
        log.Warning("Job {JobId}: the firing of {Firing} is skipped, an earlier run is still under way", job.Id, firing);
        if (under is not null) office.Operations.AddLogLine(under.RunId, "warning", $"the firing of {firing:O} was skipped: this run is still under way");
        office.Operations.Consider(job.SeenUntil(firing));
    }

    public Task Pause(string jobId) => Engine.Remove(jobId);

    public Task Resume(JobEntry job) => job.Enabled ? Engine.Schedule(job.Id, job.Cron) : Task.CompletedTask;
}

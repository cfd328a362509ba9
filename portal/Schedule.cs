using System.Collections.Concurrent;
using Reporting.Portal.Engine;
using Reporting.Portal.Operations;
using ILogger = Serilog.ILogger;

namespace Reporting.Portal;

/// <summary>The schedule of the serving process: what an engine calls, what a start makes good, what a person may do to it.</summary>
public sealed partial class Schedule : IDisposable
{
    // Engines fire by their own timers; one that rings a moment early still means the firing at hand.
    static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    readonly Office office;
    readonly ILogger log;
    readonly CancellationTokenSource stopping = new();
    readonly ConcurrentDictionary<string, bool> unrecorded = new();
    bool started;

    public Schedule(Office office, IJobEngine engine, ILogger log)
    {
        (this.office, Engine, this.log) = (office, engine, log);
        Runner = new(office, log) { Freed = Follow };
    }

    public IJobEngine Engine { get; }
    public JobRunner Runner { get; }

    /// <summary>Cancelled when the program stops; for runs that a person started, outside the engine.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>It fires: it has started and has not been told to stop.</summary>
    public bool Ready => started && Fires;

    bool Fires => !stopping.IsCancellationRequested && Engine.Running;

    /// <summary>Takes up what the last process left, makes missed firings good once, and begins to fire.</summary>
    public async Task Start()
    {
        var file = office.JobsFile;
        applied = file;
        PruneLogs();
        var unfinished = office.Operations.UnfinishedRuns(); // before the missed firings are recorded among them
        foreach (var cut in unfinished.Where(run => run.State == RunState.running)) office.Operations.AddLogLine(cut.RunId, "warning", "the process ended in the middle of it; it is taken up again");
        var missed = MakeGood(file);
        await Engine.Start(new((jobId, stop) => Logged(() => Fire(jobId, stop)), (runId, stop) => Logged(() => Runner.Run(runId, stop))));
        // The first of each entry; the others follow it.
        foreach (var run in office.Operations.UnfinishedRuns().DistinctBy(run => run.JobId)) await Engine.Trigger(run.RunId);
        var paused = office.Operations.PausedJobs();
        foreach (var job in file.Jobs.Where(job => job.Enabled && !paused.Contains(job.Id))) await Engine.Schedule(job.Id, job.Timing.Looks);
        started = true;
        watching = Watch();
        log.Information("Schedule started on {Engine}: {Jobs} jobs, {Unfinished} unfinished runs, {Missed} missed firings", Engine.Name, file.Jobs.Count, unfinished.Count, missed);
    }

    public async Task Stop()
    {
        await stopping.CancelAsync();
        await watching;
        await Engine.ShutDown();
    }

    public void Dispose() => stopping.Dispose();

    /// <summary>Records one run for each job whose time passed while nobody looked, however often it passed; tells how many.</summary>
    int MakeGood(JobsFile file)
    {
        var now = office.Time.GetUtcNow();
        var (considered, paused) = (office.Operations.Considered().ToDictionary(job => job.JobId), office.Operations.PausedJobs());
        foreach (var gone in considered.Keys.Concat(paused).Where(id => file.Find(id) is null)) office.Operations.PruneJob(gone);
        foreach (var idle in file.Jobs.Where(job => !job.Enabled)) office.Operations.ForgetJob(idle.Id);
        var runs = 0;
        foreach (var job in file.Jobs.Where(job => job.Enabled && !paused.Contains(job.Id)))
        {
            var seen = considered.GetValueOrDefault(job.Id);
            if (seen is null || seen.Cron != job.Timing.Text || seen.TimeZone != job.TimeZone) office.Operations.Consider(job.SeenUntil(now));
            else if (job.Timing.Latest(seen.Until, now) is { } firing && MakeGood(job, firing, now)) runs++;
        }
        return runs;
    }

    bool MakeGood(JobEntry job, DateTimeOffset firing, DateTimeOffset now, string why = "it passed while nobody served")
    {
        if (job.CatchUp == CatchUp.none) return Skipped(job, firing, RunCause.catch_up, $"{why}, and catch_up is none");
        return job.CatchUpWithinHours is { } hours && now - firing > TimeSpan.FromHours(hours)
            ? Skipped(job, firing, RunCause.catch_up, $"{why}, more than {hours} hours ago")
            : Runner.Record(job, RunCause.catch_up, null, firing) is not null;
    }

    /// <summary>Jobs' own errors end in their runs; what reaches this is our store failing, and an engine can do nothing about it.</summary>
    async Task Logged(Func<Task> call, string otherwise = "A run could not be recorded; it is taken up at the next start")
    {
        try { await call(); }
        catch (Exception error) { log.Error(error, "{Otherwise}", otherwise); }
    }

    /// <summary>Writes down now what could not be when it fired, each with the time at which it should have been; as a start does for what passed while nobody served.</summary>
    public async Task MakeUpUnrecorded()
    {
        if (unrecorded.IsEmpty) return;
        var paused = office.Operations.PausedJobs();
        foreach (var jobId in unrecorded.Keys)
        {
            if (!unrecorded.TryRemove(jobId, out var isSkip) || office.JobsFile.Find(jobId) is not { Enabled: true } job || paused.Contains(jobId)) continue;
            try
            {
                var now = office.Time.GetUtcNow();
                if (job.Timing.Latest(SeenUntil(job, now), now) is not { } firing) continue;
                if (isSkip) SkipUnder(job, firing);
                else if (MakeGood(job, firing, now, "it could not be written down in its time") && !Runner.Busy(jobId)) await Follow(jobId);
            }
            catch (Exception) { unrecorded[jobId] = isSkip; } // told when it fired; it is tried again
        }
    }

    /// <summary>The engine says that this entry's time may have come.</summary>
    async Task Fire(string jobId, CancellationToken stopping)
    {
        if (office.JobsFile.Find(jobId) is not { Enabled: true } job) return;
        var now = office.Time.GetUtcNow() + Early;
        if (job.Timing.Latest(SeenUntil(job, now), now) is not { } firing) return;
        var busy = Runner.Busy(jobId);
        var isSkip = busy && job.Overlap == Overlap.skip;
        long? recorded = null;
        try
        {
            if (isSkip) SkipUnder(job, firing);
            else recorded = Runner.Record(job, RunCause.schedule, null, firing);
        }
        catch (Exception error)
        {
            // The disk is full: the next firing may be a day away.
            unrecorded[jobId] = isSkip;
            log.Error(error, "Job {JobId}: the firing of {Firing} could not be recorded; it is made up as soon as it can be", jobId, firing);
        }
        if (recorded is { } runId && !Runner.Busy(jobId)) await Runner.Run(runId, stopping); // else it follows the run under way
    }

    /// <summary>A machine that slept for days looks back to the last firing seen to; a clock that stood wrong in the future, a day.</summary>
    DateTimeOffset SeenUntil(JobEntry job, DateTimeOffset now) =>
        office.Operations.Considered().FirstOrDefault(seen => seen.JobId == job.Id) is { } seen && seen.Until < now ? seen.Until : now.AddDays(-1);

    void SkipUnder(JobEntry job, DateTimeOffset firing)
    {
        var under = office.Operations.UnfinishedRuns().FirstOrDefault(run => run.JobId == job.Id);
        if (under?.ScheduledFor == firing) return; // the engine called twice for the one that is under way
        Skipped(job, firing, RunCause.schedule, under is null ? "an earlier run was still under way" : $"run {under.RunId} was still under way");
    }

    /// <summary>Never true: nothing runs.</summary>
    bool Skipped(JobEntry job, DateTimeOffset firing, RunCause cause, string because)
    {
        log.Warning("Job {JobId}: the firing of {Firing} is skipped: {Because}", job.Id, firing, because);
        office.Operations.RecordRun(job.NewRun(cause, null, firing) with { Skipped = because }, job.SeenUntil(firing));
        return false;
    }

    /// <summary>The oldest run of the entry that waits, now that none is under way.</summary>
    async Task Follow(string jobId)
    {
        if (!Fires || office.Operations.UnfinishedRuns().FirstOrDefault(run => run.JobId == jobId) is not { } next) return;
        await Engine.Trigger(next.RunId);
    }

    // Between the first answer on the socket and the engine's start the store alone knows; the start reads it.
    public Task Pause(string jobId) => Engine.Running ? Engine.Remove(jobId) : Task.CompletedTask;

    public Task Resume(JobEntry job) => job.Enabled && Engine.Running ? Engine.Schedule(job.Id, job.Timing.Looks) : Task.CompletedTask;
}

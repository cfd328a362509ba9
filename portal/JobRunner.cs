using System.Collections.Concurrent;
using System.Text.Json;
using Reporting.Portal.Jobs;
using Reporting.Portal.Operations;
using Reporting.Warehouse;
using Serilog.Context;
using Serilog.Core;
using ILogger = Serilog.ILogger;

namespace Reporting.Portal;

/// <summary>
/// Runs jobs, and is the one place that catches what they throw. A run is recorded before anything of it happens and ends with how it
/// ended, so the store tells the truth whenever the process dies.
/// </summary>
public sealed class JobRunner(Office office, ILogger? log = null)
{
    /// <summary>After this many starts that the process did not survive, a run is set aside so that the rest goes on.</summary>
    const int MostDeaths = 3;

    readonly ILogger log = log ?? Logger.None;
    readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new();
    readonly ConcurrentDictionary<long, RunControl> underWay = new();

    OperationsStore Store => office.Operations;

    /// <summary>Called with the entry when a run of it has ended and another may begin.</summary>
    public Func<string, Task>? Freed { get; init; }

    /// <summary>What time limits are measured by. Work that hangs does so by the machine's clock, whatever time the office plays.</summary>
    public TimeProvider LimitedBy { get; init; } = TimeProvider.System;

    /// <summary>Whether a run of this entry is under way in this process.</summary>
    public bool Busy(string jobId) => gates.TryGetValue(jobId, out var gate) && gate.CurrentCount == 0;

    /// <summary>Null: this firing is already recorded.</summary>
    public long? Record(JobEntry job, RunCause cause, string? by, DateTimeOffset? scheduledFor)
    {
        var runId = Store.RecordRun(job.NewRun(cause, by, scheduledFor), scheduledFor is { } firing ? job.SeenUntil(firing) : null);
        if (runId is not null) Durable.Passed(DurableStep.job_run_recorded);
        return runId;
    }

    /// <summary>Brings a recorded run to its end. Runs of one entry follow one another, never side by side.</summary>
    public async Task Run(long runId, CancellationToken stopping)
    {
        var jobId = Store.Run(runId)!.JobId;
        var gate = gates.GetOrAdd(jobId, _ => new(1, 1));
        try { await gate.WaitAsync(stopping); }
        catch (OperationCanceledException) { return; } // recorded, not begun: the next start takes it up
        try
        {
            using var control = underWay[runId] = new RunControl(stopping);
            try { while (await Attempt(Store.Run(runId)!, control, stopping)) { } }
            finally { underWay.TryRemove(runId, out _); }
        }
        finally { gate.Release(); }
        if (Freed is not null && !stopping.IsCancellationRequested) await Freed(jobId);
    }

    /// <summary>Ends a run that waits, or stops one that is under way, and tells when that is over; null where the run has ended already.</summary>
    public Task? Cancel(long runId, string because)
    {
        // Where nobody serves, whoever holds the folder knows that a running run is what a dead process left.
        var control = underWay.GetValueOrDefault(runId);
        var waited = Store.CancelRun(runId, because, alsoRunning: control is null && office.Schedule is null);
        control?.Cancel(because);
        return control is not null ? control.Over : waited ? Task.CompletedTask : null;
    }

    /// <summary>One attempt; true where another is due.</summary>
    async Task<bool> Attempt(JobRun run, RunControl control, CancellationToken stopping)
    {
        if (run.HasEnded) return false; // meanwhile
        if (office.Jobs.Find(run.Job) is not { } kind) return SetAside(run, $"there is no job '{run.Job}' any more");
        if (run.Deaths >= MostDeaths) return SetAside(run, $"the process ended in the middle of it {run.Deaths} times");
        if (!await Waited(run, control.Token) || !Store.StartRun(run.RunId)) return false;
        Durable.Passed(DurableStep.job_run_started);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(run.TimeLimitMinutes), LimitedBy);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(control.Token, limit.Token);
        using var named = LogContext.PushProperty("RunId", run.RunId);
        using var job = LogContext.PushProperty("JobId", run.JobId);
        try
        {
            var outcome = await kind.Run(Context(run, end.Token));
            if (limit.IsCancellationRequested) Store.AddLogLine(run.RunId, "warning", $"it did not heed its time limit of {run.TimeLimitMinutes} minutes and came to its end all the same");
            return Finish(run, RunState.succeeded, outcome.Json, run.Error, "done");
        }
        catch (Exception error) when (control.CancelledBecause is { } because)
        {
            return Finish(run, RunState.cancelled, null, error is OperationCanceledException ? because : $"{because}\n{error}", because);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Store.GiveBackRun(run.RunId);
            return false;
        }
        catch (Exception error) // the one place: whatever a job throws becomes part of its record
        {
            return Failed(run, limit.IsCancellationRequested ? $"the time limit of {run.TimeLimitMinutes} minutes is over, the attempt was cancelled\n{error}" : IsDiskFull(error) ? $"磁盘已满；腾出空间后再试（the disk is full）。\n{error}" : error.ToString(), told: error is ToldException);
        }
    }

    // ENOSPC: what .NET says of it names a file, and a person needs the disk.
    static bool IsDiskFull(Exception error) => error.GetBaseException() is IOException { HResult: 28 or unchecked((int)0x80070070) };

    bool Failed(JobRun run, string error, bool told)
    {
        var said = $"attempt {run.Attempt} of {run.Attempts} failed: {error.AsSpan(0, error.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : error.Length)}";
        Store.AddLogLine(run.RunId, "error", said);
        log.Error("Job {JobId}: {Said}", run.JobId, said);
        if (run.Attempt >= run.Attempts)
        {
            Finish(run, RunState.failed, null, error, said);
            return !told && Tell(run, said);
        }
        Store.RetryRun(run.RunId, error, office.Time.GetUtcNow() + run.RetryAfter, said);
        return true;
    }

    bool SetAside(JobRun run, string reason)
    {
        Store.AddLogLine(run.RunId, "error", $"set aside: {reason}");
        log.Error("Job {JobId}: run {RunId} is set aside: {Reason}", run.JobId, run.RunId, reason);
        Finish(run, RunState.set_aside, null, run.Error is null ? reason : $"{reason}\n{run.Error}", reason);
        return Tell(run, reason);
    }

    /// <summary>Operations are told when an entry begins to fail while nobody looks on, not of each firing of a bad night. Never true: nothing more is due.</summary>
    bool Tell(JobRun run, string reason)
    {
        if (office.Schedule is null || run.Cause is RunCause.hand or RunCause.retry || Store.LatestRuns(200, run.JobId).FirstOrDefault(other => other.RunId < run.RunId && other.HasEnded && other.State != RunState.skipped) is { State: RunState.failed or RunState.set_aside }) return false;
        try
        {
            office.Warehouse.Outbox.Announce([FailedRunNotice.Of(run, reason, office.Now)]);
            office.CarryNotices();
        }
        catch (Exception untold) { log.Error(untold, "Nobody could be told that run {RunId} of {JobId} failed", run.RunId, run.JobId); }
        return false;
    }

    /// <summary>An error of an earlier attempt stays with a run that succeeded later.</summary>
    bool Finish(JobRun run, RunState state, string? outcome, string? error, string cause)
    {
        Store.FinishRun(run.RunId, state, outcome, error, cause);
        Durable.Passed(DurableStep.job_run_finished);
        return false;
    }

    /// <summary>Waits until the next attempt is due; false where the program stops, or somebody cancels, first.</summary>
    async Task<bool> Waited(JobRun run, CancellationToken ended)
    {
        var wait = (run.NextAttemptAt ?? DateTimeOffset.MinValue) - office.Time.GetUtcNow();
        try { if (wait > TimeSpan.Zero) await Task.Delay(wait, office.Time, ended); }
        catch (OperationCanceledException) { return false; }
        return !ended.IsCancellationRequested;
    }

    JobContext Context(JobRun run, CancellationToken end) =>
        new(office, run.RunId, run.JobId, JsonSerializer.Deserialize<JsonElement>(run.Arguments), run.ScheduledFor, office.Time.GetUtcNow(), end)
        {
            Recipients = JsonSerializer.Deserialize<string[]>(run.Recipients)!, Written = log,
        };
}

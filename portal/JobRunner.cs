using System.Collections.Concurrent;
using System.Text.Json;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal;

/// <summary>
/// Runs jobs, and is the one place that catches what they throw. A run is recorded before anything of it happens and ends with how it
/// ended, so the store tells the truth whenever the process dies.
/// </summary>
public sealed class JobRunner(Office office)
{
    /// <summary>After this many starts that the process did not survive, a run is set aside so that the rest goes on.</summary>
    const int MostDeaths = 3;

    readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new();
    OperationsStore Store => office.Operations;

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
        var gate = gates.GetOrAdd(Store.Run(runId)!.JobId, _ => new(1, 1));
        try { await gate.WaitAsync(stopping); }
        catch (OperationCanceledException) { return; } // recorded, not begun: the next start takes it up
        try
        {
            while (await Attempt(Store.Run(runId)!, stopping)) { }
        }
        finally { gate.Release(); }
    }

    /// <summary>One attempt; true where another is due.</summary>
    async Task<bool> Attempt(JobRun run, CancellationToken stopping)
    {
        if (run.State is not (RunState.queued or RunState.running)) return false; // ended meanwhile
        if (office.Jobs.Find(run.Job) is not { } kind) return SetAside(run, $"there is no job '{run.Job}' any more");
        if (run.Deaths >= MostDeaths) return SetAside(run, $"the process ended in the middle of it {run.Deaths} times");
        if (!await Waited(run, stopping)) return false;
        Store.StartRun(run.RunId);
        Durable.Passed(DurableStep.job_run_started);
        try
        {
            var outcome = await kind.Run(Context(run, stopping));
            return Finish(run, RunState.succeeded, outcome.Json, run.Error);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Store.GiveBackRun(run.RunId);
            return false;
        }
        catch (Exception error) { return Failed(run, error.ToString()); } // the one place: whatever a job throws becomes part of its record
    }

    bool Failed(JobRun run, string error)
    {
        Store.AddLogLine(run.RunId, "error", $"attempt {run.Attempt} of {run.Attempts} failed: {error.AsSpan(0, error.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : error.Length)}");
        if (run.Attempt >= run.Attempts) return Finish(run, RunState.failed, null, error);
        Store.RetryRun(run.RunId, error, office.Time.GetUtcNow().AddSeconds(run.RetryAfterSeconds));
        return true;
    }

    bool SetAside(JobRun run, string reason)
    {
        Store.AddLogLine(run.RunId, "error", $"set aside: {reason}");
        return Finish(run, RunState.set_aside, null, run.Error is null ? reason : $"{reason}\n{run.Error}");
    }

    /// <summary>An error of an earlier attempt stays with a run that succeeded later.</summary>
    bool Finish(JobRun run, RunState state, string? outcome, string? error)
    {
        Store.FinishRun(run.RunId, state, outcome, error);
        Durable.Passed(DurableStep.job_run_finished);
        return false;
    }

    /// <summary>Waits until the next attempt is due; false where the program stops first.</summary>
    async Task<bool> Waited(JobRun run, CancellationToken stopping)
    {
        var wait = (run.NextAttemptAt ?? DateTimeOffset.MinValue) - office.Time.GetUtcNow();
        try { if (wait > TimeSpan.Zero) await Task.Delay(wait, office.Time, stopping); }
        catch (OperationCanceledException) { return false; }
        return !stopping.IsCancellationRequested;
    }

    JobContext Context(JobRun run, CancellationToken stopping) =>
        new(office, run.RunId, run.JobId, JsonSerializer.Deserialize<JsonElement>(run.Arguments), run.ScheduledFor, office.Time.GetUtcNow(), stopping);
}

namespace Reporting.Portal.Engine;

/// <summary>What an engine calls: the first when a job's time has come, the second for a run that is already recorded.</summary>
public sealed record EngineCalls(Func<string, CancellationToken, Task> Fire, Func<long, CancellationToken, Task> Run)
{
    /// <summary>Calls that an engine carries out side by side. A run that waits for its next attempt holds a place, so there are more places than a schedule has entries.</summary>
    public const int MostAtOnce = 64;
}

/// <summary>
/// The seam between our runs and the engine that keeps the time: <c>QuartzEngine</c> or <c>HangfireEngine</c>, one of them compiled. An
/// engine knows when to call and with which id, nothing else; it may forget everything when it stops. A call never throws into it.
/// </summary>
public interface IJobEngine
{
    string Name { get; }

    bool Running { get; }

    Task Start(EngineCalls calls);

    /// <summary>
    /// Calls <see cref="EngineCalls.Fire"/> by this cron from now on, instead of by an earlier one. Whether a firing is due then is not the
    /// engine's to know: a working-day rule has it look every day (<see cref="Timing.Looks"/>).
    /// </summary>
    Task Schedule(string jobId, Cron cron);

    /// <summary>No more firings of this job: paused or gone. A firing that passes meanwhile is not made good by the engine.</summary>
    Task Remove(string jobId);

    /// <summary>Calls <see cref="EngineCalls.Run"/> on a worker, as soon as there is one.</summary>
    Task Trigger(long runId);

    /// <summary>Null where the job is not scheduled.</summary>
    Task<DateTimeOffset?> NextFireTime(string jobId);

    /// <summary>Fires no more, cancels what is under way and waits until it has ended.</summary>
    Task ShutDown();
}

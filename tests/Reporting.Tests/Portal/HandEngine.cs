using Reporting.Portal;
using Reporting.Portal.Engine;

namespace Reporting.Tests.Portal;

/// <summary>An engine whose clock is the test's hand: it fires when told.</summary>
sealed class HandEngine : IJobEngine
{
    public string Name => "Hand";
    public bool Running => Calls is not null;
    public EngineCalls? Calls { get; private set; }
    public HashSet<string> Scheduled { get; } = [];
    public List<Task> Triggered { get; } = [];

    public Task Start(EngineCalls calls)
    {
        Calls = calls;
        return Task.CompletedTask;
    }

    public Task Fire(string jobId) => Calls!.Fire(jobId, CancellationToken.None);

    public Task Schedule(string jobId, Cron cron) => Task.FromResult(Scheduled.Add(jobId));

    public Task Remove(string jobId) => Task.FromResult(Scheduled.Remove(jobId));

    public Task Trigger(long runId)
    {
        Triggered.Add(Calls!.Run(runId, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset?> NextFireTime(string jobId) => Task.FromResult<DateTimeOffset?>(null);

    public Task ShutDown() => Task.CompletedTask;
}

/// <summary>A clock that stands where the test puts it.</summary>
sealed class HandClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

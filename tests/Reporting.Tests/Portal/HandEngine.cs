using Reporting.Portal;
using Reporting.Portal.Engine;

namespace Reporting.Tests.Portal;

/// <summary>An engine whose clock is the test's hand: it fires when told, or at every look of its crons as a clock is moved on.</summary>
sealed class HandEngine : IJobEngine
{
    readonly Dictionary<string, Cron> looks = [];

    public string Name => "Hand";
    public bool Running => Calls is not null;
    public EngineCalls? Calls { get; private set; }
    public IReadOnlyCollection<string> Scheduled => looks.Keys;
    public List<Task> Triggered { get; } = [];

    /// <summary>The entry that it will not schedule.</summary>
    public string? Refuses { get; set; }

    public Task Start(EngineCalls calls)
    {
        Calls = calls;
        return Task.CompletedTask;
    }

    public Task Fire(string jobId) => Calls!.Fire(jobId, CancellationToken.None);

    /// <summary>Moves the clock from look to look and fires what looks then, as an engine does.</summary>
    public async Task MoveOn(HandClock clock, DateTimeOffset until)
    {
        while (looks.Values.Select(look => look.Next(clock.Now)).Min() is { } next && next <= until)
        {
            var due = looks.Where(look => look.Value.Next(clock.Now) == next).Select(look => look.Key).Order(StringComparer.Ordinal).ToList();
            clock.Now = next;
            foreach (var jobId in due) await Fire(jobId);
        }
        clock.Now = until;
    }

    public Task Schedule(string jobId, Cron cron)
    {
        if (jobId == Refuses) throw new IOException("no room");
        looks[jobId] = cron;
        return Task.CompletedTask;
    }

    public Task Remove(string jobId) => Task.FromResult(looks.Remove(jobId));

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

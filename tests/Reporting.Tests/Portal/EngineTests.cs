using Reporting.Portal;
using Reporting.Portal.Engine;

namespace Reporting.Tests.Portal;

/// <summary>What the seam asks of whichever engine is compiled in, each pitfall that was found in one among it. By the engine's own clock, as Hangfire has no other.</summary>
public class EngineTests
{
    static readonly TimeSpan AMinuteAndABit = TimeSpan.FromSeconds(70);
    static readonly Cron EveryMinute = Cron.Parse("* * * * *", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), out _)!;

    [Fact]
    public async Task Fires_within_its_minute_and_not_after_it_was_removed()
    {
        var (fired, removed) = (new TaskCompletionSource<(string, DateTimeOffset)>(), 0);
        var engine = await Started(new(
            (jobId, _) =>
            {
                if (jobId == "removed") removed++;
                else fired.TrySetResult((jobId, DateTimeOffset.UtcNow));
                return Task.CompletedTask;
            },
            (_, _) => Task.CompletedTask));
        await engine.Schedule("removed", EveryMinute);
        await engine.Remove("removed");
        var due = EveryMinute.Next(DateTimeOffset.UtcNow)!.Value;
        await engine.Schedule("it", EveryMinute);
        var (jobId, at) = await fired.Task.WaitAsync(AMinuteAndABit);
        await engine.ShutDown();
        Assert.Equal((0, "it"), (removed, jobId));
        Assert.InRange(at, due.AddSeconds(-1), due.AddSeconds(59));
    }

    /// <summary>Attempts are ours to count: an engine that tried again by itself would double them.</summary>
    [Fact]
    public async Task A_call_that_throws_is_made_once_and_leaves_the_engine_alive()
    {
        var (calls, alive) = (0, new TaskCompletionSource());
        var engine = await Started(new((_, _) => Task.CompletedTask, (runId, _) =>
        {
            if (runId == 8) alive.SetResult();
            else calls++;
            return runId == 8 ? Task.CompletedTask : throw new InvalidOperationException("as told");
        }));
        await engine.Trigger(7);
        RunningProgram.Until(() => calls, made => made == 1);
        await engine.Trigger(8);
        await alive.Task.WaitAsync(AMinuteAndABit);
        Assert.Equal(1, calls);
        Assert.True(engine.Running);
        await engine.ShutDown();
    }

    [Fact]
    public async Task A_stop_cancels_what_is_under_way_and_waits_for_it()
    {
        var (begun, ended) = (new TaskCompletionSource<long>(), false);
        var engine = await Started(new((_, _) => Task.CompletedTask, async (runId, stopping) =>
        {
            begun.SetResult(runId);
            try { await Task.Delay(Timeout.Infinite, stopping); }
            catch (OperationCanceledException) { await Task.Delay(200, CancellationToken.None); }
            ended = true;
        }));
        Assert.True(engine.Running);
        await engine.Trigger(7);
        Assert.Equal(7, await begun.Task.WaitAsync(AMinuteAndABit));
        await engine.ShutDown();
        Assert.True(ended);
        Assert.False(engine.Running);
    }

    /// <summary>Whoever waits in its place for a next attempt must not keep the others out.</summary>
    [Fact]
    public async Task More_runs_than_a_schedule_has_entries_go_on_side_by_side()
    {
        var (begun, all) = (0, new TaskCompletionSource());
        const int Runs = EngineCalls.MostAtOnce - 1;
        var engine = await Started(new((_, _) => Task.CompletedTask, async (_, stopping) =>
        {
            if (Interlocked.Increment(ref begun) == Runs) all.SetResult();
            await all.Task.WaitAsync(stopping);
        }));
        for (var run = 1; run <= Runs; run++) await engine.Trigger(run);
        await all.Task.WaitAsync(AMinuteAndABit);
        await engine.ShutDown();
    }

    static async Task<IJobEngine> Started(EngineCalls calls)
    {
        var engine = Engines.Compiled();
        await engine.Start(calls);
        return engine;
    }
}

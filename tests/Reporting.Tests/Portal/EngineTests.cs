using Reporting.Portal;
using Reporting.Portal.Engine;

namespace Reporting.Tests.Portal;

/// <summary>What the seam asks of whichever engine is compiled in.</summary>
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
        Assert.Equal("it", jobId);
        Assert.InRange(at, due.AddSeconds(-1), due.AddSeconds(59));
        Assert.Equal(0, removed);
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

    static async Task<IJobEngine> Started(EngineCalls calls)
    {
        var engine = Engines.Compiled();
        await engine.Start(calls);
        return engine;
    }
}

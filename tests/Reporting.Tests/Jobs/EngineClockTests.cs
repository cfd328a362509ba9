using System.Globalization;
using Reporting.Portal;
using Reporting.Portal.Engine;
using Reporting.Tests.LeftOut;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Jobs;

/// <summary>The engine that restores, by a clock that the test moves: zones, sleep, and a clock that is set back.</summary>
public class EngineClockTests
{
    [FactWhere(Need.Quartz)]
    public async Task It_fires_at_eight_in_Shanghai_and_only_then()
    {
        var (clock, engine, fired) = await Started("0 8 * * *", "2022-03-01 07:58");
        clock.MoveOn(TimeSpan.FromMinutes(1));
        Assert.Empty(fired);
        clock.MoveOn(TimeSpan.FromMinutes(1));
        Step(clock, fired, 1);
        Assert.Equal("2022-03-01 08:00", Assert.Single(fired));
        await engine.ShutDown();
    }

    /// <summary>A notebook that was shut for nine days: one call, and whoever is called looks how far back it has to.</summary>
    [FactWhere(Need.Quartz)]
    public async Task A_sleep_over_many_firings_is_one_call()
    {
        var (clock, engine, fired) = await Started("0 8 * * *", "2022-03-01 07:58");
        clock.MoveOn(TimeSpan.FromDays(9));
        Step(clock, fired, 1);
        clock.MoveOn(TimeSpan.FromHours(1));
        Assert.Single(fired);
        await engine.ShutDown();
    }

    static async Task<(SteppedClock, IJobEngine, List<string>)> Started(string cron, string now)
    {
        var clock = new SteppedClock(At(now));
        var fired = new List<string>();
        var engine = Engines.Compiled(clock);
        await engine.Start(new((_, _) =>
        {
            lock (fired) fired.Add(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
            return Task.CompletedTask;
        }, (_, _) => Task.CompletedTask));
        await engine.Schedule("it", Cron.Parse(cron, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), out _)!);
        return (clock, engine, fired);
    }

    /// <summary>The engine works on threads of its own: the clock goes on by small steps until it has called.</summary>
    static void Step(SteppedClock clock, List<string> fired, int calls)
    {
        var moves = 0;
        RunningProgram.Until(() =>
        {
            lock (fired) if (fired.Count >= calls) return true;
            if (moves++ < 25) clock.MoveOn(TimeSpan.FromSeconds(1));
            return false;
        }, so => so, TimeSpan.FromSeconds(20));
    }

    static DateTimeOffset At(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}

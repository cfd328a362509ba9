using System.Globalization;
using Reporting.Portal;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>What becomes of a firing, by a clock that the test moves. The store is the real one.</summary>
public sealed class ScheduleTests : IDisposable
{
    readonly DataFolder data = DataFolder.At(Directory.CreateTempSubdirectory("reporting-test-").FullName);
    readonly HandClock clock = new(At("2022-03-01 07:30"));
    readonly TaskCompletionSource go = new();
    readonly List<DateTimeOffset?> ran = [];
    readonly List<Schedule> schedules = [];

    [Fact]
    public async Task A_firing_runs_once_however_often_the_engine_calls()
    {
        go.SetResult();
        var (_, engine) = await Started();
        clock.Now = At("2022-03-01 08:00");
        await engine.Fire("it");
        clock.Now = At("2022-03-01 08:00").AddSeconds(20);
        await engine.Fire("it");
        Assert.Equal([At("2022-03-01 08:00")], ran);
        clock.Now = At("2022-03-02 08:00").AddMilliseconds(-10); // a timer that rings a moment early
        await engine.Fire("it");
        Assert.Equal([At("2022-03-01 08:00"), At("2022-03-02 08:00")], ran);
    }

    [Fact]
    public async Task A_firing_during_a_run_is_recorded_as_skipped_and_not_made_good_later()
    {
        var (office, engine) = await Started();
        clock.Now = At("2022-03-01 08:00");
        var first = engine.Fire("it");
        await engine.Fire("it");
        Assert.Empty(office.Operations.LogOfRun(1));
        clock.Now = At("2022-03-02 08:00");
        await engine.Fire("it");
        go.SetResult();
        await first;
        Assert.Equal([At("2022-03-01 08:00")], ran);
        var (skipped, run) = (office.Operations.LatestRuns(10)[0], office.Operations.LatestRuns(10)[1]);
        Assert.Equal((RunState.skipped, At("2022-03-02 08:00"), "run 1 was still under way"), (skipped.State, skipped.ScheduledFor, skipped.Error));
        Assert.Equal(["run 1 was still under way"], office.Operations.MovesOfRun(skipped.RunId).Select(move => move.Cause));
        Assert.Equal([RunState.queued, RunState.running, RunState.succeeded], office.Operations.MovesOfRun(run.RunId).Select(move => move.State));
        var (_, next) = await Started();
        Assert.Empty(next.Triggered);
    }

    /// <summary>Last seen firing; now; the firing that a start makes good, if any.</summary>
    [Theory]
    [InlineData("2022-03-01 08:00", "2022-03-02 07:59", null)]
    [InlineData("2022-03-01 08:00", "2022-03-02 08:01", "2022-03-02 08:00")]
    [InlineData("2022-02-01 08:00", "2022-03-02 07:59", "2022-03-01 08:00")]
    [InlineData("2022-03-02 08:00", "2022-03-01 09:00", null)] // the clock was set back
    public async Task A_start_makes_good_the_latest_missed_firing(string seen, string now, string? expected)
    {
        go.SetResult();
        clock.Now = At(now);
        Consider("0 8 * * *", seen);
        var (office, engine) = await Started();
        await Task.WhenAll(engine.Triggered);
        Assert.Equal(expected is null ? [] : [At(expected)], ran);
        Assert.All(office.Operations.LatestRuns(10), run => Assert.Equal(RunCause.catch_up, run.Cause));
    }

    [Fact]
    public async Task A_changed_cron_begins_anew()
    {
        go.SetResult();
        Consider("0 9 * * *", "2022-02-01 09:00");
        var (_, engine) = await Started();
        Assert.Empty(engine.Triggered);
        Assert.Equal(["it"], engine.Scheduled);
    }

    async Task<(Office Office, HandEngine Engine)> Started()
    {
        File.WriteAllText(data.Jobs, """{ "jobs": [ { "id": "it", "job": "note", "cron": "0 8 * * *" }, { "id": "off", "job": "note", "cron": "0 8 * * *", "enabled": false } ] }""");
        var engine = new HandEngine();
        var catalog = new JobCatalog([new("note", "", "", async job =>
        {
            ran.Add(job.ScheduledFor);
            await go.Task;
            return JobOutcome.Of(new { });
        })]);
        var office = new Office(data, new([], catalog, clock));
        schedules.Add(new(office, engine, Serilog.Core.Logger.None));
        await schedules[^1].Start();
        return (office, engine);
    }

    void Consider(string cron, string until)
    {
        using var store = new OperationsStore(data, clock);
        store.Consider(new("it", cron, "Asia/Shanghai", At(until)));
    }

    static DateTimeOffset At(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public void Dispose()
    {
        foreach (var schedule in schedules)
        {
            schedule.Stop().Wait();
            schedule.Dispose();
        }
        Directory.Delete(data.Root, recursive: true);
    }
}

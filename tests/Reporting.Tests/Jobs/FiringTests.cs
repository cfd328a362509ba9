using Reporting.Portal;
using Reporting.Portal.Operations;
using static Reporting.Tests.Jobs.OfficeByClock;

namespace Reporting.Tests.Jobs;

/// <summary>What becomes of firings by a clock that the test moves: missed, overlapping, asleep, set back, in another zone. The store is the real one.</summary>
public sealed class FiringTests : IDisposable
{
    readonly OfficeByClock office = new();

    [Fact]
    public async Task After_a_missed_week_each_entry_is_made_good_once()
    {
        string[] entries = ["\"id\": \"daily\", \"cron\": \"0 8 * * *\"", "\"id\": \"often\", \"cron\": \"*/10 * * * *\"", "\"id\": \"monthly\", \"cron\": \"0 9 15 * *\"", "\"id\": \"third\", \"cron\": \"0 9 3 * *\""];
        await office.With(entries).Start();
        office.Clock.Now = At("2022-03-08 07:35");
        await office.Start();
        await Task.WhenAll(office.Engine.Triggered);
        Assert.Equal(["daily 2022-03-07 08:00", "often 2022-03-08 07:30", "third 2022-03-03 09:00"], office.Ran.Order(StringComparer.Ordinal));
        Assert.All(office.Office.Operations.LatestRuns(9), run => Assert.Equal(RunCause.catch_up, run.Cause));
        await office.Start();
        Assert.Empty(office.Engine.Triggered);
    }

    /// <summary>What the entry says of missed firings; how long ago it was; whether it ran.</summary>
    [Theory]
    [InlineData("\"catch_up\": \"none\"", "2022-03-02 08:01", false, "catch_up is none")]
    [InlineData("\"catch_up_within_hours\": 6", "2022-03-02 14:01", false, "more than 6 hours ago")]
    [InlineData("\"catch_up_within_hours\": 6", "2022-03-02 13:59", true, "")]
    [InlineData("\"catch_up\": \"once\"", "2022-04-02 07:00", true, "")]
    public async Task A_missed_firing_that_is_not_made_good_is_recorded_with_its_reason(string more, string now, bool ran, string reason)
    {
        await office.With($"\"id\": \"it\", \"cron\": \"0 8 * * *\", {more}").Start();
        office.Clock.Now = At(now);
        await office.Start();
        await Task.WhenAll(office.Engine.Triggered);
        Assert.Equal(ran ? 1 : 0, office.Ran.Count);
        Assert.Equal(ran ? RunState.succeeded : RunState.skipped, office.Latest.State);
        Assert.Contains(reason, office.Latest.Error ?? "", StringComparison.Ordinal);
        await office.Start();
        Assert.Single(office.Office.Operations.LatestRuns(9));
    }

    [Fact]
    public async Task A_clock_set_back_an_hour_runs_nothing_twice()
    {
        await office.With("\"id\": \"it\", \"cron\": \"*/30 * * * *\"").Start();
        await office.Engine.MoveOn(office.Clock, At("2022-03-01 09:10"));
        Assert.Equal(3, office.Ran.Count);
        office.Clock.Now = At("2022-03-01 08:10");
        await office.Engine.MoveOn(office.Clock, At("2022-03-01 10:05"));
        Assert.Equal(["it 2022-03-01 08:00", "it 2022-03-01 08:30", "it 2022-03-01 09:00", "it 2022-03-01 09:30", "it 2022-03-01 10:00"], office.Ran);
        office.Clock.Now = At("2022-03-01 09:20");
        await office.Start();
        Assert.Empty(office.Engine.Triggered);
    }

    /// <summary>A battery died and the clock stood in 2031 for an afternoon: the schedule does not wait for 2031.</summary>
    [Fact]
    public async Task A_clock_that_stood_wrong_in_the_future_stops_nothing()
    {
        await office.With("\"id\": \"it\", \"cron\": \"0 8 * * *\"").Start();
        office.Clock.Now = At("2031-01-01 08:00");
        await office.Engine.Fire("it");
        office.Clock.Now = At("2022-03-02 08:00");
        await office.Engine.Fire("it");
        Assert.Equal(["it 2031-01-01 08:00", "it 2022-03-02 08:00"], office.Ran);
    }

    [Fact]
    public async Task A_machine_that_slept_for_days_runs_the_last_firing_of_them_once()
    {
        await office.With("\"id\": \"it\", \"cron\": \"0 8 * * 1\"").Start();
        office.Clock.Now = At("2022-03-23 10:00"); // a Wednesday; the engine calls once when it wakes
        await office.Engine.Fire("it");
        await office.Engine.Fire("it");
        Assert.Equal(["it 2022-03-21 08:00"], office.Ran);
    }

    /// <summary>The machine is moved to another zone while it serves: firings stand in the entry's zone.</summary>
    [Fact]
    public async Task The_hosts_time_zone_changes_nothing()
    {
        await office.With("\"id\": \"here\", \"cron\": \"0 8 * * *\"", "\"id\": \"tokyo\", \"cron\": \"0 8 2 * *\", \"time_zone\": \"Asia/Tokyo\"").Start();
        await office.Engine.MoveOn(office.Clock, At("2022-03-01 12:00"));
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", "America/New_York");
            TimeZoneInfo.ClearCachedData();
            await office.Engine.MoveOn(office.Clock, At("2022-03-02 12:00"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
        Assert.Equal(["here 2022-03-01 08:00", "tokyo 2022-03-02 07:00", "here 2022-03-02 08:00"], office.Ran);
    }

    [Fact]
    public async Task Where_the_entry_says_queue_firings_run_one_after_another()
    {
        var (go, first) = (new TaskCompletionSource(), true);
        office.Work = async _ => { if (first) { first = false; await go.Task; } };
        await office.With("\"id\": \"it\", \"cron\": \"0 * * * *\", \"overlap\": \"queue\"").Start();
        office.Clock.Now = At("2022-03-01 08:00");
        var running = office.Engine.Fire("it");
        foreach (var hour in new[] { "09", "10" })
        {
            office.Clock.Now = At($"2022-03-01 {hour}:00");
            await office.Engine.Fire("it");
        }
        Assert.Equal(["it 2022-03-01 08:00"], office.Ran);
        go.SetResult();
        await running;
        while (office.Engine.Triggered.Any(call => !call.IsCompleted)) await Task.WhenAll(office.Engine.Triggered.ToList());
        Assert.Equal(["it 2022-03-01 08:00", "it 2022-03-01 09:00", "it 2022-03-01 10:00"], office.Ran);
        Assert.All(office.Office.Operations.LatestRuns(9), run => Assert.Equal(RunState.succeeded, run.State));
    }

    public void Dispose() => office.Dispose();
}

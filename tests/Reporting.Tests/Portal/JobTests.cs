using System.Globalization;
using System.Text.Json;
using Reporting.Portal.Operations;

namespace Reporting.Tests.Portal;

/// <summary>Runs in real processes: recorded, retried, given up, taken up again, made good.</summary>
public class JobTests
{
    const string Yearly = "\"cron\": \"0 0 1 1 *\"";

    static string Jobs(string job, string more = "", string cron = Yearly) => $$"""{ "jobs": [ { "id": "it", "job": "{{job}}", {{cron}}{{more}} } ] }""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_by_hand_is_recorded_where_it_ran(bool serving)
    {
        using var program = new RunningProgram();
        program.WriteJobs(Jobs("note", """, "arguments": { "text": "早" }"""));
        var pid = serving ? program.Serve().Process.Id : 0;
        var ended = program.Run("jobs", "run", "it", "--json", "--by", "zhang");
        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        var shown = program.Run("jobs", "show", "1", "--json").Json;
        var run = shown.GetProperty("run");
        Assert.Equal("succeeded", run.GetProperty("state").GetString());
        Assert.Equal("早", run.GetProperty("outcome").GetProperty("text").GetString());
        Assert.Equal(("hand", "zhang"), (run.GetProperty("cause").GetString(), run.GetProperty("by").GetString()));
        Assert.Equal(2, run.GetProperty("progress").GetProperty("done").GetInt32());
        var ran = shown.GetProperty("log")[0].GetProperty("line").GetString()!;
        Assert.Equal(serving, ran == $"process {pid}");
    }

    [Fact]
    public void A_failing_job_is_tried_again_and_its_stack_trace_is_kept()
    {
        using var program = new RunningProgram();
        program.WriteJobs(Jobs("fail", """, "retries": 2, "retry_after_seconds": 0, "arguments": { "times": 2 }"""));
        Assert.Equal(0, program.Run("jobs", "run", "it").ExitCode);
        var run = Latest(program);
        Assert.Equal((RunState.succeeded, 3L, 3L), (run.State, run.Attempt, run.Starts));
        Assert.Contains("TestOffice.Fail", run.Error, StringComparison.Ordinal);

        program.WriteJobs(Jobs("fail", """, "retries": 1, "retry_after_seconds": 0, "arguments": { "times": 9 }"""));
        var ended = program.Run("jobs", "run", "it");
        Assert.Equal(1, ended.ExitCode);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
        run = Latest(program);
        Assert.Equal((RunState.failed, 2L), (run.State, run.Attempt));
        Assert.Contains("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, RunState.succeeded, 3)]
    [InlineData(9, RunState.set_aside, 3)]
    public void A_run_that_kills_the_process_is_taken_up_again_three_times_at_most(int deaths, RunState end, long starts)
    {
        using var program = new RunningProgram();
        program.WriteJobs(Jobs("die", $$""", "arguments": { "times": {{deaths}} }"""));
        program.Run("jobs", "run", "it");
        for (var death = 1; death < Math.Min(deaths, 3); death++) program.ServeUntilItDies();
        program.Serve();
        var run = RunningProgram.Until(() => Latest(program), run => run.EndedAt is not null);
        Assert.Equal((end, starts), (run.State, run.Starts));
        if (end == RunState.set_aside) Assert.Contains("3 times", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_in_good_order_cancels_the_run_and_the_next_start_takes_it_up()
    {
        using var program = new RunningProgram();
        program.WriteJobs(Jobs("wait"));
        var (serving, _) = program.Serve();
        var asked = Task.Run(() => program.Run("jobs", "run", "it"));
        RunningProgram.Until(() => Store(program, store => store.LatestRuns(1)), runs => runs is [{ State: RunState.running }]);
        Assert.Contains("it", program.Run("jobs", "run", "it").Error, StringComparison.Ordinal); // not side by side
        Assert.Equal(0, RunningProgram.Terminate(serving));
        Assert.Equal(1, (await asked).ExitCode);
        Assert.Equal((RunState.queued, 0L), (Latest(program).State, Latest(program).Starts));
        program.Serve();
        Assert.Equal(RunState.succeeded, RunningProgram.Until(() => Latest(program), run => run.EndedAt is not null).State);
        Assert.Single(Store(program, store => store.LatestRuns(10)));
    }

    [Fact]
    public void Missed_firings_are_made_good_once()
    {
        using var program = new RunningProgram();
        program.WriteJobs(Jobs("note", cron: "\"cron\": \"0 0 * * *\""));
        // Last looked at nine days ago: nine midnights have passed unseen.
        Store(program, store => { store.Consider(new("it", "0 0 * * *", "Asia/Shanghai", DateTimeOffset.UtcNow.AddDays(-9))); return 0; });
        RunningProgram.Terminate(AfterOneRun(program));
        RunningProgram.Terminate(program.Serve().Process);
        var run = Assert.Single(Store(program, store => store.LatestRuns(10)));
        Assert.Equal((RunCause.catch_up, RunState.succeeded), (run.Cause, run.State));
        Assert.InRange(DateTimeOffset.UtcNow - run.ScheduledFor!.Value, TimeSpan.Zero, TimeSpan.FromDays(1));
    }

    [Fact]
    public void A_paused_job_stays_silent_over_restarts_and_owes_nothing_when_resumed()
    {
        using var program = new RunningProgram();
        program.WriteJobs(Jobs("note", cron: "\"cron\": \"0 0 * * *\""));
        Store(program, store => { store.Consider(new("it", "0 0 * * *", "Asia/Shanghai", DateTimeOffset.UtcNow.AddDays(-9))); return 0; });
        Assert.Equal(0, program.Run("jobs", "pause", "it").ExitCode);
        var (serving, _) = program.Serve();
        Assert.Equal(JsonValueKind.Null, program.Run("jobs", "next", "--json").Json.GetProperty("jobs")[0].GetProperty("next").ValueKind);
        Assert.Equal(0, program.Run("jobs", "resume", "it").ExitCode);
        RunningProgram.Terminate(serving);
        RunningProgram.Terminate(program.Serve().Process);
        Assert.Empty(Store(program, store => store.LatestRuns(10)));
    }

    [Theory]
    [InlineData("job_run_recorded")]
    [InlineData("job_run_finished")]
    public void A_process_stopped_at_a_durable_step_loses_nothing_and_runs_nothing_twice(string step)
    {
        using var program = new RunningProgram();
        program.WriteJobs(Jobs("note"));
        program.Environment["REPORTING_CRASH_AT"] = step;
        Assert.NotEqual(0, program.Run("jobs", "run", "it").ExitCode);
        program.Environment.Remove("REPORTING_CRASH_AT");
        program.Serve();
        var run = RunningProgram.Until(() => Latest(program), run => run.EndedAt is not null);
        Assert.Equal((RunState.succeeded, 1L), (run.State, run.Starts));
        Assert.Single(Store(program, store => store.LogOfRun(run.RunId)));
    }

    [Fact]
    public void Next_is_told_in_the_jobs_time_zone_wherever_the_machine_stands()
    {
        using var program = new RunningProgram();
        program.Environment["TZ"] = "America/New_York";
        program.WriteJobs(Jobs("note", cron: "\"cron\": \"30 8 * * *\""));
        var job = program.Run("jobs", "next", "--json").Json.GetProperty("jobs")[0];
        Assert.Equal(("it", "Asia/Shanghai"), (job.GetProperty("id").GetString(), job.GetProperty("time_zone").GetString()));
        var next = DateTimeOffset.Parse(job.GetProperty("next").GetString()!, CultureInfo.InvariantCulture);
        Assert.Equal((new TimeSpan(8, 30, 0), TimeSpan.FromHours(8)), (next.TimeOfDay, next.Offset));
    }

    static System.Diagnostics.Process AfterOneRun(RunningProgram program)
    {
        var (serving, _) = program.Serve();
        RunningProgram.Until(() => Latest(program), run => run.EndedAt is not null);
        return serving;
    }

    static JobRun Latest(RunningProgram program) => Store(program, store => store.LatestRuns(1))[0];

    static T Store<T>(RunningProgram program, Func<OperationsStore, T> ask)
    {
        using var store = new OperationsStore(program.Data, TimeProvider.System);
        return ask(store);
    }
}

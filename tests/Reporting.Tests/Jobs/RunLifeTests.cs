using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Portal.Operations;
using Reporting.Portal.Web;
using Reporting.Tests.Portal;
using static Reporting.Tests.Jobs.OfficeByClock;

namespace Reporting.Tests.Jobs;

/// <summary>One run from its record to its end, whatever ends it: a limit, a person, failures, a stop; and what is kept of it.</summary>
public sealed class RunLifeTests : IDisposable
{
    const string Nightly = "\"id\": \"it\", \"cron\": \"0 8 * * *\"";
    readonly OfficeByClock office = new();

    [Fact]
    public async Task An_attempt_over_its_time_is_cancelled_and_has_failed()
    {
        var clock = new SteppedClock(At("2022-03-01 07:59"));
        var begun = new TaskCompletionSource();
        office.Work = async job => { begun.TrySetResult(); await Task.Delay(Timeout.Infinite, job.Stopping); };
        await office.With($"{Nightly}, \"time_limit_minutes\": 30").Start(clock);
        var runner = new JobRunner(office.Office) { LimitedBy = clock };
        var run = runner.Run(runner.Record(office.Office.JobsFile.Jobs[0], RunCause.hand, "zhang", null)!.Value, CancellationToken.None);
        await begun.Task;
        clock.MoveOn(TimeSpan.FromMinutes(29));
        Assert.False(run.IsCompleted);
        clock.MoveOn(TimeSpan.FromMinutes(1));
        await run;
        Assert.Equal((RunState.failed, 30L), (office.Latest.State, office.Latest.TimeLimitMinutes));
        Assert.StartsWith("the time limit of 30 minutes is over", office.Latest.Error, StringComparison.Ordinal);
        Assert.Contains("TaskCanceledException", office.Latest.Error, StringComparison.Ordinal);
    }

    /// <summary>Minutes between the attempts, by how the entry backs off.</summary>
    [Theory]
    [InlineData("\"retry_after_seconds\": 60", new[] { 1, 1, 1, 1 })]
    [InlineData("\"retry_after_seconds\": 60, \"back_off\": \"exponential\"", new[] { 1, 2, 4, 8 })]
    [InlineData("\"retry_after_seconds\": 60, \"back_off\": \"exponential\", \"retry_at_most_seconds\": 180", new[] { 1, 2, 3, 3 })]
    public async Task Attempts_follow_as_the_entry_says(string backOff, int[] minutes)
    {
        var clock = new SteppedClock(At("2022-03-01 07:59"));
        office.Work = _ => throw new InvalidOperationException("as told");
        await office.With($"{Nightly}, \"retries\": 4, {backOff}").Start(clock);
        clock.MoveOn(TimeSpan.FromMinutes(1));
        var run = office.Engine.Fire("it");
        foreach (var wait in minutes)
        {
            var due = RunningProgram.Until(() => office.Latest, latest => latest.NextAttemptAt > clock.GetUtcNow()).NextAttemptAt!.Value;
            Assert.Equal(TimeSpan.FromMinutes(wait), due - clock.GetUtcNow());
            var attempt = office.Latest.Attempt;
            while (!run.IsCompleted && office.Latest.Attempt == attempt && office.Latest.State == RunState.queued)
            {
                if (clock.GetUtcNow() < due) clock.MoveOn(due - clock.GetUtcNow());
                await Task.Delay(5);
            }
        }
        await run;
        Assert.Equal((RunState.failed, 5L, 5L), (office.Latest.State, office.Latest.Attempt, office.Latest.Starts));
        var moves = office.Office.Operations.MovesOfRun(office.Latest.RunId);
        Assert.Equal(["queued 1", .. Enumerable.Range(1, 4).SelectMany(attempt => new[] { $"running {attempt}", $"queued {attempt + 1}" }), "running 5", "failed 5"], moves.Select(move => $"{move.State} {move.Attempt}"));
        Assert.Equal("attempt 4 of 5 failed: System.InvalidOperationException: as told", moves[^3].Cause);
    }

    [Fact]
    public async Task A_run_under_way_is_cancelled_and_not_taken_up_again()
    {
        var begun = new TaskCompletionSource();
        office.Work = async job => { begun.TrySetResult(); await Task.Delay(Timeout.Infinite, job.Stopping); };
        await office.With($"{Nightly}, \"retries\": 3").Start();
        office.Clock.Now = At("2022-03-01 08:00");
        var run = office.Engine.Fire("it");
        await begun.Task;
        Assert.Contains("已取消", Ask(JobsCancel.Verb, "jobs cancel", "1").Out, StringComparison.Ordinal);
        await run;
        Assert.Equal((RunState.cancelled, "cancelled by zhang: 不用了"), (office.Latest.State, office.Latest.Error));
        Assert.Throws<FailureException>(() => Ask(JobsCancel.Verb, "jobs cancel", "1"));
        await office.Start();
        Assert.Empty(office.Engine.Triggered);
    }

    [Fact]
    public async Task A_run_that_waits_for_its_next_attempt_is_cancelled_at_once()
    {
        office.Work = _ => throw new InvalidOperationException("as told");
        await office.With($"{Nightly}, \"retries\": 1, \"retry_after_seconds\": 3600").Start();
        office.Clock.Now = At("2022-03-01 08:00");
        var run = office.Engine.Fire("it");
        Assert.Equal(RunState.queued, office.Latest.State);
        Ask(JobsCancel.Verb, "jobs cancel", "1");
        await run;
        Assert.Equal((RunState.cancelled, 1L), (office.Latest.State, office.Latest.Starts));
    }

    /// <summary>Nobody serves: what a dead process left running is cancelled before a start takes it up.</summary>
    [Fact]
    public async Task What_a_dead_process_left_is_cancelled_where_nobody_serves()
    {
        await office.With(Nightly).Start();
        var store = office.Office.Operations;
        var left = store.RecordRun(office.Office.JobsFile.Jobs[0].NewRun(RunCause.hand, "zhang", null))!.Value;
        store.StartRun(left);
        office.Office.Schedule = null;
        Ask(JobsCancel.Verb, "jobs cancel", $"{left}");
        Assert.Equal(RunState.cancelled, office.Latest.State);
        await office.Start();
        Assert.Empty(office.Engine.Triggered);
    }

    [Fact]
    public async Task A_retry_is_a_run_of_its_own_that_stands_for_the_same_firing()
    {
        var broken = true;
        office.Work = _ => broken ? throw new InvalidOperationException("as told") : Task.CompletedTask;
        await office.With(Nightly + ", \"arguments\": { \"text\": \"早\" }").Start();
        office.Clock.Now = At("2022-03-01 08:00");
        await office.Engine.Fire("it");
        broken = false;
        Assert.Equal(0, Ask(JobsRetry.Verb, "jobs retry", "1").ExitCode);
        var (old, again) = (office.Office.Operations.Run(1)!, office.Latest);
        Assert.Equal((RunState.failed, RunState.succeeded, RunCause.retry, 1L, "zhang"), (old.State, again.State, again.Cause, again.RetryOf!.Value, again.By));
        Assert.Equal((old.ScheduledFor, old.Arguments), (again.ScheduledFor, again.Arguments));
        Assert.Throws<FailureException>(() => Ask(JobsRetry.Verb, "jobs retry", $"{again.RunId}")); // it succeeded
        await office.Engine.Fire("it");
        Assert.Equal(2, office.Office.Operations.LatestRuns(9).Count); // the firing stays recorded
    }

    [Fact]
    public async Task Lines_of_a_run_carry_its_number_and_the_submissions()
    {
        office.Work = job => { job.Log("taken", "310151-1"); job.Warn("left alone"); return Task.CompletedTask; };
        await office.With(Nightly).Start();
        office.Clock.Now = At("2022-03-01 08:00");
        await office.Engine.Fire("it");
        Assert.Contains("\"it\": \"taken\" RunId=1 Submission=\"310151-1\"", office.Log);
        Assert.Contains("\"it\": \"left alone\" RunId=1", office.Log);
        Assert.Equal([("info", "taken", "310151-1"), ("warning", "left alone", null)], office.Office.Operations.LogOfRun(1).Select(line => (line.Level, line.Line, line.Submission)));
    }

    [Fact]
    public async Task Old_lines_and_timelines_are_forgotten_and_what_runs_did_is_not()
    {
        office.Work = job => { job.Log("a line"); return Task.CompletedTask; };
        await office.With(Nightly).Start();
        office.Clock.Now = At("2022-03-01 08:00");
        await office.Engine.Fire("it");
        office.Clock.Now = At("2022-03-02 08:00") + Schedule.LogsKept.Add(TimeSpan.FromDays(-2));
        await office.Start();
        Assert.Single(office.Office.Operations.LogOfRun(1));
        office.Clock.Now = At("2022-03-01 08:01") + Schedule.LogsKept;
        await office.Start();
        Assert.Empty(office.Office.Operations.LogOfRun(1));
        Assert.Empty(office.Office.Operations.MovesOfRun(1));
        Assert.Contains("it", office.Office.Operations.Run(1)!.Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_is_said_only_between_start_and_stop()
    {
        await office.With(Nightly).Start();
        Assert.True(Health.Readiness(office.Office).Ok);
        await office.Schedule.Stop();
        Assert.False(Health.Readiness(office.Office).Ok);
        Assert.Contains("stopping", PrintedJson.Of(Health.Readiness(office.Office).Report), StringComparison.Ordinal);
        office.Office.Schedule = null;
        Assert.Contains("starting", PrintedJson.Of(Health.Readiness(office.Office).Report), StringComparison.Ordinal);
    }

    Answer Ask(Verb verb, string name, string run) =>
        verb.Run!(new(name, new Dictionary<string, IReadOnlyList<string>> { ["RUN"] = [run] }, [], "zhang", "不用了", "zh", Json: false), office.Office);

    public void Dispose() => office.Dispose();
}

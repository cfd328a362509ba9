using System.Data.Common;
using System.Reflection;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Portal.Operations;
using static Reporting.Tests.Jobs.OfficeByClock;

namespace Reporting.Tests.Jobs;

/// <summary>jobs.json is edited while the office serves.</summary>
public sealed class EditedScheduleTests : IDisposable
{
    const string Eight = "\"id\": \"it\", \"cron\": \"0 8 * * *\"", Other = "\"id\": \"other\", \"cron\": \"0 9 * * *\"";
    readonly OfficeByClock office = new();

    [Fact]
    public async Task New_changed_disabled_and_removed_entries_are_taken_up()
    {
        await office.With(Eight, Other).Start();
        await office.With("\"id\": \"it\", \"cron\": \"30 8 * * *\"", "\"id\": \"new\", \"cron\": \"15 8 1 * *\"").TakeUpEdits();
        Assert.Equal(["it", "new"], office.Engine.Scheduled.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(office.Office.Operations.Considered(), job => job.JobId == "other");
        await office.Engine.MoveOn(office.Clock, At("2022-03-02 08:00"));
        Assert.Equal(["new 2022-03-01 08:15", "it 2022-03-01 08:30"], office.Ran);
        await office.With("\"id\": \"it\", \"cron\": \"30 8 * * *\", \"enabled\": false").TakeUpEdits();
        Assert.Empty(office.Engine.Scheduled);
    }

    [Fact]
    public async Task A_wrong_edit_leaves_the_old_schedule_in_force_and_says_so_until_it_is_mended()
    {
        await office.With(Eight).Start();
        File.WriteAllText(office.Data.Jobs, "{ \"jobs\": [\n { \"id\": \"it\", \"job\": \"note\", \"corn\": \"0 9 * * *\" } ] }");
        await office.TakeUpEdits();
        await office.TakeUpEdits();
        Assert.Single(office.Log, line => line.Contains("line 2", StringComparison.Ordinal)); // once, however often it is looked at
        var list = Listed();
        Assert.Contains("0 8 * * *", list.Out, StringComparison.Ordinal);
        Assert.Contains("第 2 行 \"corn\"", list.Error, StringComparison.Ordinal);
        await office.Engine.MoveOn(office.Clock, At("2022-03-01 08:30"));
        Assert.Equal(["it 2022-03-01 08:00"], office.Ran);
        await office.With(Eight).TakeUpEdits();
        Assert.Null(office.Office.Schedules.Trouble);
        Assert.Equal("", Listed().Error);
    }

    /// <summary>Editors write beside and rename; half a file may lie there for a moment.</summary>
    [Fact]
    public async Task An_edit_counts_when_it_lies_there_whole()
    {
        await office.With(Eight).Start();
        File.WriteAllText(office.Data.Jobs, "{ \"jobs\": [");
        await office.Schedule.TakeUpEdits();
        Assert.Null(office.Office.Schedules.Trouble);
        var beside = office.Data.Jobs + ".new";
        File.WriteAllText(beside, """{ "jobs": [ { "id": "it", "job": "note", "cron": "0 9 * * *" } ] }""");
        File.SetLastWriteTimeUtc(beside, new DateTime(2001, 1, 1)); // its time says nothing
        File.Move(beside, office.Data.Jobs, overwrite: true);
        await office.TakeUpEdits();
        await office.Engine.MoveOn(office.Clock, At("2022-03-01 10:00"));
        Assert.Equal(["it 2022-03-01 09:00"], office.Ran);
    }

    [Fact]
    public async Task A_file_that_is_taken_away_or_cannot_be_read_is_told_and_the_schedule_goes_on()
    {
        await office.With(Eight).Start();
        File.Delete(office.Data.Jobs); // the shipped one names jobs that this catalogue has not
        await office.TakeUpEdits();
        Assert.Contains("pull-submissions", office.Office.Schedules.Trouble!.In("zh"), StringComparison.Ordinal);
        await office.Engine.MoveOn(office.Clock, At("2022-03-01 08:30"));
        Assert.Single(office.Ran);
    }

    /// <summary>The disk was full, or the engine would not: what was edited is not forgotten.</summary>
    [Fact]
    public async Task An_edit_that_could_be_taken_up_in_part_only_is_taken_up_again()
    {
        await office.With(Eight).Start();
        office.Engine.Refuses = "new";
        office.With("\"id\": \"new\", \"cron\": \"15 8 * * *\"", "\"id\": \"third\", \"cron\": \"20 8 * * *\"");
        await Assert.ThrowsAsync<IOException>(office.TakeUpEdits);
        Assert.Empty(office.Engine.Scheduled);
        office.Engine.Refuses = null;
        await office.Schedule.TakeUpEdits();
        Assert.Equal(["new", "third"], office.Engine.Scheduled.Order(StringComparer.Ordinal));
    }

    /// <summary>The store would not take it: the next firing of a daily job is a day away, and this one is not lost.</summary>
    [Fact]
    public async Task A_firing_that_could_not_be_written_down_is_made_up_when_it_can_be()
    {
        await office.With(Eight).Start();
        Store("create trigger full before insert on job_run begin select raise(fail, 'database or disk is full'); end");
        office.Clock.Now = At("2022-03-01 08:00");
        await office.Engine.Fire("it");
        lock (office.Log) Assert.Contains(office.Log, line => line.Contains("made up as soon as it can be", StringComparison.Ordinal));
        await office.Schedule.MakeUpUnrecorded();
        Assert.Empty(office.Office.Operations.LatestRuns(1));
        office.Clock.Now = At("2022-03-01 09:30");
        Store("drop trigger full");
        // The watcher does the same beside: whoever comes first.
        for (var wait = 0; wait < 100 && !office.Office.Operations.LatestRuns(1).Any(run => run.HasEnded); wait++)
        {
            await office.Schedule.MakeUpUnrecorded();
            await Task.Delay(100);
        }
        await office.Schedule.MakeUpUnrecorded();
        Assert.Equal(["it 2022-03-01 08:00"], office.Ran);
        Assert.Equal((RunState.succeeded, RunCause.catch_up), (office.Latest.State, office.Latest.Cause));
    }

    void Store(string statement)
    {
        using var connection = (DbConnection)typeof(OperationsStore).GetMethod("Open", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(office.Office.Operations, [])!;
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    [Fact]
    public async Task A_removed_entry_takes_its_pause_with_it_and_an_unchanged_one_keeps_it()
    {
        await office.With(Eight, Other).Start();
        foreach (var id in new[] { "it", "other" })
        {
            office.Office.Operations.PauseJob(id, "zhang", null);
            await office.Schedule.Pause(id);
        }
        await office.With(Eight).TakeUpEdits();
        Assert.Equal(["it"], office.Office.Operations.PausedJobs());
        await office.With(Eight, Other).TakeUpEdits();
        Assert.Equal(["other"], office.Engine.Scheduled);
    }

    [Fact]
    public async Task A_run_of_a_removed_entry_is_brought_to_its_end()
    {
        var go = new TaskCompletionSource();
        office.Work = _ => go.Task;
        await office.With(Eight).Start();
        office.Clock.Now = At("2022-03-01 08:00");
        var run = office.Engine.Fire("it");
        await office.With(Other).TakeUpEdits();
        go.SetResult();
        await run;
        Assert.Equal(RunState.succeeded, office.Latest.State);
    }

    Answer Listed() => JobsList.Verb.Run!(new("jobs list", new Dictionary<string, IReadOnlyList<string>>(), [], "zhang", null, "zh", Json: false), office.Office);

    public void Dispose() => office.Dispose();
}

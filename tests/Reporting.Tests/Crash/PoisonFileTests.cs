using Reporting.Etl.Jobs;
using Reporting.Portal.Demo;
using Reporting.Portal.Operations;
using Reporting.Tests.Arrivals;
using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Crash;

/// <summary>A file that the program does not survive, through the whole chain and in real processes: the start that takes it up dies of it, and the next one, and the next.</summary>
public class PoisonFileTests
{
    const int Killed = 128 + 9;

    [Fact]
    public void A_file_that_ends_the_process_three_times_is_set_aside_and_the_rest_goes_on()
    {
        using var program = RunningProgram.WithDefinitions();
        Played.Hurry(program);
        program.WriteJobs("""{ "jobs": [ { "id": "pull", "job": "pull-submissions", "cron": "0 0 1 1 *" } ] }""");
        // In the midst of others, so that one is under way with it when the process dies for the first time.
        var poison = ArrivalOffice.Sheet("310151103");
        foreach (var sheet in (DemoEvent[])[ArrivalOffice.Sheet(ArrivalOffice.One), poison, ArrivalOffice.Sheet(ArrivalOffice.Other)]) PlayVerb.Put(program.Data, sheet);
        var hash = ArrivalOffice.Sha(poison.Bytes);
        program.Environment["REPORTING_CRASH_AT"] = $"{DurableStep.file_marked}=settle {hash}";

        Assert.Equal(Killed, program.Run("jobs", "run", "pull").ExitCode); // in the job, then twice in a start that finds it half done
        program.ServeUntilItDies();
        program.ServeUntilItDies();
        var (serving, _) = program.Serve();
        var run = Store(program, store => RunningProgram.Until(() => store.Run(1)!, run => run.EndedAt is not null));
        Assert.Equal((RunState.succeeded, 2L), (run.State, run.Starts));

        // The same bytes again, under another name: the firing after it does not die of them either.
        File.WriteAllBytes(Path.Combine(program.Data.Inbox, poison.OrgUnit, "再报一次.xlsx"), poison.Bytes);
        Assert.Equal(0, program.Run("jobs", "run", "pull").ExitCode);
        Assert.False(serving.HasExited);
        Assert.Equal(0, RunningProgram.Terminate(serving));
        AssertSetAside(program.Data, poison.OrgUnit, poison.Bytes);
        Assert.Equal([("file_set_aside", 2), ("verdict", 4)], Store(program, store => store.Notices()).CountBy(notice => notice.Kind).Select(kind => (kind.Key, kind.Value)).Order());
    }

    static void AssertSetAside(DataFolder data, string unit, byte[] bytes)
    {
        using var warehouse = OpenWarehouse.Open(data);
        var hash = ArrivalOffice.Sha(bytes);
        Assert.Equal(bytes, warehouse.Archive.Read(hash));
        var rows = warehouse.Submissions.Received(DateTime.MinValue, DateTime.MaxValue).OrderBy(row => row.Receipt, StringComparer.Ordinal).ToList();
        Assert.Equal([TableState.loaded, null, TableState.loaded, null], rows.Select(row => row.State));
        foreach (var poisoned in rows.Where(row => row.State is null))
            Assert.Equal([JobFindings.SetAside], warehouse.Submissions.FindingsOf(warehouse.Submissions.Find(poisoned.Receipt)!.SubmissionId).Select(found => found.Finding.Code));
        // In its unit's folder the verdict, in that of operations where the bytes lie; the file itself among what was taken.
        Assert.Equal(2, Directory.GetFiles(Path.Combine(data.Answers, unit), "已搁置*.txt").Length);
        Assert.Contains("空白模板", File.ReadAllText(Directory.GetFiles(Path.Combine(data.Answers, unit), "已搁置*.txt")[0]), StringComparison.Ordinal);
        var told = Directory.GetFiles(Path.Combine(data.Answers, "未识别单位"), "文件已搁置*.txt");
        Assert.Equal(2, told.Length);
        Assert.All(told, path => Assert.Contains($"archive/{hash[..2]}/{hash}", File.ReadAllText(path), StringComparison.Ordinal));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(data.Inbox, unit, "已收")).Length);
    }

    static T Store<T>(RunningProgram program, Func<OperationsStore, T> ask)
    {
        using var store = new OperationsStore(program.Data, TimeProvider.System);
        return ask(store);
    }
}

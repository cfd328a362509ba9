using Reporting.Etl.Jobs;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Demo;

/// <summary>Plays a plan of events through the office, day by day: sheets go into the inbox, the scheduled jobs do the rest.</summary>
sealed class DemoYear(Office office, DemoClock clock, Action<string> say)
{
    const int ReportDay = 15;

    readonly JobRunner runner = new(office);
    DateOnly nextReport;

    public async Task Play(DemoPlan plan, int year, CancellationToken cancel)
    {
        nextReport = new(year, 2, ReportDay);
        foreach (var day in plan.Events.GroupBy(each => ShanghaiTime.DateOf(each.At)))
        {
            cancel.ThrowIfCancellationRequested();
            await ReportUntil(day.Key);
            foreach (var each in day) await Do(each);
            await Pull(DemoClock.At(day.Key, 18));
        }
        await ReportUntil(new(year + 1, 1, ReportDay + 1));
    }

    async Task Do(DemoEvent each)
    {
        var folder = Path.Combine(office.Data.Inbox, each.OrgUnit);
        var path = Path.Combine(folder, each.FileName);
        // What was put there before is taken before it is sent again or taken back.
        if (File.Exists(path) || each.Kind is DemoEventKind.duplicate or DemoEventKind.withdrawal) await Pull(each.At);
        clock.MoveTo(each.At);
        if (each.Kind == DemoEventKind.withdrawal) TakeBackLast(each);
        else
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(path, each.Bytes);
            File.SetLastWriteTimeUtc(path, each.At);
        }
    }

    void TakeBackLast(DemoEvent each)
    {
        var row = office.Warehouse.Submissions.Received(each.At.AddDays(-40), each.At.AddMinutes(1))
            .First(row => row.ChannelUnit == each.OrgUnit && row.FileName == each.FileName && row.State == TableState.loaded);
        TakeBack.Run(office.Warehouse, office.Warehouse.Submissions.Find(row.Receipt)!, TableState.withdrawn, "发现漏统计一批人员，撤回重报", each.OrgUnit, office.Now);
        office.CarryNotices();
    }

    async Task Pull(DateTime at)
    {
        clock.MoveTo(at);
        await RunJob("pull-submissions");
    }

    async Task ReportUntil(DateOnly day)
    {
        for (; nextReport < day; nextReport = nextReport.AddMonths(1))
        {
            clock.MoveTo(DemoClock.At(nextReport, 9));
            await RunJob("issue-editions");
            say(Period.Month(nextReport).Next(-1).InWords());
        }
    }

    // Through the same catalog and runner as the schedule's firings, so that the demo's runs are there to be seen.
    async Task RunJob(string kind)
    {
        var entry = office.JobsFile.Jobs.First(job => job.Job == kind);
        var run = runner.Record(entry, RunCause.hand, "demo", null)!.Value;
        await runner.Run(run, CancellationToken.None);
        if (office.Operations.Run(run) is { State: not RunState.succeeded } failed)
            throw new FailureException(
                $"演示在 {ShanghaiTime.Print(office.Now)} 的 {kind} 上失败：{FirstLine(failed.Error)}；详情用 jobs show {run} 查看。",
                $"the demo failed at {ShanghaiTime.Print(office.Now)} in {kind}: {FirstLine(failed.Error)}; see jobs show {run}");
    }
    static string? FirstLine(string? error) => error?.Split('\n')[0].TrimEnd();
}

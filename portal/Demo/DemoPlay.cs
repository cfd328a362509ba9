using System.Diagnostics;
using Reporting.Etl.Jobs;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Demo;

/// <summary>Plays a plan of events through the office, day by day: sheets go into the inbox, the scheduled jobs do the rest.</summary>
sealed class DemoPlay(Office office, DemoClock clock, Action<string> say)
{
    const int ReportDay = 15;

    readonly JobRunner runner = new(office);
    readonly Dictionary<string, double> seconds = new() { ["generate"] = 0, ["receive"] = 0, ["read"] = 0, ["check"] = 0, ["load"] = 0, ["answer"] = 0, ["editions"] = 0 };

    /// <summary>Seconds that only the play itself knows: painting the sheets, rendering the workbooks.</summary>
    public IReadOnlyDictionary<string, double> Seconds => seconds;

    /// <summary>All events, and on the 15th after the last month its workbooks: the schedule's other months are left out, to save their time.</summary>
    /// <param name="decisions">What people decide besides, in order of time.</param>
    public async Task Play(DemoPlan plan, Period last, IReadOnlyList<DemoDecision> decisions, CancellationToken cancel)
    {
        var (reportAt, reported, waiting) = (DemoClock.At(last.Next().Start.AddDays(ReportDay - 1), 9), false, new Queue<DemoDecision>(decisions));
        foreach (var day in plan.Events.GroupBy(each => ShanghaiTime.DateOf(each.At)))
        {
            cancel.ThrowIfCancellationRequested();
            var (opens, month) = (DemoClock.At(day.Key, 8, 30), Period.Month(ShanghaiTime.DateOf(office.Now)));
            while (waiting.TryPeek(out var decision) && decision.At < opens) Decide(waiting.Dequeue());
            if (!reported && reportAt < opens) reported = await Report(reportAt);
            if (month < Period.Month(day.Key)) say(month.InWords());
            foreach (var each in day) await Do(each);
            await Pull(DemoClock.At(day.Key, 18));
        }
        while (waiting.TryDequeue(out var decision)) Decide(decision);
        if (!reported) await Report(reportAt);
    }

    void Decide(DemoDecision decision)
    {
        clock.MoveTo(decision.At);
        decision.Do(office);
    }

    async Task Do(DemoEvent each)
    {
        clock.MoveTo(each.At);
        if (each.Kind == DemoEventKind.withdrawal)
        {
            TakeBackLast(each);
            return;
        }
        var folder = Path.Combine(office.Data.Inbox, each.OrgUnit);
        var path = Path.Combine(folder, each.FileName);
        if (File.Exists(path)) throw new InvalidOperationException($"{each.OrgUnit} sends two files named {each.FileName} on one day");
        Directory.CreateDirectory(folder);
        var began = Stopwatch.GetTimestamp();
        var bytes = each.Bytes;
        seconds["generate"] += Stopwatch.GetElapsedTime(began).TotalSeconds;
        await File.WriteAllBytesAsync(path, bytes);
        File.SetLastWriteTimeUtc(path, each.At);
    }

    void TakeBackLast(DemoEvent each)
    {
        var row = office.Warehouse.Submissions.Received(each.At.AddDays(-40), each.At.AddMinutes(1))
            .First(row => row.ChannelUnit == each.OrgUnit && row.FileName == each.FileName && row.State == TableState.loaded);
        TakeBack.Run(office.Warehouse, office.Warehouse.Submissions.Find(row.Receipt)!, TableState.withdrawn, "发现漏统计一批人员，撤回重报", each.OrgUnit, office.Limits, office.Now);
        office.CarryNotices();
    }

    async Task Pull(DateTime at)
    {
        clock.MoveTo(at);
        await RunJob("pull-submissions");
    }

    async Task<bool> Report(DateTime at)
    {
        clock.MoveTo(at);
        var began = Stopwatch.GetTimestamp();
        await RunJob("issue-editions");
        seconds["editions"] += Stopwatch.GetElapsedTime(began).TotalSeconds;
        return true;
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

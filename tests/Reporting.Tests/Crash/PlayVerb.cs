using Reporting.Etl.Jobs;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Portal.Demo;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Tests.Crash;

/// <summary>
/// Plays <see cref="PlayedMonths"/> on a data folder by the office's own jobs and runner, from where an earlier process was stopped. How far
/// that came is read off the recorded runs, as the program itself does: what lies before the last recorded firing has happened.
/// </summary>
sealed class PlayVerb(Office office, DemoClock clock)
{
    public static Verb Verb { get; } = new("play", "", "") { RunAlone = Run, Begins = Beginning.Anywhere };

    readonly JobRunner runner = new(office);

    static async Task<Answer> Run(Request request, DataFolder data, Installation installation, CancellationToken interrupt)
    {
        PlayedDistrict.Write(data);
        var clock = new DemoClock(PlayedMonths.Begin);
        using var office = new Office(data, installation with { Jobs = JobCatalog.Shipped, Time = clock });
        await new PlayVerb(office, clock).Play(interrupt);
        return Answer.Done("played");
    }

    async Task Play(CancellationToken interrupt)
    {
        var begun = office.Operations.LatestRuns(1) is [var latest] ? latest.ScheduledFor!.Value.UtcDateTime : DateTime.MinValue;
        clock.MoveTo(begun);
        ForgiveFiles(office.Data);
        _ = office.Warehouse; // as serve does: first what is half done comes to its end, then the jobs
        foreach (var run in office.Operations.UnfinishedRuns())
        {
            // Of dozens of kills several meet one run. They are not its doing: as after a stop in good order, the start is not counted.
            if (run.Deaths > 1) office.Operations.GiveBackRun(run.RunId);
            await Finish(run.RunId, interrupt);
        }
        foreach (var step in PlayedMonths.Steps(office.Warehouse.Definitions.Current).Where(step => step.At > begun))
        {
            clock.MoveTo(step.At);
            if (step is Firing firing) await Fire(firing, interrupt);
            else if (step is Sending { Sent: { Kind: DemoEventKind.withdrawal } withdrawal }) TakeBackLoaded(withdrawal);
            else if (step is Sending sending) Put(office.Data, sending.Sent);
        }
    }

    /// <summary>Nor are several kills that meet one file that file's doing: it stays under suspicion and is taken up alone, but is not set aside.</summary>
    static void ForgiveFiles(DataFolder data)
    {
        if (!Directory.Exists(data.UnderWay)) return;
        foreach (var mark in Directory.EnumerateFiles(data.UnderWay))
        {
            using var deaths = new FileStream(mark, FileMode.Open);
            if (deaths.Length > 1) deaths.SetLength(1);
        }
    }

    async Task Fire(Firing firing, CancellationToken interrupt)
    {
        var entry = office.JobsFile.Jobs.Single(job => job.Job == firing.Job);
        await Finish(runner.Record(entry, RunCause.schedule, null, new(firing.At))!.Value, interrupt);
    }

    async Task Finish(long run, CancellationToken interrupt)
    {
        await runner.Run(run, interrupt);
        if (office.Operations.Run(run) is { State: not RunState.succeeded } failed)
            throw new InvalidOperationException($"the run for {failed.ScheduledFor:O} ended {failed.State}: {failed.Error}");
    }

    /// <summary>Appears whole, with the time at which it was sent; putting it again before it is pulled changes nothing.</summary>
    public static void Put(DataFolder data, DemoEvent sent)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.Inbox, sent.OrgUnit)).FullName;
        var draft = Path.Combine(folder, $"{sent.FileName}.part");
        File.WriteAllBytes(draft, sent.Bytes);
        File.SetLastWriteTimeUtc(draft, sent.At);
        File.Move(draft, Path.Combine(folder, sent.FileName), overwrite: true);
    }

    /// <summary>A person asks again until it is done: what is no longer loaded has been taken back.</summary>
    void TakeBackLoaded(DemoEvent withdrawal)
    {
        var loaded = office.Warehouse.Submissions.Received(withdrawal.At.AddDays(-20), withdrawal.At)
            .Where(row => row.ChannelUnit == withdrawal.OrgUnit && row.FileName == withdrawal.FileName && row.State == TableState.loaded);
        foreach (var row in loaded)
            TakeBack.Run(office.Warehouse, office.Warehouse.Submissions.Find(row.Receipt)!, TableState.withdrawn, "漏统计", withdrawal.OrgUnit, office.Limits, office.Now);
        office.CarryNotices();
    }
}

namespace Reporting.Portal;

public sealed partial class Schedule
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>Lines and timelines of runs are kept for so long after their end; the runs for ever.</summary>
    public static readonly TimeSpan LogsKept = TimeSpan.FromDays(180);

    Task watching = Task.CompletedTask;
    JobsFile? applied;
    DateTime prunedOn;

    async Task Watch()
    {
        while (!stopping.IsCancellationRequested)
        {
            try { await Task.Delay(BetweenLooks, office.Time, stopping.Token); }
            catch (OperationCanceledException) { return; }
            await Logged(MakeUpUnrecorded, "What could not be recorded is not yet; it is tried again");
            await Logged(TakeUpEdits, "What was edited in jobs.json is not yet in force; it is tried again");
            await Logged(() => Task.Run(PruneLogs), "Old lines of runs were not cleared; it is tried again");
        }
    }

    /// <summary>Brings the engine to what jobs.json says now. A wrong edit changes nothing and is told once.</summary>
    /// <remarks>What could only be carried out in part (a full disk) is carried out again until it is done.</remarks>
    public async Task TakeUpEdits()
    {
        if (office.Schedules.LookAgain() && office.Schedules.Trouble is { } trouble)
            log.Error("The edited schedule is wrong and the earlier one stays in force: {Trouble}", trouble.Message);
        var (before, after) = (applied!, office.JobsFile);
        if (ReferenceEquals(before, after)) return;
        foreach (var gone in before.Jobs.Where(job => after.Find(job.Id) is null)) await Prune(gone);
        var paused = office.Operations.PausedJobs();
        foreach (var job in after.Jobs) await TakeUp(before.Find(job.Id), job, paused.Contains(job.Id));
        applied = after;
        log.Information("The edited schedule of {Path} counts from now on: {Jobs} jobs", after.Path, after.Jobs.Count);
    }

    async Task Prune(JobEntry gone)
    {
        await Engine.Remove(gone.Id);
        office.Operations.PruneJob(gone.Id);
    }

    async Task TakeUp(JobEntry? before, JobEntry job, bool paused)
    {
        if (!job.Enabled)
        {
            await Engine.Remove(job.Id);
            office.Operations.ForgetJob(job.Id);
        }
        else if (!paused && (before is not { Enabled: true } || before.Timing.Text != job.Timing.Text || before.TimeZone != job.TimeZone))
        {
            office.Operations.Consider(job.SeenUntil(office.Time.GetUtcNow())); // it begins anew
            await Engine.Schedule(job.Id, job.Timing.Looks);
        }
    }

    void PruneLogs()
    {
        var now = office.Time.GetUtcNow();
        if (prunedOn == now.UtcDateTime.Date) return;
        office.Operations.PruneLogs(now - LogsKept);
        prunedOn = now.UtcDateTime.Date;
    }
}

using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Jobs;
using Reporting.Portal.Operations;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Jobs;

/// <summary>作业: what runs when, what runs now, whether stores and engine are well. The same on both engines, for it asks our store alone.</summary>
[For(Role.operations)]
public sealed class IndexModel(Office office) : OfficePage(office)
{
    /// <summary>One entry of the schedule with its next firing and its last run.</summary>
    internal sealed record Entry(JobEntry Job, string Help, bool IsPaused, JobsNext.Coming Coming, JobRun? Last);

    internal IReadOnlyList<Entry> Entries { get; private set; } = [];
    internal IReadOnlyList<JobRun> UnderWay { get; private set; } = [];
    public IReadOnlyList<string> Troubles { get; private set; } = [];
    public IReadOnlyList<(string Name, string? Trouble)> Health { get; private set; } = [];

    public void OnGet()
    {
        var (now, paused) = (Office.Time.GetUtcNow(), Office.Operations.PausedJobs());
        Entries = [.. Office.JobsFile.Jobs.Select(job => new Entry(job, Office.Jobs.Find(job.Job)?.Help ?? job.Job, paused.Contains(job.Id), JobsNext.Of(job, paused.Contains(job.Id), now), Office.Operations.LatestRuns(1, job.Id) is [var last, ..] ? last : null))];
        UnderWay = Office.Operations.UnfinishedRuns();
        Troubles = [.. new[] { Office.Schedules.Trouble?.In("zh") is { } edit ? $"改后的 jobs.json 有错，仍按改前的运行：{edit}" : null, DeliverJob.Trouble(Office)?.Zh }.OfType<string>()];
        Health =
        [
            .. Web.Health.Stores(Office).Select(store => (store.Name switch { "operations" => "运行库 operations.sqlite", "warehouse" => "数据仓库 warehouse.duckdb", _ => "磁盘" }, store.Trouble())),
            ($"调度引擎 {Office.Schedule?.Engine.Name}", Office.Schedule is { Ready: true } ? null : "没有在运行；重新启动 reporting serve"),
        ];
    }

    public IActionResult OnPostRun(string id)
    {
        if (Office.JobsFile.Find(id) is null) return NotFound();
        return Act(JobsRun.Verb, null, ("ID", id), (JobsRun.NoWait.Name, "")) ? Redirect($"/jobs/runs/{Office.Operations.LatestRuns(1, id)[0].RunId}") : Redirect("/jobs");
    }

    public IActionResult OnPostPause(string id, string? reason) => Switched(JobsPause.Verb, id, reason);

    public IActionResult OnPostResume(string id, string? reason) => Switched(JobsResume.Verb, id, reason);

    IActionResult Switched(Verb verb, string id, string? reason)
    {
        if (Office.JobsFile.Find(id) is null) return NotFound();
        Act(verb, reason, ("ID", id));
        return Redirect("/jobs");
    }
}

using Reporting.Portal.Jobs;

namespace Reporting.Portal.Commands;

/// <summary>Which jobs there are, by jobs.json.</summary>
static class JobsList
{
    public static Verb Verb { get; } = new("jobs list", "列出定时任务", "the jobs of jobs.json") { Run = Run };

    /// <summary>What is said of the schedule, with what is wrong with an edit that is not in force.</summary>
    public static Answer WithTrouble(Request request, Office office, string said) => new(0, said, office.Schedules.Trouble is not { } trouble ? ""
        : request.Say($"改后的文件有错，仍按改前的运行：{trouble.In("zh")}", $"The edited file is wrong and the earlier one stays in force: {trouble.In("en")}"));

    static Answer Run(Request request, Office office)
    {
        var paused = office.Operations.PausedJobs();
        var (file, trouble, mail) = (office.JobsFile, office.Schedules.Trouble, DeliverJob.Trouble(office));
        var jobs = file.Jobs.Select(job => new
        {
            job.Id, job.Job, Cron = job.Timing is Cron ? job.Timing.Text : null, On = job.Timing is Cron ? null : job.Timing.Text, job.TimeZone,
            Arguments = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(job.Arguments), job.Retries, job.RetryAfterSeconds, job.BackOff,
            job.RetryAtMostSeconds, job.TimeLimitMinutes, job.Overlap, job.CatchUp, job.CatchUpWithinHours, job.Recipients, job.Enabled, Paused = paused.Contains(job.Id),
        }).ToList();
        if (request.Json) return Answer.Document(new { file = file.Path, trouble = trouble?.In(request.Lang), mail = mail is { } none ? request.Say(none.Zh, none.En) : null, jobs });
        var lines = jobs.Select(job => string.Join("  ", job.Id, job.Job, job.Cron ?? job.On, job.TimeZone, State(job.Enabled, job.Paused))).ToList();
        if (lines.Count == 0) lines.Add(request.Say($"{file.Path} 里没有任务。", $"There are no jobs in {file.Path}."));
        if (mail is { } said) lines.Add(request.Say(said.Zh, said.En));
        return WithTrouble(request, office, string.Join('\n', lines));

        string State(bool enabled, bool isPaused) =>
            !enabled ? request.Say("未启用", "disabled") : isPaused ? request.Say("已暂停", "paused") : request.Say("启用", "enabled");
    }
}

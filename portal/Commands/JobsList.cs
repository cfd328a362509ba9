namespace Reporting.Portal.Commands;

/// <summary>Which jobs there are, by jobs.json.</summary>
static class JobsList
{
    public static Verb Verb { get; } = new("jobs list", "列出定时任务", "the jobs of jobs.json") { Run = Run };

    static Answer Run(Request request, Office office)
    {
        var paused = office.Operations.PausedJobs();
        var jobs = office.JobsFile.Jobs.Select(job => new
        {
            job.Id, job.Job, Cron = job.Cron.Text, job.TimeZone, Arguments = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(job.Arguments),
            job.Retries, job.RetryAfterSeconds, job.Enabled, Paused = paused.Contains(job.Id),
        }).ToList();
        if (request.Json) return Answer.Document(new { file = office.JobsFile.Path, jobs });
        if (jobs.Count == 0) return Answer.Done(request.Say($"{office.JobsFile.Path} 里没有任务。", $"There are no jobs in {office.JobsFile.Path}."));
        return Answer.Done(string.Join('\n', jobs.Select(job => string.Join("  ", job.Id, job.Job, job.Cron, job.TimeZone, State(job.Enabled, job.Paused)))));

        string State(bool enabled, bool isPaused) =>
            !enabled ? request.Say("未启用", "disabled") : isPaused ? request.Say("已暂停", "paused") : request.Say("启用", "enabled");
    }
}

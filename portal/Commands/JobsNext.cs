using System.Globalization;

namespace Reporting.Portal.Commands;

/// <summary>When each job fires next; the same whether or not the program serves.</summary>
static class JobsNext
{
    public static Verb Verb { get; } = new("jobs next", "每个任务下次何时运行", "when each job fires next") { Run = Run };

    static Answer Run(Request request, Office office)
    {
        var (now, paused) = (office.Time.GetUtcNow(), office.Operations.PausedJobs());
        var jobs = office.JobsFile.Jobs.Select(job => new
        {
            job.Id,
            Next = job.Enabled && !paused.Contains(job.Id) && job.Timing.Next(now) is { } next ? TimeZoneInfo.ConvertTime(next, job.Timing.Zone) : (DateTimeOffset?)null,
            job.TimeZone,
            Provisional = job.Timing.Next(now) is { } coming && job.Timing.IsProvisional(coming),
        }).ToList();
        if (request.Json) return Answer.Document(new { jobs });
        return JobsList.WithTrouble(request, office, string.Join('\n', jobs.Select(job =>
            $"{job.Id}  {job.Next?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? request.Say("不运行", "never")}  {job.TimeZone}{(job.Provisional && job.Next is not null ? request.Say("  暂定（该年放假安排未发布）", "  provisional (the year's holidays are not published)") : "")}")));
    }
}

using System.Globalization;

namespace Reporting.Portal.Commands;

/// <summary>When each job fires next; the same whether or not the program serves.</summary>
static class JobsNext
{
    public static Verb Verb { get; } = new("jobs next", "每个任务下次何时运行", "when each job fires next") { Run = Run };

    /// <summary>When one job fires next, by its own zone; null: never, as it stands.</summary>
    /// <param name="Provisional">The firing may still move: the holidays of its year are not published.</param>
    internal sealed record Coming(string Id, DateTimeOffset? Next, string TimeZone, bool Provisional);

    internal static Coming Of(JobEntry job, bool paused, DateTimeOffset now) => job.Timing.Next(now) is var next && job.Enabled && !paused && next is not null
        ? new(job.Id, TimeZoneInfo.ConvertTime(next.Value, job.Timing.Zone), job.TimeZone, job.Timing.IsProvisional(next.Value))
        : new(job.Id, null, job.TimeZone, next is { } coming && job.Timing.IsProvisional(coming));

    static Answer Run(Request request, Office office)
    {
        var (now, paused) = (office.Time.GetUtcNow(), office.Operations.PausedJobs());
        var jobs = office.JobsFile.Jobs.Select(job => Of(job, paused.Contains(job.Id), now)).ToList();
        if (request.Json) return Answer.Document(new { jobs });
        return JobsList.WithTrouble(request, office, string.Join('\n', jobs.Select(job =>
            $"{job.Id}  {job.Next?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? request.Say("不运行", "never")}  {job.TimeZone}{(job.Provisional && job.Next is not null ? request.Say("  暂定（该年放假安排未发布）", "  provisional (the year's holidays are not published)") : "")}")));
    }
}

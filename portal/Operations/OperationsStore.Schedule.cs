namespace Reporting.Portal.Operations;

public sealed partial class OperationsStore
{
    public IReadOnlyList<Considered> Considered() => Query<Considered>("Schedule/Considered.sql");

    public void Consider(Considered considered) => Execute("Schedule/Consider.sql", Row(considered));

    /// <summary>The job is not scheduled; what it missed meanwhile is never made good.</summary>
    public void ForgetJob(string jobId) => Execute("Schedule/ForgetJob.sql", new { jobId });

    /// <summary>The job is gone from the file.</summary>
    public void PruneJob(string jobId)
    {
        ForgetJob(jobId);
        Execute("Schedule/PrunePause.sql", new { jobId });
    }

    public void PauseJob(string jobId, string by, string? reason) => Execute("Schedule/PauseJob.sql", new { jobId, by, reason, at = time.GetUtcNow() });

    public void ResumeJob(string jobId) => Execute("Schedule/ResumeJob.sql", new { jobId });

    public IReadOnlySet<string> PausedJobs() => Query<string>("Schedule/PausedJobs.sql").ToHashSet();

    static object Row(Considered considered) =>
        new { jobId = considered.JobId, cron = considered.Cron, timeZone = considered.TimeZone, until = considered.Until };
}

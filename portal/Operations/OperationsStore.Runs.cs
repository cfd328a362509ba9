using Dapper;

namespace Reporting.Portal.Operations;

public sealed partial class OperationsStore
{
    /// <summary>Records a run and, for a firing, that it was seen to, in one transaction. Null: this firing is already recorded.</summary>
    public long? RecordRun(NewRun run, Considered? firing = null)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        var row = new
        {
            run.JobId, run.Job, run.Arguments, Cause = run.Cause.ToString(), run.By, run.ScheduledFor, run.Attempts, run.RetryAfterSeconds,
            RecordedAt = time.GetUtcNow(),
        };
        var runId = connection.Query<long?>(OperationsSql.Of("Runs/RecordRun.sql"), row, transaction).SingleOrDefault();
        if (firing is not null) connection.Execute(OperationsSql.Of("Schedule/Consider.sql"), Row(firing), transaction);
        transaction.Commit();
        return runId;
    }

    public void StartRun(long runId) => Execute("Runs/StartRun.sql", new { runId, at = time.GetUtcNow() });

    public void RetryRun(long runId, string error, DateTimeOffset nextAttemptAt) => Execute("Runs/RetryRun.sql", new { runId, error, nextAttemptAt });

    /// <summary>The program stops; the next start takes the run up again.</summary>
    public void GiveBackRun(long runId) => Execute("Runs/GiveBackRun.sql", new { runId });

    public void FinishRun(long runId, RunState state, string? outcome, string? error) =>
        Execute("Runs/FinishRun.sql", new { runId, state = state.ToString(), outcome, error, at = time.GetUtcNow() });

    public void ShowProgress(long runId, long done, long? total) => Execute("Runs/ShowProgress.sql", new { runId, done, total });

    public void AddLogLine(long runId, string level, string line) => Execute("Runs/AddLogLine.sql", new { runId, level, line, at = time.GetUtcNow() });

    /// <summary>Several lines in one commit: each commit waits for the disk.</summary>
    public void AddLogLines(long runId, string level, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0) Execute("Runs/AddLogLines.sql", new { runId, level, lines = System.Text.Json.JsonSerializer.Serialize(lines), at = time.GetUtcNow() });
    }

    public JobRun? Run(long runId) => Query<JobRun>("Runs/OneRun.sql", new { runId }).SingleOrDefault();

    public IReadOnlyList<RunLogLine> LogOfRun(long runId) => Query<RunLogLine>("Runs/LogOfRun.sql", new { runId });

    public IReadOnlyList<JobRun> UnfinishedRuns() => Query<JobRun>("Runs/UnfinishedRuns.sql");

    public IReadOnlyList<JobRun> LatestRuns(int limit, string? jobId = null) => Query<JobRun>("Runs/LatestRuns.sql", new { limit, jobId });
}

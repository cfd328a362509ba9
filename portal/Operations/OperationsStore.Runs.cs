using System.Text.Json;
using Dapper;

namespace Reporting.Portal.Operations;

public sealed partial class OperationsStore
{
    /// <summary>Records a run and, for a firing, that it was seen to, in one transaction. Null: this firing is already recorded.</summary>
    public long? RecordRun(NewRun run, Considered? firing = null)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        var at = time.GetUtcNow();
        var row = new
        {
            run.JobId, run.Job, run.Arguments, Cause = run.Cause.ToString(), run.By, run.ScheduledFor, run.Attempts, run.RetryAfterSeconds, RecordedAt = at,
            State = (run.Skipped is null ? RunState.queued : RunState.skipped).ToString(), EndedAt = run.Skipped is null ? (DateTimeOffset?)null : at, run.Skipped,
            BackOff = run.BackOff.ToString(), run.RetryAtMostSeconds, run.TimeLimitMinutes, run.Recipients, run.RetryOf,
        };
        var runId = connection.Query<long?>(OperationsSql.Of("Runs/RecordRun.sql"), row, transaction).SingleOrDefault();
        if (runId is not null) connection.Execute(OperationsSql.Of("Runs/AddMove.sql"), new { runId, at, cause = run.Skipped ?? Said(run) }, transaction);
        if (firing is not null) connection.Execute(OperationsSql.Of("Schedule/Consider.sql"), Row(firing), transaction);
        transaction.Commit();
        return runId;
    }

    static string Said(NewRun run) => run.RetryOf is { } old ? $"run {old} once more, asked for by {run.By}" : run.By is { } by ? $"{run.Cause} by {by}" : $"{run.Cause}";

    /// <summary>False where the run has ended meanwhile: somebody cancelled it.</summary>
    public bool StartRun(long runId) => Move(runId, "Runs/StartRun.sql", "an attempt begins", at => new { runId, at });

    public void RetryRun(long runId, string error, DateTimeOffset nextAttemptAt, string cause) =>
        Move(runId, "Runs/RetryRun.sql", cause, _ => new { runId, error, nextAttemptAt });

    /// <summary>The program stops; the next start takes the run up again.</summary>
    public void GiveBackRun(long runId) => Move(runId, "Runs/GiveBackRun.sql", "the program stops; taken up again at its next start", _ => new { runId });

    public void FinishRun(long runId, RunState state, string? outcome, string? error, string cause) =>
        Move(runId, "Runs/FinishRun.sql", cause, at => new { runId, state = state.ToString(), outcome, error, at });

    /// <summary>Ends a run that is not under way. False where it is, or has ended.</summary>
    /// <param name="alsoRunning">Nobody runs it: it is what a process left that has died.</param>
    public bool CancelRun(long runId, string reason, bool alsoRunning) =>
        Move(runId, "Runs/CancelRun.sql", reason, at => new { runId, at, reason, alsoRunning });

    /// <summary>A change of state and its line of the timeline, in one transaction. False where nothing changed.</summary>
    bool Move(long runId, string statement, string cause, Func<DateTimeOffset, object> parameters)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var at = time.GetUtcNow();
        if (connection.Execute(OperationsSql.Of(statement), parameters(at), transaction) == 0) return false;
        connection.Execute(OperationsSql.Of("Runs/AddMove.sql"), new { runId, at, cause }, transaction);
        transaction.Commit();
        return true;
    }

    public void ShowProgress(long runId, long done, long? total) => Execute("Runs/ShowProgress.sql", new { runId, done, total });

    public void AddLogLine(long runId, string level, string line, string? submission = null) =>
        Execute("Runs/AddLogLine.sql", new { runId, level, line, submission, at = time.GetUtcNow() });

    /// <summary>Several lines in one commit: each commit waits for the disk.</summary>
    public void AddLogLines(long runId, string level, IReadOnlyList<(string? Submission, string Line)> lines)
    {
        if (lines.Count == 0) return;
        var pairs = JsonSerializer.Serialize(lines.Select(line => new[] { line.Submission, line.Line }));
        Execute("Runs/AddLogLines.sql", new { runId, level, lines = pairs, at = time.GetUtcNow() });
    }

    /// <summary>Forgets lines and timelines of runs that ended before the moment; the runs themselves and what they did stay for ever.</summary>
    public void PruneLogs(DateTimeOffset before)
    {
        Execute("Runs/PruneLog.sql", new { before });
        Execute("Runs/PruneMoves.sql", new { before });
    }

    public JobRun? Run(long runId) => Query<JobRun>("Runs/OneRun.sql", new { runId }).SingleOrDefault();

    /// <param name="limit">Of more lines the last; without it all of them.</param>
    public IReadOnlyList<RunLogLine> LogOfRun(long runId, int limit = -1) => Query<RunLogLine>("Runs/LogOfRun.sql", new { runId, limit });

    public IReadOnlyList<RunMove> MovesOfRun(long runId) => Query<RunMove>("Runs/MovesOfRun.sql", new { runId });

    public IReadOnlyList<JobRun> UnfinishedRuns() => Query<JobRun>("Runs/UnfinishedRuns.sql");

    /// <param name="before">Only runs recorded before this one: the next page of a list.</param>
    public IReadOnlyList<JobRun> LatestRuns(int limit, string? jobId = null, RunState? state = null, long? before = null) =>
        Query<JobRun>("Runs/LatestRuns.sql", new { limit, jobId, state = state?.ToString(), before });
}

namespace Reporting.Portal.Operations;

public enum RunState { queued, running, succeeded, failed, cancelled, set_aside }

/// <summary>schedule: its time came; catch_up: its time had passed unseen; hand: somebody asked.</summary>
public enum RunCause { schedule, catch_up, hand }

/// <summary>One run of a job.</summary>
/// <param name="JobId">The entry of jobs.json; <paramref name="Job"/> is the method it names.</param>
/// <param name="ScheduledFor">The firing it stands for; null when asked for by hand.</param>
/// <param name="Attempt">Counts from 1 up to <paramref name="Attempts"/>.</param>
/// <param name="Starts">How often it began, those included that the process did not survive.</param>
public sealed record JobRun(
    long RunId, string JobId, string Job, string Arguments, RunCause Cause, string? By, DateTimeOffset? ScheduledFor, RunState State,
    long Attempt, long Attempts, long RetryAfterSeconds, long Starts, DateTimeOffset RecordedAt, DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt, DateTimeOffset? NextAttemptAt, long? ProgressDone, long? ProgressTotal, string? Outcome, string? Error)
{
    /// <summary>Starts that no end was recorded for: neither a failed attempt nor a stop in good order.</summary>
    public long Deaths => Starts - (Attempt - 1);
}

public sealed record NewRun(
    string JobId, string Job, string Arguments, RunCause Cause, string? By, DateTimeOffset? ScheduledFor, long Attempts, long RetryAfterSeconds);

public sealed record RunLogLine(DateTimeOffset At, string Level, string Line);

/// <summary>Up to when a job's firings have been seen to, under the cron that counted then.</summary>
public sealed record Considered(string JobId, string Cron, string TimeZone, DateTimeOffset Until);

/// <summary>One notice as it stands in the warehouse's outbox. <paramref name="Key"/> is the same for every copy of it.</summary>
public sealed record CopiedNotice(
    string Key, string Kind, string? District, string? OrgUnit, string Subject, string Body, DateTimeOffset CreatedAt);

public sealed record AuditEntry(
    DateTimeOffset At, string Login, string Verb, string Arguments, string? Reason, long ExitCode, string? Message);

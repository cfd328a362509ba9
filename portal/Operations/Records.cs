namespace Reporting.Portal.Operations;

/// <summary>skipped: a firing that was not run, with the reason as its error.</summary>
public enum RunState { queued, running, succeeded, failed, cancelled, set_aside, skipped }

/// <summary>schedule: its time came; catch_up: its time had passed unseen; hand: somebody asked; retry: somebody asked for an ended run once more.</summary>
public enum RunCause { schedule, catch_up, hand, retry }

/// <summary>One run of a job.</summary>
/// <param name="JobId">The entry of jobs.json; <paramref name="Job"/> is the method it names.</param>
/// <param name="ScheduledFor">The firing it stands for; null when asked for by hand.</param>
/// <param name="Attempt">Counts from 1 up to <paramref name="Attempts"/>.</param>
/// <param name="Starts">How often it began, those included that the process did not survive.</param>
/// <param name="Recipients">A JSON list.</param>
/// <param name="RetryOf">The run that this one does once more.</param>
public sealed record JobRun(
    long RunId, string JobId, string Job, string Arguments, RunCause Cause, string? By, DateTimeOffset? ScheduledFor, RunState State,
    long Attempt, long Attempts, long RetryAfterSeconds, long Starts, DateTimeOffset RecordedAt, DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt, DateTimeOffset? NextAttemptAt, long? ProgressDone, long? ProgressTotal, string? Outcome, string? Error,
    BackOff BackOff, long RetryAtMostSeconds, long TimeLimitMinutes, string Recipients, long? RetryOf)
{
    /// <summary>Starts that no end was recorded for: neither a failed attempt nor a stop in good order.</summary>
    public long Deaths => Starts - (Attempt - 1);

    /// <summary>How long to wait after the attempt at hand has failed.</summary>
    public TimeSpan RetryAfter => TimeSpan.FromSeconds(Math.Min(RetryAtMostSeconds,
        BackOff == BackOff.exponential ? RetryAfterSeconds * Math.Pow(2, Attempt - 1) : RetryAfterSeconds));

    public bool HasEnded => State is not (RunState.queued or RunState.running);
}

public sealed record NewRun(
    string JobId, string Job, string Arguments, RunCause Cause, string? By, DateTimeOffset? ScheduledFor, long Attempts, long RetryAfterSeconds)
{
    public BackOff BackOff { get; init; }
    public long RetryAtMostSeconds { get; init; } = 3600;
    public long TimeLimitMinutes { get; init; } = 120;
    public string Recipients { get; init; } = "[]";
    public long? RetryOf { get; init; }

    /// <summary>Why this firing is not run; null: it is.</summary>
    public string? Skipped { get; init; }

    /// <summary>The same work once more; a firing stays the one that it stood for.</summary>
    public static NewRun Again(JobRun run, string? by) => new(run.JobId, run.Job, run.Arguments, RunCause.retry, by, run.ScheduledFor, run.Attempts, run.RetryAfterSeconds)
    {
        BackOff = run.BackOff, RetryAtMostSeconds = run.RetryAtMostSeconds, TimeLimitMinutes = run.TimeLimitMinutes, Recipients = run.Recipients, RetryOf = run.RunId,
    };
}

/// <param name="Submission">The receipt of the submission that the line is about, where it is about one.</param>
public sealed record RunLogLine(DateTimeOffset At, string Level, string Line, string? Submission);

/// <summary>One change of a run's state: when, to what, in which attempt, and why.</summary>
public sealed record RunMove(DateTimeOffset At, RunState State, long Attempt, string Cause);

/// <summary>Up to when a job's firings have been seen to, under the cron that counted then.</summary>
public sealed record Considered(string JobId, string Cron, string TimeZone, DateTimeOffset Until);

/// <summary>One notice as it stands in the warehouse's outbox. <paramref name="Key"/> is the same for every copy of it.</summary>
public sealed record CopiedNotice(
    string Key, string Kind, string? District, string? OrgUnit, string Subject, string Body, DateTimeOffset CreatedAt);

/// <param name="FromAddress">Where it was asked from; null: on the machine itself.</param>
public sealed record AuditEntry(
    DateTimeOffset At, string Login, string Verb, string Arguments, string? Reason, long ExitCode, string? Message, string? FromAddress = null);

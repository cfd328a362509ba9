using System.Text.Json;
using Reporting.Portal.Operations;

namespace Reporting.Portal;

/// <summary>How the wait before the next attempt grows: not at all, or twofold each time.</summary>
public enum BackOff { @fixed, exponential }

/// <summary>What becomes of a firing while an earlier run of the entry is under way: recorded as skipped, or run after it.</summary>
public enum Overlap { skip, queue }

/// <summary>What becomes of firings that passed while nobody served: the latest is made good, or none.</summary>
public enum CatchUp { once, none }

/// <summary>One line of jobs.json: which job runs when, with which arguments.</summary>
/// <param name="Id">Names this entry everywhere; two entries may name the same job.</param>
/// <param name="Arguments">A JSON object, checked against the job's own list.</param>
public sealed record JobEntry(string Id, string Job, Timing Timing, string TimeZone, string Arguments)
{
    /// <summary>Attempts after the first one that failed.</summary>
    public int Retries { get; init; }
    public int RetryAfterSeconds { get; init; } = 60;
    public BackOff BackOff { get; init; }

    /// <summary>The longest wait between two attempts.</summary>
    public int RetryAtMostSeconds { get; init; } = 3600;

    /// <summary>An attempt that takes longer is cancelled and has failed.</summary>
    public int TimeLimitMinutes { get; init; } = 120;
    public Overlap Overlap { get; init; }
    public CatchUp CatchUp { get; init; }

    /// <summary>A missed firing that is older is not made good; null: however old.</summary>
    public int? CatchUpWithinHours { get; init; }

    /// <summary>Mail addresses and <c>role:</c> names.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
    public bool Enabled { get; init; } = true;

    public NewRun NewRun(RunCause cause, string? by, DateTimeOffset? scheduledFor) => new(Id, Job, Arguments, cause, by, scheduledFor, Retries + 1, RetryAfterSeconds)
    {
        BackOff = BackOff, RetryAtMostSeconds = RetryAtMostSeconds, TimeLimitMinutes = TimeLimitMinutes, Recipients = JsonSerializer.Serialize(Recipients),
    };

    public Considered SeenUntil(DateTimeOffset until) => new(Id, Timing.Text, TimeZone, until);
}

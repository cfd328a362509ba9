using System.Text.Json;
using Reporting.Portal.Operations;

namespace Reporting.Portal.Commands;

/// <summary>A run as <c>--json</c> prints it: what is stored as JSON text is shown as JSON.</summary>
static class PrintedRun
{
    public static object Of(JobRun run) => new
    {
        run.RunId, Id = run.JobId, run.Job, Arguments = Json(run.Arguments), run.Cause, run.By, run.ScheduledFor, run.State, run.Attempt, run.Attempts,
        run.Starts, run.RetryOf, run.BackOff, run.TimeLimitMinutes, Recipients = Json(run.Recipients), run.RecordedAt, run.StartedAt, run.EndedAt, run.NextAttemptAt, Progress = new { Done = run.ProgressDone, Total = run.ProgressTotal },
        Outcome = Json(run.Outcome), run.Error,
    };

    static JsonElement? Json(string? text) => text is null ? null : JsonSerializer.Deserialize<JsonElement>(text);
}

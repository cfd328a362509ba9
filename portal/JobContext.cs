using System.Text.Json;

namespace Reporting.Portal;

/// <summary>What a job is given: the office, its arguments, and where to tell how it goes.</summary>
/// <param name="ScheduledFor">The firing it stands for; null when asked for by hand.</param>
/// <param name="StartedAt">The job's now: asked once, so that one run sees one time.</param>
/// <param name="Stopping">Cancelled when the program stops (the run is then taken up again at the next start), when somebody cancels the run, and when its time is over.</param>
public sealed record JobContext(
    Office Office, long RunId, string JobId, JsonElement Arguments, DateTimeOffset? ScheduledFor, DateTimeOffset StartedAt, CancellationToken Stopping)
{
    /// <summary>Mail addresses and <c>role:</c> names that the entry of jobs.json gives for whom the work is done; none where it gives none.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>The argument as text, or null where jobs.json does not give it.</summary>
    public string? Argument(string name) => Arguments.TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>A whole number, or <paramref name="otherwise"/> where jobs.json does not give it.</summary>
    public int Whole(string name, int otherwise) => Arguments.TryGetProperty(name, out var value) ? value.GetInt32() : otherwise;

    /// <summary>Whether jobs.json gives it as true.</summary>
    public bool Flag(string name) => Arguments.TryGetProperty(name, out var value) && value.GetBoolean();

    /// <summary>The texts of a list, none where jobs.json does not give it.</summary>
    public IReadOnlyList<string> Texts(string name) => Arguments.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(text => text.GetString()!)] : [];

    public void Log(string line) => Office.Operations.AddLogLine(RunId, "info", line);

    public void Log(IEnumerable<string> lines) => Office.Operations.AddLogLines(RunId, "info", [.. lines]);

    public void Warn(string line) => Office.Operations.AddLogLine(RunId, "warning", line);

    /// <summary>n of m; m is null while it is not known.</summary>
    public void Progress(long done, long? total = null) => Office.Operations.ShowProgress(RunId, done, total);
}

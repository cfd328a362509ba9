using System.Text.Json;
using Serilog.Context;
using Serilog.Core;
using Serilog.Events;
using ILogger = Serilog.ILogger;

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

    /// <summary>The program's own log; its lines carry the run's number.</summary>
    public ILogger Written { get; init; } = Logger.None;

    /// <param name="submission">The receipt that the line is about, where it is about one.</param>
    public void Log(string line, string? submission = null) => Log([(submission, line)]);

    public void Log(IEnumerable<string> lines) => Log(lines.Select(line => ((string?)null, line)));

    /// <summary>Lines that stand together, each with the receipt that it is about.</summary>
    public void Log(IEnumerable<(string? Submission, string Line)> lines) => Add("info", LogEventLevel.Information, lines);

    public void Warn(string line, string? submission = null)
    {
        Office.Operations.AddLogLine(RunId, "warning", line, submission);
        Write(LogEventLevel.Warning, line, submission);
    }

    /// <summary>Warnings that stand together, each with the receipt that it is about.</summary>
    public void Warn(IEnumerable<(string? Submission, string Line)> lines) => Add("warning", LogEventLevel.Warning, lines);

    void Add(string word, LogEventLevel level, IEnumerable<(string? Submission, string Line)> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0) Office.Operations.AddLogLines(RunId, word, all);
        foreach (var (submission, line) in all) Write(level, line, submission);
    }

    void Write(LogEventLevel level, string line, string? submission)
    {
        using var named = submission is null ? null : LogContext.PushProperty("Submission", submission);
        Written.Write(level, "{JobId}: {Line}", JobId, line);
    }

    /// <summary>n of m; m is null while it is not known.</summary>
    public void Progress(long done, long? total = null) => Office.Operations.ShowProgress(RunId, done, total);
}

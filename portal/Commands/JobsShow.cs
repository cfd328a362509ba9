using System.Globalization;
using System.Text;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>One run, with all it wrote and the whole error.</summary>
static class JobsShow
{
    public static Verb Verb { get; } = new("jobs show", "一次运行的详情、日志和错误", "one run, its log and its error")
    {
        Parameters = [RunNumber],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var run = Named(request, office);
        var (log, timeline) = (office.Operations.LogOfRun(run.RunId), office.Operations.MovesOfRun(run.RunId));
        return request.Json ? Answer.Document(new { run = PrintedRun.Of(run), timeline, log }) : Answer.Done(Text(run, timeline, log));
    }

    internal static Parameter RunNumber => new("RUN", ParameterKind.Text, "运行编号", "the run's number") { Required = true };

    internal static JobRun Named(Request request, Office office) =>
        (long.TryParse(request["RUN"], NumberStyles.None, CultureInfo.InvariantCulture, out var runId) ? office.Operations.Run(runId) : null)
            ?? throw new MisuseException($"没有运行 {request["RUN"]}；用 jobs runs 查看编号。", $"There is no run {request["RUN"]}; jobs runs lists the numbers.");

    static string Text(JobRun run, IReadOnlyList<RunMove> timeline, IReadOnlyList<RunLogLine> log)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{run.RunId} {run.JobId} ({run.Job}) {run.State}, {run.Attempt}/{run.Attempts}, {Time(run.StartedAt)} – {Time(run.EndedAt)}");
        foreach (var move in timeline) text.AppendLine(CultureInfo.InvariantCulture, $"{Time(move.At)} → {move.State} ({move.Attempt}/{run.Attempts}) {move.Cause}");
        if (run.NextAttemptAt is { } next) text.AppendLine(CultureInfo.InvariantCulture, $"→ {Time(next)}");
        foreach (var line in log) text.AppendLine(CultureInfo.InvariantCulture, $"{Time(line.At)} {line.Level} {line.Line}");
        if (run.Outcome is not null) text.AppendLine(run.Outcome);
        if (run.Error is not null) text.AppendLine(run.Error);
        return text.ToString();
    }

    static string Time(DateTimeOffset? at) => at is { } moment ? ShanghaiTime.PrintSeconds(moment.UtcDateTime) : "";
}

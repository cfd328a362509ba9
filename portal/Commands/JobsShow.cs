using System.Globalization;
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
        return request.Json ? Answer.Document(new { run = PrintedRun.Of(run), timeline, log }) : Answer.Done(Text(request, run, timeline, log));
    }

    internal static Parameter RunNumber => new("RUN", ParameterKind.Text, "运行编号", "the run's number") { Required = true };

    internal static JobRun Named(Request request, Office office) =>
        (long.TryParse(request["RUN"], NumberStyles.None, CultureInfo.InvariantCulture, out var runId) ? office.Operations.Run(runId) : null)
            ?? throw new MisuseException($"没有运行 {request["RUN"]}；用 jobs runs 查看编号。", $"There is no run {request["RUN"]}; jobs runs lists the numbers.");

    static string Text(Request request, JobRun run, IReadOnlyList<RunMove> timeline, IReadOnlyList<RunLogLine> log) => string.Join('\n',
    [
        request.Say($"第 {run.RunId} 次运行：{run.JobId}（{run.Job}）　{RunWords.State(run.State, "zh")}", $"run {run.RunId}: {run.JobId} ({run.Job}), {run.State}"),
        request.Say($"第 {run.Attempt} 次尝试，最多 {run.Attempts} 次；{Time(run.StartedAt)} – {Time(run.EndedAt)}{Progress(run)}", $"attempt {run.Attempt} of {run.Attempts}; {Time(run.StartedAt)} – {Time(run.EndedAt)}{Progress(run)}"),
        .. run.Arguments == "{}" ? [] : (IEnumerable<string>)[request.Say($"参数：{run.Arguments}", $"arguments: {run.Arguments}")],
        .. run.NextAttemptAt is { } next ? [request.Say($"下次尝试：{Time(next)}", $"next attempt: {Time(next)}")] : (IEnumerable<string>)[],
        .. Part(request, "经过", "timeline", timeline.Select(move => $"{Time(move.At)}  {RunWords.State(move.State, request.Lang)}  {RunWords.Cause(move.Cause, request.Lang)}")),
        .. Part(request, "日志", "log", log.Select(line => $"{Time(line.At)}  {RunWords.Level(line.Level, request.Lang)}  {RunWords.Cause(line.Line, request.Lang)}")),
        .. Part(request, "结果", "outcome", run.Outcome is null ? [] : RunWords.Outcome(run.Outcome, request.Lang)),
        .. Part(request, "错误", "error", run.Error is null ? [] : [run.Error]),
        .. run.State is RunState.failed or RunState.cancelled or RunState.set_aside or RunState.skipped
            ? [request.Say($"再做一次：jobs retry {run.RunId}", $"once more: jobs retry {run.RunId}")] : (IEnumerable<string>)[],
    ]);

    static IEnumerable<string> Part(Request request, string zh, string en, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : [request.Say($"{zh}：", $"{en}:"), .. all.Select(line => $"  {line}")];
    }

    static string Progress(JobRun run) => run.ProgressDone is { } done ? $"；{done}/{run.ProgressTotal?.ToString(CultureInfo.InvariantCulture) ?? "?"}" : "";

    static string Time(DateTimeOffset? at) => at is { } moment ? ShanghaiTime.PrintSeconds(moment.UtcDateTime) : "";
}

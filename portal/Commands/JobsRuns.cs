using System.Globalization;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>What ran lately and how it ended.</summary>
static class JobsRuns
{
    const int UsualLimit = 20, MostLimit = 1000;

    public static Verb Verb { get; } = new("jobs runs", "最近的运行记录", "the latest runs")
    {
        Parameters =
        [
            new("--id", ParameterKind.Text, "只看这个任务", "only this job") { Shape = "ID" },
            new("--limit", ParameterKind.Text, "最多几条，默认 20", "how many at most, 20 by default") { Shape = "N" },
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        if (!int.TryParse(request["--limit"] ?? $"{UsualLimit}", NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is 0 or > MostLimit)
            throw new MisuseException($"--limit 要是 1 到 {MostLimit} 的整数。", $"--limit should be a whole number from 1 to {MostLimit}.");
        var runs = office.Operations.LatestRuns(limit, request["--id"]);
        if (request.Json) return Answer.Document(new { runs = runs.Select(PrintedRun.Of) });
        if (runs.Count == 0) return Answer.Done(request.Say("还没有运行过。", "Nothing has run yet."));
        return Answer.Done(string.Join('\n', [request.Say("编号  任务  结果  时间  尝试  进度", "run  job  state  time  attempt  progress"), .. runs.Select(run => Line(request, run))]));
    }

    static string Line(Request request, JobRun run) => string.Join(
        "  ", run.RunId, run.JobId, RunWords.State(run.State, request.Lang), ShanghaiTime.PrintSeconds((run.ScheduledFor ?? run.RecordedAt).UtcDateTime), $"{run.Attempt}/{run.Attempts}",
        run.ProgressDone is { } done ? $"{done}/{run.ProgressTotal?.ToString(CultureInfo.InvariantCulture) ?? "?"}" : "");
}

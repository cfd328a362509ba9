using System.Globalization;
using System.Text.Json.Nodes;
using Reporting.Portal.Commands;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Jobs;

/// <summary>What operations are told of a run that failed or was set aside while nobody looked on.</summary>
static class FailedRunNotice
{
    public const string Kind = "job_failed";

    public static Notice Of(JobRun run, string reason, DateTime now)
    {
        var words = $"任务 {run.JobId}（{run.Job}）第 {run.RunId} 次运行没有做成：{RunWords.Cause(reason, "zh")}\n查看：reporting jobs show {run.RunId}\n改好以后再做一次：reporting jobs retry {run.RunId}\n同一任务接着再失败，不再另行通知，直到它做成过一次。\n";
        return new(string.Create(CultureInfo.InvariantCulture, $"{Kind}:{run.RunId}"), Kind, null, CheckWarehouseJob.Operations, null, $"任务没有做成：{run.JobId}（第 {run.RunId} 次运行）",
            new JsonObject { ["run"] = run.RunId, ["job"] = run.JobId, ["reason"] = reason, ["words"] = words }.ToJsonString(PrintedJson.Options), now);
    }
}

/// <summary>A run fails with faults that its job has told operations of by itself.</summary>
sealed class ToldException(string words) : Exception(words);

using System.Globalization;
using System.Text.Json.Nodes;
using Reporting.Portal.Keeping;
using Reporting.Warehouse;

namespace Reporting.Portal.Jobs;

/// <summary>The whole-history checks, which no load can afford. A fault is a failed run with its rows named, and a notice to operations.</summary>
static class CheckWarehouseJob
{
    /// <summary>Where notices to operations lie in the folder of answers.</summary>
    public const string Operations = "operations";

    const int Named = 50;

    public static JobKind Kind { get; } = new("check-warehouse", "核对全部留存：存档、回执、期次、考核、全部历史", "check everything that is kept: bytes, receipts, editions, runs, the whole history", Run);

    static Task<JobOutcome> Run(JobContext context)
    {
        var office = context.Office;
        var verified = new Verification(office.Warehouse, office.Operations, context.StartedAt.UtcDateTime, line => context.Log(line), context.Stopping).Run();
        if (verified.Orphans.Count > 0) context.Warn($"存档里有 {verified.Orphans.Count} 个文件没有记录指向");
        Fail(context, verified.Faults, Kind.Name, "数据仓库核对出错");
        return Task.FromResult(JobOutcome.Of(PrintedVerified.Of(verified)));
    }

    /// <summary>Nothing where there is no fault; else every fault in the run's log, one notice, and the run has failed.</summary>
    public static void Fail(JobContext context, IReadOnlyList<Fault> faults, string kind, string subject)
    {
        if (faults.Count == 0) return;
        var lines = faults.Select(fault => fault.In("zh")).ToList();
        foreach (var line in lines) context.Warn(line);
        var words = $"{subject}：{faults.Count} 处\n{string.Concat(lines.Take(Named).Select(line => $"· {line}\n"))}{(lines.Count > Named ? $"其余 {lines.Count - Named} 处见 jobs show {context.RunId}\n" : "")}";
        context.Office.Warehouse.Outbox.Announce([new(string.Create(CultureInfo.InvariantCulture, $"{kind}:{context.RunId}"), kind, null, Operations, null, $"{subject}（第 {context.RunId} 次运行）",
            new JsonObject { ["run"] = context.RunId, ["faults"] = faults.Count, ["words"] = words }.ToJsonString(PrintedJson.Options), context.StartedAt.UtcDateTime)]);
        context.Office.CarryNotices();
        throw new ToldException(words);
    }
}

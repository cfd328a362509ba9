using System.Globalization;
using Reporting.Portal.Commands;
using Reporting.Portal.Keeping;

namespace Reporting.Portal.Jobs;

/// <summary>Makes a backup while the office works.</summary>
static class BackupJob
{
    public static readonly JobArgument To = new("to", ArgumentKind.Text, "放备份的目录；不写为数据目录旁的 <数据目录>-backups", "folder of backups; <data folder>-backups where none is given");

    public static JobKind Kind { get; } = new("backup", "备份整个数据目录", "back up the data folder", Run)
    {
        Arguments = [To, new("keep", ArgumentKind.Whole, "只留最近几份；不写则全部保留", "how many of the newest are kept; all where none is given") { Least = 1, Most = 10_000 }],
    };

    static Task<JobOutcome> Run(JobContext context)
    {
        int? keep = context.Argument("keep") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : null;
        BackupMade made;
        try { made = new Backup(context.Office, BackupVerb.FolderOf(context.Office.Data, context.Argument("to"))).Make(keep, context.Stopping); }
        catch (FailureException failed)
        {
            CheckWarehouseJob.Fail(context, [new("backup", context.Argument("to") ?? $"{context.Office.Data.Root}-backups", failed.In("zh"), failed.In("en"))], "backup", "没有备份");
            throw;
        }
        context.Log($"{made.Backup.Path}: {made.Backup.Manifest.Files.Count} files, {made.BytesWritten} bytes written");
        if (made.Ahead.Count > 0) context.Warn($"以下备份比现在的数据还新，没有删：{string.Join('、', made.Ahead)}；是不是放回了旧的数据目录？");
        if (made.Stuck.Count > 0) context.Warn($"没能删去（占着地方，请检查权限后手工删除）：{string.Join('、', made.Stuck)}");
        if (Disks.Same(made.Backup.Path, context.Office.Data.Root)) context.Warn("备份和数据在同一个盘上，盘坏了两样都没有；用参数 to 指到另一个盘。");
        if (made.Backup.Manifest.Damaged is { Count: > 0 } damaged) throw new InvalidOperationException($"备份 {made.Backup.Name} 做成了，但存档里有文件早已损坏：{string.Join('、', damaged)}");
        return Task.FromResult(JobOutcome.Of(BackupVerb.Printed(made)));
    }
}

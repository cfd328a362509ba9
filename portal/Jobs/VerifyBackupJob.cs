using Reporting.Portal.Commands;
using Reporting.Portal.Keeping;

namespace Reporting.Portal.Jobs;

/// <summary>Restores the newest backup into a scratch folder and holds it against its manifest and the office.</summary>
static class VerifyBackupJob
{
    public static JobKind Kind { get; } = new("verify-backup", "试恢复最新一份备份，与清单和现在的数据核对", "restore the newest backup into a scratch folder and compare it", Run) { Arguments = [BackupJob.To] };

    static Task<JobOutcome> Run(JobContext context)
    {
        var folder = context.Argument("to") ?? $"{context.Office.Data.Root}-backups";
        BackupVerified verified;
        try { verified = VerifyBackup.Run(context.Office, BackupFolder.At(BackupVerb.FolderOf(context.Office.Data, context.Argument("to"))), line => context.Log(line), context.Stopping); }
        catch (FailureException failed) // no backup, a damaged manifest, a store or an office that does not open
        {
            CheckWarehouseJob.Fail(context, [new("backup", folder, failed.In("zh"), failed.In("en"))], "verify-backup", "备份不可靠");
            throw;
        }
        foreach (var stray in verified.Strays) context.Warn($"备份里有清单以外的文件 {stray}（恢复时不管它）");
        if (!verified.Compared) context.Warn($"没有与现在的数据核对：这里没有备份时的批次 {verified.Backup.Manifest.Contents.UpTo.Load}");
        CheckWarehouseJob.Fail(context, Lost(verified), "verify-backup", $"备份 {verified.Backup.Name} 不可靠");
        return Task.FromResult(JobOutcome.Of(PrintedVerified.Of(verified)));
    }

    // The schedule's backups are of this very office: it cannot lack what they hold.
    static IReadOnlyList<Fault> Lost(BackupVerified verified) => verified.Restored is null || verified.Compared ? verified.Faults
        : [.. verified.Faults, new("office", $"{verified.Backup.Manifest.Contents.UpTo.Load}", "现在的数据仓库里没有备份时的这个批次：放回过旧的数据目录，或者这是别处的备份", "the office has no such load any more: an older data folder was put back, or the backup is of another office")];
}

using Reporting.Portal.Commands;
using Reporting.Portal.Keeping;

namespace Reporting.Portal.Jobs;

/// <summary>Restores the newest backup into a scratch folder and holds it against its manifest and the office.</summary>
static class VerifyBackupJob
{
    public static JobKind Kind { get; } = new("verify-backup", "试恢复最新一份备份，与清单和现在的数据核对", "restore the newest backup into a scratch folder and compare it", Run) { Arguments = [BackupJob.To] };

    static Task<JobOutcome> Run(JobContext context)
    {
        var verified = VerifyBackup.Run(context.Office, BackupFolder.At(BackupVerb.FolderOf(context.Office.Data, context.Argument("to"))), line => context.Log(line), context.Stopping);
        CheckWarehouseJob.Fail(context, verified.Faults, "verify-backup", $"备份 {verified.Backup.Name} 不可靠");
        return Task.FromResult(JobOutcome.Of(PrintedVerified.Of(verified)));
    }
}

namespace Reporting.Portal.Keeping;

/// <summary>What was verified, as JSON prints it for people's programs and for runs of jobs.</summary>
static class PrintedVerified
{
    public static object Of(Verified verified) => new { ok = verified.Faults.Count == 0, verified.Load, checks = verified.Parts, faults = verified.Faults.Select(Printed), verified.Orphans };

    public static object Of(BackupVerified verified) => new
    {
        ok = verified.Faults.Count == 0, Backup = verified.Backup.Name, verified.Backup.Manifest.MadeAt, Load = verified.Backup.Manifest.Contents.UpTo.Load, restored = verified.Restored is not null, verified.Compared, verified.Strays,
        checks = verified.Restored?.Parts, faults = verified.Faults.Select(Printed),
    };

    public static object Printed(Fault fault) => new { fault.Check, fault.Subject, what = fault.Zh, what_en = fault.En };
}

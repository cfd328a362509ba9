using Reporting.Portal.Commands;
using Reporting.Warehouse;

namespace Reporting.Portal.Keeping;

/// <summary>What a backup turned out to be worth.</summary>
/// <param name="Restored">What the restored office says of itself; null where it was not restored, because a file is damaged or missing.</param>
/// <param name="Compared">Whether it was held against the office at hand, which must have its load.</param>
/// <param name="Strays">Files in its folder that are none of it.</param>
public sealed record BackupVerified(BackupFolder Backup, Verified? Restored, IReadOnlyList<Fault> Faults, bool Compared, IReadOnlyList<string> Strays);

/// <summary>A backup is only known to be one when it was brought back: restored into a scratch folder, opened, verified, and held against the office.</summary>
static class VerifyBackup
{
    static readonly Lock Turn = new(); // one process has the data folder, and so its scratch folder

    public static BackupVerified Run(Office office, BackupFolder backup, Action<string>? told = null, CancellationToken stop = default)
    {
        if (backup.Faults(stop) is { Count: > 0 } damaged) return new(backup, null, damaged, false, backup.Strays());
        lock (Turn) return Restored(office, backup, told, stop);
    }

    static BackupVerified Restored(Office office, BackupFolder backup, Action<string>? told, CancellationToken stop)
    {
        var scratch = new DataFolder(Path.Combine(office.Data.Root, KeptPaths.Scratch));
        if (Directory.Exists(scratch.Root)) Directory.Delete(scratch.Root, recursive: true); // of one that a crash cut off
        Directory.CreateDirectory(scratch.Root);
        try
        {
            new Restoration(backup, scratch, _ => { }).Run(aside: null, stop);
            using var restored = new Office(scratch, new(Verbs.All, office.Jobs, office.Time));
            var (verified, manifest) = (new Verification(restored.Warehouse, restored.Operations, office.Now, told, stop).Run(), backup.Manifest);
            var (again, compared) = (Contents.Of(restored.Warehouse, manifest.Contents.UpTo), IsOf(office, manifest));
            return new(backup, verified,
            [
                .. verified.Faults,
                .. Differences("manifest", again, manifest.Contents, "与备份清单不符", "not what the manifest says"),
                .. compared ? Differences("office", again, Contents.Of(office.Warehouse, manifest.Contents.UpTo), "与现在的数据仓库按同一批次查得的不同", "not what the office answers as of the same load") : [],
            ], compared, backup.Strays());
        }
        finally { Directory.Delete(scratch.Root, recursive: true); }
    }

    /// <summary>Whether the office at hand is the one that was backed up: it has come at least as far, and the load is the same.</summary>
    static bool IsOf(Office office, BackupManifest manifest) =>
        office.Warehouse.Marts.LoadById(manifest.Contents.UpTo.Load) is { } load && load.CommittedAt == manifest.LoadCommittedAt;

    static IEnumerable<Fault> Differences(string check, Contents restored, Contents other, string zh, string en) =>
        restored.Against(other).Select(part => new Fault(check, part.What, $"{zh}（{part.Here.Rows} 行 {part.Here.Sha256[..12]}，{part.There.Rows} 行 {part.There.Sha256[..12]}）",
            $"{en} ({part.Here.Rows} rows {part.Here.Sha256[..12]}, {part.There.Rows} rows {part.There.Sha256[..12]})"));
}

using System.Globalization;
using Reporting.Portal.Operations;
using Reporting.Warehouse;
using Reporting.Warehouse.Gateway;

namespace Reporting.Portal.Keeping;

/// <summary>
/// Brings a backup back into a data folder. Everything is checked first, gathered in <c>restoring/</c>, and becomes the folder's content by
/// one rename to <c>restored/</c>: before it nothing has changed, after it every start carries the rest out (<see cref="Finish"/>).
/// </summary>
public sealed class Restoration(BackupFolder backup, DataFolder data, Action<KeepingStep>? passed = null)
{
    const string AsideNote = ".set-aside";

    readonly Action<KeepingStep> passed = passed ?? Durable.Passed;

    /// <param name="aside">Where what now lies in the folder is moved within it; null: the folder must be empty.</param>
    /// <exception cref="FailureException">A file is damaged or missing, a key is missing, or the backup is of a later program: nothing was touched.</exception>
    public void Run(string? aside, CancellationToken stop = default)
    {
        Check(stop);
        passed(KeepingStep.restore_checked);
        var gathering = Path.Combine(data.Root, KeptPaths.Restoring);
        if (Directory.Exists(gathering)) Directory.Delete(gathering, recursive: true); // of a restore that did not come to its end
        try { Gather(gathering, stop); }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FailureException or OperationCanceledException)
        {
            Directory.Delete(gathering, recursive: true); // gigabytes in a folder that may be in use again at once
            if (error is FailureException or OperationCanceledException) throw;
            throw new FailureException($"没有恢复，什么都没有动：{error.Message}。检查盘上还有没有地方、有无权限，再试。", $"Nothing was restored and nothing touched: {error.Message}. Is there room on the disk, and may this user write?", error);
        }
        if (aside is not null) File.WriteAllText(Path.Combine(gathering, AsideNote), aside);
        DiskSync.Barrier(data.Root);
        passed(KeepingStep.restore_copied);
        Directory.Move(gathering, data.Restored);
        DiskSync.Barrier(data.Root);
        passed(KeepingStep.restore_committed);
        Finish(data, passed);
    }

    public static string AsideName(DateTime now) => string.Create(CultureInfo.InvariantCulture, $"{KeptPaths.SetAside}{now:yyyyMMdd'T'HHmmss'Z'}");

    /// <summary>What lies in a data folder, apart from what a lock or a restore that was cut off leaves there.</summary>
    public static IReadOnlyList<string> There(DataFolder data) => !Directory.Exists(data.Root) ? []
        : [.. Directory.EnumerateFileSystemEntries(data.Root).Select(path => Path.GetFileName(path)!).Where(name => !KeptPaths.IsNothing(name)).Order(StringComparer.Ordinal)];

    /// <summary>Carries out what a committed restore has still to do. Called by whoever has the data folder, before it opens anything in it.</summary>
    public static void Finish(DataFolder data, Action<KeepingStep>? passed = null)
    {
        var restored = data.Restored;
        if (!Directory.Exists(restored)) return;
        passed ??= Durable.Passed;
        var note = Path.Combine(restored, AsideNote);
        if (File.Exists(note))
        {
            var aside = Directory.CreateDirectory(Path.Combine(data.Root, File.ReadAllText(note))).FullName;
            foreach (var name in There(data).Where(name => name != KeptPaths.Restored && !name.StartsWith(KeptPaths.SetAside, StringComparison.Ordinal)))
                Directory.Move(Path.Combine(data.Root, name), Path.Combine(aside, name));
            DiskSync.Barrier(data.Root);
            passed(KeepingStep.restore_old_aside);
            File.Delete(note);
        }
        foreach (var path in Directory.EnumerateFileSystemEntries(restored).Order(StringComparer.Ordinal).ToList())
        {
            Directory.Move(path, Path.Combine(data.Root, Path.GetFileName(path)));
            passed(KeepingStep.restore_entry_moved);
        }
        DiskSync.Barrier(data.Root);
        Directory.Delete(restored);
        passed(KeepingStep.restore_done);
    }

    void Check(CancellationToken stop)
    {
        Refuse(BackupKeys.Missing(backup.Manifest).Select(path => ($"缺密钥文件 {path}", $"the key file {path} is missing")));
        var later = backup.Manifest.WarehouseSchema.Except(SchemaNames.Warehouse).Concat(backup.Manifest.OperationsSchema.Except(OperationsSql.Schema)).ToList();
        if (later.Count > 0) throw new FailureException(
            $"备份是更新的版本（{backup.Manifest.Program}）做的，这个版本（{BackupManifest.ProgramVersion}）不认识 {string.Join('、', later)}；先升级程序再恢复。",
            $"The backup was made by a later version ({backup.Manifest.Program}); this one ({BackupManifest.ProgramVersion}) does not know {string.Join(", ", later)}: upgrade the program first.");
        Refuse(backup.Faults(stop).Select(fault => (fault.In("zh"), fault.In("en"))));
    }

    static void Refuse(IEnumerable<(string Zh, string En)> faults)
    {
        var all = faults.ToList();
        if (all.Count > 0) throw new FailureException(
            $"没有恢复，什么都没有动。{string.Join("；", all.Take(20).Select(fault => fault.Zh))}{(all.Count > 20 ? $"等 {all.Count} 处" : "")}。换一份备份再试。",
            $"Nothing was restored and nothing touched. {string.Join("; ", all.Take(20).Select(fault => fault.En))}{(all.Count > 20 ? $" and others, {all.Count} in all" : "")}. Try another backup.");
    }

    // What the medium gives back the second time is held against its hash again.
    void Gather(string gathering, CancellationToken stop)
    {
        Directory.CreateDirectory(gathering);
        foreach (var file in backup.Manifest.Files)
        {
            stop.ThrowIfCancellationRequested();
            var to = Path.Combine(gathering, file.Path.Replace('/', Path.DirectorySeparatorChar));
            if (FileHash.Copy(backup.PathOf(file), to).Sha256 != file.Sha256) Refuse([($"{file.Path} 读出来前后不一样", $"{file.Path} is read differently from one time to the next")]);
            File.SetLastWriteTimeUtc(to, file.Modified);
        }
    }
}

using System.Globalization;
using Reporting.Portal.Operations;
using Reporting.Warehouse;
using Reporting.Warehouse.Gateway;

namespace Reporting.Portal.Keeping;

/// <summary>What came of making a backup.</summary>
/// <param name="Linked">Files that the last backup had: they take no room a second time.</param>
/// <param name="Removed">Names of the old backups that the rule of keeping let go.</param>
/// <param name="Stuck">Folders that should be gone and could not be removed: they take room and harm nothing else.</param>
public sealed record BackupMade(BackupFolder Backup, int Linked, long BytesWritten, IReadOnlyList<string> Removed, IReadOnlyList<string> Stuck)
{
    /// <summary>Earlier backups that hold a later load than this one, as when an old folder was put back: none of them is let go.</summary>
    public IReadOnlyList<string> Ahead { get; init; } = [];
}

/// <summary>
/// One backup of an office at work. The inbox comes first and the archive last: what is taken meanwhile is met twice rather than never.
/// Between them both stores are copied at one moment. The folder gets its name when all of it is on the disk.
/// </summary>
/// <param name="to">The folder of backups, made absolute; on a disk of its own.</param>
/// <param name="passed">Told each durable step; a test stops there.</param>
public sealed class Backup(Office office, string to, Action<KeepingStep>? passed = null)
{
    const string StoreNames = "warehouse.duckdb operations.sqlite";

    readonly Action<KeepingStep> passed = passed ?? Durable.Passed;
    readonly List<KeptFile> files = [];
    readonly List<string> stuck = [];
    BackupFolder? last;
    Dictionary<string, KeptFile> lastFiles = [];
    int linked;
    long written;

    /// <param name="keep">How many are kept, this one among them; null: all.</param>
    /// <exception cref="FailureException">It could not be made; earlier ones are as they were.</exception>
    public BackupMade Make(int? keep, CancellationToken stop = default)
    {
        using var turn = BackupTurn.Take(to);
        var before = BackupFolder.Below(to);
        var part = Path.Combine(to, string.Create(CultureInfo.InvariantCulture, $"{BackupFolder.Prefix}{Environment.ProcessId}-{office.Now.Ticks}{BackupFolder.Unfinished}"));
        try
        {
            foreach (var left in Directory.EnumerateDirectories(to, $"{BackupFolder.Prefix}*{BackupFolder.Unfinished}").ToList()) Gone(left);
            last = Last(before);
            if (last is not null) lastFiles = last.Manifest.Files.ToDictionary(file => file.Path);
            var made = Gathered(part, stop);
            return new(made, linked, written, Removed([.. before.Where(path => !IsAhead(path, made))], keep), stuck) { Ahead = [.. before.Where(path => IsAhead(path, made)).Select(path => Path.GetFileName(path))] };
        }
        catch (OperationCanceledException)
        {
            Forget(part);
            throw;
        }
        catch (Exception error) when (Foreseen(error))
        {
            Forget(part);
            throw Failed(error, before);
        }
    }

    BackupFolder Gathered(string part, CancellationToken stop)
    {
        var madeAt = office.Now;
        Folder(part);
        passed(KeepingStep.backup_begun);
        foreach (var path in KeptPaths.Inbox(office.Data)) Keep(path, part, stop);
        office.Warehouse.Keeping.CopyTo(new DataFolder(part).WarehouseFile, () => office.Operations.CopyTo(new DataFolder(part).OperationsFile), stop);
        passed(KeepingStep.backup_stores_copied);
        foreach (var path in KeptPaths.Others(office.Data, to)) Keep(path, part, stop);
        passed(KeepingStep.backup_files_copied);
        var manifest = Manifest(part, madeAt);
        manifest.Write(part);
        DiskSync.Barrier(to);
        passed(KeepingStep.backup_manifest_written);
        var whole = Path.Combine(to, manifest.Name);
        Directory.Move(part, whole);
        DiskSync.Barrier(to);
        passed(KeepingStep.backup_named);
        return new(whole, manifest);
    }

    /// <summary>The copied warehouse is opened and asked: what it answers stands in the manifest, and what cannot be opened is no backup.</summary>
    BackupManifest Manifest(string part, DateTime madeAt)
    {
        var copy = new DataFolder(part);
        Contents contents;
        IReadOnlyList<string> schema;
        DateTime? committed;
        using (var warehouse = OpenWarehouse.Open(copy))
        {
            (contents, schema) = (Contents.Of(warehouse, warehouse.Keeping.LastIds()), warehouse.Keeping.SchemaScripts());
            committed = warehouse.Marts.LastLoad()?.CommittedAt;
        }
        foreach (var store in StoreNames.Split(' '))
        {
            var info = new FileInfo(Path.Combine(part, store));
            files.Add(new(store, info.Length, FileHash.Of(info.FullName)!, info.LastWriteTimeUtc));
            written += info.Length;
        }
        return new(BackupManifest.Current, Unused(BackupFolder.NameOf(madeAt, contents.UpTo.Load)), madeAt, BackupManifest.ProgramVersion, committed, contents, schema,
            office.Operations.SchemaScripts(), [], BackupKeys.InWords,
            [.. files.Where(file => file.Path.StartsWith("archive/", StringComparison.Ordinal) && Path.GetFileName(file.Path) != file.Sha256).Select(file => file.Path)],
            [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    /// <summary>Takes a file over from the last backup where it is the same in path, size and time and its kept bytes are still whole; else copies it.</summary>
    void Keep(string path, string part, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var (from, target) = (new FileInfo(Path.Combine(office.Data.Root, path)), Path.Combine(part, path));
        if (!from.Exists) return; // taken from the inbox since it was listed
        if (lastFiles.TryGetValue(path, out var there) && there.Size == from.Length && there.Modified == from.LastWriteTimeUtc
            && FileHash.Of(last!.PathOf(there)) == there.Sha256 && Linked(last.PathOf(there), target))
        {
            files.Add(there);
            linked++;
            return;
        }
        try
        {
            var (sha256, size, modified) = FileHash.Copy(from.FullName, target);
            files.Add(new(path, size, sha256, modified));
            written += size;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException && !File.Exists(from.FullName)) { File.Delete(target); }
    }

    static bool Linked(string existing, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(name)!);
        return HardLink.TryMake(existing, name);
    }

    List<string> Removed(IReadOnlyList<string> before, int? keep)
    {
        var gone = keep is null ? [] : before.Take(Math.Max(0, before.Count + 1 - keep.Value)).ToList();
        foreach (var old in gone)
        {
            if (Gone(old)) passed(KeepingStep.backup_old_removed);
        }
        return [.. gone.Select(path => Path.GetFileName(path)).Where(name => !stuck.Contains(name))];
    }

    static bool IsAhead(string path, BackupFolder made)
    {
        try { return BackupManifest.Read(path).Contents.UpTo.Load > made.Manifest.Contents.UpTo.Load; }
        catch (Exception broken) when (broken is FailureException or System.Text.Json.JsonException or IOException or UnauthorizedAccessException) { return false; }
    }

    /// <summary>What cannot be removed is no reason to have no backup: it is told.</summary>
    bool Gone(string folder)
    {
        try
        {
            var part = folder.EndsWith(BackupFolder.Unfinished, StringComparison.Ordinal) ? folder : folder + BackupFolder.Unfinished;
            if (part != folder) Directory.Move(folder, part); // from here on it is none
            Directory.Delete(part, recursive: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            stuck.Add(Path.GetFileName(folder));
            return false;
        }
    }

    /// <summary>The newest that can be read; one with a damaged manifest is passed over, so that this one is whole by itself.</summary>
    static BackupFolder? Last(IReadOnlyList<string> before)
    {
        foreach (var path in before.Reverse())
        {
            try { return new(path, BackupManifest.Read(path)); }
            catch (Exception broken) when (broken is FailureException or System.Text.Json.JsonException or IOException) { }
        }
        return null;
    }

    string Unused(string name) => Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : $"{name}-{number}").First(tried => !Path.Exists(Path.Combine(to, tried)));

    // Personal lists lie in the archive: nobody but the program's own user reads a backup.
    static void Folder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    static void Forget(string part)
    {
        try { if (Directory.Exists(part)) Directory.Delete(part, recursive: true); }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException) { } // the next one clears it
    }

    static bool Foreseen(Exception error) => error is IOException or UnauthorizedAccessException or StoreFullException or StoreDamagedException || StoreFailure.Explain(error) is not null;

    static FailureException Failed(Exception error, IReadOnlyList<string> before)
    {
        var (why, kept) = (StoreFailure.Explain(error)?.Message ?? error.Message, before.Count == 0 ? null : Path.GetFileName(before[^1]));
        return new($"备份没有做成：{(IsFull(error) ? "备份盘已满" : error is StoreDamagedException ? "数据仓库的文件已损坏，先从原有的备份恢复" : why)}。{(kept is null ? "此前没有备份" : $"原有 {before.Count} 份备份没有动，最新的是 {kept}")}；腾出空间或换一个盘（--to）再做。",
            $"No backup was made: {(IsFull(error) ? "the disk is full" : why)}. {(kept is null ? "There was none before" : $"The {before.Count} earlier ones are as they were, the newest is {kept}")}; free some room or name another disk (--to).", error);
    }

    static bool IsFull(Exception error) => error is StoreFullException or IOException { HResult: 28 } || (StoreFailure.Explain(error)?.Message.Contains("full", StringComparison.Ordinal) ?? false);
}

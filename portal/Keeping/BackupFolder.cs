using System.Globalization;
using Reporting.Warehouse;

namespace Reporting.Portal.Keeping;

/// <summary>One backup: a folder that is whole under its name. What bears another ending was never finished, or is being removed.</summary>
public sealed record BackupFolder(string Path, BackupManifest Manifest)
{
    public const string Prefix = "backup-", Unfinished = ".part";

    public string Name => Manifest.Name;

    public static string NameOf(DateTime madeAt, long load) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{madeAt:yyyyMMdd'T'HHmmss'Z'}-{load:000000}");

    /// <summary>Whole backups below a folder, oldest first, by name alone.</summary>
    public static IReadOnlyList<string> Below(string folder) =>
        [.. Directory.EnumerateDirectories(folder, Prefix + "*").Where(path => !path.EndsWith(Unfinished, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The backup in a folder; of a folder of backups the newest.</summary>
    /// <exception cref="FailureException">There is none, or its manifest is damaged.</exception>
    public static BackupFolder At(string folder)
    {
        var root = DataFolder.At(folder).Root;
        if (!File.Exists(System.IO.Path.Combine(root, BackupManifest.FileName)) && Below(root) is [.., var newest]) root = newest;
        return new(root, BackupManifest.Read(root));
    }

    public string PathOf(KeptFile file) => System.IO.Path.Combine(Path, file.Path.Replace('/', System.IO.Path.DirectorySeparatorChar));

    /// <summary>Every file held against its hash.</summary>
    public IReadOnlyList<Fault> Faults(CancellationToken stop = default)
    {
        var faults = new List<Fault>();
        foreach (var file in Manifest.Files)
        {
            stop.ThrowIfCancellationRequested();
            if (FileHash.Of(PathOf(file)) is not { } hash) faults.Add(new("backup", file.Path, "备份里没有这个文件", "missing from the backup"));
            else if (hash != file.Sha256) faults.Add(new("backup", file.Path, "备份里的文件已损坏：与清单上的指纹不符", "damaged: not what the manifest says"));
        }
        return faults;
    }

    /// <summary>Files that lie there and that the manifest does not name, as desktops and network disks leave them. A restore does not take them.</summary>
    public IReadOnlyList<string> Strays()
    {
        var named = Manifest.Files.Select(PathOf).Append(System.IO.Path.Combine(Path, BackupManifest.FileName)).Append(System.IO.Path.Combine(Path, BackupManifest.HashName)).ToHashSet();
        return [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Where(path => !named.Contains(path))
            .Select(path => System.IO.Path.GetRelativePath(Path, path)).Order(StringComparer.Ordinal)];
    }
}

using Reporting.Warehouse;

namespace Reporting.Portal.Keeping;

/// <summary>
/// Which files of a data folder are kept. Left out: the stores' own files (they are copied by their engines), what only a running process
/// needs, logs, the folder of editions (its copies are laid again from the archive), bundles, half-written files and links.
/// </summary>
static class KeptPaths
{
    /// <summary>Where a restore gathers files, and what it is called once all of them are there; see <see cref="Restoration"/>.</summary>
    public const string Restoring = "restoring", Restored = "restored", SetAside = "set-aside-", Scratch = "scratch";

    /// <summary>Where the job lays files of years; they can be made again.</summary>
    public const string Bundles = "bundles";

    static readonly string[] LeftOut = ["serve.lock", "serve.pid", "serve.sock", "exports", "definitions.read", "under-way", "editions", Bundles, "logs", Restoring, Restored, Scratch];

    /// <summary>What the lock leaves in a folder that is otherwise empty, and what a restore that did not come to its end has left.</summary>
    public static bool IsNothing(string name) => name is "serve.lock" or "serve.pid" or "serve.sock" or Restoring;

    /// <summary>Files below a part of the data folder that comes before the stores are copied, relative, with slashes.</summary>
    public static IEnumerable<string> Inbox(DataFolder data) => Below(data, data.Inbox);

    /// <summary>All other files but the stores; those of the archive too.</summary>
    public static IEnumerable<string> Others(DataFolder data, string backups) =>
        Directory.EnumerateFileSystemEntries(data.Root).Order(StringComparer.Ordinal)
            .Where(path => Path.GetFileName(path) is var name && !LeftOut.Contains(name) && !name.StartsWith(SetAside, StringComparison.Ordinal)
                && !name.StartsWith("warehouse.duckdb", StringComparison.Ordinal) && !name.StartsWith("operations.sqlite", StringComparison.Ordinal) && path != data.Inbox && path != backups)
            .SelectMany(path => Below(data, path));

    static IEnumerable<string> Below(DataFolder data, string path)
    {
        var files = File.Exists(path) ? [path] : !Directory.Exists(path) ? [] : Directory.EnumerateFiles(path, "*", new EnumerationOptions
        {
            RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device,
        });
        return files.Where(file => !file.EndsWith(".part", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => Path.GetRelativePath(data.Root, file).Replace(Path.DirectorySeparatorChar, '/'));
    }
}

using System.Security.Cryptography;

namespace Reporting.Warehouse;

/// <summary>Bytes kept for ever under their SHA-256. What is there is never changed, and is synced before anyone is told.</summary>
public sealed class Archive(DataFolder data)
{
    /// <summary>Keeps one file's bytes; see <see cref="Keep(IReadOnlyList{Func{Stream}})"/>.</summary>
    public string Keep(byte[] bytes) => Keep([() => new MemoryStream(bytes)])[0].Sha256;

    /// <summary>
    /// Keeps files and gives their hashes and sizes, in order. All of them share one sync barrier before they get their names and one after:
    /// syncing each by itself costs 20 ms a file.
    /// </summary>
    public IReadOnlyList<(string Sha256, long Size)> Keep(IReadOnlyList<Func<Stream>> files)
    {
        Directory.CreateDirectory(data.Archive);
        List<(string Draft, string Sha256, long Size)> drafts = [.. files.Select((open, index) => Draft(open, index))];
        var fresh = drafts.Where(draft => !File.Exists(PathOf(draft.Sha256))).ToList();
        if (fresh.Count > 0) DiskSync.Barrier(data.Archive);
        foreach (var (draft, hash, _) in fresh)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(hash))!);
            File.Move(draft, PathOf(hash), overwrite: true); // twice in one batch: the same bytes
        }
        // Also where all of it is there already: whoever named it may have ended before the name was on the disk.
        if (drafts.Count > 0) DiskSync.Barrier(data.Archive);
        foreach (var (draft, _, _) in drafts) File.Delete(draft);
        return [.. drafts.Select(draft => (draft.Sha256, draft.Size))];
    }

    /// <exception cref="FileNotFoundException">Nothing was ever kept under this hash.</exception>
    public byte[] Read(string hash) => File.ReadAllBytes(PathOf(hash));

    public string PathOf(string hash) => Path.Combine(data.Archive, hash[..2], hash);

    /// <summary>Removes what a process that ended in the middle left half written; nothing was promised about it.</summary>
    internal void ForgetDrafts()
    {
        if (!Directory.Exists(data.Archive)) return;
        foreach (var draft in Directory.EnumerateFiles(data.Archive, "*.part")) File.Delete(draft);
    }

    (string, string, long) Draft(Func<Stream> open, int index)
    {
        var path = Path.Combine(data.Archive, $"{Environment.ProcessId}-{Environment.CurrentManagedThreadId}-{index}.part");
        using var from = open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var to = new FileStream(path, FileMode.Create, FileAccess.Write);
        var buffer = new byte[81920];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }
        return (path, Convert.ToHexStringLower(hash.GetHashAndReset()), to.Length);
    }
}

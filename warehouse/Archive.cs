using System.Security.Cryptography;

namespace Reporting.Warehouse;

/// <summary>Bytes kept for ever under their SHA-256. What is there is never changed, and is synced before anyone is told.</summary>
public sealed class Archive(DataFolder data)
{
    /// <summary>Keeps the bytes and returns their hash; synced, file and folder, when it returns.</summary>
    public string Keep(ReadOnlySpan<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(hash);
        if (File.Exists(path)) return hash;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Environment.ProcessId}.part";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
        FolderSync.Sync(Path.GetDirectoryName(path)!);
        return hash;
    }

    /// <exception cref="FileNotFoundException">Nothing was ever kept under this hash.</exception>
    public byte[] Read(string hash) => File.ReadAllBytes(PathOf(hash));

    public string PathOf(string hash) => Path.Combine(data.Archive, hash[..2], hash);
}

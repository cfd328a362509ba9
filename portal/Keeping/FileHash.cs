using System.Security.Cryptography;

namespace Reporting.Portal.Keeping;

/// <summary>SHA-256 of files, lower-case hex, read piece by piece.</summary>
static class FileHash
{
    /// <summary>Null where there is no such file, or the medium does not give it back.</summary>
    public static string? Of(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException) { return null; }
    }

    /// <summary>Copies a file and gives the hash and size of what was written. The copy keeps the time of writing.</summary>
    public static (string Sha256, long Size, DateTime Modified) Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        var modified = File.GetLastWriteTimeUtc(from);
        using (var read = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        using (var written = new FileStream(to, FileMode.CreateNew, FileAccess.Write))
        {
            var buffer = new byte[128 * 1024];
            for (int count; (count = read.Read(buffer)) > 0; size += count)
            {
                hash.AppendData(buffer, 0, count);
                written.Write(buffer, 0, count);
            }
        }
        File.SetLastWriteTimeUtc(to, modified);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size, modified);
    }
}

using System.Security.Cryptography;
using Reporting.Warehouse;

namespace Reporting.Portal.Delivery;

/// <summary>Lays a workbook into a folder: whole or not at all, and never over anything that lies there.</summary>
static class FolderCopy
{
    /// <returns>The path at which it lies now; that of the copy that is there already, where a run before was cut off after laying it.</returns>
    /// <exception cref="IOException">The folder is not there, full or not to be written to.</exception>
    public static string Lay(string folder, string name, byte[] bytes)
    {
        // A disk that is not mounted must not become a folder.
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"没有文件夹 {folder}：没有挂载，或被移走");
        // Of a name of its own, so that the next attempt writes over what a dead process left of it.
        var draft = Path.Combine(folder, $".reporting-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}.part");
        try
        {
            using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }
            for (var number = 1; ; number++)
            {
                var path = Path.Combine(folder, number == 1 ? name : $"{Path.GetFileNameWithoutExtension(name)}（{number}）{Path.GetExtension(name)}");
                if (IsThere(path, bytes)) return path;
                if (Path.Exists(path)) continue;
                try { File.Move(draft, path, overwrite: false); }
                catch (IOException) when (Path.Exists(path)) { continue; } // somebody was quicker
                DiskSync.Barrier(folder);
                return path;
            }
        }
        finally { File.Delete(draft); }
    }

    static bool IsThere(string path, byte[] bytes) => new FileInfo(path) is { Exists: true } file && file.Length == bytes.Length && bytes.AsSpan().SequenceEqual(File.ReadAllBytes(path));
}

using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Reporting.Portal.Keeping;

/// <summary>One entry of a bundle as its manifest tells it.</summary>
public sealed record BundleEntry(string Path, string Kind, string About, long Size, string Sha256);

/// <summary>A zip that is written entry by entry in the order given, every entry with the same time: equal contents are equal bytes.</summary>
sealed class BundleZip : IDisposable
{
    readonly ZipArchive zip;
    readonly DateTimeOffset time;
    readonly List<BundleEntry> entries = [];
    readonly HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="moment">UTC; zip counts every other second and no years before 1980.</param>
    public BundleZip(Stream to, DateTime moment)
    {
        zip = new(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        time = new(moment.Year < 1980 ? new DateTime(1980, 1, 1) : new DateTime(moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, moment.Second / 2 * 2), TimeSpan.Zero);
    }

    public IReadOnlyList<BundleEntry> Entries => entries;

    public void Text(string path, string kind, string about, string text) => Add(path, kind, about, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public void Bytes(string path, string kind, string about, byte[] bytes) => Add(path, kind, about, new MemoryStream(bytes));

    /// <param name="sha256">What the file is known to be.</param>
    /// <exception cref="FailureException">It is not there, or is not that any more: an archive of record does not vouch for it.</exception>
    public void File(string path, string kind, string about, string from, string sha256)
    {
        if (!System.IO.File.Exists(from)) throw new FailureException($"存档里没有 {about} 的原件 {sha256}，没有归档；先从备份找回，再运行 verify。", $"The archive has no bytes {sha256} of {about}: nothing was bundled. Bring them back from a backup, then verify.");
        Add(path, kind, about, System.IO.File.OpenRead(from));
        if (entries[^1].Sha256 != sha256) throw new FailureException($"{about} 的原件已损坏（与指纹 {sha256} 不符），没有归档；先从备份找回，再运行 verify。", $"The bytes of {about} are damaged (not {sha256}): nothing was bundled. Bring them back from a backup, then verify.");
    }

    void Add(string path, string kind, string about, Stream content)
    {
        using var from = content;
        var name = Unused(path);
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = time;
        using var to = entry.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, size) = (new byte[81920], 0L);
        for (int read; (read = from.Read(buffer)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }
        entries.Add(new(name, kind, about, size, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    // Two names may become one where signs that no file system takes are left out.
    string Unused(string path)
    {
        var (folder, name) = (path[..(path.LastIndexOf('/') + 1)], Safe(path[(path.LastIndexOf('/') + 1)..]));
        for (var number = 1; ; number++)
        {
            var tried = folder + (number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{System.IO.Path.GetFileNameWithoutExtension(name)}（{number}）{System.IO.Path.GetExtension(name)}"));
            if (paths.Add(tried)) return tried;
        }
    }

    static string Safe(string name) => string.Concat(name.Select(letter => char.IsControl(letter) || "/\\:*?\"<>|".Contains(letter, StringComparison.Ordinal) ? '_' : letter)).TrimEnd('.', ' ');

    public void Dispose() => zip.Dispose();
}

using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Reporting.Etl.Intake;

/// <summary>
/// The parts of a zipped office file as texts that can be put back changed. What is not changed is copied as it lies in the file, still
/// compressed; the order of the parts stays (large changed ones go to the end). Reading keeps to the limits; part names ignore case, slash direction and a leading slash.
/// </summary>
public sealed partial class PackageParts : IDisposable
{
    // The first moment zip knows: the same content gives the same bytes.
    static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly UTF8Encoding Utf8 = new(false);
    // A part that is rewritten in its place is inflated once more first; a large one goes to the end instead.
    const int Large = 4 * 1024 * 1024;

    readonly ReadOnlyMemory<byte> bytes;
    readonly ZipArchive zip;
    readonly ReadBudget budget;
    readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string?> changed = new(StringComparer.OrdinalIgnoreCase);

    PackageParts(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        (this.bytes, budget) = (bytes, new(limits, bytes.Length, CancellationToken.None));
        zip = new(StreamOf(bytes), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries) entries.TryAdd(Normal(entry.FullName), entry);
    }

    /// <summary>Null where the bytes are no zip file.</summary>
    public static PackageParts? Open(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        try { return new(bytes, limits); }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException) { return null; }
    }

    /// <summary>A package of these parts, in this order.</summary>
    public static byte[] Written(IEnumerable<(string Name, string Text)> parts)
    {
        using var stream = new MemoryStream();
        using (var made = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts) Write(made.CreateEntry(name, CompressionLevel.Fastest), text);
        return stream.ToArray();
    }

    /// <summary>As they stand now, the changed and added ones included.</summary>
    public IEnumerable<string> Names => entries.Keys.Where(name => !changed.ContainsKey(name)).Concat(changed.Where(part => part.Value is not null).Select(part => part.Key));

    public bool Has(string part) => changed.TryGetValue(Normal(part), out var text) ? text is not null : entries.ContainsKey(Normal(part));

    /// <summary>A part as text, whatever its encoding; null where there is none, or it is damaged, or larger than the limits allow.</summary>
    public string? TextOf(string part) => changed.TryGetValue(Normal(part), out var text) ? text : Read(Normal(part), int.MaxValue) is { } read ? Decoded(read) : null;

    /// <summary>The beginning of a part, for a glance at it.</summary>
    public string? HeadOf(string part, int most) => changed.TryGetValue(Normal(part), out var text) ? text : Read(Normal(part), most) is { } read ? Decoded(read) : null;

    public void Put(string part, string text) => changed[Normal(part)] = text;

    public void Remove(string part) => changed[Normal(part)] = null;

    /// <summary>The name with the first number from 1 that is not taken yet.</summary>
    /// <param name="taken">Further names that are not free: of parts that are pointed to and missing.</param>
    public string FreeName(string before, string after, Func<string, bool>? taken = null)
    {
        for (var number = 1; ; number++)
            if ($"{before}{number}{after}" is var name && !Has(name) && taken?.Invoke(name) != true) return name;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream(bytes.Length + 64 * 1024);
        stream.Write(bytes.Span);
        using (var written = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var entry in written.Entries.ToList())
            {
                var first = seen.Add(Normal(entry.FullName));
                if (!changed.TryGetValue(Normal(entry.FullName), out var text)) continue;
                if (text is not null && first && entry.Length < Large) Write(entry, text);
                else entry.Delete(); // of two entries of one name only the first is ever read: the other must not come to light
            }
            foreach (var (name, text) in changed)
                if (text is not null && !(entries.TryGetValue(name, out var known) && known.Length < Large)) Write(written.CreateEntry(name, CompressionLevel.Fastest), text);
        }
        return stream.ToArray();
    }

    /// <summary>The path that a relationship of a part in this folder points to.</summary>
    public static string Resolve(string folder, string target) => XlsxPackage.Resolve(folder, target);

    public void Dispose() => zip.Dispose();

    static void Write(ZipArchiveEntry entry, string text)
    {
        if (entry.Archive.Mode == ZipArchiveMode.Create) entry.LastWriteTime = Epoch; // there it must be said before the first byte
        var declared = EncodingName().Match(text).Groups[1];
        using (var stream = entry.Open())
        {
            if (stream.CanSeek) stream.SetLength(0);
            stream.Write(Utf8.GetBytes(declared.Success && !IsUtf8(declared.ValueSpan) ? $"{text.AsSpan(0, declared.Index)}UTF-8{text.AsSpan(declared.Index + declared.Length)}" : text));
        }
        if (entry.Archive.Mode == ZipArchiveMode.Update) entry.LastWriteTime = Epoch;
    }

    static bool IsUtf8(ReadOnlySpan<char> name) => name.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    byte[]? Read(string part, int most)
    {
        if (!entries.TryGetValue(part, out var entry)) return null;
        try
        {
            using var inflated = new InflatedStream(entry, budget);
            using var held = new MemoryStream();
            var buffer = new byte[Math.Min(most, 81_920)];
            int read;
            while (held.Length < most && (read = inflated.Read(buffer)) > 0) held.Write(buffer, 0, read);
            return most < int.MaxValue || held.Length == entry.Length ? held.ToArray() : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or FileLimitException) { return null; }
    }

    static string? Decoded(byte[] part)
    {
        if (part is [0xEF, 0xBB, 0xBF, ..]) return Utf8.GetString(part, 3, part.Length - 3);
        if (part is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(part, 2, part.Length - 2);
        if (part is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(part, 2, part.Length - 2);
        if (part is [(byte)'<', 0, ..]) return Encoding.Unicode.GetString(part);
        var declared = EncodingName().Match(Encoding.Latin1.GetString(part, 0, Math.Min(part.Length, 200))).Groups[1];
        if (!declared.Success || IsUtf8(declared.ValueSpan)) return Utf8.GetString(part);
        try { return (CodePagesEncodingProvider.Instance.GetEncoding(declared.Value) ?? Encoding.GetEncoding(declared.Value)).GetString(part); }
        catch (ArgumentException) { return null; }
    }

    static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    static string Normal(string name) => name.Replace('\\', '/').TrimStart('/');

    // The declaration says which encoding a part has; what is written here is always UTF-8.
    [GeneratedRegex("""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")]
    private static partial Regex EncodingName();
}

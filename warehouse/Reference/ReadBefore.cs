using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Reporting.Warehouse.Reference;

/// <summary>
/// Definitions that were read and found right before, under the hash of all their files and of the program that read them. To read and check
/// them anew was half of a verb's processor time. What was found wrong is not kept: it is read again until it is right.
/// </summary>
static class ReadBefore
{
    /// <summary>An office reads one set; whoever tries changed ones a few more. A set is about a megabyte.</summary>
    const int MostKept = 16;

    static readonly ConcurrentDictionary<string, IReadOnlyList<Definition>> Known = [];

    /// <param name="kept">The file in which the next process finds them; null for none.</param>
    public static IReadOnlyList<Definition> Of(IReadOnlyList<SourceFile> files, string? kept, Func<IReadOnlyList<Definition>> read)
    {
        if (KeyOf(files) is not { } key) return read();
        if (Known.TryGetValue(key, out var known) && (kept is null || File.Exists(kept))) return known;
        if (Known.Count >= MostKept) Known.Clear();
        if (known is null && kept is not null && Find(kept, key) is { } found) return Known[key] = found;
        known ??= read();
        if (kept is not null) Keep(kept, key, known);
        return Known[key] = known;
    }

    /// <summary>Null where a file cannot be read: reading will say which and why.</summary>
    internal static string? KeyOf(IReadOnlyList<SourceFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(ReadBefore).Module.ModuleVersionId.ToByteArray()); // another program may read or check them otherwise
        try
        {
            foreach (var file in files.Where(file => !file.IsUnreadable))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{file.Overrides}|{file.Name}|{file.Bytes.Length}\n"));
                hash.AppendData(file.Bytes);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException) { return null; }
        return files.Any(file => file.IsUnreadable) ? null : Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Null where the file is absent, of other definitions, cut off or damaged.</summary>
    internal static IReadOnlyList<Definition>? Find(string path, string key)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length < SHA256.HashSizeInBytes || !SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))) return null;
            using var from = new BinaryReader(new MemoryStream(bytes, SHA256.HashSizeInBytes, bytes.Length - SHA256.HashSizeInBytes));
            return from.ReadString() == key ? Enumerable.Range(0, from.ReadInt32()).Select(_ => One(from)).ToList() : null;
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException) { return null; }
    }

    static Definition One(BinaryReader from) => new((DefinitionKind)from.ReadInt32(), from.ReadString(), from.ReadBoolean() ? from.ReadInt32() : null,
        from.ReadBoolean() ? DateOnly.FromDayNumber(from.ReadInt32()) : null, from.ReadString(), from.ReadString(), from.ReadString(), from.ReadBoolean());

    // A folder that is full or not to be written to costs time at the next start and nothing else.
    static void Keep(string path, string key, IReadOnlyList<Definition> definitions)
    {
        var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            to.Write(key);
            to.Write(definitions.Count);
            foreach (var one in definitions) Write(to, one);
        }
        try
        {
            if (!Directory.Exists(Path.GetDirectoryName(path))) return;
            File.WriteAllBytes(path + ".part", [.. SHA256.HashData(bytes.ToArray()), .. bytes.ToArray()]);
            File.Move(path + ".part", path, overwrite: true);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException) { }
    }

    static void Write(BinaryWriter to, Definition one)
    {
        to.Write((int)one.Kind);
        to.Write(one.Id);
        foreach (var number in (int?[])[one.Version, one.Issued?.DayNumber])
        {
            to.Write(number is not null);
            if (number is { } written) to.Write(written);
        }
        foreach (var text in (string[])[one.File, one.Body, one.Sha256]) to.Write(text);
        to.Write(one.Overrides);
    }
}

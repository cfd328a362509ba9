using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Reporting.Reports.Issuing;

/// <summary>What an edition is, apart from how it is packed: two packings of the same parts have one hash.</summary>
public static class EditionParts
{
    /// <summary>SHA-256 over name and uncompressed bytes of each part, each with its length before it, in order of name.</summary>
    public static string Hash(byte[] workbook)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var zip = new ZipArchive(new MemoryStream(workbook));
        foreach (var part in zip.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal))
        {
            Add(hash, Encoding.UTF8.GetBytes(part.FullName));
            using var content = part.Open();
            using var whole = new MemoryStream();
            content.CopyTo(whole);
            Add(hash, whole.ToArray());
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static void Add(IncrementalHash hash, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(length, bytes.LongLength);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}

using System.Text;
using System.Text.Unicode;

namespace Reporting.Etl.Intake;

/// <summary>The letters of a text file: by its byte order mark, else UTF-16 where its zeros say so, UTF-8 where every byte fits it, GB18030.</summary>
static class CsvText
{
    const int SampleBytes = 4096;
    const int LittleEndian = 1200;
    static readonly (byte[] Mark, Encoding Encoding, string Name)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(false, throwOnInvalidBytes: true), "utf-8"),
        ([0xFF, 0xFE], new UnicodeEncoding(false, false, throwOnInvalidBytes: true), "utf-16"),
        ([0xFE, 0xFF], new UnicodeEncoding(true, false, throwOnInvalidBytes: true), "utf-16"),
    ];

    /// <summary>True where a byte order mark or the pattern of its bytes says that this is text in an encoding whose bytes look like no text.</summary>
    public static bool IsMarked(ReadOnlySpan<byte> bytes) => Detect(bytes) is { MarkLength: > 0 } or { Name: "utf-16" };

    /// <summary>The first letters, with what is broken replaced.</summary>
    public static string Head(ReadOnlySpan<byte> bytes, int most)
    {
        var (encoding, _, mark) = Detect(bytes);
        return Encoding.GetEncoding(encoding.CodePage).GetString(bytes[mark..Math.Min(bytes.Length, mark + most)]);
    }

    /// <exception cref="DecoderFallbackException">Some bytes are no letters of the encoding.</exception>
    public static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        var (encoding, name, mark) = Detect(bytes);
        return (encoding.GetString(bytes[mark..]), name);
    }

    // UTF-16 without its mark: each digit, sign and line end has a zero for its other half, and nothing decodes to a control character.
    static bool IsWide(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (bytes.Length % 2 != 0) return false;
        var head = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var (first, second) = (0, 0);
        for (var index = 0; index < head.Length; index += 2)
        {
            if (head[index] == 0) first++;
            if (head[index + 1] == 0) second++;
        }
        var (zeros, others) = encoding.CodePage == LittleEndian ? (second, first) : (first, second);
        if (zeros * 6 < head.Length || zeros <= 3 * others) return false; // a third of the letters of a table of figures, at the least
        foreach (var letter in Encoding.GetEncoding(encoding.CodePage).GetString(head).AsSpan()[..^1]) // the last may be half a letter
            if (letter == '\uFFFD' || (char.IsControl(letter) && letter is not ('\t' or '\r' or '\n'))) return false;
        return true;
    }

    static (Encoding Encoding, string Name, int MarkLength) Detect(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, encoding, name) in Marks)
            if (bytes.StartsWith(mark)) return (encoding, name, mark.Length);
        foreach (var (_, encoding, name) in Marks[1..])
            if (IsWide(bytes, encoding)) return (encoding, name, 0);
        return Utf8.IsValid(bytes) ? (Marks[0].Encoding, "utf-8", 0)
            : (Encoding.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), "gb18030", 0);
    }
}

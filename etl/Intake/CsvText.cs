using System.Text;
using System.Text.Unicode;

namespace Reporting.Etl.Intake;

/// <summary>The letters of a text file: by its byte order mark, else UTF-8 where every byte fits it, else GB18030.</summary>
static class CsvText
{
    static readonly (byte[] Mark, Encoding Encoding, string Name)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(false, throwOnInvalidBytes: true), "utf-8"),
        ([0xFF, 0xFE], new UnicodeEncoding(false, false, throwOnInvalidBytes: true), "utf-16"),
        ([0xFE, 0xFF], new UnicodeEncoding(true, false, throwOnInvalidBytes: true), "utf-16"),
    ];

    public static bool HasMark(ReadOnlySpan<byte> bytes) => Detect(bytes).MarkLength > 0;

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

    static (Encoding Encoding, string Name, int MarkLength) Detect(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, encoding, name) in Marks)
            if (bytes.StartsWith(mark)) return (encoding, name, mark.Length);
        return Utf8.IsValid(bytes) ? (Marks[0].Encoding, "utf-8", 0)
            : (Encoding.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), "gb18030", 0);
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Xml.Linq;
using Reporting.Reports.Drawing;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Bulk;

/// <summary>Rows of plain cells of a sheet's part, straight into bytes.</summary>
/// <param name="prefix">Of the part's elements, with its colon; empty where they have none.</param>
sealed class StreamedCells(Stream target, int columns, string prefix = "") : IDisposable
{
    const int Room = 1 << 16;

    readonly ArrayBufferWriter<byte> buffer = new(Room * 2);
    readonly byte[][] letters = [.. Enumerable.Range(1, columns).Select(column => Encoding.UTF8.GetBytes($"<{prefix}c r=\"{Placements.Letters(column)}"))];
    readonly byte[] rowBegins = Bytes($"<{prefix}row r=\""), rowEnds = Bytes($"</{prefix}row>"), numberBegins = Bytes($"\"><{prefix}v>"), numberEnds = Bytes($"</{prefix}v></{prefix}c>"),
        wordsBegin = Bytes($"\" t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">"), wordsEnd = Bytes($"</{prefix}t></{prefix}is></{prefix}c>");

    /// <summary>What stands before and behind the rows.</summary>
    public void Put(string xml) => buffer.Write(Bytes(xml));

    /// <param name="values">Of string, decimal, long, int or null, as many as there are columns.</param>
    public void Row(int row, IReadOnlyList<object?> values, bool isHead = false)
    {
        buffer.Write(rowBegins);
        Put(row);
        buffer.Write("\">"u8);
        for (var index = 0; index < values.Count; index++) Cell(letters[index], row, values[index], isHead);
        buffer.Write(rowEnds);
        if (buffer.WrittenCount > Room) Flush();
    }

    void Cell(byte[] begins, int row, object? value, bool isHead)
    {
        if (value is null) return;
        buffer.Write(begins);
        Put(row);
        if (isHead) buffer.Write("\" s=\"1"u8);
        switch (value)
        {
            case decimal number: Number(number); break;
            case long number: Number(number); break;
            case int number: Number(number); break;
            default: Words((string)value); break;
        }
    }

    void Number(decimal number)
    {
        buffer.Write(numberBegins);
        Utf8Formatter.TryFormat(number, buffer.GetSpan(40), out var written);
        buffer.Advance(written);
        buffer.Write(numberEnds);
    }

    void Words(string text)
    {
        buffer.Write(wordsBegin);
        // Almost all texts need nothing: one look tells.
        if (text.Length > PlainText.Longest || text.AsSpan().ContainsAnyExceptInRange(' ', '\uD7FF') || text.AsSpan().ContainsAny('<', '>', '&') || text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
            || text.Contains("_x", StringComparison.Ordinal)) text = new XText(PlainText.Escaped(text)).ToString();
        buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
        buffer.Write(wordsEnd);
    }

    void Put(int number)
    {
        Utf8Formatter.TryFormat(number, buffer.GetSpan(16), out var written);
        buffer.Advance(written);
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    void Flush()
    {
        target.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    /// <summary>The rest goes out; the stream stays open.</summary>
    public void Dispose() => Flush();
}

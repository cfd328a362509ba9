using System.IO.Compression;
using System.Text;

namespace Reporting.Reports.Bulk;

/// <summary>What stands around the rows of a streamed workbook.</summary>
/// <param name="Sheet">Name of the sheet; a second one is called the same with 2 behind.</param>
/// <param name="Title">Document title.</param>
/// <param name="Time">UTC; the only time in the file.</param>
public sealed record SheetCover(string Sheet, string Title, string Creator, DateTime Time);

/// <param name="Width">In digits; a Chinese sign counts two.</param>
public sealed record SheetColumn(string Head, int Width);

/// <summary>
/// Rows into a workbook as they come, in memory that does not grow with them: plain cells, one head row on each sheet, a new sheet where
/// one is full. Texts stand as texts, whatever they begin with. The same rows give the same bytes.
/// </summary>
public static class StreamedBook
{
    /// <summary>Rows of a sheet, its head among them.</summary>
    public const int RowsOfSheet = 1_048_576;

    static readonly DateTimeOffset ZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="rows">Of string, decimal, long, int or null, as many as there are columns.</param>
    /// <param name="rowsOfSheet">For tests; else what a workbook allows.</param>
    /// <returns>Rows written, without heads.</returns>
    public static long Write(Stream target, SheetCover cover, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<object?>> rows, int rowsOfSheet = RowsOfSheet)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var (sheets, total) = (0, 0L);
        using var each = rows.GetEnumerator();
        var more = each.MoveNext();
        do
        {
            using var part = Entry(zip, $"xl/worksheets/sheet{++sheets}.xml");
            using var cells = new StreamedCells(part, columns.Count);
            cells.Put(SheetFrame.Above(columns, isFirst: sheets == 1));
            cells.Row(1, [.. columns.Select(column => column.Head)], isHead: true);
            var row = 1;
            for (; more && row < rowsOfSheet; more = each.MoveNext()) cells.Row(++row, each.Current);
            cells.Put(SheetFrame.Below);
            total += row - 1;
        }
        while (more);
        foreach (var (part, text) in SheetFrame.Parts(cover, sheets)) Text(zip, part, text);
        return total;
    }

    static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest); // a third of the time of the next level, a tenth more bytes
        entry.LastWriteTime = ZipTime;
        return entry.Open();
    }

    static void Text(ZipArchive zip, string name, string text)
    {
        using var stream = Entry(zip, name);
        stream.Write(Encoding.UTF8.GetBytes(SheetFrame.Declaration + text));
    }
}

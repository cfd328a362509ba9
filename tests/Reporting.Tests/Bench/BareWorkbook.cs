using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Reporting.Tests.Bench;

/// <summary>What any writer of the same cells has to do, and nothing else: zip, UTF-8, an address and a value for each cell. No styles, widths, charts or names.</summary>
static class BareWorkbook
{
    public static void Write(Stream target, IEnumerable<(string Name, IEnumerable<IReadOnlyList<object?>> Rows)> sheets)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (number, sheet) in sheets.Index())
        {
            using var text = new StreamWriter(zip.CreateEntry($"xl/worksheets/sheet{number + 1}.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
            text.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            foreach (var (row, values) in sheet.Rows.Index())
            {
                text.Write("<row>");
                for (var column = 0; column < values.Count; column++) Cell(text, column, row, values[column]);
                text.Write("</row>");
            }
            text.Write("</sheetData></worksheet>");
        }
    }

    public static void Write(Stream target, IEnumerable<(string Name, List<IReadOnlyList<object?>> Rows)> sheets) => Write(target, sheets.Select(sheet => (sheet.Name, (IEnumerable<IReadOnlyList<object?>>)sheet.Rows)));

    static void Cell(StreamWriter text, int column, int row, object? value)
    {
        if (value is null) return;
        text.Write("<c r=\"");
        if (column >= 26) text.Write((char)('A' + column / 26 - 1));
        text.Write((char)('A' + column % 26));
        text.Write(row + 1);
        if (value is string words)
        {
            text.Write("\" t=\"inlineStr\"><is><t>");
            text.Write(words.AsSpan().ContainsAny('<', '>', '&') ? System.Security.SecurityElement.Escape(words) : words);
            text.Write("</t></is></c>");
            return;
        }
        text.Write("\"><v>");
        text.Write(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
        text.Write("</v></c>");
    }

    /// <summary>The filled cells of a workbook, sheet by sheet: text or number.</summary>
    public static List<(string Name, List<IReadOnlyList<object?>> Rows)> CellsOf(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        var strings = Parts(zip, "xl/sharedStrings.xml").SelectMany(part => part.DocumentElement!.ChildNodes.Cast<XmlElement>()).Select(item => item.InnerText).ToList();
        return [.. zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).SelectMany(entry => Parts(zip, entry.FullName).Select(part => (entry.FullName,
            part.GetElementsByTagName("row", "*").Cast<XmlElement>().Select(row => (IReadOnlyList<object?>)[.. row.ChildNodes.Cast<XmlElement>().Select(cell => Value(cell, strings))]).ToList())))];
    }

    static object? Value(XmlElement cell, List<string> strings) => (cell.GetAttribute("t"), cell.InnerText) switch
    {
        (_, "") => null,
        ("s", var index) => strings[int.Parse(index, CultureInfo.InvariantCulture)],
        ("inlineStr" or "str", var text) => text,
        (_, var number) => decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    static IEnumerable<XmlDocument> Parts(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry) yield break;
        var part = new XmlDocument { PreserveWhitespace = true };
        using var content = entry.Open();
        part.Load(content);
        yield return part;
    }
}

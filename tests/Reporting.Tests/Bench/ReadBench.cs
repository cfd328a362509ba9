using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ExcelDataReader;
using Reporting.Etl.Intake;
using Reporting.Tests.Intake;

namespace Reporting.Tests.Bench;

/// <summary>20,000 × 30 cells of one workbook: read with addresses, types and limits, beside others over the same bytes.</summary>
static class ReadBench
{
    const int Rows = 20_000, Columns = 30;

    public static string Run()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Workbook();
        var cells = 0;
        var ways = Rounds.Of(
            ("ZipArchive + XmlReader, nothing kept", () => Bare(bytes)),
            ("inflated only", () => Inflated(bytes)),
            ("Reporting", () => cells = FileReader.Read(bytes, "表.xlsx", new()).Sheets[0].Cells.Count),
            ("ExcelDataReader, every value asked", () => Excel(bytes)),
            ("OpenXmlReader, every cell loaded", () => OpenXml(bytes)));
        var bare = ways[0].Milliseconds;
        return string.Join('\n', ways.Select(way =>
                $"{way.Name,-40} {Rounds.Text(way.Milliseconds),8} ms  {Rounds.Text(way.Milliseconds / bare),5} ×  {Rounds.Text((double)way.Bytes / (Rows * Columns)),6} B a cell")
            .Prepend($"{bytes.Length:#,##0} bytes, {cells:#,##0} cells; median of 9 rounds in turn after 3"));
    }

    /// <summary>A third texts (shared), the rest whole and broken numbers with a style now and then, as Excel writes them.</summary>
    static byte[] Workbook()
    {
        var (rows, random) = (new StringBuilder(), new Random(7));
        for (var row = 1; row <= Rows; row++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\" spans=\"1:{Columns}\" x14ac:dyDescent=\"0.25\">");
            for (var column = 1; column <= Columns; column++)
            {
                var place = Address.Of(row, column);
                if (column % 3 == 1) rows.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" s=\"1\" t=\"s\"><v>{random.Next(2000)}</v></c>");
                else if (column % 3 == 2) rows.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" s=\"2\"><v>{random.Next(100_000)}</v></c>");
                else rows.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{random.Next(10_000_000) / 100m}</v></c>");
            }
            rows.Append("</row>");
        }
        return Book.OfSheet($"<dimension ref=\"A1:AD{Rows}\"/><sheetData>{rows}</sheetData>",
            ("xl/worksheets/sheet1.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{Book.Main}\" xmlns:x14ac=\"urn:x14ac\"><sheetData>{rows}</sheetData></worksheet>"),
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>"),
            ("xl/sharedStrings.xml", Book.Strings(string.Concat(Enumerable.Range(0, 2000).Select(number => $"<si><t>镇{number}村就业援助员</t></si>")))),
            ("xl/styles.xml", Book.Styles("", 0, 0, 3)));
    }

    static void Inflated(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            while (part.Read(buffer) > 0) { }
        }
    }

    internal static void Bare(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var xml = XmlReader.Create(entry.Open());
            while (xml.Read()) { }
        }
    }

    static void Excel(byte[] bytes)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        while (reader.Read())
            for (var column = 0; column < reader.FieldCount; column++) _ = reader.GetValue(column);
    }

    static void OpenXml(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        using var reader = OpenXmlReader.Create(document.WorkbookPart!.WorksheetParts.First());
        while (reader.Read())
            if (reader.ElementType == typeof(DocumentFormat.OpenXml.Spreadsheet.Cell) && reader.IsStartElement) _ = ((DocumentFormat.OpenXml.Spreadsheet.Cell)reader.LoadCurrentElement()!).CellValue?.Text;
    }
}

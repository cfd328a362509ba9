using System.IO.Compression;
using System.Text;
using Reporting.Etl.Intake;

namespace Reporting.Tests.Intake;

/// <summary>A workbook written part by part as given, so that odd and hostile ones can be made; and what was read, as text to compare.</summary>
static class Book
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>A workbook of one sheet, 表1, with the given rows; further parts replace or join its own.</summary>
    public static byte[] OfRows(string rows, params (string Name, string Xml)[] parts) => OfSheet($"<sheetData>{rows}</sheetData>", parts);

    public static byte[] OfSheet(string content, params (string Name, string Xml)[] parts)
    {
        var book = new Dictionary<string, string>
        {
            ["_rels/.rels"] = Links(("rId1", $"{Relations}/officeDocument", "xl/workbook.xml")),
            ["xl/workbook.xml"] = Workbook("<sheet name=\"表1\" sheetId=\"1\" r:id=\"rId1\"/>"),
            ["xl/_rels/workbook.xml.rels"] = Links(("rId1", $"{Relations}/worksheet", "worksheets/sheet1.xml"),
                ("rId2", $"{Relations}/sharedStrings", "sharedStrings.xml"), ("rId3", $"{Relations}/styles", "styles.xml")),
            ["xl/worksheets/sheet1.xml"] = Sheet(content),
        };
        foreach (var (name, xml) in parts) book[name] = xml;
        return Zip(book.Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value))));
    }

    public static string Sheet(string content) => $"<worksheet xmlns=\"{Main}\">{content}</worksheet>";

    public static string Workbook(string sheets, string properties = "") =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{properties}<sheets>{sheets}</sheets></workbook>";

    public static string Strings(string items) => $"<sst xmlns=\"{Main}\">{items}</sst>";

    /// <summary>Styles whose cell formats have these number format ids, in order.</summary>
    public static string Styles(string formats, params int[] ids) =>
        $"<styleSheet xmlns=\"{Main}\"><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
        + string.Concat(ids.Select(id => $"<xf numFmtId=\"{id}\"/>")) + "</cellXfs></styleSheet>";

    public static string Links(params (string Id, string Type, string Target)[] links) =>
        $"<Relationships xmlns=\"{PackageRelations}\">"
        + string.Concat(links.Select(link => $"<Relationship Id=\"{link.Id}\" Type=\"{link.Type}\" Target=\"{link.Target}\"/>")) + "</Relationships>";

    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in parts)
                using (var part = zip.CreateEntry(name).Open()) part.Write(bytes);
        return stream.ToArray();
    }

    public static ReadFile Read(byte[] bytes, ReadLimits? limits = null, string name = "报表.xlsx") => FileReader.Read(bytes, name, limits ?? new());

    /// <summary>Every cell as <c>A1 Number 12</c>, joined by <c>; </c>; percentages with a % behind, dates with their serial number.</summary>
    public static string Cells(ReadFile file) => string.Join("; ", file.Sheets.SelectMany(sheet => sheet.Cells).Select(cell =>
        $"{Address.Of(cell.Row, cell.Column)} {cell.Kind} {cell.Text}{(cell.Percent ? " %" : "")}"
        + (cell.Kind == CellKind.Date || (cell.Kind == CellKind.Number && cell.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) != cell.Text)
            ? $" ({cell.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)})" : "")));

    public static string Codes(ReadFile file) =>
        string.Join(" ", file.Findings.Select(finding => finding.Place.Cell is { } cell ? $"{finding.Code}@{cell}" : finding.Code));
}

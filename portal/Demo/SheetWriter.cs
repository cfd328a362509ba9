using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Reporting.Portal.Demo;

/// <summary>Writes a painted sheet as a file, in the ways of the program its sender uses. Same grid, same bytes.</summary>
static class SheetWriter
{
    const string Package = "http://schemas.openxmlformats.org/package/2006";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006";
    const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";

    // Office itself stamps all entries with the first moment zip knows.
    static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="savedAt">UTC; stands in the document's properties.</param>
    public static byte[] Write(DemoGrid grid, FileKind kind, string author, DateTime savedAt) => kind switch
    {
        FileKind.csv_gb18030 => CsvWriter.Write(grid, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, withMark: false),
        FileKind.csv_utf8 => CsvWriter.Write(grid, new UTF8Encoding(), withMark: true),
        _ => WriteWorkbook(grid, XlsxProgram.Of(kind), author, savedAt),
    };

    static byte[] WriteWorkbook(DemoGrid grid, XlsxProgram program, string author, DateTime savedAt)
    {
        var xml = new XlsxSheetXml(program);
        string[] sheets = [grid.Name, .. program.EmptySheets.Where(name => name != grid.Name)];
        var parts = new List<(string Name, string Text)>
        {
            ("[Content_Types].xml", ContentTypes(program, sheets.Length)),
            ("_rels/.rels", PackageRelationships(program)),
            ("docProps/app.xml", $"{Declaration}<Properties xmlns=\"{Office}/extended-properties\"><Application>{program.Application}</Application></Properties>"),
            ("docProps/core.xml", CoreProperties(author, savedAt)),
            ("xl/workbook.xml", Workbook(sheets)),
            ("xl/_rels/workbook.xml.rels", WorkbookRelationships(program, sheets.Length)),
            ("xl/styles.xml", program.Styles.ToXml()),
            ("xl/worksheets/sheet1.xml", xml.Sheet(grid)),
        };
        for (var number = 2; number <= sheets.Length; number++) parts.Add(($"xl/worksheets/sheet{number}.xml", xml.EmptySheet()));
        if (program.SharesTexts) parts.Add(("xl/sharedStrings.xml", xml.SharedTexts()));
        if (program.BuildVersion is { } build) parts.Add(("docProps/custom.xml", CustomProperties(build)));
        return Zip(parts);
    }

    static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                (entry.LastWriteTime, entry.ExternalAttributes) = (ZipEpoch, 0);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }

    static string ContentTypes(XlsxProgram program, int sheets) => $"""
        {Declaration}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Content}.sheet.main+xml"/>{Sheets(sheets, number => $"""<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{Content}.worksheet+xml"/>""")}<Override PartName="/xl/styles.xml" ContentType="{Content}.styles+xml"/>{(program.SharesTexts ? $"""<Override PartName="/xl/sharedStrings.xml" ContentType="{Content}.sharedStrings+xml"/>""" : "")}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>{(program.BuildVersion is null ? "" : """<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>""")}</Types>
        """;

    static string PackageRelationships(XlsxProgram program) => $"""
        {Declaration}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="{Package}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="{Office}/relationships/extended-properties" Target="docProps/app.xml"/>{(program.BuildVersion is null ? "" : $"""<Relationship Id="rId4" Type="{Office}/relationships/custom-properties" Target="docProps/custom.xml"/>""")}</Relationships>
        """;

    static string WorkbookRelationships(XlsxProgram program, int sheets) => $"""
        {Declaration}<Relationships xmlns="{Package}/relationships">{Sheets(sheets, number => $"""<Relationship Id="rId{number}" Type="{Office}/relationships/worksheet" Target="worksheets/sheet{number}.xml"/>""")}<Relationship Id="rId{sheets + 1}" Type="{Office}/relationships/styles" Target="styles.xml"/>{(program.SharesTexts ? $"""<Relationship Id="rId{sheets + 2}" Type="{Office}/relationships/sharedStrings" Target="sharedStrings.xml"/>""" : "")}</Relationships>
        """;

    static string Workbook(string[] sheets) => $"""
        {Declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Office}/relationships"><workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets>{Sheets(sheets.Length, number => $"""<sheet name="{SecurityElement.Escape(sheets[number - 1])}" sheetId="{number}" r:id="rId{number}"/>""")}</sheets></workbook>
        """;

    static string CoreProperties(string author, DateTime savedAt) => string.Create(CultureInfo.InvariantCulture, $"""
        {Declaration}<cp:coreProperties xmlns:cp="{Package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>{SecurityElement.Escape(author)}</dc:creator><dcterms:modified xsi:type="dcterms:W3CDTF">{savedAt:yyyy-MM-ddTHH:mm:ss}Z</dcterms:modified></cp:coreProperties>
        """);

    static string CustomProperties(string build) => $$"""
        {{Declaration}}<Properties xmlns="{{Office}}/custom-properties" xmlns:vt="{{Office}}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>{{build}}</vt:lpwstr></property></Properties>
        """;

    static string Sheets(int count, Func<int, string> each) => string.Concat(Enumerable.Range(1, count).Select(each));
}

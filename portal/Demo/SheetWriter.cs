using System.IO.Compression;
using System.Text;

namespace Reporting.Portal.Demo;

/// <summary>Writes painted sheets as a file, in the ways of the program its sender uses. Same grids, same bytes.</summary>
static class SheetWriter
{
    // Office itself stamps all entries with the first moment zip knows.
    static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="savedAt">UTC; stands in the document's properties.</param>
    public static byte[] Write(IReadOnlyList<DemoGrid> grids, FileKind kind, string author, DateTime savedAt) => kind switch
    {
        FileKind.csv_gb18030 => CsvWriter.Write(grids[0], CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, withMark: false),
        FileKind.csv_utf8 => CsvWriter.Write(grids[0], new UTF8Encoding(), withMark: true),
        _ => WriteWorkbook(grids, XlsxProgram.Of(kind), author, savedAt),
    };

    static byte[] WriteWorkbook(IReadOnlyList<DemoGrid> grids, XlsxProgram program, string author, DateTime savedAt)
    {
        var xml = new XlsxSheetXml(program);
        var names = grids.Select(grid => grid.Name).ToArray();
        string[] sheets = [.. names, .. grids.Count > 1 ? [] : program.EmptySheets.Except(names)];
        var parts = new List<(string Name, string Text)>
        {
            ("[Content_Types].xml", XlsxParts.ContentTypes(program, sheets.Length)),
            ("_rels/.rels", XlsxParts.PackageRelationships(program)),
            ("docProps/app.xml", XlsxParts.Application(program)),
            ("docProps/core.xml", XlsxParts.CoreProperties(author, savedAt)),
            ("xl/workbook.xml", XlsxParts.Workbook(sheets)),
            ("xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelationships(program, sheets.Length)),
            ("xl/styles.xml", program.Styles.ToXml()),
        };
        foreach (var (index, grid) in grids.Index()) parts.Add(($"xl/worksheets/sheet{index + 1}.xml", xml.Sheet(grid)));
        for (var number = grids.Count + 1; number <= sheets.Length; number++) parts.Add(($"xl/worksheets/sheet{number}.xml", xml.EmptySheet()));
        if (program.SharesTexts) parts.Add(("xl/sharedStrings.xml", xml.SharedTexts()));
        if (program.BuildVersion is { } build) parts.Add(("docProps/custom.xml", XlsxParts.CustomProperties(build)));
        return Zip(parts);
    }

    static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                (entry.LastWriteTime, entry.ExternalAttributes) = (ZipEpoch, 0);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }
}

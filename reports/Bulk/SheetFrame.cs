using System.Globalization;
using System.Xml.Linq;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Bulk;

/// <summary>The parts of a streamed workbook around its sheets.</summary>
static class SheetFrame
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        Package = "http://schemas.openxmlformats.org/package/2006", Type = "application/vnd.openxmlformats-officedocument.spreadsheetml", Font = "<sz val=\"10.5\"/><name val=\"宋体\"/><charset val=\"134\"/>";

    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    /// <summary>Of a sheet's part what stands below its rows.</summary>
    public const string Below = "</sheetData></worksheet>";

    /// <summary>Of a sheet's part what stands above its rows: a head row that stays in view, and widths.</summary>
    public static string Above(IReadOnlyList<SheetColumn> columns, bool isFirst) => $"{Declaration}<worksheet xmlns=\"{Main}\"><sheetViews><sheetView {(isFirst ? "tabSelected=\"1\" " : "")}workbookViewId=\"0\">"
        + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
        + string.Concat(columns.Select((column, index) => string.Create(CultureInfo.InvariantCulture, $"<col min=\"{index + 1}\" max=\"{index + 1}\" width=\"{column.Width}\" customWidth=\"1\"/>"))) + "</cols><sheetData>";

    /// <summary>By their names, in the order in which they are written.</summary>
    public static IEnumerable<(string Part, string Text)> Parts(SheetCover cover, int sheets)
    {
        yield return ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
            + Each(sheets, number => $"<sheet name=\"{Escaped(cover.Sheet + (number > 1 ? $"{number}" : ""))}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>") + "</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">"
            + Each(sheets, number => $"<Relationship Id=\"rId{number}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>")
            + $"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
        yield return ("xl/styles.xml", Styles);
        yield return ("docProps/core.xml", Core(cover));
        yield return ("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/>"
            + $"<Relationship Id=\"rId2\" Type=\"{Package}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
        yield return ("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Type}.styles+xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            + Each(sheets, number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{Type}.worksheet+xml\"/>") + "</Types>");
    }

    // Two looks of a cell: plain, and a head.
    static string Styles => $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font>{Font}</font><font><b/>{Font}</font></fonts>"
        + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE4EAF1\"/></patternFill></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
        + "<cellXfs count=\"2\"><xf xfId=\"0\"/><xf fontId=\"1\" fillId=\"2\" applyFont=\"1\" applyFill=\"1\" xfId=\"0\"/></cellXfs></styleSheet>";

    static string Core(SheetCover cover)
    {
        var time = cover.Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"<cp:coreProperties xmlns:cp=\"{Package}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + $"<dc:title>{Escaped(cover.Title)}</dc:title><dc:creator>{Escaped(cover.Creator)}</dc:creator><dc:language>zh-CN</dc:language><cp:lastModifiedBy>{Escaped(cover.Creator)}</cp:lastModifiedBy>"
            + $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:modified></cp:coreProperties>";
    }

    static string Each(int sheets, Func<int, string> text) => string.Concat(Enumerable.Range(1, sheets).Select(text));

    static string Escaped(string text) => new XText(PlainText.Of(text)).ToString().Replace("\"", "&quot;", StringComparison.Ordinal);
}

using Reporting.Portal.Demo;
using Reporting.Tests.Intake;

namespace Reporting.Tests.Answers;

/// <summary>Workbooks of many shapes, each with a sheet 就业: as programs write them, and as odd ones do.</summary>
static class MarkedShapes
{
    const string Vml = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"/>"
        + "<v:shape id=\"_x0000_s1025\" type=\"#_x0000_t202\" style=\"visibility:hidden\"><v:textbox><div style='text-align:left'><br></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:Row>5</x:Row><x:Column>4</x:Column></x:ClientData></v:shape></xml>";
    const string Rows = "<sheetData><row r=\"1\" spans=\"1:5\"><c r=\"A1\" t=\"inlineStr\"><is><t>就业工作月报表</t></is></c></row><row r=\"4\" spans=\"4:5\"><c r=\"D4\"><v>95</v></c><c r=\"E4\"><v>1280</v></c></row>"
        + "<row r=\"5\"><c r=\"D5\"><v>96</v></c><c r=\"E5\"><f>D5*2</f><v>192</v></c></row><row r=\"6\"><c r=\"D6\"><v>97</v></c><c r=\"E6\"><v>1300</v></c></row><row r=\"8\"/></sheetData>";
    const string Styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\"><numFmt numFmtId=\"176\" formatCode=\"0.0000\"/></numFmts><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
        + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor theme=\"4\" tint=\"0.8\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"176\" fontId=\"0\" fillId=\"2\" borderId=\"0\" xfId=\"0\"><alignment horizontal=\"center\"/><protection locked=\"0\"/></xf><xf numFmtId=\"10\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>";

    public static readonly IReadOnlyDictionary<string, Func<byte[]>> All = new Dictionary<string, Func<byte[]>>
    {
        ["excel"] = () => MarkedBooks.Of(FileKind.excel),
        ["wps"] = () => MarkedBooks.Of(FileKind.wps),
        ["libre_office"] = () => MarkedBooks.Of(FileKind.libre_office),
        ["several sheets"] = () => MarkedBooks.Of(FileKind.excel, MarkedBooks.Grid(), MarkedBooks.Grid("社保"), MarkedBooks.Grid("劳动关系")),
        ["own sheets of our names"] = () => MarkedBooks.Of(FileKind.excel, MarkedBooks.Grid(), MarkedBooks.Grid("审核备忘")),
        ["bare: no styles, no dimension"] = () => MarkedBooks.Made(Rows),
        ["styles, fills of a theme, unlocked cells"] = () => MarkedBooks.Made($"<cols><col min=\"4\" max=\"5\" width=\"12\" style=\"1\" customWidth=\"1\"/></cols>{Rows.Replace("<c r=\"E6\"", "<c r=\"E6\" s=\"1\"").Replace("<row r=\"8\"", "<row r=\"8\" s=\"2\" customFormat=\"1\"")}", MarkedBooks.Override("xl/styles.xml", "styles"), MarkedBooks.Link("rId2", "styles", "styles.xml"), "", ("xl/styles.xml", Styles)),
        ["styles without fills"] = () => MarkedBooks.Made(Rows, MarkedBooks.Override("xl/styles.xml", "styles"), MarkedBooks.Link("rId2", "styles", "styles.xml"), "",
            ("xl/styles.xml", $"<styleSheet xmlns=\"{Book.Main}\"><cellXfs count=\"1\"><xf numFmtId=\"0\"/></cellXfs></styleSheet>")),
        ["prefixes"] = () => MarkedBooks.Made("", "", "", "",
            ("xl/worksheets/sheet1.xml", $"<x:worksheet xmlns:x=\"{Book.Main}\"><x:sheetData><x:row r=\"6\"><x:c r=\"E6\"><x:v>1300</x:v></x:c></x:row></x:sheetData><x:pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/></x:worksheet>"),
            ("xl/workbook.xml", $"<x:workbook xmlns:x=\"{Book.Main}\" xmlns:rel=\"{Book.Relations}\"><x:sheets><x:sheet name=\"就业\" sheetId=\"9\" rel:id=\"rId1\"/></x:sheets></x:workbook>")),
        ["places left out"] = () => MarkedBooks.Made("<sheetData><row><c><v>1</v></c></row><row/><row/><row><c><v>1</v></c><c/><c/><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>"),
        ["no rows at all"] = () => MarkedBooks.Made("<sheetData/>", MarkedBooks.Override("xl/worksheets/sheet2.xml", "worksheet"), MarkedBooks.Link("rId7", "worksheet", "worksheets/sheet2.xml"), "",
            ("xl/worksheets/sheet2.xml", Book.Sheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>")),
            ("xl/workbook.xml", Book.Workbook("<sheet name=\"就业\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"附表\" sheetId=\"2\" r:id=\"rId7\"/>"))),
        ["comments of the sender"] = () => MarkedBooks.Made(Rows + "<legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId2\"/>",
            MarkedBooks.Override("xl/comments7.xml", "comments") + "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>", "", "",
            ("xl/comments7.xml", $"<comments xmlns=\"{Book.Main}\"><authors><author>张三</author></authors><commentList><comment ref=\"E6\" authorId=\"0\"><text><r><t xml:space=\"preserve\">已与上月核对 </t></r></text></comment></commentList></comments>"),
            ("xl/drawings/vmlDrawing3.vml", Vml),
            ("xl/worksheets/_rels/sheet1.xml.rels", Book.Links(("rId1", $"{Book.Relations}/comments", "../comments7.xml"), ("rId2", $"{Book.Relations}/vmlDrawing", "../drawings/vmlDrawing3.vml")))),
        ["names, filter, protection, checks"] = () => MarkedBooks.Made("<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>" + Rows
            + "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\"/><autoFilter ref=\"A3:E8\"/><mergeCells count=\"2\"><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"D6:D7\"/></mergeCells>"
            + "<conditionalFormatting sqref=\"D4:D8\"><cfRule type=\"cellIs\" priority=\"1\" operator=\"lessThan\"><formula>0</formula></cfRule></conditionalFormatting>"
            + "<dataValidations count=\"1\"><dataValidation type=\"whole\" sqref=\"D4:D8\"><formula1>0</formula1><formula2>9999</formula2></dataValidation></dataValidations><hyperlinks><hyperlink ref=\"A1\" location=\"就业!A1\"/></hyperlinks>"
            + "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\"/><extLst><ext uri=\"{00000000-0000-0000-0000-000000000001}\" xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"><etc:x y=\"1\"/></ext></extLst>",
            "", "", "<definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">就业!$A$1:$E$8</definedName><definedName name=\"本月\">就业!$D$4</definedName></definedNames><calcPr calcId=\"191029\"/>"),
        ["hidden sheet and a chain of formulas"] = () => MarkedBooks.Made(Rows, MarkedBooks.Override("xl/calcChain.xml", "calcChain") + MarkedBooks.Override("xl/worksheets/sheet2.xml", "worksheet"),
            MarkedBooks.Link("rId7", "worksheet", "worksheets/sheet2.xml") + MarkedBooks.Link("rId8", "calcChain", "calcChain.xml"), "",
            ("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{Book.Main}\"><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews><sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData></worksheet>"),
            ("xl/calcChain.xml", $"<calcChain xmlns=\"{Book.Main}\"><c r=\"E5\" i=\"1\"/></calcChain>"),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Book.Main}\" xmlns:r=\"{Book.Relations}\"><bookViews><workbookView activeTab=\"0\" firstSheet=\"0\"/></bookViews><sheets><sheet name=\"就业\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"草稿\" sheetId=\"5\" state=\"hidden\" r:id=\"rId7\"/></sheets></workbook>")),
        ["relationships of no common kind"] = () => MarkedReturnTests.Changed(MarkedBooks.Made(Rows), "[Content_Types].xml", types => types.Replace("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
            "<Override PartName=\"/_rels/.rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/_rels/workbook.xml.rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>", StringComparison.Ordinal)),
        ["absolute targets and odd part names"] = () => MarkedBooks.Made("", "<Override PartName=\"/xl/worksheets/Odd-Blatt_1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>", "", "",
            ("xl/_rels/workbook.xml.rels", Book.Links(("rId1", $"{Book.Relations}/worksheet", "/xl/worksheets/Odd-Blatt_1.xml"))), ("xl/worksheets/Odd-Blatt_1.xml", Book.Sheet(Rows))),
    };
}

using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Tests.Intake;

public class WorkbookShapeTests
{
    const string OneCell = "<sheetData><row><c><v>1</v></c></row></sheetData>";

    [Fact]
    public void Sheets_keep_their_order_and_whether_they_are_hidden()
    {
        var workbook = Book.Workbook("<sheet name='乙' r:id='b'/><sheet name='甲' state='hidden' r:id='a'/><sheet name='丙' state='veryHidden' r:id='c'/><sheet name='图' r:id='d'/><sheet name='Module1' r:id=''/>");
        var links = Book.Links(("a", $"{Book.Relations}/worksheet", "/xl/worksheets/sheet1.xml"), ("b", $"{Book.Relations}/worksheet", "worksheets\\sheet2.xml"),
            ("c", $"{Book.Relations}/worksheet", "../xl/./worksheets/SHEET3.xml"), ("d", $"{Book.Relations}/chartsheet", "chartsheets/sheet1.xml"));
        var file = Book.Read(Book.OfSheet(OneCell, ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", links),
            ("xl\\worksheets\\sheet2.xml", Book.Sheet(OneCell)), ("xl/worksheets/sheet3.xml", Book.Sheet(OneCell))));
        Assert.Equal("乙 False 1, 甲 True 1, 丙 True 1", string.Join(", ", file.Sheets.Select(sheet => $"{sheet.Name} {sheet.Hidden} {sheet.Cells.Count}")));
        Assert.Empty(file.Findings);
    }

    [Fact]
    public void A_sheet_that_is_not_there_is_told_and_the_others_are_read()
    {
        var workbook = Book.Workbook("<sheet name='表1' r:id='rId1'/><sheet name='表2' r:id='rId9'/><sheet name='表3' r:id='rId4'/>");
        var links = Book.Links(("rId1", $"{Book.Relations}/worksheet", "worksheets/sheet1.xml"), ("rId4", $"{Book.Relations}/worksheet", "worksheets/gone.xml"));
        var file = Book.Read(Book.OfSheet(OneCell, ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", links)));
        Assert.Equal(("A1 Number 1", "sheet_missing sheet_missing"), (Book.Cells(file), Book.Codes(file)));
    }

    [Fact]
    public void A_strict_workbook_is_read_as_any_other()
    {
        const string strict = "http://purl.oclc.org/ooxml/officeDocument/relationships", main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        var file = Book.Read(Book.OfSheet("", ("_rels/.rels", Book.Links(("rId1", $"{strict}/officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", $"<x:workbook xmlns:x='{main}' xmlns:rel='{strict}'><x:sheets><x:sheet name='表1' rel:id='rId1'/></x:sheets></x:workbook>"),
            ("xl/_rels/workbook.xml.rels", Book.Links(("rId1", $"{strict}/worksheet", "worksheets/sheet1.xml"), ("rId2", $"{strict}/sharedStrings", "texts.xml"))),
            ("xl/texts.xml", $"<x:sst xmlns:x='{main}'><x:si><x:t>甲</x:t></x:si></x:sst>"),
            ("xl/worksheets/sheet1.xml", $"<x:worksheet xmlns:x='{main}'><x:sheetData><x:row><x:c t='s'><x:v>0</x:v></x:c><x:c t='d'><x:v>2022-03-05</x:v></x:c></x:row></x:sheetData></x:worksheet>")));
        Assert.Equal(("A1 Text 甲; B1 Date 2022-03-05 (44625)", ""), (Book.Cells(file), Book.Codes(file)));
    }

    [Fact]
    public void Merges_and_hidden_rows_and_columns_are_kept()
    {
        var sheet = Book.Read(Book.OfSheet("<dimension ref='A1:A1'/><cols><col min='2' max='3' hidden='1'/><col min='5' max='5'/><col min='900' max='99999999999' hidden='true'/></cols>"
            + "<sheetData><row r='1' hidden='1'><c><v>1</v></c></row><row r='4'><c><v>2</v></c></row></sheetData>"
            + "<mergeCells><mergeCell ref='A1:C1'/><mergeCell ref='$B$2:$B$3'/><mergeCell ref='D4:D4'/><mergeCell ref='A9:XFD9'/><mergeCell ref='x'/></mergeCells>")).Sheets[0];
        Assert.Equal("A1:C1 B2:B3 A9:ALL9", string.Join(" ", sheet.Merges));
        Assert.Equal([1], sheet.HiddenRows);
        Assert.Equal([2, 3, 900], sheet.HiddenColumns.Order().Take(3));
        Assert.Equal((4, 1), (sheet.LastRow, sheet.LastColumn));
    }

    [Theory]
    [InlineData("<c r='B2'><f>A1*2</f></c><c r='C2'><f>A1</f><v></v></c><c r='D2'><f>A1</f><v>3</v></c>", "formula_without_value@B2 formula_without_value@C2")]
    [InlineData("<c r='B2' t='str'><f>\"\"</f><v></v></c><c r='C2'><v>1</v></c>", "")]
    [InlineData("<c r='B2'><v>1</v></c><c r='B2'><v>2</v></c>", "cell_twice@B2")]
    [InlineData("<c r='B2' t='s'><v>7</v></c>", "cell_text_missing@B2")]
    public void What_is_odd_about_a_cell_is_told_by_its_name(string cells, string expected) =>
        Assert.Equal(expected, Book.Codes(Book.Read(Book.OfRows($"<row r='2'>{cells}</row>"))));

    [Fact]
    public void Of_two_cells_at_one_place_the_later_stays() =>
        Assert.Equal("A1 Number 3; B1 Number 2", Book.Cells(Book.Read(Book.OfRows("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='A1'><v>3</v></c></row>"))));

    [Fact]
    public void A_thousand_odd_cells_are_told_by_fifty_names_and_a_number()
    {
        var file = Book.Read(Book.OfRows(string.Concat(Enumerable.Range(1, 1000).Select(row => $"<row r='{row}'><c><f>1</f></c><c><v>1</v></c></row>"))));
        Assert.Equal(51, file.Findings.Count);
        Assert.Contains("另有 950 个", file.Findings[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_of_extensions_are_no_cells() =>
        Assert.Equal("A1 Number 1", Book.Cells(Book.Read(Book.OfSheet(OneCell + "<extLst><ext><row><c r='Z9'><v>9</v></c></row></ext></extLst>"))));

    [Fact]
    public void A_workbook_of_other_encodings_and_prefixes_is_read()
    {
        var xml = "<?xml version='1.0' encoding='gb2312'?>" + Book.Sheet("<sheetData><row><c t='inlineStr'><is><t>街镇</t></is></c></row></sheetData>");
        var file = Book.Read(Book.Zip([("xl/workbook.xml", System.Text.Encoding.UTF8.GetBytes(Book.Workbook("<sheet name='表1' r:id='rId1'/>"))),
            ("xl/_rels/workbook.xml.rels", System.Text.Encoding.Unicode.GetBytes("\uFEFF" + Book.Links(("rId1", $"{Book.Relations}/worksheet", "worksheets/sheet1.xml")))),
            ("xl/worksheets/sheet1.xml", GB(xml))]));
        Assert.Equal(("A1 Text 街镇", ""), (Book.Cells(file), Book.Codes(file)));
    }

    [Fact]
    public void A_sheet_finds_its_cells_whatever_their_order()
    {
        Cell[] cells = [new(3, 1, CellKind.Text, "c"), new(1, 2, CellKind.Text, "b"), new(1, 1, CellKind.Text, "a"), new(1, 2, CellKind.Text, "B")];
        var sheet = new Sheet("", false, cells, []);
        Assert.Equal(("a", "B", "c", null, 3, 2), (sheet.At(1, 1)?.Text, sheet.At(1, 2)?.Text, sheet.At(3, 1)?.Text, sheet.At(2, 2)?.Text, sheet.LastRow, sheet.LastColumn));
        Assert.Equal(3, sheet.Cells.Count);
    }

    [Fact]
    public void Every_finding_says_what_to_do_in_both_languages()
    {
        var findings = Book.Read(Book.OfRows("<row r='2'><c r='A2'><f>1</f></c><c r='B2'><v>1</v></c></row>")).Findings;
        var finding = Assert.Single(findings);
        Assert.Equal((Severity.warning, "表1", "A2"), (finding.Severity, finding.Place.Sheet, finding.Place.Cell));
        Assert.Contains("重新计算", finding.Message, StringComparison.Ordinal);
        Assert.Contains("recalculate", finding.MessageEn, StringComparison.Ordinal);
    }

    static byte[] GB(string text)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        return System.Text.Encoding.GetEncoding("gb18030").GetBytes(text);
    }
}

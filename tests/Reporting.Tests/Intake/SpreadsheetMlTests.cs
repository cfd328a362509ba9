using System.Text;
using Reporting.Etl.Intake;

namespace Reporting.Tests.Intake;

public class SpreadsheetMlTests
{
    const string Styles = "<Styles><Style ss:ID='Default'><NumberFormat/></Style><Style ss:ID='p'><NumberFormat ss:Format='0.0%'/></Style><Style ss:ID='q' ss:Parent='p'><Font/></Style>"
        + "<Style ss:ID='d'><NumberFormat ss:Format='Short Date'/></Style><Style ss:ID='s'><NumberFormat ss:Format='Scientific'/></Style></Styles>";

    [Theory]
    [InlineData("<Row><Cell><Data ss:Type='String'>项目</Data></Cell><Cell><Data ss:Type='Number'>12.50</Data></Cell><Cell/><Cell><Data ss:Type='Number'>0.30000000000000004</Data></Cell></Row>",
        "A1 Text 项目; B1 Number 12.5; D1 Number 0.3")]
    [InlineData("<Row ss:Index='3'><Cell ss:Index='2'><Data ss:Type='Number'>1</Data></Cell><Cell><Data ss:Type='Number'>2</Data></Cell></Row><Row><Cell><Data ss:Type='Number'>3</Data></Cell></Row>",
        "B3 Number 1; C3 Number 2; A4 Number 3")]
    [InlineData("<Row><Cell ss:StyleID='p'><Data ss:Type='Number'>0.92</Data></Cell><Cell ss:StyleID='q'><Data ss:Type='Number'>0.5</Data></Cell><Cell ss:StyleID='d'><Data ss:Type='Number'>44625</Data></Cell><Cell ss:StyleID='s'><Data ss:Type='Number'>5</Data></Cell></Row>",
        "A1 Number 0.92 %; B1 Number 0.5 %; C1 Date 2022-03-05 (44625); D1 Number 5")]
    [InlineData("<Column/><Column ss:StyleID='d'/><Row ss:StyleID='p'><Cell><Data ss:Type='Number'>0.5</Data></Cell></Row><Row><Cell/><Cell><Data ss:Type='Number'>1</Data></Cell></Row>", "A1 Number 0.5 %; B2 Date 1900-01-01 (1)")]
    [InlineData("<Row><Cell><Data ss:Type='DateTime'>2022-03-05T12:00:00.000</Data></Cell><Cell><Data ss:Type='Boolean'>1</Data></Cell><Cell><Data ss:Type='Error'>#DIV/0!</Data></Cell><Cell><Data ss:Type='String'> </Data></Cell></Row>",
        "A1 Date 2022-03-05T12:00:00 (44625.5); B1 Boolean TRUE; C1 Error #DIV/0!")]
    [InlineData("<Row><Cell><ss:Data ss:Type='String' xmlns='http://www.w3.org/TR/REC-html40'><B>合</B>计</ss:Data><Comment ss:Author='x'><ss:Data>批注</ss:Data></Comment></Cell></Row>", "A1 Text 合计")]
    [InlineData("<Row><Cell ss:Formula='=1+1'><Data ss:Type='Number'>2</Data></Cell><Cell><Data ss:Type='Number'>x</Data></Cell></Row>", "A1 Number 2; B1 Text x")]
    public void Cells_stand_where_the_book_says(string table, string expected) => Assert.Equal(expected, Book.Cells(Read(Workbook(table))));

    [Fact]
    public void Merges_and_what_is_hidden_are_told()
    {
        var sheet = Read(Workbook("<Column ss:Index='2' ss:Hidden='1' ss:Span='1'/><Row ss:Hidden='1'><Cell ss:MergeAcross='2' ss:MergeDown='1'><Data ss:Type='String'>题</Data></Cell><Cell><Data ss:Type='Number'>1</Data></Cell></Row>",
            "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>")).Sheets[0];
        Assert.Equal(("表1", true, "A1:C2", "1", "2,3"), (sheet.Name, sheet.Hidden, string.Join(',', sheet.Merges), string.Join(',', sheet.HiddenRows), string.Join(',', sheet.HiddenColumns.Order())));
        Assert.Equal("A1 题, D1 1", string.Join(", ", sheet.Cells.Select(cell => $"{Address.Of(cell.Row, cell.Column)} {cell.Text}")));
    }

    [Fact]
    public void Its_own_encoding_and_calendar_are_obeyed()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var book = Workbook("<Row><Cell ss:StyleID='d'><Data ss:Type='Number'>43163</Data></Cell><Cell><Data ss:Type='String'>人口</Data></Cell></Row>", before: "<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook>");
        var file = Book.Read(Encoding.GetEncoding("gb2312").GetBytes(book.Replace("utf-8", "gb2312", StringComparison.Ordinal)), name: "a.xls");
        Assert.Equal("A1 Date 2022-03-05 (43163); B1 Text 人口", Book.Cells(file));
    }

    [Theory]
    [InlineData("<Row ss:Index='200001'><Cell><Data ss:Type='Number'>1</Data></Cell></Row>", "file_limit@A200001")]
    [InlineData("<Row><Cell ss:Index='1001'><Data ss:Type='Number'>1</Data></Cell></Row>", "file_limit@ALM1")]
    [InlineData("<Row ss:Span='99999999' ss:Hidden='1'/><Row><Cell ss:MergeDown='99999999' ss:MergeAcross='99999999'/></Row><Column ss:Span='99999999' ss:Hidden='1'/>", "file_empty")]
    [InlineData("<Row><Cell><Data ss:Type='Number'>1</Data></Row>", "file_unreadable")]
    public void Far_and_broken_content_is_refused(string table, string codes) => Assert.Equal(codes, Book.Codes(Read(Workbook(table))));

    [Fact]
    public void Entities_are_not_resolved() => Assert.Equal("file_unreadable",
        Book.Codes(Read(Workbook("<Row><Cell><Data ss:Type='String'>&x;</Data></Cell></Row>").Replace("<Workbook", "<!DOCTYPE Workbook [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Workbook", StringComparison.Ordinal))));

    static string Workbook(string table, string options = "", string before = "") =>
        "<?xml version='1.0' encoding='utf-8'?><?mso-application progid='Excel.Sheet'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet' "
        + $"xmlns:x='urn:schemas-microsoft-com:office:excel'>{before}{Styles}<Worksheet ss:Name='表1'><Table>{table}</Table>{options}</Worksheet></Workbook>";

    static ReadFile Read(string xml) => Book.Read(Encoding.UTF8.GetBytes(xml), name: "报表.xls");
}

namespace Reporting.Tests.Intake;

public class WorkbookCellTests
{
    [Theory]
    // numbers: exactly what Excel shows, in plain notation
    [InlineData("<c r='A1'><v>12</v></c>", "A1 Number 12")]
    [InlineData("<c r='A1'><v>-12.50</v></c>", "A1 Number -12.5")]
    [InlineData("<c r='A1'><v>0.30000000000000004</v></c>", "A1 Number 0.3")]
    [InlineData("<c r='A1'><v>1.1000000000000001</v></c>", "A1 Number 1.1")]
    [InlineData("<c r='A1'><v>1.5E-7</v></c>", "A1 Number 0.00000015")]
    [InlineData("<c r='A1'><v>1E5</v></c>", "A1 Number 100000")]
    [InlineData("<c r='A1'><v>123456789012345678</v></c>", "A1 Number 123456789012346000")]
    [InlineData("<c r='A1'><v>-0</v></c>", "A1 Number 0")]
    [InlineData("<c r='A1'><v>007</v></c>", "A1 Number 7")]
    [InlineData("<c r='A1'><v> 5 </v></c>", "A1 Number 5")]
    [InlineData("<c r='A1'><v>999999999999999.9</v></c>", "A1 Number 1000000000000000")]
    [InlineData("<c r='A1'><v>2.4999999999999996E-2</v></c>", "A1 Number 0.025")]
    [InlineData("<c r='A1'><v>-1234.5600000000001</v></c>", "A1 Number -1234.56")]
    [InlineData("<c r='A1'><v>5.6E+20</v></c>", "A1 Number 560000000000000000000")]
    [InlineData("<c r='A1'><v>+.50</v></c>", "A1 Number 0.5")]
    [InlineData("<c r='A1'><v>5.5511151231257827E-17</v></c>", "A1 Number 0.0000000000000000555111512313")]
    [InlineData("<c r='A1'><v>1E-2000000000</v></c>", "A1 Number 0")]
    [InlineData("<c r='A1'><v>1E300</v></c>", "A1 Text 1E300")]
    [InlineData("<c r='A1'><v>9E28</v></c>", "A1 Text 9E28")]
    [InlineData("<c r='A1'><v>1E</v></c><c r='B1'><v>-</v></c><c r='C1'><v>.</v></c>", "A1 Text 1E; B1 Text -; C1 Text .")]
    [InlineData("<c r='A1'><v>1.2.3</v></c>", "A1 Text 1.2.3")]
    [InlineData("<c r='A1' t='n'><v>3</v></c>", "A1 Number 3")]
    // other kinds
    [InlineData("<c r='A1' t='b'><v>1</v></c><c r='B1' t='b'><v>0</v></c>", "A1 Boolean TRUE; B1 Boolean FALSE")]
    [InlineData("<c r='A1' t='e'><v>#DIV/0!</v></c>", "A1 Error #DIV/0!")]
    [InlineData("<c r='A1' t='str'><f>A2</f><v>合计</v></c>", "A1 Text 合计")]
    [InlineData("<c r='A1' t='inlineStr'><is><t>甲</t></is></c>", "A1 Text 甲")]
    [InlineData("<c r='A1' t='inlineStr'><is><r><t>甲</t></r><r><rPr><b/></rPr><t xml:space='preserve'> 乙</t></r></is></c>", "A1 Text 甲 乙")]
    [InlineData("<c r='A1' t='inlineStr'><v>0</v><is><t>甲</t></is></c><c r='B1' t='inlineStr'><is><t>乙</t></is><v>1</v></c>", "A1 Text 甲; B1 Text 乙")]
    [InlineData("<c r='A1' t='str'><v><![CDATA[<甲>]]></v></c>", "A1 Text <甲>")]
    [InlineData("<c r='A1' t='str'><v>a_x000A_b_x005F_x000D_</v></c>", "A1 Text a\nb_x000D_")]
    [InlineData("<c r='A1' t='d'><v>2022-03-05</v></c>", "A1 Date 2022-03-05 (44625)")]
    [InlineData("<c r='A1' t='d'><v>2022-03-05T12:00:00</v></c>", "A1 Date 2022-03-05T12:00:00 (44625.5)")]
    [InlineData("<c r='A1'><f>1+1</f><v>2</v></c>", "A1 Number 2")]
    // blanks are absent
    [InlineData("<c r='A1' s='0'/><c r='B1' t='str'><v> \u3000\u00A0</v></c><c r='C1' t='inlineStr'><is/></c><c r='D1'><v>1</v></c>", "D1 Number 1")]
    // places
    [InlineData("<c><v>1</v></c><c><v>2</v></c><c r='E1'><v>5</v></c><c><v>6</v></c>", "A1 Number 1; B1 Number 2; E1 Number 5; F1 Number 6")]
    [InlineData("<c r='B1'><v>2</v></c><c r='A1'><v>1</v></c>", "A1 Number 1; B1 Number 2")]
    public void Cells_of_a_row(string cells, string expected) => Assert.Equal(expected, Book.Cells(Book.Read(Book.OfRows($"<row r='1'>{cells}</row>"))));

    [Theory]
    [InlineData("<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row r='5'><c><v>5</v></c></row><row><c><v>6</v></c></row>",
        "A1 Number 1; A2 Number 2; A5 Number 5; A6 Number 6")]
    [InlineData("<row r='3'><c r='A3'><v>3</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>", "A2 Number 2; A3 Number 3")]
    [InlineData("<row r='2' spans='1:1'><c r='C9'><v>9</v></c></row>", "C9 Number 9")]
    public void Rows_say_where_they_stand_or_follow_the_one_before(string rows, string expected) =>
        Assert.Equal(expected, Book.Cells(Book.Read(Book.OfRows(rows))));

    [Fact]
    public void Shared_texts_join_their_runs_and_leave_reading_aids_out()
    {
        var strings = Book.Strings("<si><t>甲</t></si><si><r><t>乙</t></r><r><t xml:space='preserve'> 丙</t></r><rPh sb='0' eb='1'><t>yi</t></rPh><phoneticPr fontId='1'/></si>"
            + "<si><t> </t></si><si/><si><rPh sb='0' eb='1'><t>x</t></rPh><t>丁</t></si>");
        var cells = string.Concat(Enumerable.Range(0, 5).Select(index => $"<c t='s'><v>{index}</v></c>"));
        Assert.Equal("A1 Text 甲; B1 Text 乙 丙; E1 Text 丁", Book.Cells(Book.Read(Book.OfRows($"<row>{cells}</row>", ("xl/sharedStrings.xml", strings)))));
    }

    [Theory]
    [InlineData(14, "", "A1 Date 2022-03-05 (44625)")]
    [InlineData(22, "", "A1 Date 2022-03-05 (44625)")]
    [InlineData(31, "", "A1 Date 2022-03-05 (44625)")]
    [InlineData(57, "", "A1 Date 2022-03-05 (44625)")]
    [InlineData(46, "", "A1 Number 44625")]
    [InlineData(9, "", "A1 Number 44625 %")]
    [InlineData(10, "", "A1 Number 44625 %")]
    [InlineData(0, "", "A1 Number 44625")]
    [InlineData(176, "yyyy\"年\"m\"月\"", "A1 Date 2022-03-05 (44625)")]
    [InlineData(176, "[$-804]aaaa;@", "A1 Number 44625")]
    [InlineData(176, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "A1 Date 2022-03-05 (44625)")]
    [InlineData(176, "[DBNum1]yyyy年m月d日", "A1 Date 2022-03-05 (44625)")]
    [InlineData(176, "0.0\"days\"", "A1 Number 44625")]
    [InlineData(176, "0\\d", "A1 Number 44625")]
    [InlineData(176, "0_d", "A1 Number 44625")]
    [InlineData(176, "[Red]0.00E+00", "A1 Number 44625")]
    [InlineData(176, "General\"人\"", "A1 Number 44625")]
    [InlineData(176, "G/通用格式", "A1 Number 44625")]
    [InlineData(176, "0.0%;[Red]-0.0%", "A1 Number 44625 %")]
    [InlineData(176, "0\"%\"", "A1 Number 44625")]
    [InlineData(176, "#,##0;[Blue]m", "A1 Number 44625")]
    [InlineData(176, "[h]:mm", "A1 Number 44625")]
    public void A_number_format_makes_a_date_or_a_percentage(int id, string code, string expected)
    {
        var format = code.Length == 0 ? "" : $"<numFmt numFmtId='{id}' formatCode='{System.Security.SecurityElement.Escape(code)}'/>";
        var book = Book.OfRows("<row><c s='1'><v>44625</v></c></row>", ("xl/styles.xml", Book.Styles(format, 0, id)));
        Assert.Equal(expected, Book.Cells(Book.Read(book)));
    }

    [Theory]
    [InlineData("1", false, "A1 Date 1900-01-01 (1)")]
    [InlineData("59", false, "A1 Date 1900-02-28 (59)")]
    [InlineData("60", false, "A1 Number 60")]
    [InlineData("61", false, "A1 Date 1900-03-01 (61)")]
    [InlineData("44625.75", false, "A1 Date 2022-03-05T18:00:00 (44625.75)")]
    [InlineData("44625.999999", false, "A1 Date 2022-03-06 (44625.999999)")]
    [InlineData("0.5", false, "A1 Number 0.5")]
    [InlineData("2958466", false, "A1 Number 2958466")]
    [InlineData("-3", false, "A1 Number -3")]
    [InlineData("43163", true, "A1 Date 2022-03-05 (43163)")]
    [InlineData("0", true, "A1 Date 1904-01-01 (0)")]
    public void A_day_is_counted_from_1900_or_1904(string serial, bool from1904, string expected)
    {
        var workbook = Book.Workbook("<sheet name='表1' r:id='rId1'/>", from1904 ? "<workbookPr date1904='1'/>" : "<workbookPr/>");
        var book = Book.OfRows($"<row><c><v>{serial}</v></c></row>", ("xl/workbook.xml", workbook), ("xl/styles.xml", Book.Styles("", 14)));
        Assert.Equal(expected, Book.Cells(Book.Read(book)));
    }
}

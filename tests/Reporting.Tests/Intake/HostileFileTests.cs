using System.Text;
using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Tests.Intake;

public class HostileFileTests
{
    [Theory]
    [InlineData("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", "file_limit@XFD1048576")]
    [InlineData("<row r='200001'><c><v>1</v></c></row>", "file_limit@A200001")]
    [InlineData("<row r='1'><c r='ALM1'><v>1</v></c></row>", "file_limit@ALM1")]
    [InlineData("<row r='1'><c r='ZZZZZZZZZZZZ99999999999999'><v>1</v></c></row>", "file_limit")]
    [InlineData("<row r='1'><c><v>1</v></c></row><row r='1048576'><c r='XFD1048576' s='0'/></row>", "")] // a format filled far down is no content
    public void Far_content_is_refused(string rows, string expected) =>
        Assert.StartsWith(expected, Book.Codes(Book.Read(Book.OfRows(rows))), StringComparison.Ordinal);

    [Fact]
    public void A_million_columns_are_refused() =>
        Assert.Equal("file_limit@ALM1", Book.Codes(Book.Read(Book.OfRows($"<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 1_000_000))}</row>"),
            new() { InflationRatio = 100_000 })));

    [Fact]
    public void Each_limit_has_its_answer()
    {
        var two = Book.OfRows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c t='str'><v>文字太长</v></c></row>");
        var wide = Book.OfRows($"<row><c><v>1</v></c></row><!--{new string(' ', 3_000_000)}-->");
        var endless = Book.OfRows(string.Concat(Enumerable.Repeat("<row/>", 5_000_000)));
        var sheets = Book.OfSheet("", ("xl/workbook.xml", Book.Workbook("<sheet name='a' r:id='rId1'/><sheet name='b' r:id='rId1'/>")));
        Refused(two, new() { FileBytes = 100 }, "文件大小");
        Refused(two, new() { InflatedBytes = 300 }, "解压后大小");
        Refused(wide, new(), "解压倍数");
        Refused(two, new() { Rows = 1 }, "行号");
        Refused(two, new() { Columns = 1 }, "列号");
        Refused(two, new() { Cells = 2 }, "单元格数");
        Refused(two, new() { TextLength = 3 }, "文字长度");
        Refused(sheets, new() { Sheets = 1 }, "工作表数");
        Refused(endless, new() { InflationRatio = int.MaxValue, Time = TimeSpan.FromMilliseconds(1) }, "读取时间");
        Refused(Encoding.UTF8.GetBytes("a,b\n1,2"), new() { Rows = 1 }, "行号");
        Refused(Encoding.UTF8.GetBytes("a,b\n1,2"), new() { Columns = 1 }, "列号");
        Refused(Encoding.UTF8.GetBytes("a,b\n1,2"), new() { Cells = 3 }, "单元格数");
        Refused(Encoding.UTF8.GetBytes("abcd"), new() { TextLength = 3 }, "文字长度");
    }

    [Fact]
    public void A_bomb_is_stopped_long_before_it_is_inflated()
    {
        var oneText = Book.OfRows("<row><c t='inlineStr'><is><t>" + new string('0', 50_000_000) + "</t></is></c></row>");
        var emptyCells = Book.OfRows("<row>" + string.Concat(Enumerable.Repeat("<c/>", 10_000_000)) + "</row>");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(oneText, new(), "解压倍数");
        Refused(oneText, new() { InflationRatio = int.MaxValue }, "文字长度");
        Refused(emptyCells, new(), "解压倍数");
        Refused(emptyCells, new() { InflationRatio = int.MaxValue, InflatedBytes = 5_000_000 }, "解压后大小");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void A_part_that_nobody_reads_is_not_let_in_either()
    {
        var beside = Book.OfRows("<row><c><v>1</v></c></row>", ("xl/media/unread.xml", new string('0', 20_000_000)));
        Refused(beside, new(), "解压倍数");
        Refused(beside, new() { InflationRatio = int.MaxValue, InflatedBytes = 5_000_000 }, "解压后大小");
        Assert.Equal("", Book.Codes(Book.Read(beside, new() { InflationRatio = int.MaxValue })));
    }

    [Theory]
    [InlineData("~$六月.xlsx", "format_unsupported")]
    [InlineData("六月~$.csv", "")]
    public void A_lock_file_is_known_by_its_name_too(string name, string expected) =>
        Assert.Equal(expected, Book.Codes(Book.Read(Encoding.UTF8.GetBytes("张三"), name: name)));

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "&x;")]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY a '1234567890'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;'>]>", "&c;")]
    public void Entities_are_not_resolved(string doctype, string reference) =>
        Assert.Equal("file_unreadable", Book.Codes(Book.Read(Book.OfSheet("", ("xl/worksheets/sheet1.xml",
            doctype + Book.Sheet($"<sheetData><row><c t='str'><v>{reference}</v></c></row></sheetData>"))))));

    [Theory]
    [InlineData("A1:XFD1048576")]
    [InlineData("A1")]
    [InlineData("x")]
    public void A_lying_dimension_changes_nothing(string reference) =>
        Assert.Equal("C3 Number 1", Book.Cells(Book.Read(Book.OfSheet($"<dimension ref='{reference}'/><sheetData><row r='3'><c r='C3'><v>1</v></c></row></sheetData>"))));

    [Fact]
    public void A_truncated_workbook_is_unreadable_wherever_it_is_cut()
    {
        var book = Honest();
        var random = new Random(20220305);
        for (var cut = 0; cut < 200; cut++)
        {
            var file = Book.Read(book[..random.Next(8, book.Length - 1)]);
            Assert.Equal(("file_unreadable", 0), (Book.Codes(file), file.Sheets.Count));
        }
    }

    [Fact]
    public void A_mutated_workbook_is_read_or_refused_never_thrown_at_us()
    {
        var book = Honest();
        var random = new Random(310151);
        var refused = 0;
        for (var round = 0; round < 300; round++)
        {
            var mutated = book.ToArray();
            for (var change = random.Next(1, 8); change > 0; change--) mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            var file = Book.Read(mutated);
            if (file.Findings.Any(finding => finding.Severity == Severity.error)) refused++;
            else Assert.NotEmpty(file.Sheets);
        }
        Assert.InRange(refused, 100, 300);
    }

    [Fact]
    public void A_part_whose_check_sum_is_wrong_is_damage()
    {
        var book = Honest();
        var directory = book.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        book[directory + 16] ^= 1; // the sum of the last part, the styles
        Assert.Equal("file_unreadable", Book.Codes(Book.Read(book)));
    }

    [Fact]
    public void Check_sums_are_those_of_zip_files()
    {
        var sum = new Crc32();
        sum.Add("12345"u8);
        sum.Add("6789"u8);
        Assert.Equal(0xCBF43926, sum.Value);
    }

    [Fact]
    public void Mutated_xml_is_read_or_refused_never_thrown_at_us()
    {
        var sheet = Book.Sheet("<cols><col min='1' max='2' hidden='1'/></cols><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>44625.5</v></c></row></sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells>");
        var random = new Random(202203);
        for (var round = 0; round < 300; round++)
        {
            var mutated = sheet.ToCharArray();
            for (var change = random.Next(1, 4); change > 0; change--) mutated[random.Next(100, mutated.Length)] = "0123456789-./<>'\"&;ABz=_ :"[random.Next(26)];
            var file = Book.Read(Book.OfSheet("", ("xl/worksheets/sheet1.xml", new string(mutated)), ("xl/styles.xml", Book.Styles("", 0, 14)), ("xl/sharedStrings.xml", Book.Strings("<si><t>甲</t></si>"))));
            Assert.True(file.Sheets.Count == 1 || file.Findings.Any(finding => finding.Severity == Severity.error));
        }
    }

    [Fact]
    public void A_reader_who_is_called_off_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => FileReader.Read(Honest(), "a.xlsx", new(), cancelled.Token));
    }

    static void Refused(byte[] bytes, ReadLimits limits, string words)
    {
        var file = Book.Read(bytes, limits);
        var finding = Assert.Single(file.Findings);
        Assert.Equal(("file_limit", Severity.error, 0), (finding.Code, finding.Severity, file.Sheets.Count));
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("≤ ", finding.Expected, StringComparison.Ordinal);
        Assert.NotNull(finding.Found);
    }

    static byte[] Honest() => Book.OfRows(
        string.Concat(Enumerable.Range(1, 60).Select(row => $"<row r='{row}'><c r='A{row}' t='s'><v>{row % 3}</v></c><c r='B{row}' s='1'><v>{row * 7919 % 1000}</v></c></row>")),
        ("xl/sharedStrings.xml", Book.Strings("<si><t>甲</t></si><si><t>乙</t></si><si><t>丙</t></si>")), ("xl/styles.xml", Book.Styles("", 0, 10)));
}

using System.Text;
using Reporting.Etl.Intake;
using Reporting.Warehouse;
using static Reporting.Tests.Intake.XlsBook;

namespace Reporting.Tests.Intake;

public class XlsTests
{
    static readonly byte[] TextResult = [0, 0, 0, 0, 0, 0, 255, 255];

    [Fact]
    public void Cells_are_what_they_are_in_a_new_workbook()
    {
        var book = new XlsBook { Formats = ["0.0%", "yyyy\"年\"m\"月\"", "h:mm", "[h]:mm:ss", "yyyy-mm-dd hh:mm"], Texts = ["新增就业", " \u3000", "007"] };
        book.Add("1月",
            Number(1, 1, 12.5), Number(1, 2, 0.1 + 0.2), Number(1, 3, 0.923, 1), Number(1, 4, 44625, 2), Number(1, 5, 0.5, 3), Number(1, 6, 10.6320601851852, 4),
            Number(2, 1, 44625.0 + 1.0 / 3, 5), Number(2, 2, 123456789012345678), Number(2, 3, -0.0), Number(2, 4, 1.5e-7), Number(2, 5, 1e300),
            XlsBook.Text(3, 1, 0), XlsBook.Text(3, 2, 1), XlsBook.Text(3, 3, 2), Error(3, 4, 0x07), Error(3, 5, 0x2A), Truth(3, 6, true), Truth(3, 7, false), Blank(3, 8));
        Assert.Equal("A1 Number 12.5; B1 Number 0.3; C1 Number 0.923 %; D1 Date 2022-03-05 (44625); E1 Number 0.5; F1 Number 10.6320601851852; "
            + "A2 Date 2022-03-05T08:00:00 (44625.3333333333); B2 Number 123456789012346000; C2 Number 0; D2 Number 0.00000015; E2 Text 1E+300; "
            + "A3 Text 新增就业; C3 Text 007; D3 Error #DIV/0!; E3 Error #N/A; F3 Boolean TRUE; G3 Boolean FALSE", Book.Cells(Book.Read(book.Bytes())));
    }

    [Fact]
    public void Days_of_the_calendar_of_1904_are_days()
    {
        var book = new XlsBook { From1904 = true, Formats = ["yyyy-mm-dd"] }.Add("表1", Number(1, 1, 43163, 1), Number(1, 2, 0, 1), Number(1, 3, 5));
        Assert.Equal("A1 Date 2022-03-05 (43163); B1 Date 1904-01-01 (0); C1 Number 5", Book.Cells(Book.Read(book.Bytes())));
    }

    [Fact]
    public void Formulas_give_what_was_saved_with_them()
    {
        var file = Book.Read(OfCells(
            Formula(1, 1, BitConverter.GetBytes(2.5)), Formula(1, 2, 1, 0, 1, 0, 0, 0, 255, 255), Formula(1, 3, 2, 0, 0x17, 0, 0, 0, 255, 255), Formula(1, 4, 3, 0, 0, 0, 0, 0, 255, 255),
            Formula(2, 1, TextResult), FormulaText("合计"), Formula(2, 2, TextResult), Record(0x4BC, new byte[8]), FormulaText("共享"), Number(2, 3, 1),
            Formula(3, 1, TextResult), Record(0x221, new byte[12]), FormulaText("数组"), Number(3, 2, 2)));
        Assert.Equal("A1 Number 2.5; B1 Boolean TRUE; C1 Error #REF!; A2 Text 合计; B2 Text 共享; C2 Number 1; A3 Text 数组; B3 Number 2", Book.Cells(file));
        Assert.Equal("", Book.Codes(file));
    }

    [Fact]
    public void A_formula_whose_text_is_missing_takes_no_cell_with_it()
    {
        var file = Book.Read(OfCells(Formula(1, 1, TextResult), Number(1, 2, 1), Number(1, 3, 2)));
        Assert.Equal(("B1 Number 1; C1 Number 2", "formula_without_value@A1"), (Book.Cells(file), Book.Codes(file)));
    }

    [Fact]
    public void Merges_and_what_is_hidden_are_told()
    {
        var file = Book.Read(new XlsBook().Add("表1", HiddenColumns(2, 3), HiddenRow(2), Number(1, 1, 1), Number(2, 1, 2), Merge(1, 2, 1, 4), Merge(5, 5, 5, 5))
            .AddAs("隐藏", 1, 0, Number(1, 1, 3)).AddAs("深藏", 2, 0, Number(1, 1, 4)).AddAs("图表", 0, 2, Number(1, 1, 5)).Bytes());
        var first = file.Sheets[0];
        Assert.Equal("表1 False, 隐藏 True, 深藏 True", string.Join(", ", file.Sheets.Select(sheet => $"{sheet.Name} {sheet.Hidden}")));
        Assert.Equal(("A1:D2", "2", "2,3"), (string.Join(',', first.Merges), string.Join(',', first.HiddenRows), string.Join(',', first.HiddenColumns.Order())));
        Assert.Equal("A1 Number 1; A2 Number 2; A1 Number 3; A1 Number 4", Book.Cells(file));
    }

    [Theory]
    [InlineData(uint.MaxValue, 65535)]
    [InlineData(0u, 0)]
    [InlineData(1u, 1)]
    public void A_lying_dimension_changes_nothing(uint rows, int columns) => Assert.Equal("B2 Number 7; C2 Number 8; D2 Number 9; A3 Number 1",
        Book.Cells(Book.Read(OfCells(Dimensions(rows, (ushort)columns), Numbers(2, 2, [7, 8, 9]), Number(3, 1, 1)))));

    [Fact]
    public void Sheets_without_dimensions_lose_nothing()
    {
        var file = Book.Read(new XlsBook().Add("一", Numbers(1, 1, [1, 2, 3])).Add("二", Numbers(2, 2, [4, 5])).Bytes());
        Assert.Equal(("一 二", "A1 Number 1; B1 Number 2; C1 Number 3; B2 Number 4; C2 Number 5"), (string.Join(' ', file.Sheets.Select(sheet => sheet.Name)), Book.Cells(file)));
    }

    [Fact]
    public void The_farthest_cell_is_read_at_once()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("A1 Number 1; IV65536 Number 2", Book.Cells(Book.Read(OfCells(Dimensions(65536, 256), Number(1, 1, 1), Number(65536, 256, 2)))));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 2);
    }

    public static TheoryData<byte[], string> Broken => new()
    {
        { OfCells(Dimensions(1, 9), Numbers(1, 1, [1, 2], lastColumn: 65536)), "file_unreadable" },
        { OfCells(XlsBook.Text(1, 1, 3)), "cell_text_missing@A1" },
        { new XlsBook { Globals = Record(0x2F, [1, 0, 1, 0, 1, 0, .. new byte[48]]) }.Add("表1", Number(1, 1, 1)).Bytes(), "file_encrypted" },
        { new XlsBook().AddAs("图表", 0, 2, Number(1, 1, 5)).Bytes(), "file_unreadable" },
        { OfCells(Number(1, 1, 1))[..^2], "file_unreadable" },
        { OfCells(Number(1, 1, 1))[..^4], "file_unreadable" }, // the end of the sheet is missing: what else?
        { OfCells(Record(0x203, [0, 0])), "file_unreadable" },
        { Begin(0x40), "file_unreadable" },
    };

    [Theory, MemberData(nameof(Broken))]
    public void What_cannot_be_trusted_is_refused(byte[] bytes, string expected) => Assert.Equal(expected, Book.Codes(Book.Read(bytes)));

    [Fact]
    public void Each_limit_has_its_answer()
    {
        var book = new XlsBook { Texts = ["文字太长"] }.Add("a", Numbers(1, 1, [1, 2, 3]), XlsBook.Text(2, 1, 0)).Add("b", Number(1, 1, 1)).Bytes();
        foreach (var (limits, words) in new (ReadLimits, string)[]
        {
            (new() { Rows = 1 }, "行号"), (new() { Columns = 2 }, "列号"), (new() { Cells = 3 }, "单元格数"), (new() { Sheets = 1 }, "工作表数"), (new() { TextLength = 3 }, "文字长度"),
            (new() { FileBytes = 100 }, "文件大小"),
        })
        {
            var finding = Assert.Single(Book.Read(book, limits).Findings);
            Assert.Equal("file_limit", finding.Code);
            Assert.Contains(words, finding.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reading_ends_when_its_time_is_over()
    {
        var book = OfCells([.. Enumerable.Range(1, 65_000).Select(row => Number(row, 1, row))]);
        Assert.Contains("读取时间", Assert.Single(Book.Read(book, new() { Time = TimeSpan.FromMilliseconds(1) }).Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_container_is_opened_by_what_lies_at_its_top()
    {
        var records = OfCells(Number(1, 1, 1));
        Assert.Equal(("xls", "A1 Number 1"), (Book.Read(OleFile.Of("Workbook", records)).Format, Book.Cells(Book.Read(OleFile.Of("Book", records)))));
        Assert.Equal("A1 Number 1", Book.Cells(Book.Read(OleFile.Of("Workbook", records, embedded: "WordDocument"))));
        Assert.Equal("word", Book.Read(OleFile.Of("WordDocument", records, embedded: "Workbook")).Format);
    }

    [Fact]
    public void A_container_that_lies_is_damage()
    {
        var honest = OleFile.Of("Workbook", OfCells(Numbers(1, 1, [.. Enumerable.Range(0, 200)])));
        foreach (var (at, number) in new (int, uint)[]
        {
            (512 + 8, 2), (512 + 8, 100), (512 + 12, 0xFFFFFFFF), (48, 1_000_000), (76, 0x7FFFFFFF), (512 * 2 + 128 + 120, uint.MaxValue), (512 * 2 + 128 + 116, 60), (56, uint.MaxValue),
        })
        {
            var bytes = honest.ToArray();
            OleFile.Write(bytes, at, number);
            Assert.Equal((at, number, "file_unreadable"), (at, number, Book.Codes(Book.Read(bytes))));
        }
    }

    [Fact]
    public void A_cut_or_mutated_workbook_is_read_or_refused_never_thrown_at_us()
    {
        var honest = new XlsBook { Formats = ["0.0%", "yyyy-mm-dd"], Texts = ["甲", "乙", "丙丁"] }.Add("表1", Dimensions(4, 9), HiddenRow(2), Number(1, 1, 1, 1), Number(1, 2, 44625, 2), Numbers(2, 1, [1, 2, 3]),
            XlsBook.Text(3, 1, 1), Formula(3, 2, TextResult), FormulaText("合计"), Error(3, 3, 7), Merge(1, 2, 3, 4)).Bytes();
        var random = new Random(310151);
        var (refused, before) = (0, GC.GetAllocatedBytesForCurrentThread());
        for (var round = 0; round < 3000; round++)
        {
            var bytes = round % 4 == 0 ? honest[..random.Next(8, honest.Length)] : honest.ToArray();
            for (var change = round % 4 == 0 ? 0 : random.Next(1, 6); change > 0; change--) bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            var file = Book.Read(round % 2 == 0 ? bytes : OleFile.Of("Workbook", bytes));
            if (file.Sheets.Count == 0) refused++;
            Assert.True(file.Sheets.Count > 0 || file.Findings.Any(finding => finding.Severity == Severity.error));
        }
        Assert.InRange(refused, 1000, 2999);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 3000, 0, 2_000_000);
    }
}

using ExcelDataReader;
using Reporting.Reports.Bulk;

namespace Reporting.Tests.Reports;

/// <summary>A workbook written as its rows come.</summary>
public class StreamedBookTests
{
    static readonly SheetCover Cover = new("填报值", "填报值 <1>", "测试", new(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    static readonly SheetColumn[] Columns = [new("=名称", 20), new("数值", 12), new("批次", 8)];

    static byte[] Book(IEnumerable<IReadOnlyList<object?>> rows, int rowsOfSheet = StreamedBook.RowsOfSheet)
    {
        using var bytes = new MemoryStream();
        StreamedBook.Write(bytes, Cover, Columns, rows, rowsOfSheet);
        return bytes.ToArray();
    }

    static List<List<object?>> Read(byte[] book)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(book));
        var rows = new List<List<object?>>();
        do
            while (reader.Read()) rows.Add([reader.Name, .. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        while (reader.NextResult());
        return rows;
    }

    [Fact]
    public void Each_Office_takes_it_and_another_library_reads_what_was_written()
    {
        var book = Book([["新增就业", 9000.5m, 3L], ["", 0m, 4], [null, -1m, 5L]]);
        Workbooks.AssertValid(book);
        Assert.Equal("填报值|=名称|数值|批次 填报值|新增就业|9000.5|3 填报值||0|4 填报值||-1|5", string.Join(' ', Read(book).Select(row => string.Join('|', row))));
    }

    [Fact]
    public void Words_stay_words_whatever_they_begin_with()
    {
        var book = Book(HostileDistrict.Words.Select(words => (IReadOnlyList<object?>)[words, 1m, 1L]));
        Workbooks.AssertValid(book);
        Assert.Equal(HostileDistrict.Words.Select(SampleVariants.AsCarried), Read(book).Skip(1).Select(row => Assert.IsType<string>(row[1])));
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(book), false);
        Assert.Empty(document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()));
    }

    [Theory]
    [InlineData(0, 1), InlineData(1, 1), InlineData(4, 1), InlineData(5, 2), InlineData(8, 2), InlineData(9, 3)]
    public void What_a_sheet_cannot_hold_stands_on_the_next_under_the_same_heads(int rows, int sheets)
    {
        var book = Book(Enumerable.Range(1, rows).Select(row => (IReadOnlyList<object?>)["甲", (decimal)row, null]), rowsOfSheet: 5);
        Workbooks.AssertValid(book);
        var read = Read(book);
        Assert.Equal(Enumerable.Range(1, sheets).Select(number => number == 1 ? "填报值" : $"填报值{number}"), read.Where(row => row[1] is "=名称").Select(row => (string)row[0]!));
        Assert.Equal(Enumerable.Range(1, rows).Select(row => (double)row), read.Where(row => row[1] is "甲").Select(row => (double)row[2]!));
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes() => Assert.Equal(Book([["甲", 1m, 2L]]), Book([["甲", 1m, 2L]]));
}

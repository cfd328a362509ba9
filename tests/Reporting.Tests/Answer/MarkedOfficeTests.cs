using ClosedXML.Excel;
using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Tests.Intake;
using Reporting.Warehouse;

namespace Reporting.Tests.Answers;

/// <summary>Marked workbooks in other hands: they open, and what an office program has saved is read and marked again.</summary>
public class MarkedOfficeTests
{
    static readonly IReadOnlyList<Finding> Again = [MarkedBooks.Finding("month_jump", Severity.warning, "E5")];

    [Theory, MemberData(nameof(MarkedPartsTests.Shapes), MemberType = typeof(MarkedPartsTests))]
    public void Another_library_opens_it(string shape)
    {
        var marked = MarkedBooks.Mark(MarkedShapes.All[shape](), MarkedBooks.Findings()).Bytes;
        if (Unopened(MarkedShapes.All[shape]()) is { } why) { Assert.Equal(why, Unopened(marked)); return; }
        using var book = new XLWorkbook(new MemoryStream(marked));
        Assert.Equal(OwnMarks.ResultSheet, book.Worksheets.Last().Name);
        Assert.Contains("应为：1375", book.Worksheet("就业").Cell("E6").Comment.Text, StringComparison.Ordinal);
        Assert.Equal("FFFDC9CD", book.Worksheet("就业").Cell("E6").Style.Fill.BackgroundColor.Color.ToArgb().ToString("X8", null));
    }

    // The library asks for some parts that programs need not write, and for boxes of comments that are XML.
    static string? Unopened(byte[] workbook)
    {
        try { new XLWorkbook(new MemoryStream(workbook)).Dispose(); return null; }
        catch (Exception failure) when (failure is ArgumentException or NullReferenceException) { return failure.GetType().Name; }
    }

    [DebianFact("libreoffice-calc-nogui", "soffice")]
    public void What_an_office_saves_reads_as_before_and_is_marked_anew()
    {
        var marked = MarkedShapes.All.ToDictionary(shape => shape.Key, shape => MarkedBooks.Mark(shape.Value(), MarkedBooks.Findings()).Bytes);
        var saved = Office.Converted(marked, "xlsx");
        Assert.Empty(marked.Keys.Except(saved.Keys));
        foreach (var (shape, bytes) in saved)
        {
            var read = MarkedBooks.Read(bytes);
            Assert.Equal((shape, Cells(MarkedBooks.Read(MarkedShapes.All[shape]()))), (shape, Cells(read)));
            Assert.Equal((shape, 2), (shape, read.Marks.Count));
            var again = MarkedBooks.Mark(bytes, Again).Bytes;
            var marks = MarkedLooks.Of(again).Split('\n').Where(line => line.Contains("FDC9CD", StringComparison.Ordinal) || line.Contains("FEF1C1", StringComparison.Ordinal) || line.Contains("medium", StringComparison.Ordinal));
            Assert.StartsWith("就业!E5 ", Assert.Single(marks), StringComparison.Ordinal);
            Assert.Single(MarkedLooks.Of(again).Split('\n'), line => line.Contains("【审核", StringComparison.Ordinal));
            Assert.Equal(Cells(read), Cells(MarkedBooks.Read(again)));
            Assert.Empty(MarkedPartsTests.Broken(again).Except(MarkedPartsTests.Broken(bytes)));
        }
    }

    [DebianFact("libreoffice-calc-nogui", "soffice")]
    public void A_workbook_saved_in_the_old_format_is_read_without_our_sheets()
    {
        var marked = new Dictionary<string, byte[]> { ["excel"] = MarkedBooks.Mark(MarkedShapes.All["excel"](), MarkedBooks.Findings()).Bytes };
        var read = MarkedBooks.Read(Assert.Single(Office.Converted(marked, "xls")).Value, "报表.xls");
        Assert.Equal(("xls", Cells(MarkedBooks.Read(MarkedShapes.All["excel"]())), 2), (read.Format, Cells(read), read.Marks.Count));
    }

    // LibreOffice keeps the words of comments and not their authors.
    static string Cells(ReadFile read) => string.Join('\n', read.Sheets.Select(sheet => $"{sheet.Name} {string.Join(' ', sheet.Merges.Order(Comparer<CellRange>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))))} {string.Join(' ', sheet.Comments.Select(comment => $"{comment.Row}:{comment.Column} {comment.Text}"))}"))
        + Book.Cells(read);
}

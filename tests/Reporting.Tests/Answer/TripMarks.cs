using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Etl.Jobs;
using Reporting.Portal.Demo;
using Reporting.Warehouse;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Reporting.Tests.Answers;

/// <summary>What must stand in a marked workbook, and what must be gone from it once it was corrected.</summary>
static class TripMarks
{
    const string ErrorFill = "FDC9CD", WarningFill = "FEF1C1";

    public static string Words(AnswerContent answer) =>
        string.Join(" | ", answer.AllFindings.Select(finding => $"{finding.Severity} {finding.Code}@{finding.Place.Cell} {finding.Found} / {finding.Expected}"));

    /// <summary>The finding of the kind, at its cell.</summary>
    public static Finding Expected(AnswerContent answer, TripKind kind, TripSheet sheet)
    {
        var at = kind.At?.Invoke(sheet);
        var found = answer.AllFindings.FirstOrDefault(finding => finding.Code == kind.Code && (at is null || finding.Place.Cell?.Split(' ', ':')[0] == at));
        Assert.True(found is not null, $"no {kind.Code} at {at}: {Words(answer)}");
        return found;
    }

    /// <summary>The marked workbook, in which the finding is listed and linked, and its cell coloured and commented.</summary>
    public static byte[] Marked(AnswerContent answer, byte[] sent, Finding finding)
    {
        var marked = MarkedAnswers.Of(sent, answer, new())!.Bytes;
        Assert.Equal(Read(sent), Read(marked));
        var result = MarkedBooks.Read(marked).Marks.Single(OwnMarks.IsResult);
        var row = result.Cells.Single(cell => cell.Column == 11 && cell.Text == finding.Code && (result.At(cell.Row, 5)?.Text ?? "") == (finding.Place.Cell ?? "")
            && (result.At(cell.Row, 4)?.Text ?? "") == (finding.Place.Sheet ?? "") && (result.At(cell.Row, 3)?.Text ?? "").Contains(finding.Place.Line ?? "", StringComparison.Ordinal)).Row;
        var link = ClerkEdit.Looked(marked, result.Name, (_, part) => part.Worksheet.Descendants<Hyperlink>().SingleOrDefault(each => each.Reference == $"E{row}")?.Location?.Value);
        if (finding.Place.Cell is null) { Assert.Null(link); return marked; }
        var cell = finding.Place.Cell.Split(' ', ':')[0];
        Assert.Equal($"'{finding.Place.Sheet}'!{cell}", link);
        var seen = Seen(sent, finding.Place.Sheet!, cell);
        var (comment, fill) = ClerkEdit.Looked(marked, finding.Place.Sheet!, (book, part) => (CommentOn(part, seen), FillOf(book, part, seen)));
        Assert.Contains(finding.Message, comment, StringComparison.Ordinal);
        Assert.StartsWith(OwnMarks.CommentHeads[finding.Severity == Severity.error ? 0 : 1], comment, StringComparison.Ordinal);
        Assert.Equal($"FF{(finding.Severity == Severity.error ? ErrorFill : WarningFill)}", fill);
        return marked;
    }

    /// <summary>Nothing is left to be corrected, nothing of ours was read, and the marks of the earlier round go when it is marked again.</summary>
    public static void NothingLeft(AnswerContent answer, TripSheet sheet)
    {
        var read = MarkedBooks.Read(sheet.Bytes);
        Assert.DoesNotContain(answer.AllFindings, finding => finding.Severity == Severity.error);
        Assert.DoesNotContain(answer.AllFindings, finding => finding.Place.Sheet?.StartsWith("审核", StringComparison.Ordinal) == true);
        Assert.Equal(sheet.SheetNames, read.Sheets.Select(each => each.Name));
        Assert.All(answer.Tables, table => Assert.Equal(sheet.Grid.Name, table.Table.Sheet));
        Assert.All(read.Sheets, each => Assert.Empty(each.Comments));
        var asked = answer.AllFindings.Where(finding => finding.Severity == Severity.warning).ToList();
        Assert.All(asked, finding => Assert.True(finding.Explanation is not null, $"{finding.Code} is left open"));
        Assert.Equal(asked.Count == 0, MarkedAnswers.Of(sheet.Bytes, answer, new()) is null);
        var clean = MarkedBooks.Mark(sheet.Bytes, []).Bytes;
        var looks = MarkedLooks.Of(clean);
        foreach (var mark in new[] { ErrorFill, WarningFill, "【审核" }) Assert.DoesNotContain(mark, looks, StringComparison.Ordinal);
    }

    static string Read(byte[] bytes) => Intake.Book.Cells(MarkedBooks.Read(bytes));

    /// <summary>Of merged cells the first one is seen.</summary>
    static string Seen(byte[] book, string sheet, string address)
    {
        Assert.True(CellAddress.TryRead(address, out var row, out var column));
        var merge = MarkedBooks.Read(book).Sheets.Single(each => each.Name == sheet).Merges.FirstOrDefault(merge => merge.Contains(row, column));
        return merge.FirstRow > 0 ? DemoGrid.Address(merge.FirstRow, merge.FirstColumn) : address;
    }

    static string? CommentOn(WorksheetPart part, string cell) =>
        part.WorksheetCommentsPart?.Comments.CommentList?.Elements<Comment>().SingleOrDefault(comment => comment.Reference == cell)?.InnerText;

    static string? FillOf(SpreadsheetDocument book, WorksheetPart part, string address)
    {
        var styles = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)(part.Worksheet.Descendants<Cell>().Single(cell => cell.CellReference == address).StyleIndex?.Value ?? 0));
        return styles.Fills!.Elements<Fill>().ElementAt((int)format.FillId!.Value).PatternFill?.ForegroundColor?.Rgb?.Value;
    }
}

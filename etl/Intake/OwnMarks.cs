namespace Reporting.Etl.Intake;

/// <summary>
/// How what an earlier round has put into a workbook is known again, after Excel, WPS or LibreOffice have rewritten every part of it: by
/// words, the one thing that all of them keep. A sender's own sheet of the same name holds other words and stays a sheet.
/// </summary>
public static class OwnMarks
{
    public const string Author = "规划监测审核";
    public const string ResultSheet = "审核结果", HelpSheet = "审核说明";

    /// <summary>Stands in a hidden column of both sheets: in the head of the one, beside the title of the other.</summary>
    public const string Marker = "规划监测审核·标记（请勿改动）";

    public const string Number = "序号", Level = "级别", SheetName = "工作表", CellName = "单元格", Message = "问题与改法", Reason = "上报说明", HelpTitle = "审核说明：怎么改、怎么报";

    /// <summary>A comment of ours starts with one of these words in any case; the author may have been lost on the way.</summary>
    public static readonly IReadOnlyList<string> CommentHeads = ["【审核·必须改正】", "【审核·请核对】"];

    public static bool IsOwn(Sheet sheet) => IsResult(sheet) || IsHelp(sheet);

    public static bool IsResult(Sheet sheet) => Head(sheet, 1) is var head && HasColumn(head, Number) && HasColumn(head, Level) && HasColumn(head, Message)
        && (HasColumn(head, Marker) || (sheet.Name.StartsWith(ResultSheet, StringComparison.Ordinal) && HasColumn(head, Reason) && HasColumn(head, CellName)));

    public static bool IsHelp(Sheet sheet) => sheet.At(1, 1)?.Text.Trim() == HelpTitle
        && (sheet.Name.StartsWith(HelpSheet, StringComparison.Ordinal) || HasColumn(Head(sheet, 1), Marker));

    public static bool IsOwn(CellComment comment) => IsOwnAuthor(comment.Author) || IsOwnText(comment.Text);

    public static bool IsOwnAuthor(string author) => author.Trim() == Author;

    public static bool IsOwnText(string text) => CommentHeads.Any(head => text.TrimStart().StartsWith(head, StringComparison.Ordinal));

    /// <summary>The filled cells of a row, left to right.</summary>
    public static IReadOnlyList<Cell> Head(Sheet sheet, int row) => [.. sheet.Cells.TakeWhile(cell => cell.Row <= row).Where(cell => cell.Row == row)];

    // A heading may go on behind the word, to say what to do in the column.
    static bool HasColumn(IReadOnlyList<Cell> head, string word) => head.Any(cell => cell.Text.StartsWith(word, StringComparison.Ordinal));
}

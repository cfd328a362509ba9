using System.Globalization;
using System.Text;
using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Answer.Marked;

/// <summary>
/// The sheet 审核说明: the verdict, what to do about it, what the marks mean. Hidden columns beside it remember how the marked cells looked
/// before; words survive where another program numbers formats anew.
/// </summary>
static class HelpSheet
{
    const int MostAddresses = 4_000; // of some eight letters each, in a cell that takes 32,767
    const double TextWidth = 90;
    const string Middle = "vertical=\"center\" wrapText=\"1\"";

    public static string Xml(AnswerContent answer, Marks marks, IReadOnlyList<string> leftOut, IReadOnlyList<MarkedLook> looks, Styles styles, bool strict, int views)
    {
        var lines = Lines(answer, marks, leftOut).ToList();
        var (title, label, text) = (styles.Own(bold: true, size: 14, colour: "1F3864", framed: false, alignment: "vertical=\"center\""), styles.Own(bold: true, alignment: Middle), styles.Own(alignment: Middle));
        var (error, warning) = (styles.Own(bold: true, colour: "9C0006", fill: Styles.ErrorColour, alignment: Middle), styles.Own(bold: true, colour: "7F4F00", fill: Styles.WarningColour, alignment: Middle));
        var hidden = Hidden(looks).ToList();
        var rows = new StringBuilder();
        for (var row = 1; row <= Math.Max(lines.Count + 2, hidden.Count + 1); row++)
        {
            var visible = row == 1 ? XmlWords.Cell("A1", OwnMarks.HelpTitle, title) : row == 2 || row > lines.Count + 2 ? ""
                : XmlWords.Cell(Address.Of(row, 1), lines[row - 3].Label, lines[row - 3].Label switch { "必须改正" => error, "请核对" => warning, _ => label }) + XmlWords.Cell(Address.Of(row, 2), lines[row - 3].Text, text);
            var remembered = row == 1 ? XmlWords.Cell("D1", OwnMarks.Marker, text) : row - 2 < hidden.Count ? string.Concat(hidden[row - 2].Select((word, index) => XmlWords.Cell(Address.Of(row, 4 + index), word, 0))) : "";
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"{(row == 1 ? " ht=\"30\" customHeight=\"1\"" : row == 2 || row > lines.Count + 2 ? " ht=\"12\" customHeight=\"1\"" : $" ht=\"{RowHeight.Of((lines[row - 3].Text, TextWidth)) + 4}\"")}>{visible}{remembered}</row>");
        }
        return $"{XmlParts.Declaration}<worksheet xmlns=\"{XmlParts.MainOf(strict)}\"><sheetPr><tabColor rgb=\"FF1F3864\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
            + string.Concat(Enumerable.Range(0, views).Select(view => string.Create(CultureInfo.InvariantCulture, $"<sheetView showGridLines=\"0\" workbookViewId=\"{view}\"/>")))
            + $"</sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"1\" max=\"1\" width=\"14.7\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"{TextWidth + 0.7}\" customWidth=\"1\"/><col min=\"4\" max=\"7\" width=\"9\" customWidth=\"1\" hidden=\"1\"/></cols><sheetData>{rows}</sheetData>"
            + "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>";
    }

    public static string PrintRange(AnswerContent answer, Marks marks, IReadOnlyList<string> leftOut) =>
        string.Create(CultureInfo.InvariantCulture, $"$A$1:$B${Lines(answer, marks, leftOut).Count() + 2}");

    /// <summary>What the hidden columns of an earlier round remember: the former look of a cell by sheet and address.</summary>
    public static IReadOnlyDictionary<(string Sheet, string Cell), FormerLook> LooksIn(ReadFile read)
    {
        var looks = new Dictionary<(string, string), FormerLook>();
        foreach (var sheet in read.Marks.Where(OwnMarks.IsHelp))
            for (var row = 2; row <= sheet.LastRow; row++)
                if (sheet.At(row, 4) is { } name && sheet.At(row, 7) is { } cells)
                    foreach (var cell in cells.Text.Split(' ')) looks.TryAdd((name.Text, cell), new(sheet.At(row, 5)?.Text ?? "", sheet.At(row, 6)?.Text ?? ""));
        return looks;
    }

    static IEnumerable<string[]> Hidden(IReadOnlyList<MarkedLook> looks) =>
        from look in looks.GroupBy(look => (look.Sheet, look.Look))
        from cells in look.Select(marked => marked.Cell).Chunk(MostAddresses)
        select new[] { look.Key.Sheet, look.Key.Look.Fill, look.Key.Look.Border, string.Join(' ', cells) };

    static string OnTime(AnswerContent answer) => answer.IsTrial || answer.Tables.Select(table => table.DueOn).OfType<DateOnly>().ToList() is not { Count: > 0 } dues ? ""
        : $"，截止 {dues.Min():yyyy-MM-dd}，{(ShanghaiTime.DateOf(answer.Submission.ReceivedAt) > dues.Min() ? "迟报" : "按时")}";

    static IEnumerable<(string Label, string Text)> Lines(AnswerContent answer, Marks marks, IReadOnlyList<string> leftOut)
    {
        var (errors, warnings) = (Count(marks, Severity.error), Count(marks, Severity.warning));
        yield return ("结论", AnswerText.VerdictInWords(answer));
        if (errors > 0) yield return ("必须改正", $"{errors} 处。红色底、粗实线框的格。在“{OwnMarks.ResultSheet}”里点“{OwnMarks.CellName}”一栏跳到那一格，按“{OwnMarks.Message}”改正；鼠标停在格上，批注里也写着。");
        if (warnings > 0) yield return ("请核对", $"{warnings} 处。黄色底、粗虚线框的格。有误的就改；属实的不用改，在“{OwnMarks.ResultSheet}”的“{OwnMarks.Reason}”一栏写明原因：什么事、涉及多少。只写“属实”“核实无误”不算说明。");
        if (errors + warnings > 0) yield return ("改好以后", "直接保存本文件（仍存为 .xlsx 或 .xlsm），整个文件再报送一次，不要另抄新表，也不要只报改过的行。颜色、批注和这两张审核表不用删：再次报送时不会当作数据，会换成新的结果。");
        else yield return ("下一步", "没有要改的，不需要再做什么。");
        yield return ("回执号", answer.Submission.Receipt);
        yield return (answer.IsTrial ? "试核时间" : "收到时间", $"{ShanghaiTime.Print(answer.Submission.ReceivedAt)}（北京时间）{OnTime(answer)}");
        yield return ("文件名", answer.Submission.FileName);
        if (!answer.IsTrial) yield return ("报送人", answer.Submission.SentBy);
        if (!answer.IsTrial) yield return ("文件指纹", answer.Submission.Sha256);
        foreach (var table in answer.Tables) yield return (answer.Tables.Count > 1 ? $"第 {table.Table.Number} 张表" : "读作", AnswerText.UnderstoodAs(table));
        if (leftOut.Count > 0) yield return ("已去掉", $"这是给他人的副本，已去掉：{string.Join("、", leftOut)}。");
        yield return ("没有动的", "除标出的格的底色、边框和批注外，原表的数字、公式、格式都没有改动。");
    }

    static int Count(Marks marks, Severity severity) => marks.Lines.Count(line => line.Finding.Severity == severity);
}

/// <summary>A cell that this round has marked, and how it looked before.</summary>
sealed record MarkedLook(string Sheet, string Cell, FormerLook Look);

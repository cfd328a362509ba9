using System.Globalization;
using System.Text;
using Reporting.Etl.Intake;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Answer.Marked;

/// <summary>
/// The sheet 审核结果: one table from its first row on, so that it can be sorted and filtered, and nothing else. What to do stands in its
/// headings, and once more in the note that shows while the first cell is selected, as it is when the book is opened.
/// </summary>
static class ResultSheet
{
    const string Last = "K", Ink = "1F3864", HeadFill = "DCE6F1", Link = "0563C1";
    const int MostInPrompt = 250;

    static readonly (string Head, double Width)[] Columns =
    [
        (OwnMarks.Number, 5.5), (OwnMarks.Level, 9.5), ("位置（行 × 栏）", 23), (OwnMarks.SheetName, 10), (OwnMarks.CellName + "\n（点击跳到）", 10.5), ("填报", 11), ("应为", 15), ("相差", 9),
        (OwnMarks.Message, 48), (OwnMarks.Reason + "\n（属实不改的，在此写明原因）", 29), (OwnMarks.Marker, 8),
    ];

    /// <param name="reasons">What the sender has written in an earlier round is kept beside the same finding.</param>
    public static string Xml(Marks marks, string verdict, string receipt, IReadOnlyList<GivenReason> reasons, Styles styles, bool strict, int views)
    {
        var looks = new Looks(styles);
        var rows = new StringBuilder(Row(1, 32, Columns.Select((column, index) => XmlWords.Cell(Address.Of(1, index + 1), column.Head, looks.Head))));
        foreach (var (index, line) in marks.Lines.Index())
        {
            var (reason, finding) = (ReasonFor(line, reasons), line.Finding);
            var height = RowHeight.Of([(PlaceOf(line), Columns[2].Width), (line.Sheet, Columns[3].Width), (finding.Place.Cell ?? "", Columns[4].Width), (finding.Found ?? "", Columns[5].Width),
                (finding.Expected ?? "", Columns[6].Width), (line.Words, Columns[8].Width), (reason, Columns[9].Width)]);
            rows.Append(Row(index + 2, height, Cells(index + 2, line, reason, looks)));
        }
        if (marks.Lines.Count == 0) rows.Append(Row(2, RowHeight.Of((verdict, Columns[8].Width)), [XmlWords.Cell("A2", "", looks.Middle), XmlWords.Cell("B2", "无问题", looks.Middle), .. "CDEFGH".Select(column => XmlWords.Cell($"{column}2", "", looks.Text)), XmlWords.Cell("I2", verdict, looks.Text), XmlWords.Cell("J2", "", looks.Text)]));
        var end = Math.Max(2, marks.Lines.Count + 1);
        return $"{XmlParts.Declaration}<worksheet xmlns=\"{XmlParts.MainOf(strict)}\"><sheetPr><tabColor rgb=\"FF{(marks.Lines.Any(line => line.Finding.Severity == Severity.error) ? "C0282D" : "9C6500")}\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
            + $"<dimension ref=\"A1:{Last}{end}\"/><sheetViews>{string.Concat(Enumerable.Range(0, views).Select(View))}</sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
            + $"<cols>{string.Concat(Columns.Select(Width))}</cols><sheetData>{rows}</sheetData><autoFilter ref=\"A1:{Last}{end}\"/>"
            + $"<dataValidations count=\"2\">{Prompt("A1", "怎么改", HowTo(marks, verdict))}{Prompt($"J2:J{end}", "上报说明", "数字属实、不用改的，在这里写明原因（什么事、涉及多少），然后随改好的表一起报送。只写“属实”“核实无误”不算说明。")}</dataValidations>"
            + Hyperlinks(marks)
            + "<printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
            + $"<headerFooter><oddHeader>{XmlWords.Escaped($"&L审核结果&R回执号 {InHeader(receipt)}")}</oddHeader><oddFooter>{XmlWords.Escaped("&C第 &P 页，共 &N 页")}</oddFooter></headerFooter></worksheet>";
    }

    public static string Range(int lines) => string.Create(CultureInfo.InvariantCulture, $"$A$1:${Last}${Math.Max(2, lines + 1)}");

    static string HowTo(Marks marks, string verdict)
    {
        var errors = marks.Lines.Count(line => line.Finding.Severity == Severity.error);
        var warnings = marks.Lines.Count(line => line.Finding.Severity == Severity.warning);
        var text = errors + warnings == 0 ? verdict
            : $"{(errors > 0 ? $"① {errors} 处红色的：点“{OwnMarks.CellName}”跳过去，照“{OwnMarks.Message}”改。\n" : "")}"
                + $"{(warnings > 0 ? $"{(errors > 0 ? "②" : "①")} {warnings} 处黄色的：有误就改；属实的，在“{OwnMarks.Reason}”写原因。\n" : "")}改完保存，把整个文件再报送一次。详见左边的“{OwnMarks.HelpSheet}”。";
        return text.Length > MostInPrompt ? text[..MostInPrompt] : text;
    }

    static IEnumerable<string> Cells(int row, ResultLine line, string reason, Looks looks)
    {
        var (finding, place) = (line.Finding, line.Finding.Place);
        string At(int column) => Address.Of(row, column);
        yield return XmlWords.Cell(At(1), row - 1, looks.Middle);
        yield return XmlWords.Cell(At(2), line.Level, finding.Severity switch { Severity.error => looks.Error, Severity.warning => looks.Warning, _ => looks.Middle });
        yield return XmlWords.Cell(At(3), PlaceOf(line), looks.Text);
        yield return XmlWords.Cell(At(4), line.Sheet, looks.Text);
        yield return XmlWords.Cell(At(5), place.Cell ?? "", line.Target is null ? looks.Middle : looks.Link);
        yield return XmlWords.Cell(At(6), finding.Found ?? "", looks.Right);
        yield return XmlWords.Cell(At(7), finding.Expected ?? "", looks.Right);
        yield return finding.Difference is { } difference ? XmlWords.Cell(At(8), difference / 1.0000m, looks.Number) : XmlWords.Cell(At(8), "", looks.Right);
        yield return XmlWords.Cell(At(9), line.Words, looks.Text);
        yield return XmlWords.Cell(At(10), reason, finding.Severity == Severity.warning ? looks.Input : looks.Text);
        yield return XmlWords.Cell(At(11), finding.Code, looks.Text);
    }

    static string PlaceOf(ResultLine line) => line.Finding.Place is var place && place is { Line: null, Column: null }
        ? place.Cell is null ? AnswerText.InWords(place) : ""
        : (place with { Sheet = null, Cell = null }).ToString();

    // What was answered to a question is no answer to the next, which asks of other lines.
    static string ReasonFor(ResultLine line, IReadOnlyList<GivenReason> reasons) => RuleTexts.Of(line.Finding.Code)?.AsksYesOrNo == true ? "" :
        reasons.FirstOrDefault(reason => reason.Code == line.Finding.Code && reason.Sheet == line.Sheet && reason.Cell == (line.Finding.Place.Cell ?? ""))?.Words ?? line.Finding.Explanation ?? "";

    static string Hyperlinks(Marks marks)
    {
        var links = string.Concat(marks.Lines.Index().Where(line => line.Item.Target is not null).Select(line => string.Create(CultureInfo.InvariantCulture,
            $"<hyperlink ref=\"E{line.Index + 2}\" location=\"{XmlWords.Escaped($"'{line.Item.Sheet.Replace("'", "''", StringComparison.Ordinal)}'!{line.Item.Target}")}\" display=\"{XmlWords.Escaped(line.Item.Finding.Place.Cell!)}\"/>")));
        return links.Length == 0 ? "" : $"<hyperlinks>{links}</hyperlinks>";
    }

    static string View(int number) => string.Create(CultureInfo.InvariantCulture,
        $"<sheetView {(number == 0 ? "tabSelected=\"1\" " : "")}workbookViewId=\"{number}\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A1\" sqref=\"A1\"/></sheetView>");

    static string Width((string Head, double Width) column, int index) => string.Create(CultureInfo.InvariantCulture,
        $"<col min=\"{index + 1}\" max=\"{index + 1}\" width=\"{column.Width + 0.7}\" customWidth=\"1\"{(column.Head == OwnMarks.Marker ? " hidden=\"1\"" : "")}/>");

    static string Prompt(string cells, string title, string text) =>
        $"<dataValidation allowBlank=\"1\" showInputMessage=\"1\" promptTitle=\"{title}\" prompt=\"{XmlWords.Escaped(text).Replace("\n", "&#10;", StringComparison.Ordinal)}\" sqref=\"{cells}\"/>";

    static string Row(int number, int? height, IEnumerable<string> cells) => string.Create(CultureInfo.InvariantCulture,
        $"<row r=\"{number}\"{(height is { } points ? $" ht=\"{points}\"" : "")}>{string.Concat(cells)}</row>");

    static string InHeader(string text) => text.Replace("&", "&&", StringComparison.Ordinal);

    sealed class Looks(Styles styles)
    {
        public int Head { get; } = styles.Own(bold: true, colour: Ink, fill: HeadFill, alignment: "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"");
        public int Text { get; } = styles.Own(alignment: "vertical=\"center\" wrapText=\"1\"");
        public int Middle { get; } = styles.Own(alignment: "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"", text: false);
        public int Right { get; } = styles.Own(alignment: "horizontal=\"right\" vertical=\"center\" wrapText=\"1\" indent=\"1\"");
        public int Number { get; } = styles.Own(alignment: "horizontal=\"right\" vertical=\"center\" indent=\"1\"", text: false);
        public int Link { get; } = styles.Own(colour: ResultSheet.Link, alignment: "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"");
        public int Error { get; } = styles.Own(bold: true, colour: "9C0006", fill: Styles.ErrorColour, alignment: "horizontal=\"center\" vertical=\"center\"");
        public int Warning { get; } = styles.Own(bold: true, colour: "7F4F00", fill: Styles.WarningColour, alignment: "horizontal=\"center\" vertical=\"center\"");
        public int Input { get; } = styles.Own(fill: Styles.WarningColour, alignment: "vertical=\"center\" wrapText=\"1\"");
    }
}

// Over 200 lines: all that knows the workbook library stands in this one file.
using System.Globalization;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Reporting.Reports.Layout;

namespace Reporting.Reports;

/// <summary>
/// Draws a declared workbook in the house style: A4, one page wide, Chinese fonts, figures right-aligned off the border. The only
/// file that knows the workbook library.
/// </summary>
static partial class WorkbookWriter
{
    const string TitleFont = "黑体", TextFont = "仿宋", TableFont = "宋体";
    const double TableSize = 10.5, DenseSize = 9, LineHeight = 1.4, RowPadding = 6, TallestRow = 409, FormRow = 22;

    // Told apart by lightness alone, so that they survive a grey printer.
    static readonly XLColor HeadFill = XLColor.FromArgb(0xE4, 0xEA, 0xF1), TotalFill = XLColor.FromArgb(0xF2, 0xF2, 0xF2);
    static readonly XLColor GivenFill = XLColor.FromArgb(0xEC, 0xEC, 0xEC), AsideColor = XLColor.FromArgb(0x60, 0x60, 0x60);
    static readonly XLColor BorderColor = XLColor.FromArgb(0x80, 0x80, 0x80);

    public static byte[] Write(WorkbookLayout layout)
    {
        using var book = new XLWorkbook();
        foreach (var sheet in layout.Sheets) Draw(book.AddWorksheet(sheet.Name), sheet, layout);
        foreach (var hidden in layout.Hidden) Hide(book.AddWorksheet(hidden.Name), hidden);
        book.Worksheet(1).SetTabActive().SetTabSelected();
        using var stream = new MemoryStream();
        book.SaveAs(stream, new SaveOptions { EvaluateFormulasBeforeSaving = true }); // who reads kept values finds them
        return CanonicalWorkbook.Of(stream.ToArray(), PlainText.Of(layout.Title), PlainText.Of(layout.Creator), layout.Time, TableFont, TableSize);
    }

    static void Hide(IXLWorksheet target, HiddenSheet sheet)
    {
        foreach (var (row, words) in sheet.Rows.Index())
            foreach (var (column, text) in words.Index()) Put(target.Cell(row + 1, column + 1), text);
        target.Visibility = XLWorksheetVisibility.VeryHidden;
    }

    static void Draw(IXLWorksheet target, SheetLayout sheet, WorkbookLayout layout)
    {
        if (sheet.IsForm) target.Protect().AllowElement(XLSheetProtectionElements.FormatColumns | XLSheetProtectionElements.FormatRows);
        for (var column = 0; column < sheet.Widths.Count; column++) target.Column(column + 1).Width = sheet.Widths[column];
        var (row, head, headEnd) = (1, 0, 0);
        foreach (var block in sheet.Blocks)
        {
            if (ReferenceEquals(block, sheet.RunningTable)) (head, headEnd) = (row, sheet.RunningTable!.ColumnNumbers is null ? row : row + 1);
            row = block switch
            {
                Line line => DrawLine(target, row, line, sheet),
                Pair pair => DrawPair(target, row, pair, sheet),
                Strip strip => DrawStrip(target, row, strip, sheet),
                Table table => DrawTable(target, row, table, sheet),
                _ => throw new ArgumentOutOfRangeException(nameof(sheet), block, "a block that has no drawing"),
            };
        }
        SetUpView(target, sheet, headEnd);
        SetUpPage(target, sheet, layout, head, headEnd);
        if (sheet.AsideColumns > 0) target.PageSetup.PrintAreas.Add(1, 1, row - 1, sheet.PageColumns);
    }

    static void SetUpView(IXLWorksheet target, SheetLayout sheet, int headEnd)
    {
        target.ShowGridLines = false;
        // A head far below would leave no room to scroll; a form's own stands below its heading.
        if (headEnd > 0) target.SheetView.Freeze(headEnd <= (sheet.IsForm ? 11 : 8) ? headEnd : 1, sheet.FrozenColumns);
        target.Cell(1, 1).SetActive();
    }

    static void SetUpPage(IXLWorksheet target, SheetLayout sheet, WorkbookLayout layout, int head, int headEnd)
    {
        var page = target.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = sheet.Landscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.FitToPages(1, sheet.MostPages);
        page.Margins.SetTop(0.75).SetBottom(0.75).SetLeft(0.5).SetRight(0.5).SetHeader(0.3).SetFooter(0.3);
        page.CenterHorizontally = true;
        if (head > 0) page.SetRowsToRepeatAtTop(head, headEnd);
        page.Footer.Center.AddText("第 &P 页 共 &N 页").SetFontName(TableFont).SetFontSize(9);
        if (sheet.IsForm) return;
        page.Header.Left.AddText(InHeader(layout.Title)).SetFontName(TableFont).SetFontSize(9);
        if (layout.Mark.Length > 0) page.Header.Right.AddText(InHeader(layout.Mark)).SetFontName(TitleFont).SetFontSize(9);
    }

    static string InHeader(string text) => text.Replace("&", "&&", StringComparison.Ordinal);

    static int DrawLine(IXLWorksheet target, int row, Line line, SheetLayout sheet)
    {
        var (font, size, bold, alignment) = line.Kind switch
        {
            LineKind.title => (TitleFont, 20.0, false, XLAlignmentHorizontalValues.Center),
            LineKind.subtitle => (TextFont, 12.0, false, XLAlignmentHorizontalValues.Center),
            LineKind.heading => (TitleFont, 12.0, false, XLAlignmentHorizontalValues.Left),
            LineKind.paragraph => (TextFont, 12.0, false, XLAlignmentHorizontalValues.Left),
            _ => (TableFont, 9.0, false, XLAlignmentHorizontalValues.Left),
        };
        var range = target.Range(row, 1, row, sheet.PageColumns).Merge();
        Put(target.Cell(row, 1), line.Text);
        range.Style.Font.SetFontName(font).Font.SetFontSize(size).Font.SetBold(bold);
        range.Style.Alignment.SetHorizontal(alignment).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText(true);
        var lines = TextMeasure.Lines(line.Text, sheet.Widths.Take(sheet.PageColumns).Sum() * TableSize / size * 0.97);
        target.Row(row).Height = Math.Min(TallestRow, lines * size * 1.45 + (line.Kind is LineKind.title or LineKind.heading ? 10 : 3));
        return row + 1;
    }

    static int DrawPair(IXLWorksheet target, int row, Pair pair, SheetLayout sheet)
    {
        var middle = LeftHalf(sheet.Widths);
        var left = target.Range(row, 1, row, middle).Merge();
        var right = target.Range(row, middle + 1, row, sheet.Widths.Count).Merge();
        Put(target.Cell(row, 1), pair.Left);
        Put(target.Cell(row, middle + 1), pair.Right);
        left.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        right.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        target.Range(row, 1, row, sheet.Widths.Count).Style.Font.SetFontName(TableFont).Font.SetFontSize(TableSize);
        target.Row(row).Height = TableSize * LineHeight + RowPadding;
        return row + 1;
    }

    static int DrawStrip(IXLWorksheet target, int row, Strip strip, SheetLayout sheet)
    {
        var (column, lines) = (1, 1);
        foreach (var piece in strip.Pieces)
        {
            var range = target.Range(row, column, row, column + piece.Span - 1);
            if (piece.Span > 1) range.Merge();
            Put(range.FirstCell(), piece.Content);
            range.Style.Font.SetFontName(TableFont).Font.SetFontSize(TableSize);
            range.Style.Alignment.SetHorizontal(Side(piece.Alignment)).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText(true);
            if (piece.IsRuled) range.Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(BorderColor);
            if (piece.Content is Words words) lines = Math.Max(lines, TextMeasure.Lines(words.Text, sheet.Widths.Skip(column - 1).Take(piece.Span).Sum()));
            column += piece.Span;
        }
        // What is written on by hand needs more room than what is read.
        target.Row(row).Height = Math.Max(strip.Pieces.Any(piece => piece.IsRuled) ? FormRow : 0, lines * TableSize * LineHeight + RowPadding);
        return row + 1;
    }

    static int LeftHalf(IReadOnlyList<int> widths)
    {
        var (column, width) = (0, 0);
        while (column < widths.Count - 1 && width < widths.Sum() / 2) width += widths[column++];
        return column;
    }

    static int DrawTable(IXLWorksheet target, int top, Table table, SheetLayout sheet)
    {
        var (first, last) = Spans(table, sheet);
        var row = top;
        DrawRow(target, row, new([.. table.Columns.Select(column => (Cell)column.Head)], RowKind.head), table, first, last, sheet);
        if (table.ColumnNumbers is { } numbers) DrawRow(target, ++row, numbers, table, first, last, sheet);
        var rows = table.Rows.Count > 0 ? table.Rows : [Row.Divider(table.WhenEmpty)];
        foreach (var each in rows) DrawRow(target, ++row, each, table, first, last, sheet);
        if (table.GroupsFirstColumn) Group(target, row - rows.Count + 1, rows);
        var all = target.Range(top, 1, row, last[^1]);
        all.Style.Font.SetFontName(TableFont).Font.SetFontSize(Size(table));
        all.Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        all.Style.Border.SetInsideBorderColor(BorderColor).Border.SetOutsideBorderColor(BorderColor);
        if (sheet.AsideColumns > 0) target.Range(top, sheet.PageColumns + 1, row, sheet.Widths.Count).Style.Font.SetFontColor(AsideColor);
        return row + 1;
    }

    static void Group(IXLWorksheet target, int top, IReadOnlyList<Row> rows)
    {
        for (int from = 0, next; from < rows.Count; from = next)
        {
            for (next = from + 1; next < rows.Count && rows[next].Cells[0] is Words words && words == rows[from].Cells[0]; next++) target.Cell(top + next, 1).Clear(XLClearOptions.Contents);
            if (next > from + 1) target.Range(top + from, 1, top + next - 1, 1).Merge();
        }
    }

    static double Size(Table table) => table.Dense ? DenseSize : TableSize;

    /// <summary>First and last grid column of each table column.</summary>
    static (int[] First, int[] Last) Spans(Table table, SheetLayout sheet)
    {
        var last = new int[table.Columns.Count];
        for (var (index, end) = (0, 0); index < last.Length; index++) last[index] = end += table.Columns[index].Span;
        if (last[^1] > sheet.Widths.Count) throw new ArgumentException($"a table of sheet {sheet.Name} is wider than its grid", nameof(table));
        return ([.. last.Select((end, index) => end - table.Columns[index].Span + 1)], last);
    }

    static void DrawRow(IXLWorksheet target, int row, Row content, Table table, int[] first, int[] last, SheetLayout sheet)
    {
        var lines = 1;
        var divider = content.Kind == RowKind.divider;
        for (var index = 0; index < (divider ? 1 : first.Length); index++)
        {
            var (from, to) = divider ? (1, last[^1]) : (first[index], last[index]);
            var range = target.Range(row, from, row, to);
            if (to > from) range.Merge();
            Put(target.Cell(row, from), content.Cells[index]);
            var alignment = divider ? Alignment.left : content.Kind == RowKind.head ? Alignment.center : table.Columns[index].Alignment;
            var padding = alignment == Alignment.center ? 1 : 3;
            var room = (sheet.Widths.Skip(from - 1).Take(to - from + 1).Sum() - padding) * TableSize / Size(table);
            Align(range, alignment, content.Cells[index], room);
            if (content.Cells[index] is Words words) lines = Math.Max(lines, TextMeasure.Lines(words.Text, room));
        }
        if (content.Kind != RowKind.plain)
            target.Range(row, 1, row, last[^1]).Style.Font.SetBold(true).Fill.SetBackgroundColor(content.Kind == RowKind.head ? HeadFill : TotalFill);
        target.Row(row).Height = Math.Clamp(lines * Size(table) * LineHeight + RowPadding, sheet.IsForm ? FormRow : 0, TallestRow);
    }

    // Each setting asks the range for its style anew: a style held over from before a change would undo it.
    static void Align(IXLRange range, Alignment alignment, Cell content, double room)
    {
        range.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        range.Style.Alignment.SetHorizontal(Side(alignment));
        if (content is Given given) content = given.Content;
        if (content is Words or Entry { Format: Entry.Text })
        {
            range.Style.Alignment.SetWrapText(true);
            if (alignment != Alignment.center) range.Style.Alignment.SetIndent(1);
        }
        else if (TextMeasure.Width(range.FirstCell().GetFormattedString()) > room) range.Style.Alignment.SetShrinkToFit(true); // small, not ####
    }

    static XLAlignmentHorizontalValues Side(Alignment alignment) => alignment switch
    {
        Alignment.center => XLAlignmentHorizontalValues.Center,
        Alignment.right => XLAlignmentHorizontalValues.Right,
        _ => XLAlignmentHorizontalValues.Left,
    };

    /// <summary>A space's width after the digits, in each section: LibreOffice forgets right indents, formats hold everywhere.</summary>
    static string OffBorder(string format) => string.Join(';', format.Split(';').Select(section => section + "_ "));

    static void Put(IXLCell target, Cell content)
    {
        switch (content)
        {
            case Number number:
                target.SetValue(number.Value);
                target.Style.NumberFormat.SetFormat(OffBorder(number.Format));
                break;
            case Given given:
                Put(target, given.Content);
                Shade(target);
                break;
            case Entry entry:
                Open(target, entry);
                break;
            case Computed computed:
                target.SetFormulaA1(InPlace(computed.Formula, target));
                target.Style.NumberFormat.SetFormat(OffBorder(computed.Format));
                Shade(target);
                Say(target, computed.Hint);
                break;
            default:
                PutText(target, PlainText.Of(((Words)content).Text));
                break;
        }
    }

    static void PutText(IXLCell target, string text)
    {
        target.SetValue<string>(text);
        target.DataType = XLDataType.Text;
        if (PlainText.LooksLikeFormula(text)) target.Style.SetIncludeQuotePrefix(true);
    }

    static void Shade(IXLCell target) => (target.MergedRange() ?? target.AsRange()).Style.Fill.SetBackgroundColor(GivenFill);

    static void Open(IXLCell target, Entry entry)
    {
        var range = target.MergedRange() ?? target.AsRange();
        range.Style.Protection.SetLocked(false);
        range.Style.NumberFormat.SetFormat(entry.Format == Entry.Text ? entry.Format : OffBorder(entry.Format));
        if (entry.Check is { } check) Check(target, check);
    }

    static void Check(IXLCell target, EntryCheck check)
    {
        Say(target, check.Hint);
        var validation = target.DataValidation;
        var (least, most) = ((check.Least ?? -EntryCheck.Most).ToString(CultureInfo.InvariantCulture), EntryCheck.Most.ToString(CultureInfo.InvariantCulture));
        if (check.Decimals > 0)
            validation.Custom(InPlace(string.Create(CultureInfo.InvariantCulture, $"AND(ISNUMBER({{0}}),{{0}}>={least},{{0}}<={most},{{0}}=ROUND({{0}},{check.Decimals}))"), target));
        else
        {
            validation.AllowedValues = XLAllowedValues.WholeNumber;
            validation.Operator = XLOperator.Between;
            (validation.MinValue, validation.MaxValue) = (least, most);
        }
        validation.ErrorStyle = check.Insists ? XLErrorStyle.Stop : XLErrorStyle.Warning;
        (validation.ShowErrorMessage, validation.ErrorTitle, validation.ErrorMessage) = (true, check.Error.Title, check.Error.Words);
    }

    static void Say(IXLCell target, Saying hint)
    {
        var validation = target.SetDataValidation();
        (validation.ShowInputMessage, validation.InputTitle, validation.InputMessage) = (true, hint.Title, hint.Words);
        (validation.IgnoreBlanks, validation.ShowErrorMessage) = (true, false);
    }

    static string InPlace(string formula, IXLCell target) => Offset().Replace(formula, match =>
        target.Worksheet.Cell(target.Address.RowNumber, target.Address.ColumnNumber + int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Address.ToString()!);

    [GeneratedRegex(@"\{(-?\d+)\}")]
    private static partial Regex Offset();
}

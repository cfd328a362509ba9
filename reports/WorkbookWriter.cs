using ClosedXML.Excel;
using Reporting.Reports.Layout;

namespace Reporting.Reports;

/// <summary>
/// Draws a declared workbook in the house style: A4, one page wide, Chinese fonts, figures right-aligned off the border. The only
/// file that knows the workbook library.
/// </summary>
static class WorkbookWriter
{
    const string TitleFont = "黑体", TextFont = "仿宋", TableFont = "宋体";
    const double TableSize = 10.5, DenseSize = 9, LineHeight = 1.4, RowPadding = 6, TallestRow = 409;

    // Told apart by lightness alone, so that they survive a grey printer.
    static readonly XLColor HeadFill = XLColor.FromArgb(0xE4, 0xEA, 0xF1), TotalFill = XLColor.FromArgb(0xF2, 0xF2, 0xF2);
    static readonly XLColor BorderColor = XLColor.FromArgb(0x80, 0x80, 0x80);

    public static byte[] Write(WorkbookLayout layout)
    {
        using var book = new XLWorkbook();
        foreach (var sheet in layout.Sheets) Draw(book.AddWorksheet(sheet.Name), sheet, layout);
        book.Worksheet(1).SetTabActive().SetTabSelected();
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return CanonicalWorkbook.Of(stream.ToArray(), layout.Title, layout.Creator, layout.Time, TableFont, TableSize);
    }

    static void Draw(IXLWorksheet target, SheetLayout sheet, WorkbookLayout layout)
    {
        for (var column = 0; column < sheet.Widths.Count; column++) target.Column(column + 1).Width = sheet.Widths[column];
        var (row, head) = (1, 0);
        foreach (var block in sheet.Blocks)
        {
            if (ReferenceEquals(block, sheet.RunningTable)) head = row;
            row = block switch
            {
                Line line => DrawLine(target, row, line, sheet),
                Pair pair => DrawPair(target, row, pair, sheet),
                Table table => DrawTable(target, row, table, sheet),
                _ => throw new ArgumentOutOfRangeException(nameof(sheet), block, "a block that has no drawing"),
            };
        }
        SetUpView(target, sheet, head);
        SetUpPage(target, sheet, layout, head);
    }

    static void SetUpView(IXLWorksheet target, SheetLayout sheet, int head)
    {
        target.ShowGridLines = false;
        if (head > 0) target.SheetView.Freeze(head <= 8 ? head : 1, sheet.FrozenColumns); // a head far below would leave no room to scroll
        target.Cell(1, 1).SetActive();
    }

    static void SetUpPage(IXLWorksheet target, SheetLayout sheet, WorkbookLayout layout, int head)
    {
        var page = target.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = sheet.Landscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.FitToPages(1, sheet.MostPages);
        page.Margins.SetTop(0.75).SetBottom(0.75).SetLeft(0.5).SetRight(0.5).SetHeader(0.3).SetFooter(0.3);
        page.CenterHorizontally = true;
        if (head > 0) page.SetRowsToRepeatAtTop(head, head);
        page.Header.Left.AddText(InHeader(layout.Title)).SetFontName(TableFont).SetFontSize(9);
        if (layout.Mark.Length > 0) page.Header.Right.AddText(InHeader(layout.Mark)).SetFontName(TitleFont).SetFontSize(9);
        page.Footer.Center.AddText("第 &P 页 共 &N 页").SetFontName(TableFont).SetFontSize(9);
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
        var range = target.Range(row, 1, row, sheet.Widths.Count).Merge();
        Put(target.Cell(row, 1), line.Text);
        range.Style.Font.SetFontName(font).Font.SetFontSize(size).Font.SetBold(bold);
        range.Style.Alignment.SetHorizontal(alignment).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText(true);
        var lines = TextMeasure.Lines(line.Text, sheet.Widths.Sum() * TableSize / size * 0.97);
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
        var rows = table.Rows.Count > 0 ? table.Rows : [Row.Divider(table.WhenEmpty)];
        foreach (var each in rows) DrawRow(target, ++row, each, table, first, last, sheet);
        var all = target.Range(top, 1, row, last[^1]);
        all.Style.Font.SetFontName(TableFont).Font.SetFontSize(Size(table));
        all.Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        all.Style.Border.SetInsideBorderColor(BorderColor).Border.SetOutsideBorderColor(BorderColor);
        return row + 1;
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
        target.Row(row).Height = Math.Min(TallestRow, lines * Size(table) * LineHeight + RowPadding);
    }

    // Each setting asks the range for its style anew: a style held over from before a change would undo it.
    static void Align(IXLRange range, Alignment alignment, Cell content, double room)
    {
        range.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        range.Style.Alignment.SetHorizontal(alignment switch
        {
            Alignment.center => XLAlignmentHorizontalValues.Center,
            Alignment.right => XLAlignmentHorizontalValues.Right,
            _ => XLAlignmentHorizontalValues.Left,
        });
        if (content is Words)
        {
            range.Style.Alignment.SetWrapText(true);
            if (alignment != Alignment.center) range.Style.Alignment.SetIndent(1);
        }
        else if (TextMeasure.Width(range.FirstCell().GetFormattedString()) > room) range.Style.Alignment.SetShrinkToFit(true); // small, not ####
    }

    /// <summary>A space's width after the digits, in each section: LibreOffice forgets right indents, formats hold everywhere.</summary>
    static string OffBorder(string format) => string.Join(';', format.Split(';').Select(section => section + "_ "));

    static void Put(IXLCell target, Cell content)
    {
        if (content is Number number)
        {
            target.SetValue(number.Value);
            target.Style.NumberFormat.SetFormat(OffBorder(number.Format));
            return;
        }
        var text = PlainText.Of(((Words)content).Text);
        target.SetValue<string>(text);
        target.DataType = XLDataType.Text;
        if (PlainText.LooksLikeFormula(text)) target.Style.SetIncludeQuotePrefix(true);
    }
}

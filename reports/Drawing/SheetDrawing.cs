using ClosedXML.Excel;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Drawing;

/// <summary>One sheet: its blocks from the top down, how it is seen, how it is printed.</summary>
static class SheetDrawing
{
    /// <summary>Millimetres.</summary>
    const double Inch = 25.4;

    const int LongestHead = 60;

    public static Placements Draw(IXLWorksheet target, SheetLayout sheet, WorkbookLayout layout)
    {
        var placed = new Placements(sheet, layout.Print);
        if (sheet.IsForm) target.Protect().AllowElement(XLSheetProtectionElements.FormatColumns | XLSheetProtectionElements.FormatRows);
        for (var column = 0; column < sheet.Widths.Count; column++) target.Column(column + 1).Width = sheet.Widths[column];
        var (head, headEnd, end) = Blocks(target, placed);
        if (sheet.Flat is { } flat) headEnd = FlatHead(target, placed, flat, end);
        SetUpView(target, sheet, headEnd);
        if (sheet.IsHidden) target.Visibility = XLWorksheetVisibility.Hidden;
        SetUpPage(target, sheet, layout, head, headEnd);
        if (sheet.AsideColumns > 0 || sheet.Flat is not null || layout.HasContents) target.PageSetup.PrintAreas.Add(1, 1, end, sheet.PageColumns);
        return placed;
    }

    static (int Head, int HeadEnd, int End) Blocks(IXLWorksheet target, Placements placed)
    {
        var (sheet, row, besideEnd, head, headEnd) = (placed.Sheet, 1, 0, 0, 0);
        foreach (var block in sheet.Blocks)
        {
            if (ReferenceEquals(block, sheet.RunningTable)) (head, headEnd) = (row, sheet.RunningTable!.ColumnNumbers is null ? row : row + 1);
            switch (block)
            {
                case Line line: row = BlockDrawing.Draw(target, row, line, placed); break;
                case Pair pair: row = BlockDrawing.Draw(target, row, pair, placed); break;
                case Strip strip: row = BlockDrawing.Draw(target, row, strip, sheet); break;
                case Table table: row = TableDrawing.Draw(target, row, 1, table, placed); break;
                case Beside beside: besideEnd = TableDrawing.Draw(target, Math.Max(row, besideEnd + 1), sheet.PageColumns + 1, beside.Table, placed); break;
                case ChartBand band: row = BlockDrawing.Draw(target, row, band, placed); break;
                case PageBreak: target.PageSetup.AddHorizontalPageBreak(row - 1); break;
                default: throw new ArgumentOutOfRangeException(nameof(placed), block, "a block that has no drawing");
            }
        }
        return (head, headEnd, row - 1);
    }

    /// <summary>The heads; the rows are put into the file after it is saved.</summary>
    static int FlatHead(IXLWorksheet target, Placements placed, FlatTable flat, int end)
    {
        placed.FlatHead = end + 2;
        foreach (var (index, column) in flat.Columns.Index())
        {
            CellDrawing.Put(target.Cell(placed.FlatHead, index + 1), column.Head);
            if (index >= placed.Sheet.Widths.Count) target.Column(index + 1).Width = column.Width;
        }
        var heads = target.Range(placed.FlatHead, 1, placed.FlatHead, flat.Columns.Count);
        heads.Style.Font.SetFontName(House.TableFont).Font.SetFontSize(House.TableSize);
        heads.Style.Font.SetBold(true).Fill.SetBackgroundColor(House.HeadFill);
        return placed.FlatHead;
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
        var margins = sheet.Landscape ? layout.Print.Page.Lying : layout.Print.Page;
        page.Margins.SetTop(margins.Top / Inch).SetBottom(margins.Bottom / Inch).SetLeft(margins.Left / Inch).SetRight(margins.Right / Inch).SetHeader(0.3).SetFooter(0.3);
        page.CenterHorizontally = true;
        if (head > 0) page.SetRowsToRepeatAtTop(head, headEnd);
        HeadAndFoot(page, sheet, layout, margins);
    }

    /// <summary>What must be on every page stays on an annex too; the title and the count of pages do not.</summary>
    static void HeadAndFoot(IXLPageSetup page, SheetLayout sheet, WorkbookLayout layout, PageMargins margins)
    {
        if (layout.Print.IsAnnex) NumberOutside(page, margins);
        else page.Footer.Center.AddText("第 &P 页 共 &N 页").SetFontName(House.TableFont).SetFontSize(9);
        if (sheet.IsForm) return;
        if (!layout.Print.IsAnnex) page.Header.Left.AddText(InHeader(layout.Title)).SetFontName(House.TableFont).SetFontSize(9);
        if (layout.Mark.Length > 0) page.Header.Right.AddText(InHeader(layout.Mark), XLHFOccurrence.AllPages).SetFontName(House.TitleFont).SetFontSize(9);
    }

    /// <summary>— 1 — below the text area: at the right of odd pages and at the left of even ones, one sign off the edge.</summary>
    static void NumberOutside(IXLPageSetup page, PageMargins margins)
    {
        const double belowText = 7, numberSize = 14;
        page.Margins.SetFooter((margins.Bottom - belowText) / Inch - numberSize / 72);
        page.DifferentOddEvenPagesOnHF = true;
        page.Footer.Right.AddText("— &P —　", XLHFOccurrence.OddPages).SetFontName("宋体").SetFontSize(numberSize);
        page.Footer.Left.AddText("　— &P —", XLHFOccurrence.EvenPages).SetFontName("宋体").SetFontSize(numberSize);
    }

    /// <summary>An ampersand begins a field; and a whole head of more than 255 signs makes the file a damaged one.</summary>
    static string InHeader(string text) => PlainText.Cut(text, LongestHead).Replace("&", "&&", StringComparison.Ordinal);
}

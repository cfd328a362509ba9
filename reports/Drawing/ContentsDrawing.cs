using ClosedXML.Excel;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Drawing;

/// <summary>目录 beside the first page, and on every other sheet the way back to it; right of the printed page.</summary>
static class ContentsDrawing
{
    const int Width = 24, Top = 2;

    public static void Draw(XLWorkbook book, WorkbookLayout layout)
    {
        var (first, others) = (layout.Sheets[0], layout.Sheets.Skip(1).ToList());
        Head(book.Worksheet(first.Name), Column(first), "目录");
        var (open, hidden) = (others.Where(sheet => !sheet.IsHidden).ToList(), others.Where(sheet => sheet.IsHidden).Select(sheet => sheet.Name).ToList());
        foreach (var (index, sheet) in open.Index()) Link(book.Worksheet(first.Name).Cell(Top + 1 + index, Column(first)), sheet.Name, sheet.Name);
        // A link cannot open what is hidden.
        if (hidden.Count > 0) Small(book.Worksheet(first.Name), Top + 2 + open.Count, Column(first), $"另有{string.Join("、", hidden)}（右键表名，取消隐藏）");
        foreach (var sheet in others)
        {
            var target = book.Worksheet(sheet.Name);
            target.Column(Column(sheet)).Width = Width;
            Link(target.Cell(1, Column(sheet)), $"返回{first.Name}", first.Name);
        }
    }

    /// <summary>A link in the colour of the text: a page of underlined blue words looks like a draft.</summary>
    public static void Link(IXLCell target, string words, string sheet)
    {
        CellDrawing.Put(target, words);
        target.Hyperlink = new XLHyperlink($"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!A1", $"转到“{sheet}”");
        target.Style.Font.SetFontName(House.TableFont).Font.SetFontSize(House.TableSize);
        target.Style.Font.SetUnderline(XLFontUnderlineValues.None).Font.SetFontColor(House.LinkColor);
    }

    static void Small(IXLWorksheet target, int row, int column, string words)
    {
        CellDrawing.Put(target.Cell(row, column), words);
        target.Cell(row, column).Style.Font.SetFontName(House.TableFont).Font.SetFontSize(House.DenseSize).Font.SetFontColor(House.AsideColor);
    }

    static void Head(IXLWorksheet target, int column, string words)
    {
        target.Column(column).Width = Width;
        CellDrawing.Put(target.Cell(Top, column), words);
        target.Cell(Top, column).Style.Font.SetFontName(House.TitleFont).Font.SetFontSize(House.TableSize);
    }

    // One narrow column is left free, so that the page's edge is seen.
    static int Column(SheetLayout sheet) => Math.Max(sheet.Widths.Count, sheet.Flat?.Columns.Count ?? 0) + 2;
}

using ClosedXML.Excel;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Drawing;

/// <summary>A table: its heads, its rows, its borders, and room for what stands in them.</summary>
static class TableDrawing
{
    /// <param name="left">Grid column where it begins; beside the page it sets no height.</param>
    /// <returns>The row below it.</returns>
    public static int Draw(IXLWorksheet target, int top, int left, Table table, Placements placed)
    {
        var sheet = placed.Sheet;
        var (first, last) = Spans(table, sheet, left);
        placed.Placed(table, top, first);
        var row = top;
        DrawRow(target, row, new([.. table.Columns.Select(column => (Cell)column.Head)], RowKind.head), table, first, last, sheet);
        if (table.ColumnNumbers is { } numbers) DrawRow(target, ++row, numbers, table, first, last, sheet);
        var rows = table.Rows.Count > 0 ? table.Rows : [Row.Divider(table.WhenEmpty)];
        foreach (var each in rows) DrawRow(target, ++row, each, table, first, last, sheet);
        Follow(table, placed);
        var all = target.Range(top, left, row, last[^1]);
        all.Style.Font.SetFontName(placed.Print.TableFont).Font.SetFontSize(Size(table));
        if (placed.Print.IsAnnex) target.Range(top, left, top, last[^1]).Style.Font.SetFontName(placed.Print.HeadFont);
        all.Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        all.Style.Border.SetInsideBorderColor(House.BorderColor).Border.SetOutsideBorderColor(House.BorderColor);
        if (sheet.AsideColumns > 0 && last[^1] > sheet.PageColumns) target.Range(top, sheet.PageColumns + 1, row, sheet.Widths.Count).Style.Font.SetFontColor(House.AsideColor);
        return row + 1;
    }

    /// <summary>Sparklines and bars go by where their cells came to stand.</summary>
    static void Follow(Table table, Placements placed)
    {
        foreach (var (row, content) in table.Rows.Index())
            foreach (var (column, cell) in content.Cells.Index())
                if (cell is Sparkline line)
                    placed.Sparklines.Add((placed.Address(table, row, line.FirstColumn), placed.Address(table, row, line.LastColumn), placed.Address(table, row, column)));
        foreach (var (column, _) in table.Columns.Index().Where(column => column.Item.IsBars && table.Rows.Count > 0))
            placed.Bars.Add((placed.Address(table, 0, column), placed.Address(table, table.Rows.Count - 1, column)));
    }

    static double Size(Table table) => table.Dense ? House.DenseSize : House.TableSize;

    /// <summary>First and last grid column of each table column.</summary>
    static (int[] First, int[] Last) Spans(Table table, SheetLayout sheet, int left)
    {
        var last = new int[table.Columns.Count];
        for (var (index, end) = (0, left - 1); index < last.Length; index++) last[index] = end += table.Columns[index].Span;
        if (last[^1] > sheet.Widths.Count) throw new ArgumentException($"a table of sheet {sheet.Name} is wider than its grid", nameof(table));
        return ([.. last.Select((end, index) => end - table.Columns[index].Span + 1)], last);
    }

    static void DrawRow(IXLWorksheet target, int row, Row content, Table table, int[] first, int[] last, SheetLayout sheet)
    {
        var lines = 1;
        var divider = content.Kind == RowKind.divider;
        for (var index = 0; index < (divider ? 1 : first.Length); index++)
        {
            var (from, to) = divider ? (first[0], last[^1]) : (first[index], last[index]);
            var range = target.Range(row, from, row, to);
            if (to > from) range.Merge();
            CellDrawing.Put(target.Cell(row, from), content.Cells[index]);
            var alignment = divider ? Alignment.left : content.Kind == RowKind.head ? Alignment.center : table.Columns[index].Alignment;
            var padding = alignment == Alignment.center ? 1 : 3;
            var room = (sheet.Widths.Skip(from - 1).Take(to - from + 1).Sum() - padding) * House.TableSize / Size(table);
            CellDrawing.Align(range, alignment, content.Cells[index], room);
            if (content.Cells[index] is Words words) lines = Math.Max(lines, TextMeasure.Lines(words.Text, room));
        }
        if (content.Kind != RowKind.plain)
            target.Range(row, first[0], row, last[^1]).Style.Font.SetBold(true).Fill.SetBackgroundColor(content.Kind == RowKind.head ? House.HeadFill : House.TotalFill);
        if (first[0] == 1) target.Row(row).Height = Math.Clamp(lines * Size(table) * House.LineHeight + House.RowPadding, sheet.IsForm ? House.FormRow : 0, House.TallestRow);
    }
}

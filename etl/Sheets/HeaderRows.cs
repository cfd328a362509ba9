using Reporting.Etl.Intake;

namespace Reporting.Etl.Sheets;

/// <summary>Tells header rows from data rows and finds where a header of one to four rows ends.</summary>
static class HeaderRows
{
    const int Deepest = 8;

    /// <summary>Two or more words side by side that are neither key lines nor values.</summary>
    public static bool IsHeader(GridRow row)
    {
        if (row.Cells.Count < 2 || row.IsSignature || Preamble.IsKeyRow(row)) return false;
        var values = row.Values;
        var words = row.Cells.Count - values.Count;
        if (values.Any(cell => !SheetWords.IsYear(cell)) && !SheetWords.IsColumnNumbers(row)) return false;
        if (values.Count == 0 && Preamble.PlainCells(row).Count < 2 && row.Cells.Count(cell => PeriodWords.OfLabel(cell.Text) is not null) < 2
            && !SheetWords.IsLineHeader(row.Cells[0].Text)) return false;
        return words >= 2 || words == 1 && values.Count >= 1 || values.Count >= 2;
    }

    /// <summary>A label and at least one value.</summary>
    public static bool IsData(GridRow row) =>
        row.Cells.Count >= 2 && row.Values.Count > 0 && row.Values.Count < row.Cells.Count
        && !IsHeader(row) && !Preamble.IsKeyRow(row) && !row.IsSignature;

    /// <summary>A single merged word over the value columns, with the real header below it.</summary>
    public static bool IsTop(Grid grid, int start, int index)
    {
        if (grid.Rows[index].Cells.Count != 1 || index + 1 >= grid.Rows.Count) return false;
        var (cell, next) = (grid.Rows[index].Cells[0], grid.Rows[index + 1]);
        if (next.Number != cell.Row + 1 || next.Cells[0].Column >= cell.Column || cell.Column > 8) return false;
        var titled = grid.Rows.Skip(start).Take(index - start).Any(row => Preamble.PlainCells(row).Count > 0);
        if (!titled && SheetWords.SoundsLikeTitle(cell.Text)) return false;
        return IsHeader(next) && grid.LastColumnOf(cell) > cell.Column || IsData(next) && titled && Covers(cell, next);
    }

    /// <summary>镇名 | 2022年 over 1月 | 2月: one word that reaches down beside the heads of groups.</summary>
    public static bool IsGroups(Grid grid, int index)
    {
        var row = grid.Rows[index];
        if (row.Cells.Count < 2 || index + 1 >= grid.Rows.Count || grid.Rows[index + 1] is var next && next.Number != row.Number + 1) return false;
        var label = row.Cells[0];
        return grid.LastRowOf(label) > row.Number && next.Cells[0].Column > label.Column && !SheetWords.IsSignature(label.Text)
            && row.Cells.Skip(1).All(cell => PeriodWords.OfLabel(cell.Text) is not null) && next.Cells.Count >= 2 && next.Values.All(SheetWords.IsYear);
    }

    static bool Covers(Cell cell, GridRow next) =>
        next.Values is [var only] && only.Column == cell.Column;

    /// <summary>Index after the last filled header row, and the sheet row where the header ends.</summary>
    public static (int End, int LastRow) End(Grid grid, int start)
    {
        var firstRow = grid.Rows[start].Number;
        if (IsData(grid.Rows[start])) return (start, firstRow - 1);
        var lastRow = Reach(grid, start, firstRow);
        var end = start + 1;
        for (; end < grid.Rows.Count && end < start + Deepest; end++)
        {
            var row = grid.Rows[end];
            if (SheetWords.IsColumnNumbers(row) && row.Number <= lastRow + 2) return (end + 1, row.Number);
            if (row.Number > lastRow + 1 || !Continues(grid, start, end, lastRow)) break;
            lastRow = Math.Max(lastRow, Reach(grid, end, row.Number));
        }
        return (end, lastRow);
    }

    static int Reach(Grid grid, int index, int row) => Math.Max(row, grid.Rows[index].Cells.Max(grid.LastRowOf));

    static bool Continues(Grid grid, int start, int index, int lastRow)
    {
        var row = grid.Rows[index];
        if (SheetWords.IsNote(row.Cells[0].Text) || row.IsSignature || row.Cells.Count == 1 && Headings.IsNumbered(row.Cells[0].Text)) return false;
        if (row.Number <= lastRow && row.Values.All(SheetWords.IsYear)) return true;
        if (!row.Values.All(SheetWords.IsYear)) return false;
        var label = grid.Rows.Skip(start).Take(index - start).Min(above => above.Cells[0].Column);
        if (row.Cells[0].Column < label) return row.Cells.Count >= 2;
        if (row.At(label) is not { } own) return true;
        if (Words.IsLatin(own.Text)) return true; // the English half of a bilingual header
        return SheetWords.IsLabelHeader(own.Text) && row.Cells.Count >= 2 || Words.Bare(own.Text) == Words.Bare(grid.Seen(row.Number - 1, label)?.Text ?? "");
    }
}

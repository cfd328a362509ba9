namespace Reporting.Etl.Intake;

/// <summary>The order of cells in a sheet: by row, then column, no place twice.</summary>
static class CellOrder
{
    public static int Compare(int row, int column, int otherRow, int otherColumn) =>
        row != otherRow ? row.CompareTo(otherRow) : column.CompareTo(otherColumn);

    /// <summary>The same array where it is in order already, as files nearly always are.</summary>
    public static Cell[] Sorted(Cell[] cells) => IsInOrder(cells) ? cells : LastOfEach(cells);

    /// <summary>Places that occur more than once, each once, in order.</summary>
    public static IReadOnlyList<(int Row, int Column)> Twice(Cell[] cells) => IsInOrder(cells) ? [] :
        [.. cells.GroupBy(cell => (cell.Row, cell.Column)).Where(group => group.Skip(1).Any()).Select(group => group.Key).Order()];

    static bool IsInOrder(ReadOnlySpan<Cell> cells)
    {
        for (var index = 1; index < cells.Length; index++)
            if (Compare(cells[index - 1].Row, cells[index - 1].Column, cells[index].Row, cells[index].Column) >= 0) return false;
        return true;
    }

    static Cell[] LastOfEach(Cell[] cells)
    {
        var sorted = cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).ToArray(); // stable: the later one comes last
        return [.. sorted.Where((cell, index) =>
            index + 1 == sorted.Length || (sorted[index + 1].Row, sorted[index + 1].Column) != (cell.Row, cell.Column))];
    }
}

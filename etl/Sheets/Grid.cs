using Reporting.Etl.Intake;

namespace Reporting.Etl.Sheets;

/// <summary>One filled row of a sheet. What its cells look like is asked again and again while tables are sought, and found out once.</summary>
sealed record GridRow(int Number, IReadOnlyList<Cell> Cells)
{
    LineParts? parts;
    IReadOnlyList<Cell>? values;
    bool? isSignature;

    /// <summary>Keys with their values, and the cells that are neither.</summary>
    public LineParts Parts => parts ??= Preamble.Read(this);

    /// <summary>The cells that may be body values.</summary>
    public IReadOnlyList<Cell> Values => values ??= [.. Cells.Where(CellValues.LooksLikeValue)];

    public bool IsSignature => isSignature ??= Layouts.IsSignatureRow(this);

    public Cell? At(int column)
    {
        foreach (var cell in Cells) if (cell.Column == column) return cell;
        return null;
    }

    public string Joined => string.Concat(Cells.Select(cell => Words.Bare(cell.Text)));
}

/// <summary>A sheet by filled rows, with merges known by row, so that a far-away cell costs nothing.</summary>
sealed class Grid
{
    const int TallestMerge = 500; // a taller one is decoration, and would cost a list entry per row
    readonly Dictionary<int, List<CellRange>> mergesByRow = [];

    public Grid(Sheet sheet)
    {
        Sheet = sheet;
        Rows = RowsOf(sheet);
        foreach (var merge in sheet.Merges.Where(merge => merge.LastRow - merge.FirstRow < TallestMerge))
            for (var row = merge.FirstRow; row <= merge.LastRow; row++)
            {
                if (!mergesByRow.TryGetValue(row, out var merges)) mergesByRow[row] = merges = [];
                merges.Add(merge);
            }
    }

    public Sheet Sheet { get; }
    public IReadOnlyList<GridRow> Rows { get; }

    // A sheet keeps its cells by row, then column.
    static List<GridRow> RowsOf(Sheet sheet)
    {
        var (cells, rows) = (sheet.Cells, new List<GridRow>());
        for (int start = 0, end; start < cells.Count; start = end)
        {
            for (end = start + 1; end < cells.Count && cells[end].Row == cells[start].Row; end++) { }
            var row = new Cell[end - start];
            for (var index = start; index < end; index++) row[index - start] = cells[index];
            rows.Add(new(cells[start].Row, row));
        }
        return rows;
    }

    public CellRange? MergeAt(int row, int column)
    {
        if (!mergesByRow.TryGetValue(row, out var merges)) return null;
        foreach (var merge in merges) if (merge.Contains(row, column)) return merge;
        return null;
    }

    /// <summary>The cell that is seen at this place: its own, or that of the merged range it lies in.</summary>
    public Cell? Seen(int row, int column) =>
        Sheet.At(row, column) ?? (MergeAt(row, column) is { } merge ? Sheet.At(merge.FirstRow, merge.FirstColumn) : null);

    public int LastColumnOf(Cell cell) => MergeAt(cell.Row, cell.Column)?.LastColumn ?? cell.Column;

    public int LastRowOf(Cell cell) => MergeAt(cell.Row, cell.Column)?.LastRow ?? cell.Row;
}

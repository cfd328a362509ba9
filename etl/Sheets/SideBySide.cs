using Reporting.Etl.Intake;

namespace Reporting.Etl.Sheets;

/// <summary>Tables that stand beside each other in the same rows: parted by an empty column, or where the first header begins anew.</summary>
static class SideBySide
{
    /// <summary>Each table as a sheet of its own, at its own place; none where the rows hold one table.</summary>
    public static IReadOnlyList<Sheet> Parts(Grid grid, Layout layout)
    {
        if (!layout.HasHeader) return [];
        var header = grid.Rows.Skip(layout.HeaderStart).Take(layout.HeaderEnd - layout.HeaderStart).ToList();
        var body = grid.Rows.Skip(layout.HeaderEnd).Take(layout.BodyEnd - layout.HeaderEnd).ToList();
        var used = header.Concat(body).SelectMany(row => row.Cells).SelectMany(cell => Enumerable.Range(cell.Column, Math.Min(500, grid.LastColumnOf(cell) - cell.Column + 1))).ToHashSet();
        var starts = used.Order().Where(column => !used.Contains(column - 1) || IsRepeated(grid, header, column, used.Min())).ToList();
        if (starts.Count < 2) return [];
        var blocks = starts.Select((start, index) => (From: start, To: index + 1 < starts.Count ? starts[index + 1] - 1 : used.Max())).ToList();
        return blocks.TrueForAll(block => IsTable(header, body, block)) ? blocks.ConvertAll(block => Part(grid, layout, blocks, block)) : [];
    }

    /// <summary>项目 | 人数 | 项目 | 人数: the first header cell stands there again, with figures between.</summary>
    static bool IsRepeated(Grid grid, List<GridRow> header, int column, int first) => column > first + 1 && header.Exists(row =>
        row.At(column) is { } cell && row.At(first) is { } label && Words.Bare(cell.Text) == Words.Bare(label.Text) && SheetWords.IsLabelHeader(cell.Text)
        && !SheetWords.IsUnitHeader(cell.Text) && grid.LastColumnOf(label) < column - 1);

    /// <summary>A head and a column of words that leads one of figures (or of nothing yet).</summary>
    static bool IsTable(List<GridRow> header, List<GridRow> body, (int From, int To) block)
    {
        if (block.To == block.From || !header.Exists(row => row.At(block.From) is not null)) return false;
        var labels = body.Select(row => row.At(block.From)).OfType<Cell>().ToList();
        var words = labels.Count(cell => !CellValues.LooksLikeValue(cell));
        var rest = body.SelectMany(row => row.Cells).Where(cell => cell.Column > block.From && cell.Column <= block.To).ToList();
        return words >= 2 && words * 2 > labels.Count && (rest.Count == 0 || rest.Count(CellValues.LooksLikeValue) * 2 > rest.Count);
    }

    static Sheet Part(Grid grid, Layout layout, List<(int From, int To)> blocks, (int From, int To) block)
    {
        var cells = new List<Cell>();
        for (var index = layout.Start; index < layout.End; index++)
        {
            var row = grid.Rows[index];
            var isShared = index < layout.HeaderStart ? !IsDivided(row, blocks) : index >= layout.BodyEnd && block == blocks[0];
            if (isShared) cells.AddRange(row.Cells);
            else if (index < layout.BodyEnd) cells.AddRange(row.Cells.Where(cell => cell.Column >= block.From && cell.Column <= block.To));
        }
        return new(grid.Sheet.Name, grid.Sheet.Hidden, cells, grid.Sheet.Merges) { Uncomputed = grid.Sheet.Uncomputed };
    }

    /// <summary>A line above belongs to all tables unless two of them have a title or a unit of their own in it.</summary>
    static bool IsDivided(GridRow row, List<(int From, int To)> blocks)
    {
        var plain = Preamble.PlainCells(row);
        var own = plain.Count > 0 ? plain : row.Cells.Where(cell => Words.Bare(cell.Text).Contains("单位:", StringComparison.Ordinal)).ToList();
        return blocks.Count(block => own.Any(cell => cell.Column >= block.From && cell.Column <= block.To)) > 1;
    }
}

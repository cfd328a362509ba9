namespace Reporting.Etl.Sheets;

/// <summary>The header flattened: for each column the words above it from the top down.</summary>
sealed class HeaderPaths
{
    readonly Dictionary<int, List<string>> paths = [];
    readonly Dictionary<int, int> firstOwner = [];
    readonly Dictionary<int, int> lastRows = [];

    public HeaderPaths(Grid grid, Layout layout)
    {
        var rows = grid.Rows.Skip(layout.HeaderStart).Take(layout.HeaderEnd - layout.HeaderStart).Where(row => !SheetWords.IsColumnNumbers(row)).ToList();
        Columns = [.. rows.SelectMany(row => row.Cells).SelectMany(cell => Enumerable.Range(cell.Column, Math.Min(500, grid.LastColumnOf(cell) - cell.Column + 1)))
            .Distinct().Order()];
        var merged = rows.Any(row => row.Cells.Any(cell => grid.LastColumnOf(cell) > cell.Column));
        foreach (var column in Columns) paths[column] = Path(grid, rows, column, merged);
    }

    public IReadOnlyList<int> Columns { get; }

    public IReadOnlyList<string> Of(int column) => paths.GetValueOrDefault(column) ?? [];

    public string Last(int column) => paths.GetValueOrDefault(column) is [.., var last] ? last : "";

    /// <summary>The row in which the last words over a column stand; below it there may be letters or numbers of columns.</summary>
    public int? LastRow(int column) => lastRows.TryGetValue(column, out var row) ? row : null;

    /// <summary>Whether the top header cell of one column also spans another.</summary>
    public bool IsUnder(int column, int other) => firstOwner.TryGetValue(column, out var own) && own == other;

    List<string> Path(Grid grid, List<GridRow> rows, int column, bool merged)
    {
        var path = new List<string>();
        for (var index = 0; index < rows.Count; index++)
        {
            var seen = grid.Seen(rows[index].Number, column) ?? (merged ? null : Spread(rows, index, column));
            if (seen is not { } cell) continue;
            firstOwner.TryAdd(column, cell.Column);
            var words = SheetWords.IsYear(cell) && !cell.Text.Contains('年', StringComparison.Ordinal) ? Words.Bare(cell.Text) + "年" : Words.OneLine(cell.Text);
            if (words.Length == 0 || (path.Count > 0 && path[^1] == words)) continue;
            path.Add(words);
            lastRows[column] = cell.Row;
        }
        return path;
    }

    /// <summary>Without merges (a CSV) a group's words stand over its first column only: they hold to the right while words stand below.</summary>
    static Intake.Cell? Spread(List<GridRow> rows, int index, int column)
    {
        if (index == rows.Count - 1 || rows.Skip(index + 1).All(row => row.At(column) is null)) return null;
        var left = rows[index].Cells.Where(cell => cell.Column < column).Cast<Intake.Cell?>().LastOrDefault();
        return left is { } group && rows.Skip(index + 1).Any(row => row.At(group.Column) is not null) ? group : null;
    }
}

using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Sheets;

/// <summary>Reads the rows of a table: label, level, kind, number, unit, period and values.</summary>
static class Body
{
    public static IReadOnlyList<TableRow> Read(Grid grid, Layout layout, ColumnRoles roles, IReadOnlyList<TableColumn> columns, decimal multiplier, int? year)
    {
        var rows = new List<TableRow>();
        var levels = new Levels();
        string? category = null;
        foreach (var row in grid.Rows.Skip(layout.HeaderEnd).Take(layout.BodyEnd - layout.HeaderEnd))
        {
            var (words, own) = LabelOf(grid, row, roles);
            var values = columns.ToDictionary(column => column.Column, column => row.At(column.Column) is { } cell ? CellValues.Read(cell, column.Multiplier ?? multiplier) : Blank(grid, row.Number, column.Column));
            if (words.Length == 0 && values.Values.All(value => value.State == ValueState.blank && !value.Unreadable)) continue;
            if (own is { } group && group != category)
            {
                category = group;
                if (SheetWords.KindOf(words) == RowKind.data) rows.Add(Heading(row.Number, Words.OneLine(group)));
            }
            if (own is not null && SheetWords.KindOf(words) != RowKind.data) words = own;
            var level = levels.Of(words) is var plain && own is not null && words != own ? Math.Max(1, plain) : plain;
            rows.Add(Row(row, roles, words, level, values, year));
        }
        return WithHeadings(grid, rows, roles.Label ?? 1);
    }

    static CellValue Blank(Grid grid, int row, int column) =>
        grid.Sheet.Uncomputed.Contains((row, column)) ? CellValues.Blank with { Hollow = HollowCell.formula }
        : grid.MergeAt(row, column) is not null ? CellValues.Blank with { Hollow = HollowCell.merged } : CellValues.Blank;

    /// <summary>The row's words, and the category they stand under where labels take two columns.</summary>
    static (string Words, string? Category) LabelOf(Grid grid, GridRow row, ColumnRoles roles)
    {
        var seen = roles.Labels.Select(column => (Column: column, Cell: grid.Seen(row.Number, column)))
            .Where(pair => pair.Cell is { } cell && (pair.Column == roles.Label || !Words.IsLatin(cell.Text)))
            .Select(pair => pair.Cell!.Value).DistinctBy(cell => (cell.Row, cell.Column)).ToList();
        if (seen.Count == 0) return ("", null);
        var last = seen[^1].Text.Trim('\r', '\n');
        return seen.Count == 1 ? (Shifted(seen[0], roles, last), null) : (last, seen[0].Text.Trim());
    }

    /// <summary>A label written one column to the right of the others is indented, whatever its blanks.</summary>
    static string Shifted(Cell cell, ColumnRoles roles, string label) =>
        roles.Labels.Count > 1 && cell.Column > roles.Labels[0] ? "\u3000" + label : label;

    static TableRow Row(GridRow row, ColumnRoles roles, string words, int level, Dictionary<int, CellValue> values, int? year)
    {
        var unit = roles.Unit is { } at && row.At(at) is { } cell && Units.ParseList(cell.Text).Count > 0 ? Words.Bare(cell.Text) : Units.InBrackets(words);
        var number = roles.Number is { } numbers && row.At(numbers) is { } printed && CellValues.Read(printed).Value is { } value
            && decimal.IsInteger(value) && value is > 0 and < 10_000 ? (int)value : (int?)null;
        var period = PeriodWords.OfLabel(words) is { } found ? found.Period ?? (year is { } known ? found.In(known) : null) : (Period?)null;
        return new(row.Number, Words.OneLine(words), level, SheetWords.KindOf(words), number, unit, period, values);
    }

    static TableRow Heading(int row, string words) =>
        new(row, words, 0, RowKind.heading, null, Units.InBrackets(words), null, new Dictionary<int, CellValue>());

    /// <summary>A row without values is a heading where it is numbered like one or spans the table, and rows follow it.</summary>
    static List<TableRow> WithHeadings(Grid grid, List<TableRow> rows, int label)
    {
        for (var index = 0; index < rows.Count - 1; index++)
        {
            var row = rows[index];
            var empty = row.Values.Values.All(value => value.State == ValueState.blank && !value.Unreadable);
            if (!empty || row.Kind != RowKind.data || row.Number is not null || row.Period is not null) continue;
            var spans = grid.MergeAt(row.Row, label) is { } merge && merge.FirstRow == merge.LastRow && merge.LastColumn > merge.FirstColumn;
            if (spans || Headings.IsNumbered(row.Label)) rows[index] = row with { Kind = RowKind.heading };
        }
        return rows;
    }
}

using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>A cell's place together with the line and column of the form that it answers.</summary>
sealed record Answer(FormLine Line, FormColumn Column, TableRow Row, TableColumn Source);

/// <summary>One way to read a table as a form: lines down the rows, or lines across the columns.</summary>
/// <param name="LinesAcross">True where lines stand in the header.</param>
/// <param name="ColumnScores">How surely each form column was found.</param>
/// <param name="UnknownColumns">Columns with values that are no column of the form.</param>
/// <param name="TwiceColumns">Columns that name a form column already found.</param>
sealed record Reading(
    Form Form, bool LinesAcross, LineMatches Lines, IReadOnlyDictionary<FormColumn, decimal> ColumnScores, IReadOnlyList<Answer> Answers,
    IReadOnlyList<TableColumn> UnknownColumns, IReadOnlyList<(FormColumn Column, TableColumn Source)> TwiceColumns, FormColumn? Assumed)
{
    /// <summary>The lines that the sheet's unit fills, where a form is shared among units; else all of them.</summary>
    public IReadOnlyList<FormLine> Expected { get; init; } = Form.Lines;

    /// <summary>The better of both ways.</summary>
    public static Reading Best(Form form, UnderstoodTable table, OrgUnit? unit, Func<TableRow, bool> isOwnRow, Period? period)
    {
        var duty = unit is null ? null : form.ObligationOf(unit.Role);
        IReadOnlyList<FormLine> expected = duty is null ? form.Lines : [.. form.Lines.Where(line => duty.Owes(line.Number))];
        var (down, across) = (RowReading.Of(form, table, period) with { Expected = expected }, ColumnReading.Of(form, table, isOwnRow, period) with { Expected = expected });
        return across.LinesEvidence > down.LinesEvidence + 0.05m ? across : down;
    }

    /// <summary>How much of the sheet are lines of the form, and how much of the form is in the sheet, evenly.</summary>
    public decimal LinesEvidence
    {
        get
        {
            var asked = Lines.Matches.Count + Lines.Unknown.Count(item => Sheets.SheetWords.KindOf(item.Slot.Label) == RowKind.data && item.Slot.Label.Length > 0);
            return asked == 0 ? 0 : Lines.Matches.Sum(match => match.Score) * (0.5m / asked + 0.5m / Math.Max(1, Expected.Count));
        }
    }

    public decimal ColumnsEvidence => Form.Columns.Count(column => Expected.Any(line => line.Fills(column.Id))) is var asked and > 0 ? ColumnScores.Values.Sum() / asked : 0;
}

/// <summary>Lines down the rows, the form's columns across.</summary>
static class RowReading
{
    public static Reading Of(Form form, UnderstoodTable table, Period? period)
    {
        var rows = table.Rows.ToList();
        var slots = rows.ConvertAll(row => new Slot(row.Row, row.Label, row.Level, row.Number, row.Kind == RowKind.heading,
            row.Values.Values.Any(value => value.State != ValueState.blank || value.Unreadable)));
        var lines = LineMatcher.Match(form, slots);
        var (found, unknown, twice) = Columns(form, table, period);
        var answers =
            from match in lines.Matches
            let row = rows[slots.IndexOf(match.Slot)]
            from column in found
            where row.Values.ContainsKey(column.Value.Source.Column)
            select new Answer(match.Line, column.Key, row, column.Value.Source);
        return new(form, false, lines, found.ToDictionary(pair => pair.Key, pair => pair.Value.Score), [.. answers], unknown, twice, null);
    }

    static (Dictionary<FormColumn, (TableColumn Source, decimal Score)> Found, List<TableColumn> Unknown, List<(FormColumn, TableColumn)> Twice) Columns(
        Form form, UnderstoodTable table, Period? period)
    {
        var found = new Dictionary<FormColumn, (TableColumn, decimal)>();
        var (unknown, twice) = (new List<TableColumn>(), new List<(FormColumn, TableColumn)>());
        var matched = table.Columns.Select(column => (Source: column, Match: ColumnMatcher.Match(form, column.Path, column.Period, period)));
        foreach (var (source, (column, score)) in matched.OrderByDescending(pair => pair.Match.Score).ThenBy(pair => pair.Source.Column))
        {
            var hasValues = table.Rows.Any(row => row.Values.TryGetValue(source.Column, out var value) && (value.State != ValueState.blank || value.Unreadable));
            if (column is null) { if (hasValues) unknown.Add(source); }
            else if (!found.TryAdd(column, (source, score)) && hasValues) twice.Add((column, source));
        }
        return (found, unknown, twice);
    }
}

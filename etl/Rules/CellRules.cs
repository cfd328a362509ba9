using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>Rules about one cell by itself.</summary>
static class CellRules
{
    // What may come in parts is waited for, see AbsenceRules.PartWaiting.
    public static IEnumerable<Finding> ColumnMissing(CheckedTable table) =>
        from column in MissingColumns(table)
        let place = table.PlaceOf(null, column)
        where !IsSaid(table, place) && table.Form.AllowsParts != true
        select RuleTexts.ColumnMissing.At(place, null, column.Title, null, new Word("column", column.Title));

    public static IEnumerable<Finding> LineMissing(CheckedTable table)
    {
        List<FormColumn> present = [.. table.Form.Columns.Except(MissingColumns(table))];
        return from line in table.Form.Lines
               where present.Any(column => table.IsOwed(line, column) && table.Cell(line, column) is null)
               let place = table.PlaceOf(line, null)
               where !IsSaid(table, place) && table.Form.AllowsParts != true
               select RuleTexts.LineMissing.At(place, null, place.Line, null, new Word("line", place.Line!));
    }

    public static IEnumerable<Finding> ValueRequired(CheckedTable table)
    {
        var askedTogether = Blanks.Asked(table).ToHashSet();
        return from cell in table.Cells
               where table.IsOwed(cell.Line, cell.Column) && !cell.Source.Unreadable && !askedTogether.Contains(cell)
               let what = WhatStandsInstead(cell)
               where what is not null
               select RuleTexts.ValueRequired.At(table.PlaceOf(cell), cell.Source.Text is "" ? null : Shown.Cell(cell), "0 或实际数", null, what.Value);
    }

    public static IEnumerable<Finding> ValueUnreadable(CheckedTable table) =>
        from cell in table.Cells
        where cell.Source.Unreadable && !IsSaid(table, table.PlaceOf(cell))
        select RuleTexts.ValueUnreadable.At(table.PlaceOf(cell), Shown.Cell(cell), "数字，例如 12", null,
            new Word("reason", cell.Source.Guessed is { } reason ? $"（{reason}）" : "", ""));

    public static IEnumerable<Finding> ValueTooLarge(CheckedTable table) =>
        from cell in table.Cells
        where cell.Value is { } value && Math.Abs(value) >= CheckedTable.TooLarge && !IsSaid(table, table.PlaceOf(cell))
        select RuleTexts.ValueTooLarge.At(table.PlaceOf(cell), Shown.Cell(cell), "不超过 14 位整数", null);

    public static IEnumerable<Finding> ValueNegative(CheckedTable table) =>
        from cell in FilledCells(table)
        let value = cell.Value!.Value
        where value < cell.Line.Minimum
        let minimum = Shown.Number(cell.Line.Minimum!.Value)
        select RuleTexts.ValueNegative.At(table.PlaceOf(cell), Shown.Cell(cell), $"≥ {minimum}", null, new Word("minimum", minimum));

    public static IEnumerable<Finding> ValueNotWhole(CheckedTable table) =>
        from cell in FilledCells(table)
        let rounded = Figures.Round(cell.Value!.Value, Math.Clamp(cell.Line.Decimals, 0, 4))
        where rounded != cell.Value
        let expected = cell.Line.Decimals <= 0 ? "整数" : $"至多 {cell.Line.Decimals} 位小数的数"
        select RuleTexts.ValueNotWhole.At(table.PlaceOf(cell), Shown.Cell(cell), expected, null,
            new Word("unit", cell.Line.Unit), new Word("decimals", Shown.Number(cell.Line.Decimals)), new Word("example", Shown.Number(Figures.Round(12.0625m, Math.Clamp(cell.Line.Decimals, 0, 4)))));

    public static IEnumerable<Finding> ValueNotApplicable(CheckedTable table) =>
        from cell in table.Cells
        where !cell.Line.Fills(cell.Column.Id) && cell is { State: ValueState.reported, Value: not null }
        select RuleTexts.ValueNotApplicable.At(table.PlaceOf(cell), Shown.Cell(cell), "—", null);

    static IEnumerable<FormColumn> MissingColumns(CheckedTable table) => table.Form.Columns.Where(column =>
        table.Form.Lines.Any(line => table.IsOwed(line, column)) && !table.Cells.Any(cell => cell.Column.Id == column.Id));

    static IEnumerable<MatchedCell> FilledCells(CheckedTable table) => table.Cells.Where(cell =>
        cell.Line.Fills(cell.Column.Id) && cell is { State: ValueState.reported, Value: { } value } && Math.Abs(value) < CheckedTable.TooLarge);

    static Word? WhatStandsInstead(MatchedCell cell) => cell.State switch
    {
        ValueState.blank => new("what", "空白", "blank"),
        ValueState.not_applicable => new("what", "“—”", "'—'"),
        ValueState.reported when cell.Value is null => new("what", "空白", "blank"),
        _ => null,
    };

    /// <summary>Whether reading or matching has already spoken of this very place.</summary>
    static bool IsSaid(CheckedTable table, Place place) => table.Table.Findings.Concat(table.Table.Table.Findings).Any(finding =>
        place.Cell is null ? (finding.Place.Line, finding.Place.Column) == (place.Line, place.Column)
        : finding.Place.Cell == place.Cell && (finding.Place.Sheet is null || finding.Place.Sheet == place.Sheet) && finding.Severity == Severity.error);
}

using Reporting.Etl.Matching;
using Reporting.Etl.Sheets;
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
               let due = Cumulated.Due(table, cell)
               select RuleTexts.ValueRequired.At(table.PlaceOf(cell), cell.Source.Text is "" ? null : Shown.Cell(cell), due is { } number ? Shown.Number(number) : "0 或实际数", null,
                   what.Value, ToFillIn(cell, due));
    }

    /// <summary>Counts are counted: 约 and 以上 are for targets and for years long past, not for the month just ended.</summary>
    public static IEnumerable<Finding> ValueInexact(CheckedTable table) =>
        from cell in table.Cells
        where table.Period.Kind is PeriodKind.month && cell is { State: ValueState.reported, Value: not null, Bound: not Bound.exact, Line.Decimals: <= 0, Column: { IsQuoted: false, HasOwnPeriod: false } }
            && cell.Line.Fills(cell.Column.Id)
        let expected = Cumulated.Due(table, cell) is { } due ? Shown.Number(due) : "确切的整数"
        select RuleTexts.ValueInexact.At(table.PlaceOf(cell), cell.Source.Text.Trim(), expected, null);

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
        where !IsWhole(cell.Line, cell.Value!.Value)
        let lawful = cell.Line.Decimals <= 0 ? "整数" : $"至多 {cell.Line.Decimals} 位小数的数"
        let due = Cumulated.Due(table, cell)
        let example = Shown.Number(due ?? Figures.Round(12.0625m, Math.Clamp(cell.Line.Decimals, 0, 4)))
        select RuleTexts.ValueNotWhole.At(table.PlaceOf(cell), Shown.Cell(cell), due is null ? lawful : example, null,
            new Word("unit", cell.Line.Unit), new Word("lawful", lawful), new Word("decimals", Shown.Number(cell.Line.Decimals)),
            due is null ? new("example", $"，例如 {example}", $", such as {example}") : new("example", $"，按累计推算应为 {example}", $"; by the cumulative figures it is {example}"));

    public static IEnumerable<Finding> ValueNotApplicable(CheckedTable table) =>
        from cell in table.Cells
        where !cell.Line.Fills(cell.Column.Id) && cell is { State: ValueState.reported, Value: not null }
        select RuleTexts.ValueNotApplicable.At(table.PlaceOf(cell), Shown.Cell(cell), "—", null);

    static IEnumerable<FormColumn> MissingColumns(CheckedTable table) => table.Form.Columns.Where(column =>
        table.Form.Lines.Any(line => table.IsOwed(line, column)) && !table.Cells.Any(cell => cell.Column.Id == column.Id));

    static IEnumerable<MatchedCell> FilledCells(CheckedTable table) => table.Cells.Where(cell =>
        cell.Line.Fills(cell.Column.Id) && cell is { State: ValueState.reported, Value: { } value } && Math.Abs(value) < CheckedTable.TooLarge);

    internal static bool IsWhole(FormLine line, decimal value) => Figures.Round(value, Math.Clamp(line.Decimals, 0, 4)) == value;

    static Word ToFillIn(MatchedCell cell, decimal? due) =>
        cell.Source.Hollow == HollowCell.formula ? new("advice", "请用 Excel 或 WPS 打开，重新计算并保存后再报，不要改填别的数", "Open the file in Excel or WPS, recalculate and save it; do not type over the formula")
        : due is { } number ? new("advice", $"按累计推算应为 {Shown.Number(number)}，请核对后填写", $"By the cumulative figures it is {Shown.Number(number)}; check and enter it")
        : new("advice", "没有发生的请填 0；有发生的请填实际数", "Enter 0 where nothing occurred, else the actual figure");

    static Word? WhatStandsInstead(MatchedCell cell) => cell.State switch
    {
        ValueState.blank when cell.Source.Hollow == HollowCell.merged => new("what", "空白：它与上下左右的格合并了，请取消合并，逐格填写", "blank: it is merged with its neighbours; unmerge them and fill in each"),
        ValueState.blank when cell.Source.Hollow == HollowCell.formula => new("what", "没有计算结果的公式", "a formula without a result"),
        ValueState.blank => new("what", "空白", "blank"),
        ValueState.not_applicable => new("what", "“—”", "'—'"),
        ValueState.reported when cell.Value is null => new("what", "空白", "blank"),
        _ => null,
    };

    /// <summary>Whether reading or matching has already spoken of this very place.</summary>
    static bool IsSaid(CheckedTable table, Place place) => table.Table.Findings.Concat(table.Table.Table.Findings).Any(finding =>
        place.Cell is null ? (finding.Place.Line, finding.Place.Column) == (place.Line, place.Column)
        : finding.Severity == Severity.error && (Doubts.IsOfLine(finding) ? finding.Place.Line == place.Line
            : finding.Place.Cell == place.Cell && (finding.Place.Sheet is null or "" || finding.Place.Sheet == place.Sheet)));
}

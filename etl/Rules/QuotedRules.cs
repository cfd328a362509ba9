using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>A figure quoted from an earlier year (上年同期) against the one that is held. It is compared only, never loaded.</summary>
static class QuotedRules
{
    public static IEnumerable<Finding> QuotedDiffers(CheckedTable table) =>
        from cell in table.Cells
        let held = HeldOf(table, cell)
        let period = PeriodOf(table, cell)
        let quoted = CheckedTable.Number(cell)
        where held is not null && quoted is not null && quoted != held
        select RuleTexts.QuotedDiffers.At(table.PlaceOf(cell), Shown.Cell(cell), Shown.Number(held.Value), quoted - held,
            new Word("column", cell.Column.Title), new Word("held", Shown.Number(held.Value)), new Word("period", period.InWords(), period.ToString()),
            new Word("basis", cell.Column.Basis == Basis.in_period ? "本期数" : "累计", cell.Column.Basis.ToString()));

    /// <summary>What is held of the year a cell quotes; null where it quotes none, or nothing is held.</summary>
    internal static decimal? HeldOf(CheckedTable table, MatchedCell cell) => !cell.Column.IsQuoted || !cell.Line.Fills(cell.Column.Id) ? null
        : table.HeldValue(cell.Line, cell.Column.Basis, PeriodOf(table, cell))
            ?? (cell.Column.Basis == Basis.year_to_date ? HeldMonths.Sum(table, cell.Line, PeriodOf(table, cell)) : null);

    static Period PeriodOf(CheckedTable table, MatchedCell cell) => cell.Column.PeriodOn(table.Period).YearsBack(cell.Column.YearsBack);
}

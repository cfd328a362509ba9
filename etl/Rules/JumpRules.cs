using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>
/// A month far out of line with the last twelve. Meant to be rare: it should catch a 万 too many or too few, a slipped line and a
/// forgotten cell, and stay silent over season, growth and small numbers.
/// </summary>
static class JumpRules
{
    const int FewestMonths = 3;
    const decimal Steady = 50;

    public static IEnumerable<Finding> MonthJump(CheckedTable table) =>
        from cell in table.Cells
        where cell.Column is { Basis: Basis.in_period, IsQuoted: false, HasOwnPeriod: false } && table.Period.Kind is PeriodKind.month or PeriodKind.quarter
        let value = table.Number(cell.Line, cell.Column)
        where value >= 0
        let history = HeldMonths.Before(table, cell.Line)
        where history.Count >= FewestMonths
        let expected = OutOfLine(value.Value, history)
        where expected is not null
        let typical = Median(history)
        select RuleTexts.MonthJump.At(table.PlaceOf(cell), Shown.Cell(cell), expected, value - typical,
            new Word("column", cell.Column.Title), new Word("count", Shown.Number(history.Count)), new Word("typical", Shown.Number(typical)));

    /// <summary>The condition that would pass; null where the value does.</summary>
    internal static string? OutOfLine(decimal value, IReadOnlyList<decimal> history)
    {
        var (typical, least, most) = (Median(history), history.Min(), history.Max());
        // Twice the highest covers last year's same season, and series of bursts between zeros.
        var highest = Math.Max(2 * most, typical == 0 ? 1000 : Math.Max(5 * typical, typical + Steady));
        if (value > highest) return $"≤ {Shown.Number(highest)}";
        if (value == 0) return least > Steady ? "> 0" : null;
        // Below a thousandth only a change of unit explains it.
        return typical >= 1000 && value * 1000 <= typical ? $"> {Shown.Number(typical / 1000)}" : null;
    }

    static decimal Median(IReadOnlyList<decimal> values)
    {
        List<decimal> ordered = [.. values.Order()];
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }
}

using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>
/// A month far out of line with the last twelve, or with its own season in earlier years. Meant to be rare: it should catch a 万 too many
/// or too few, a slipped line and a forgotten cell, and stay silent over season, growth and small numbers.
/// </summary>
static class JumpRules
{
    /// <summary>Of what is stated to be nothing at one stroke, this much in every period before is enough to ask; a handful may well be none.</summary>
    const decimal SteadyOfNil = 4;

    public static IEnumerable<Finding> MonthJump(CheckedTable table) =>
        from cell in Judged(table)
        let value = table.Number(cell.Line, cell.Column)!.Value
        let history = HeldMonths.Before(table, cell.Line)
        let expected = OutOfLine(table, cell.Line, value, history)
        where expected is not null
        let typical = Shown.Rounded(cell.Line, Median(history))
        select RuleTexts.MonthJump.At(table.PlaceOf(cell), Shown.Cell(cell), expected, value - typical,
            new Word("column", cell.Column.Title), new Word("count", Shown.Number(history.Count)), new Word("typical", Shown.Number(typical)));

    /// <summary>Silent where the last twelve months speak of the cell already.</summary>
    public static IEnumerable<Finding> YearJump(CheckedTable table) =>
        from cell in Judged(table)
        let value = table.Number(cell.Line, cell.Column)!.Value
        let history = HeldMonths.Before(table, cell.Line)
        where !RuleVersions.IsOn(table.Form, table.Period, RuleTexts.MonthJump) || OutOfLine(table, cell.Line, value, history) is null
        let season = Season.Of(table, cell.Line)
        let expected = season.OutOfIt(value, history, name => table.Parameter(RuleTexts.YearJump, name), cell.Line.Decimals)
        where expected is not null
        let typical = Shown.Rounded(cell.Line, Median(season.Values))
        select RuleTexts.YearJump.At(table.PlaceOf(cell), Shown.Cell(cell), expected, value - typical, new Word("column", cell.Column.Title),
            new Word("periods", season.InWords, season.InEnglish), new Word("typical", Shown.Number(typical)));

    static IEnumerable<MatchedCell> Judged(CheckedTable table) => table.Period.Kind is not (PeriodKind.month or PeriodKind.quarter) ? []
        : table.OwnCells(Basis.in_period).Where(cell => table.Number(cell.Line, cell.Column) >= 0);

    static string? OutOfLine(CheckedTable table, FormLine line, decimal value, IReadOnlyList<decimal> history) =>
        OutOfLine(value, history, name => table.Now.IsNil && name == "steady" ? Math.Min(SteadyOfNil, table.Parameter(RuleTexts.MonthJump, name)) : table.Parameter(RuleTexts.MonthJump, name),
            line.Decimals, table.Now.Stocks.Contains(line.Element));

    /// <summary>The condition that would pass; null where the value does, or where too little is held to say.</summary>
    /// <param name="decimals">Of the line: what is said to pass is a figure that it takes.</param>
    /// <param name="isStock">It stands at the end of the period: it does not fall away as a quiet month's flow does.</param>
    internal static string? OutOfLine(decimal value, IReadOnlyList<decimal> history, Func<string, decimal> parameter, int decimals = 4, bool isStock = false)
    {
        if (history.Count == 0 || history.Count < parameter("least_periods")) return null;
        var (typical, least, most, steady) = (Median(history), history.Min(), history.Max(), parameter("steady"));
        // Twice the highest covers last year's same season, and series of bursts between zeros.
        var highest = Math.Max(parameter("highest") * most, typical == 0 ? 20 * steady : Math.Max(parameter("times") * typical, typical + steady));
        if (value > highest) return $"≤ {Shown.Number(Shown.Below(highest, decimals))}";
        // Of a flow, below a thousandth only a change of unit explains it; nought is asked about where nothing like it was held. A stock that
        // has lost a digit is far below its lowest of a year.
        var floor = typical >= 1000 ? typical / 1000 : 0;
        if (isStock && least - (least / parameter("times")) > steady) floor = Math.Max(floor, least / parameter("times"));
        return value <= floor && (value > 0 || least > steady) ? $"> {Shown.Number(Shown.Below(floor, decimals))}" : null;
    }

    internal static decimal Median(IReadOnlyList<decimal> values)
    {
        List<decimal> ordered = [.. values.Order()];
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }
}

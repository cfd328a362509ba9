using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>
/// A department's figure of the district against the sum of its units. Judged of the period alone: a difference in one month would
/// else be told again in every sum through the year.
/// </summary>
static class SumRules
{
    public static IEnumerable<Finding> SumDiffers(CheckedTable table) =>
        from cell in table.OwnCells(Basis.in_period)
        let stated = CheckedTable.Number(cell)
        where stated is not null
        let sum = table.Held.Units?.Of(table.Unit, cell.Line, Basis.in_period, table.Period)
        where sum is not null
        let allowed = table.Parameter(RuleTexts.SumDiffers, "slack") + table.Parameter(RuleTexts.SumDiffers, "halves") * sum.Units * Rounding(cell) / 2
        where Math.Abs(stated.Value - sum.Value) > allowed
        select RuleTexts.SumDiffers.At(table.PlaceOf(cell), Shown.Cell(cell), Shown.Number(sum.Value), stated - sum.Value,
            new Word("column", cell.Column.Title), new Word("period", table.Period.InWords(), table.Period.ToString()), new Word("sum", Shown.Number(sum.Value)),
            new Word("count", Shown.Number(sum.Units)), new Word("tolerance", Shown.Number(allowed)));

    /// <summary>What one in the last digit is worth, in the line's unit: 100 for 1.23 written in 万人; 0 for people counted one by one, which nobody rounds.</summary>
    static decimal Rounding(MatchedCell cell)
    {
        var (written, read) = (cell.Source.Value ?? 0, cell.Value ?? 0);
        var scale = written == 0 ? 1 : read / written;
        var digit = Math.Max(Power(cell.Line.Decimals), scale * Power(DecimalsOf(written)));
        return cell.Line.Decimals <= 0 && digit <= 1 ? 0 : digit;
    }

    static int DecimalsOf(decimal value) => Math.Clamp((int)(Figures.Plain(value) ?? 0).Scale, 0, 8);

    static decimal Power(int decimals) => new(1, 0, 0, false, (byte)Math.Clamp(decimals, 0, 8));
}

using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Templates;

/// <summary>What a unit stands by, found as the rules find it: a figure that a template brings along is the one the sheet is held against.</summary>
sealed class HeldFigures(OrgUnit unit, IReadOnlyList<Observation> observations)
{
    readonly StatedFigures figures = new(observations);

    public decimal? Value(FormLine line, Basis basis, Period period) => figures.Of(unit, line, basis, period);

    /// <summary>A quoted column's figure (上年同期).</summary>
    public decimal? Quoted(FormLine line, FormColumn column, Period sheet) =>
        Through(line, column.Basis, column.PeriodOn(sheet).YearsBack(column.YearsBack));

    /// <summary>What the period before this one left: its own figure, or the year's sum through it; null in a year's first period for a sum.</summary>
    public decimal? Before(FormLine line, Basis basis, Period sheet) =>
        sheet.Next(-1) is var before && basis == Basis.year_to_date && IsFirst(sheet) ? null : Through(line, basis, before);

    public static bool IsFirst(Period period) => period.Next(-1).Start.Year != period.Start.Year;

    decimal? Through(FormLine line, Basis basis, Period period) =>
        Value(line, basis, period) ?? (basis == Basis.year_to_date ? Sum(line, period) : null);

    decimal? Sum(FormLine line, Period through)
    {
        decimal? sum = 0m;
        for (var period = through; sum is not null && period.Start.Year == through.Start.Year; period = period.Next(-1)) sum += Value(line, Basis.in_period, period);
        return sum;
    }
}

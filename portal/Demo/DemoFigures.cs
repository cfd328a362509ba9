using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>
/// The true figures of one district, made up from a seed: for any unit, line and period, of any year, the same whenever asked.
/// Parts never exceed wholes; cumulative figures are the running sums of the months; who measures the district says what its units add up to.
/// </summary>
sealed class DemoFigures
{
    // One in so many months a department counts a few more than the townships do.
    const int MonthsPerDifference = 14;

    readonly Catalog catalog;
    readonly string district;
    readonly int seed;
    readonly UnitSeries units;
    readonly DepartmentSeries departments;
    readonly HashSet<string> toldByUnits;

    public DemoFigures(Catalog catalog, string district, int seed)
    {
        (this.catalog, this.district, this.seed) = (catalog, district, seed);
        Form[] monthly = [.. catalog.Forms.Where(form => form.District == district && form.Period == PeriodKind.month)];
        (units, departments) = (new(catalog, district, monthly, seed), new(catalog, district, seed));
        var roles = units.Units.Select(unit => unit.Role).ToHashSet();
        toldByUnits = [.. monthly.SelectMany(form => form.Obligations.Where(obligation => roles.Contains(obligation.Role))
            .SelectMany(obligation => form.Lines.Where(line => obligation.Owes(line.Number)))).Select(line => line.Element)];
    }

    public IReadOnlyList<OrgUnit> Units => units.Units;

    /// <summary>What a cell of the form should say; null where the line does not fill the column or the unit does not owe the line.</summary>
    public Entry? Cell(OrgUnit reporter, Form form, FormLine line, FormColumn column, Period period)
    {
        if (!line.Fills(column.Id) || form.SentBy(reporter)?.Owes(line.Number) != true) return null;
        var of = column.PeriodOn(period).YearsBack(column.YearsBack);
        if (period.Kind == PeriodKind.plan && reporter.Measures != reporter.Code) return DemoHistory.Entry(district, line.Element, of);
        if (of.Kind == PeriodKind.plan || period.Kind == PeriodKind.plan && of.Start.Year < DemoPlan.First.Start.Year - 1) return null;
        var value = of.Kind == PeriodKind.month ? Until(reporter, line, column.Basis, of)
            : reporter.Role == DemoNotices.Role ? DemoNotices.Value(district, line.Element, of.Start.Year)
            : Year(reporter, line, of.Start.Year);
        return value is null ? null : Entry.Of(Warehouse.Figures.Round(value.Value, Math.Clamp(line.Decimals, 0, 4)));
    }

    /// <summary>One month of one line: a unit's own figure, or the district's for who measures the district.</summary>
    public decimal Month(OrgUnit reporter, FormLine line, Period month)
    {
        var element = catalog.ElementIn(line.Element, month.Start.Year);
        return reporter.Measures == reporter.Code ? units.Month(reporter, element, line.Breakdown, month)
            : toldByUnits.Contains(element.Id) ? District(reporter, element, line.Breakdown, month)
            : departments.Month(element, line.Breakdown, month);
    }

    decimal Until(OrgUnit reporter, FormLine line, Basis basis, Period month) => basis == Basis.in_period || IsStock(line, month)
        ? Month(reporter, line, month)
        : MonthsUntil(basis, month).Sum(each => Month(reporter, line, each));

    decimal Year(OrgUnit reporter, FormLine line, int year) => IsStock(line, Period.Month(year, 12))
        ? Month(reporter, line, Period.Month(year, 12))
        : Enumerable.Range(1, 12).Sum(month => Month(reporter, line, Period.Month(year, month)));

    /// <summary>What the units add up to, and what the department knows besides.</summary>
    decimal District(OrgUnit reporter, Element element, string breakdown, Period month)
    {
        var sum = units.Sum(element, breakdown, month);
        if (element.Rollup == Rollup.reported)
            // 区本级 of a stock: who is registered with the district itself. Of a flow of people: who came in two townships is one person.
            return element.Kind == ElementKind.flow ? Math.Floor(sum * 0.97m) : breakdown == Breakdown.Total ? sum + 170 : sum;
        return sum + More(reporter, element, breakdown, month, sum);
    }

    /// <summary>How many a department counts besides what the units add up to, although its figure should be their sum; it has its reason.</summary>
    public decimal More(OrgUnit reporter, FormLine line, Period month) =>
        reporter.Measures == reporter.Code || month.Kind != PeriodKind.month || !toldByUnits.Contains(line.Element) ? 0
        : catalog.ElementIn(line.Element, month.Start.Year) is var element ? More(reporter, element, line.Breakdown, month, units.Sum(element, line.Breakdown, month)) : 0;

    int More(OrgUnit reporter, Element element, string breakdown, Period month, decimal sum) =>
        sum == 0 || element.Rollup == Rollup.reported || element.Authority.GetValueOrDefault(OrgUnitKind.district) == reporter.Role || breakdown != Breakdown.Total
            || DemoProfiles.Of(district, element).Of is not null ? 0 : Difference(element.Id, month);

    int Difference(string element, Period month)
    {
        var random = DemoRandom.For(seed, "difference", district, element, $"{month}");
        return random.Between(1, MonthsPerDifference) == 1 ? random.Between(1, 3) : 0;
    }

    IEnumerable<Period> MonthsUntil(Basis basis, Period month)
    {
        var firstYear = basis == Basis.year_to_date ? month.Start.Year
            : catalog.PlansOf(district, month.Start.Year).FirstOrDefault()
                ?.FirstYear ?? month.Start.Year;
        for (var each = Period.Month(firstYear, 1); each <= month; each = each.Next()) yield return each;
    }

    bool IsStock(FormLine line, Period month) => catalog.ElementIn(line.Element, month.Start.Year).Kind == ElementKind.stock;
}

using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>What only departments know: the district's figure as such, month by month.</summary>
sealed class DepartmentSeries(Catalog catalog, string district, int seed)
{
    readonly Dictionary<(string Element, int Year), decimal[]> years = [];

    public decimal Month(Element element, string breakdown, Period month)
    {
        var whole = Of(element, month.Start.Year)[month.Start.Month - 1];
        return breakdown == Breakdown.Total ? whole
            : Math.Floor(whole * (decimal)(DemoProfiles.PartShare(district, element.Id, breakdown) ?? DemoRandom.For(seed, "part", breakdown).Between(0.25, 0.48)));
    }

    decimal[] Of(Element element, int year) => years.TryGetValue((element.Id, year), out var known) ? known : years[(element.Id, year)] = Made(element, year);

    decimal[] Made(Element element, int year)
    {
        var profile = DemoProfiles.Of(district, element);
        if (profile.Of is { } whole)
            return [.. UnitSeries.Shared([.. Of(catalog.ElementIn(whole, year), year).Select(value => (int)value)], profile.Factor(year), element.Kind).Select(value => (decimal)value)];
        if (profile.SetYearly) return [.. Months(year).Select(_ => Figures.Round((decimal)(profile.Level * profile.Factor(year)), 2))];
        return element.Kind == ElementKind.flow
            ? [.. Apportioned.Among((int)Math.Round(profile.Level * profile.Factor(year)), DemoScale.MonthShares(district, element.Id, year, seed)).Select(value => (decimal)value)]
            : [.. Months(year).Select(month => (decimal)(DemoProfiles.OnceOnly(district, element.Id, month) ?? (int)Math.Round(profile.LevelAt(month.Start))))];
    }

    static IEnumerable<Period> Months(int year) => Enumerable.Range(1, 12).Select(month => Period.Month(year, month));
}

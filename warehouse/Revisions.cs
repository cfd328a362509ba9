using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>
/// The figures of a period that moved between two loads, among those that a report of the period shows: of its last month those of the
/// district and all units, of its earlier months the district's, and of the year before the same month.
/// </summary>
public static class Revisions
{
    /// <param name="unit">Only the district's and this unit's; null: of all units.</param>
    public static IReadOnlyList<Revision> Between(
        MartQueries marts, Catalog catalog, string district, Period period, long fromLoad, long toLoad, string? unit = null)
    {
        if (toLoad <= fromLoad) return [];
        var units = catalog.OrgUnits.Index().GroupBy(each => each.Item.Code).ToDictionary(each => each.Key, each => each.First().Index);
        var indicators = catalog.Indicators.Index().GroupBy(each => each.Item.Id).ToDictionary(each => each.Key, each => each.First().Index);
        return
        [
            .. Enumerable.Range(period.Start.Year - 1, period.End.Year - period.Start.Year + 2)
                .SelectMany(year => OfYear(marts, district, period, year, fromLoad, toLoad))
                .Where(moved => unit is null || moved.OrgUnit == unit || moved.OrgUnit == district)
                .OrderByDescending(moved => moved.Year).ThenBy(moved => indicators.GetValueOrDefault(moved.Indicator, int.MaxValue)).ThenBy(moved => moved.Indicator, StringComparer.Ordinal)
                .ThenByDescending(moved => moved.OrgUnit == district).ThenBy(moved => units.GetValueOrDefault(moved.OrgUnit, int.MaxValue))
                .ThenBy(moved => moved.OrgUnit, StringComparer.Ordinal).ThenBy(moved => moved.Through),
        ];
    }

    static IEnumerable<Revision> OfYear(MartQueries marts, string district, Period period, int year, long fromLoad, long toLoad)
    {
        var (before, after) = (Shown(marts, district, period, year, fromLoad), Shown(marts, district, period, year, toLoad));
        var moved = before.Keys.Union(after.Keys).Where(key => IsMoved(before.GetValueOrDefault(key), after.GetValueOrDefault(key))).ToList();
        if (moved.Count == 0) return [];
        var causes = marts.RevisionCauses(district, year, fromLoad, toLoad).ToLookup(cause => cause.Indicator);
        return moved.Select(key => new Revision(key.OrgUnit, key.Indicator, year, key.Through, before.GetValueOrDefault(key), after.GetValueOrDefault(key),
            Behind(causes, district, key.OrgUnit, key.Indicator, new(year, key.Through, 1))));
    }

    static Dictionary<(string OrgUnit, string Indicator, int Through), IndicatorYear> Shown(MartQueries marts, string district, Period period, int year, long asOf) =>
        marts.IndicatorYears(district, year, asOf)
            .Where(figure => figure.Through == period.End.Month || (year == period.End.Year && figure.OrgUnit == district && figure.Through < period.End.Month))
            .GroupBy(figure => (figure.OrgUnit, figure.Indicator, figure.Through)).ToDictionary(same => same.Key, same => same.MaxBy(figure => figure.IndicatorVersion)!);

    // The same number that more units now stand behind is no other figure, nor is one that is still not there.
    static bool IsMoved(IndicatorYear? before, IndicatorYear? after)
    {
        var (old, now) = (Told(before), Told(after));
        return old is null && now is null ? false : old != now;
    }

    static (decimal? Numerator, decimal? Denominator, Bound Bound)? Told(IndicatorYear? figure) =>
        figure?.Value() is null ? null : (Figures.Plain(figure.Numerator), Figures.Plain(figure.Denominator), figure.Bound);

    // What moved the breakdown itself, else what moved its parts, else the definitions. A district's figure moves with those of its units.
    static List<RevisionCause> Behind(ILookup<string, RevisionCause> causes, string district, string orgUnit, string indicator, DateOnly through)
    {
        var near = causes[indicator].Where(cause => (cause.OrgUnit == orgUnit || orgUnit == district) && cause.FirstPeriod <= through).ToList();
        var exact = near.Where(cause => cause.IsExact).ToList();
        return exact.Count > 0 ? exact : near.Count > 0 ? near : [.. causes[""]];
    }
}

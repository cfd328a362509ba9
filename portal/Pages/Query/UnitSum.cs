using Reporting.Portal.Commands;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>What the units of a table add up to beside the district's own figure, which is not always their sum: one column for each year of the table.</summary>
/// <param name="Who">Who states the district's figure; null where it is rolled up from the units.</param>
sealed record UnitSum(IReadOnlyList<UnitSumColumn> Columns, string? Who)
{
    /// <summary>Null where adding up means nothing (a ratio, a lowest month, several parts of a whole) or no unit below the district has a figure.</summary>
    public static UnitSum? Of(Catalog catalog, District district, IReadOnlyList<FigureRow> figures)
    {
        if (figures.DistinctBy(figure => (figure.Breakdown, figure.Rule)).Count() != 1) return null;
        var years = figures.GroupBy(figure => (figure.Year, figure.Through)).OrderBy(year => year.Key).Select(year => year.ToList()).ToList();
        var columns = years.Select(year => Column(catalog, district, year)).ToList();
        if (columns.All(column => column.Sum is null)) return null;
        var roles = years.Where((_, index) => columns[index].StandsApart).SelectMany(year => Terms(catalog, year[0]))
            .Select(term => term.Element?.Authority.GetValueOrDefault(OrgUnitKind.district)).OfType<string>().ToHashSet();
        var who = catalog.OrgUnits.Where(unit => unit.District == district.Code && roles.Contains(unit.Role)).Select(unit => unit.Name).Distinct().ToList();
        return new(columns, who.Count == 0 ? null : string.Join('、', who));
    }

    /// <summary>Whether the district's figure stands apart from the sum anywhere.</summary>
    public bool StandsApart => Columns.Any(column => column.StandsApart);

    static UnitSumColumn Column(Catalog catalog, District district, List<FigureRow> year)
    {
        var (january, month, terms) = (new DateOnly(year[0].Year, 1, 1), new DateOnly(year[0].Year, year[0].Through, 1), Terms(catalog, year[0]));
        if (terms.Count == 0 || !terms.All(term => term.Time is TimeRule.sum or TimeRule.first or TimeRule.last && term.Element is { Rollup: not Rollup.none })) return new(null, null, 0);
        // What flowed until a unit ended is part of the year; a level of it at a month's end is not, once another has gone on with it.
        var end = month.AddMonths(1).AddDays(-1);
        var (from, to) = (terms.Any(term => term.Time == TimeRule.last) ? end : january, terms.Any(term => term.Time == TimeRule.first) ? january.AddDays(30) : end);
        var parts = year.Where(figure => catalog.OrgUnits.Any(unit => unit.Code == figure.Org && unit.District == district.Code && unit is { Counts: true, Kind: OrgUnitKind.township or OrgUnitKind.park } && unit.ValidFrom <= to && !(unit.ValidTo < from))).ToList();
        decimal? sum = parts.Exists(figure => figure.Value is not null) ? parts.Sum(figure => figure.Value ?? 0) : null;
        return new(sum, year.FirstOrDefault(figure => figure.Org == district.Code)?.Value - sum, parts.Count(figure => figure.Value is null));
    }

    // A ratio has no terms that add up.
    static List<(TimeRule Time, Element? Element)> Terms(Catalog catalog, FigureRow figure)
    {
        var on = new DateOnly(figure.Year, figure.Through, 1);
        if (figure is { Element: { } element, Rule: { } rule }) return [(rule, catalog.Element(element, on))];
        var definition = figure.Indicator is { } id ? catalog.Indicator(id, new(figure.Year, 1, 1)) : null;
        return definition is { IsRatio: false } ? [.. definition.Numerator.Select(term => (term.Time, catalog.Element(term.Element, on)))] : [];
    }
}

/// <param name="Sum">Of the units that are part of the district's sum; null where none has a figure, or where it would mean nothing.</param>
/// <param name="Residual">The district's own figure less that sum; null where either is not there.</param>
/// <param name="Without">Units among them that have no figure.</param>
sealed record UnitSumColumn(decimal? Sum, decimal? Residual, int Without)
{
    public bool StandsApart => Residual is not (null or 0);
}

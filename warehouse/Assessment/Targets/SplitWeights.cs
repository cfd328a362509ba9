using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Targets;

/// <summary>What the units of a year weigh in a split.</summary>
/// <param name="Weights">By unit code.</param>
/// <param name="Silent">Units that should have a weight and have none; a split waits for them rather than give them nothing unsaid.</param>
/// <param name="Undivided">Former units whose figures nobody has said how to divide among those that went on with them.</param>
public sealed record SplitWeights(IReadOnlyDictionary<string, decimal> Weights, IReadOnlyList<string> Silent, IReadOnlyList<string> Undivided)
{
    /// <summary>Units that count in the district at the end of a year: those who can still answer for the year's target.</summary>
    public static IReadOnlyList<OrgUnit> UnitsOf(Catalog catalog, string district, int year) =>
    [
        .. catalog.OrgUnits.Where(unit => unit.District == district && unit.Counts && unit.Measures == unit.Code && unit.Kind is OrgUnitKind.township or OrgUnitKind.park
                && unit.IsValidOn(new(year, 12, 31)))
            .OrderBy(unit => unit.Code, StringComparer.Ordinal),
    ];

    /// <summary>Last year's figures, those of units that have since ended under whoever went on with them.</summary>
    /// <param name="figures">Of the indicator at one month-end of last year, of all units.</param>
    public static SplitWeights OfFigures(Catalog catalog, IReadOnlyList<OrgUnit> units, IReadOnlyList<IndicatorYear> figures)
    {
        var (weights, undivided) = (new Dictionary<string, decimal>(), new List<string>());
        foreach (var figure in figures.Where(figure => figure.Value() is not null))
            foreach (var (unit, share) in Heirs(catalog, figure.OrgUnit, units.Select(unit => unit.Code).ToHashSet(), 1, undivided))
                weights[unit] = weights.GetValueOrDefault(unit) + figure.Value()!.Value * share;
        var owing = figures.Where(figure => figure.State is FigureState.not_reported && figure.Owed > 0).Select(figure => figure.OrgUnit);
        return new(weights, [.. owing.Where(unit => units.Any(one => one.Code == unit) && !weights.ContainsKey(unit))], undivided);
    }

    public static SplitWeights OfPopulation(IReadOnlyList<OrgUnit> units) => new(
        units.Where(unit => unit.Population is not null).ToDictionary(unit => unit.Code, unit => (decimal)unit.Population!.People),
        [.. units.Where(unit => unit.Population is null).Select(unit => unit.Code)], []);

    static IEnumerable<(string Unit, decimal Share)> Heirs(Catalog catalog, string code, IReadOnlySet<string> units, decimal share, List<string> undivided)
    {
        if (units.Contains(code)) return [(code, share)];
        var heirs = catalog.OrgUnits.Where(unit => unit.Code == code).SelectMany(unit => unit.Successors).ToList();
        if (heirs.Count > 1 && heirs.Any(heir => heir.Share is null))
        {
            undivided.Add(code);
            return [];
        }
        // A unit that merely does not count (the district itself, a park inside a township) has no heirs and no weight.
        return heirs.SelectMany(heir => Heirs(catalog, heir.Code, units, share * (heir.Share ?? 1), undivided));
    }
}

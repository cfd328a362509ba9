using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>By what units are ranked: by their own numbers, a rate by itself, else by the change since the year before, which size does not decide.</summary>
enum RankedBy { attainment, rate, change }

/// <param name="Place">Equal values, as printed, share a place.</param>
sealed record RankedUnit(OrgUnit Unit, int Place, decimal Value);

/// <summary>名次 of the units that count in the district, in one promise. A unit that ended, or of which the value cannot be told, has none.</summary>
sealed record Ranking(Promise Promise, RankedBy By, IReadOnlyList<RankedUnit> Units)
{
    /// <summary>Fewer are no ranking.</summary>
    const int Fewest = 3;

    public bool Exists => Units.Count >= Fewest;

    public string Word => By switch { RankedBy.attainment => "完成率", RankedBy.rate => "比率", _ => "同比" };

    public int? PlaceOf(string orgUnit) => Exists ? Units.FirstOrDefault(unit => unit.Unit.Code == orgUnit)?.Place : null;

    public string Format => By == RankedBy.change ? "+0.0%;-0.0%;0.0%" : By == RankedBy.rate && Promise.Indicator!.Unit != "%" ? "0.00" : "0.0%";

    /// <summary>As it stands in cells and sentences.</summary>
    public Number Cell(decimal value, MonthlyFacts facts, OrgUnit unit) =>
        new(value, Format) { Of = new(unit.Code, Promise.Indicator!.Id, facts.Year, facts.Month) };

    public static Ranking Of(MonthlyFacts facts, Promise promise)
    {
        var units = facts.Units.Where(unit => unit.Counts && !(unit.ValidTo < facts.Content.Period.End)).ToList();
        var attained = Ranked(promise, RankedBy.attainment, units, unit => Rounded(facts.StandingOf(unit.Code, promise.Standing.Id)?.Attainment), isDownward: false);
        if (attained.Exists || promise.Indicator is not { } indicator) return attained;
        return indicator.IsRatio
            ? Ranked(promise, RankedBy.rate, units, unit => Rounded(facts.Figure(unit.Code, indicator.Id)?.Value()), promise.IsDownward)
            : Ranked(promise, RankedBy.change, units, unit => IsAnother(facts, unit) ? null : Rounded(YearOnYear.Change(facts.Figure(unit.Code, indicator.Id), facts.YearBefore(indicator.Id, unit.Code), false)), promise.IsDownward);
    }

    static Ranking Ranked(Promise promise, RankedBy by, List<OrgUnit> units, Func<OrgUnit, decimal?> value, bool isDownward)
    {
        var known = units.Select(unit => (Unit: unit, Value: value(unit))).Where(one => one.Value is not null).Select(one => (one.Unit, Value: one.Value!.Value)).ToList();
        var ordered = (isDownward ? known.OrderBy(one => one.Value) : known.OrderByDescending(one => one.Value)).ThenBy(one => one.Unit.Code, StringComparer.Ordinal).ToList();
        return new(promise, by, [.. ordered.Select(one => new RankedUnit(one.Unit, 1 + known.Count(other => isDownward ? other.Value < one.Value : other.Value > one.Value), one.Value))]);
    }

    /// <summary>A unit that took another in since the year before began is compared with something else.</summary>
    static bool IsAnother(MonthlyFacts facts, OrgUnit unit) => facts.Content.District.Units
        .Any(one => one.ValidTo >= new DateOnly(facts.Year - 1, 1, 1) && one.Successors.Any(next => next.Code == unit.Code));

    static decimal? Rounded(decimal? value) => value is { } some ? Figures.Round(some, 3) : null;
}

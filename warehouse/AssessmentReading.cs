using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>Gathers what a plan's commitments are judged by, all of it as of one load.</summary>
public static class AssessmentReading
{
    public static Evidence Evidence(MartQueries marts, Catalog catalog, Plan plan, string orgUnit, long asOf)
    {
        IReadOnlyList<DateOnly> changes = orgUnit == plan.District ? [] : [.. Changes(catalog, orgUnit)];
        return Read(marts, catalog, plan, orgUnit, null, asOf) with
        {
            OrgUnit = orgUnit,
            Changes = changes,
            Bridged = BaseYears.Bridged(marts, plan, plan.FirstYear, plan.LastYear, new() { [orgUnit] = changes }, asOf),
        };
    }

    /// <summary>
    /// The evidence of a district and of all its units, read in one go: the district first, then those that were there in the year, by code. Of years
    /// before the last it holds the units' year-ends only: it is for judging that year.
    /// </summary>
    /// <param name="monthsFrom">First year of which the units' month-ends are wanted too: to foresee an end takes the years before (<see cref="Assessment.Landing.Landings"/>).</param>
    public static IReadOnlyList<Evidence> EvidenceOfUnits(MartQueries marts, Catalog catalog, Plan plan, int year, long asOf, int? monthsFrom = null)
    {
        var units = Units(catalog, plan.District, year);
        var changes = units.ToDictionary(unit => unit, unit => (IReadOnlyList<DateOnly>)[.. Changes(catalog, unit)]);
        var district = Read(marts, catalog, plan, null, monthsFrom ?? year - 1, asOf) with { Bridged = BaseYears.Bridged(marts, plan, year, year, changes, asOf) };
        return [district, .. units.Select(unit => district with { OrgUnit = unit, Changes = changes[unit] })];
    }

    /// <summary>How a district and all its units stand in one year of the plans that cover it.</summary>
    /// <param name="through">Last month that counts; null: as far as the year has come.</param>
    /// <returns>The district first, then its units in code order.</returns>
    public static IReadOnlyList<Standing> Standings(MartQueries marts, Catalog catalog, string district, int year, int? through, Load asOf) =>
        UnitStandings.Of(Judged(marts, catalog, district, year, asOf), OfYear(marts, district, year, through, asOf), year);

    /// <summary>The same at each month of the year up to the last that counts, out of one reading.</summary>
    public static IReadOnlyList<MonthStandings> StandingsByMonth(MartQueries marts, Catalog catalog, string district, int year, int? through, Load asOf) =>
        UnitStandings.ByMonth(Judged(marts, catalog, district, year, asOf), OfYear(marts, district, year, through, asOf), isAsked: through is not null, year);

    static IReadOnlyList<(Plan, IReadOnlyList<Evidence>)> Judged(MartQueries marts, Catalog catalog, string district, int year, Load asOf) =>
    [
        .. catalog.PlansOf(district, year)
            .Select(plan => (plan, EvidenceOfUnits(marts, catalog, plan, year, asOf.LoadId))),
    ];

    /// <summary>Units below a district whose own figures are told, that were there in a year, by code; departments speak for the district.</summary>
    public static IReadOnlyList<string> Units(Catalog catalog, string district, int year) =>
    [
        .. catalog.OrgUnits.Where(unit => unit.District == district && unit.Kind is OrgUnitKind.township or OrgUnitKind.park && unit.Measures == unit.Code
                && unit.ValidFrom <= new DateOnly(year, 12, 31) && !(unit.ValidTo < new DateOnly(year, 1, 1)))
            .Select(unit => unit.Code).Distinct().Order(StringComparer.Ordinal),
    ];

    // Of the district with one unit; without one, of the district and all of them. Of indicators only those that the plan speaks of.
    static Evidence Read(MartQueries marts, Catalog catalog, Plan plan, string? orgUnit, int? monthsFrom, long asOf)
    {
        var indicators = plan.Commitments.SelectMany(commitment => new[] { commitment.Indicator, commitment.Benchmark }).OfType<string>().ToHashSet();
        var first = plan.Commitments.Select(commitment => commitment.BaseYear).OfType<int>().Append(plan.FirstYear - 1).Min();
        return new(plan.District, plan.District, catalog.Indicators, catalog.Elements,
            marts.IndicatorYearRange(plan.District, orgUnit, indicators, first, plan.LastYear, monthsFrom ?? first, asOf),
            marts.StatedFigures(plan.District, orgUnit, new(first, 1, 1), new(plan.LastYear, 12, 31), asOf),
            marts.TargetDecisions(asOf, plan.Id), marts.MilestoneStates(asOf, plan.Id))
        {
            Issues = marts.TargetIssues(asOf, plan.Id), Curves = marts.TargetCurves(asOf, plan.Id), Verdicts = marts.TaskVerdicts(asOf, plan.Id),
            Names = catalog.OrgUnits.Where(unit => unit.District == plan.District).GroupBy(unit => unit.Code).ToDictionary(unit => unit.Key, unit => unit.Last().Name),
        };
    }

    // A merger inside the district leaves the district what it was.
    static IEnumerable<DateOnly> Changes(Catalog catalog, string orgUnit) =>
        from unit in catalog.OrgUnits
        where unit.ValidTo is not null && unit.Successors.Any(next => next.Code == orgUnit || unit.Code == orgUnit)
        select unit.ValidTo!.Value.AddDays(1);

    /// <summary>Up to where one year is judged: the month asked for, else the end of a past year (or of reporting in it), else the latest month with data.</summary>
    public static Horizon OfYear(MartQueries marts, string district, int year, int? through, Load asOf)
    {
        var today = ShanghaiTime.DateOf(asOf.CommittedAt);
        return new(year, through ?? (year < today.Year ? LastMonth(marts, district, year, asOf.LoadId) : marts.LatestMonth(district, year, asOf.LoadId) ?? Math.Max(1, today.Month - 1)), today);
    }

    // Years after reporting ended are no years without anything; a plan of which only whole figures are held is judged at its end.
    static int LastReported(MartQueries marts, Plan plan, int last, long asOf)
    {
        for (var year = last; year >= plan.FirstYear; year--)
            if (marts.LatestMonth(plan.District, year, asOf) is not null || marts.LatestOwedMonth(plan.District, year, asOf) is not null) return year;
        return last;
    }

    // A past year is judged whole, unless reporting ended in the middle of it: months that nobody owed are not months without anything.
    static int LastMonth(MartQueries marts, string district, int year, long asOf) =>
        Math.Max(marts.LatestMonth(district, year, asOf) ?? 0, marts.LatestOwedMonth(district, year, asOf) ?? 0) is > 0 and var month ? month : 12;

    /// <summary>Up to where a whole plan is judged: its end once that is past, else the latest month with data.</summary>
    public static Horizon OfPlan(MartQueries marts, Plan plan, int? through, Load asOf)
    {
        var year = LastReported(marts, plan, Math.Clamp(ShanghaiTime.DateOf(asOf.CommittedAt).Year, plan.FirstYear - 1, plan.LastYear), asOf.LoadId);
        // In January the year that has just begun has no figures yet: the plan stands where the last one ended.
        if (year > plan.FirstYear && through is null && OfYear(marts, plan.District, year, null, asOf) is { } current
            && current.Today.Year == year && marts.LatestMonth(plan.District, year, asOf.LoadId) is null) return current with { Year = year - 1, Through = 12 };
        return OfYear(marts, plan.District, year, through, asOf);
    }
}

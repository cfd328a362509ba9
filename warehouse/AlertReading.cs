using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>Gathers what a district's lights are made of, all of it as of one load and in one reading for all months.</summary>
public static class AlertReading
{
    /// <param name="through">Last month that counts; null: as far as the year has come.</param>
    public static AlertInput Input(MartQueries marts, Catalog catalog, string district, int year, int? through, Load asOf) => new(
        district, year, LightTable.Of(catalog, district),
        [.. catalog.PlansOf(district, year)],
        AssessmentReading.StandingsByMonth(marts, catalog, district, year, through, asOf),
        catalog.OrgUnits.Where(unit => unit.District == district && unit is { Counts: true, Kind: OrgUnitKind.township or OrgUnitKind.park }).Select(unit => unit.Code).ToHashSet(),
        marts.Acknowledgements(district, asOf.LoadId), Cases(marts, district, year, asOf));

    // What was demanded after a year was over is of a later one; until then the year's lights are those that people look at.
    static IReadOnlyList<SupervisionCase> Cases(MartQueries marts, string district, int year, Load asOf) =>
        [.. marts.Supervisions(district, asOf.LoadId).Where(one => one.Order.OpenedOn.Year <= year || year >= CurrentYear(marts, district, asOf))];

    /// <summary>Where the commitments of one unit, or of the district, will land by what stands at a month; none of which the span is over.</summary>
    public static IReadOnlyDictionary<string, Landed> Landings(MartQueries marts, Catalog catalog, string district, string orgUnit, int year, int through, Load asOf) =>
        catalog.PlansOf(district, year)
            .SelectMany(plan => Assessment.Landing.Landings.Of(plan, AssessmentReading.Evidence(marts, catalog, plan, orgUnit, asOf.LoadId), new(year, through, ShanghaiTime.DateOf(asOf.CommittedAt))))
            .ToDictionary(landed => landed.Commitment);

    /// <summary>The last year of which anything is in, or where nothing is the one before the load's: a decision of today moves no year.</summary>
    public static int CurrentYear(MartQueries marts, string district, Load asOf)
    {
        var today = ShanghaiTime.DateOf(asOf.CommittedAt).Year;
        return marts.LatestMonth(district, today, asOf.LoadId) is not null ? today : marts.LatestPeriod(district, asOf.LoadId)?.Year ?? today - 1;
    }
}

using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Reports;

/// <summary>Reads what the monthly report shows, all of it as of one load.</summary>
public static class MonthlyReading
{
    public const string Name = "monthly";

    /// <param name="stamp">Null for a draft: its only time is its load's.</param>
    public static MonthlyContent Read(OpenWarehouse warehouse, string district, Period month, Load asOf, EditionStamp? stamp, bool demo)
    {
        var (marts, year, through) = (warehouse.Marts, month.Start.Year, month.Start.Month);
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        var figures = marts.IndicatorYears(district, year, asOf.LoadId).Where(figure => figure.OrgUnit == district ? figure.Through <= through : figure.Through == through)
            .Concat(marts.IndicatorYears(district, year - 1, asOf.LoadId).Where(figure => figure.Through == through && figure.State != FigureState.not_reported));
        return new(catalog.District(district)!, month, catalog, asOf.LoadId, asOf.CommittedAt, [.. figures], marts.Targets(district, year, asOf.LoadId),
            marts.SubmissionStatus(district, new(year, 1, 1), month.End, asOf.LoadId, stamp?.IssuedAt ?? asOf.CommittedAt),
            marts.Addends(district, district, indicator: null, year, through, asOf.LoadId), stamp, demo);
    }
}

using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

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
        return new(catalog.District(district)!, month, catalog, asOf.LoadId, asOf.CommittedAt, [.. figures], Evaluations(marts, catalog, district, month, asOf),
            stamp is null ? marts.SubmissionStatusAsOf(district, new(year, 1, 1), month.End, asOf)
                : marts.SubmissionStatus(district, new(year, 1, 1), month.End, asOf.LoadId, stamp.IssuedAt),
            marts.Addends(district, district, indicator: null, year, through, asOf.LoadId), stamp, demo);
    }

    static IReadOnlyList<Evaluation> Evaluations(MartQueries marts, Catalog catalog, string district, Period month, Load asOf)
    {
        var year = month.Start.Year;
        var horizon = AssessmentReading.OfYear(marts, district, year, month.Start.Month, asOf);
        return [.. catalog.Plans.Where(plan => plan.District == district && plan.FirstYear <= year && year <= plan.LastYear)
            .SelectMany(plan => Assessor.Evaluate(plan, AssessmentReading.Evidence(marts, catalog, plan, district, asOf.LoadId), horizon, year))];
    }
}

using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>Gathers what a scheme scores by, all of it as of one load.</summary>
public static class ScoringReading
{
    /// <param name="through">Last month that counts; null: as far as the year has come.</param>
    /// <param name="standings">Given where they are at hand, or come from elsewhere; else they are read.</param>
    public static ScoringInput Input(MartQueries marts, Catalog catalog, Scheme scheme, int year, int? through, Load asOf, IReadOnlyList<Standing>? standings = null)
    {
        var horizon = AssessmentReading.OfYear(marts, scheme.District, year, through, asOf);
        return new(scheme, year, $"{year:0000}-{horizon.Through:00}",
            standings ?? AssessmentReading.Standings(marts, catalog, scheme.District, year, horizon.Through, asOf),
            Conducts(marts, scheme.District, new(year, 1, 1), horizon.End, asOf, Overdue(marts, scheme.District, new(year, 1, 1), horizon.End, asOf)),
            Units(catalog, scheme, horizon),
            [.. catalog.PlansOf(scheme.District, year).SelectMany(plan => plan.Commitments)])
        {
            Unreported =
            [
                .. marts.IndicatorYears(scheme.District, year, asOf.LoadId, through: horizon.Through)
                    .Where(figure => figure.State == FigureState.not_reported && figure.Owed > 0)
                    .Select(figure => new OwedFigure(figure.OrgUnit, figure.Indicator)),
            ],
        };
    }

    /// <summary>督办 of each unit opened in a span that are past their deadline and not done with, as of the load's day.</summary>
    static Dictionary<string, int> Overdue(MartQueries marts, string district, DateOnly from, DateOnly to, Load asOf) =>
        SupervisionCounts.Of(marts.Supervisions(district, asOf.LoadId), from, to, ShanghaiTime.DateOf(asOf.CommittedAt)).ToDictionary(unit => unit.OrgUnit, unit => unit.Overdue);

    /// <summary>Those whom a scheme scores and that stand at the end of what is judged.</summary>
    public static IReadOnlyList<OrgUnit> Units(Catalog catalog, Scheme scheme, Horizon horizon) =>
        [.. catalog.OrgUnits.Where(unit => unit.District == scheme.District && unit.IsValidOn(horizon.End) && scheme.Groups.Any(group => group.Holds(unit)))];

    /// <summary>How each unit has reported over a span. What is not in counts as missing; what only waits for the district is the unit's no more.</summary>
    public static IReadOnlyList<Conduct> Conducts(
        MartQueries marts, string district, DateOnly from, DateOnly to, Load asOf, IReadOnlyDictionary<string, int> unfinished)
    {
        var units = marts.SubmissionStatus(district, from, to, asOf.LoadId, asOf.CommittedAt).GroupBy(status => status.OrgUnit).OrderBy(unit => unit.Key, StringComparer.Ordinal).ToList();
        var corrections = marts.CorrectionsAfterLock(district, from, to, asOf.LoadId, asOf.CommittedAt).ToDictionary(unit => unit.OrgUnit, unit => unit.Times);
        return
        [
            .. units.Select(unit => new Conduct(unit.Key, unit.Count(IsDue), unit.Count(status => IsIn(status) && status.Late), unit.Sum(status => status.Returned),
                    corrections.GetValueOrDefault(unit.Key), unit.Count(status => IsDue(status) && !IsIn(status)), unfinished.GetValueOrDefault(unit.Key))),
            // Who owes no sheet can still leave a 督办 undone.
            .. unfinished.Where(unit => unit.Value > 0 && !units.Exists(reporting => reporting.Key == unit.Key)).Select(unit => new Conduct(unit.Key, 0, 0, 0, 0, 0, unit.Value)),
        ];
    }

    static bool IsIn(UnitPeriodStatus status) => status.State is "reported" or "nil" or "awaiting_review" or "set_aside";

    // What came before its day counts as due: it is on time.
    static bool IsDue(UnitPeriodStatus status) => status.State != "not_due";
}

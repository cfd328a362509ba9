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
            Conducts(marts, scheme.District, new(year, 1, 1), horizon.End, asOf, Overdue(marts, scheme.District, year, asOf)),
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

    /// <summary>
    /// 督办 of each unit that are past their deadline and not done with on the load's day, or at the end of a year that was over by then. How far
    /// figures have come has nothing to do with it; one of an earlier year that is still undone counts in this one too.
    /// </summary>
    internal static IReadOnlyDictionary<string, int> Overdue(MartQueries marts, string district, int year, Load asOf)
    {
        var (today, end) = (ShanghaiTime.DateOf(asOf.CommittedAt), new DateOnly(year, 12, 31));
        return SupervisionCounts.OverdueOn(marts.Supervisions(district, asOf.LoadId), today < end ? today : end);
    }

    /// <summary>Those whom a scheme scores and that stand at the end of what is judged.</summary>
    public static IReadOnlyList<OrgUnit> Units(Catalog catalog, Scheme scheme, Horizon horizon) =>
        [.. catalog.OrgUnits.Where(unit => unit.District == scheme.District && unit.IsValidOn(horizon.End) && scheme.Groups.Any(group => group.Holds(unit)))];

    /// <summary>How each unit has reported over a span. What is not in counts as missing; what only waits for the district is the unit's no more.</summary>
    public static IReadOnlyList<Conduct> Conducts(
        MartQueries marts, string district, DateOnly from, DateOnly to, Load asOf, IReadOnlyDictionary<string, int> unfinished)
    {
        var units = marts.SubmissionStatusAsOf(district, from, to, asOf).GroupBy(status => status.OrgUnit).OrderBy(unit => unit.Key, StringComparer.Ordinal).ToList();
        var corrections = marts.CorrectionsAfterLock(district, from, to, asOf.LoadId).ToDictionary(unit => unit.OrgUnit, unit => unit.Times);
        return
        [
            .. units.Select(unit => new Conduct(unit.Key, unit.Count(IsDue), unit.Count(status => IsIn(status) && status.Late), unit.Sum(status => status.Returned),
                    corrections.GetValueOrDefault(unit.Key), unit.Count(status => IsDue(status) && !IsIn(status)), unfinished.GetValueOrDefault(unit.Key))),
            // Who owes no sheet can still leave a 督办 undone.
            .. unfinished.Where(unit => unit.Value > 0 && !units.Exists(reporting => reporting.Key == unit.Key)).Select(unit => new Conduct(unit.Key, 0, 0, 0, 0, 0, unit.Value)),
        ];
    }

    /// <summary>The sheets behind the counts of one unit: late, not in, or sent back; by form and period.</summary>
    public static IReadOnlyList<CountedSheet> Blemishes(MartQueries marts, string district, string unit, DateOnly from, DateOnly to, Load asOf) =>
    [
        .. marts.SubmissionStatusAsOf(district, from, to, asOf).Where(status => status.OrgUnit == unit)
            .Select(status => new CountedSheet(status, IsIn(status) && status.Late, IsDue(status) && !IsIn(status))).Where(sheet => sheet.IsLate || sheet.IsMissing || sheet.Status.Returned > 0)
            .OrderBy(sheet => sheet.Status.PeriodStart).ThenBy(sheet => sheet.Status.Form, StringComparer.Ordinal),
    ];

    static bool IsIn(UnitPeriodStatus status) => status.State is "reported" or "nil" or "awaiting_review" or "set_aside";

    // What is in before its day counts with what is due: it is on time. What came early and was sent back can still come in time.
    static bool IsDue(UnitPeriodStatus status) => status.PastDue || IsIn(status);
}

/// <summary>One sheet that counts against its unit; <see cref="UnitPeriodStatus.Returned"/> says how often it was sent back.</summary>
public sealed record CountedSheet(UnitPeriodStatus Status, bool IsLate, bool IsMissing);

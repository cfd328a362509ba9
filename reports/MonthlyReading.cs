using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Marts;

namespace Reporting.Reports;

/// <summary>Reads what the monthly report shows, all of it as of one load.</summary>
public static class MonthlyReading
{
    /// <param name="withUnitMonths">The units' figures through each month too, not only through the last.</param>
    public static MonthlyContent Read(ReportAsk ask, bool withUnitMonths = false)
    {
        var (marts, catalog, asOf, month, district) = (ask.Warehouse.Marts, ask.Catalog, ask.AsOf, ask.Period, ask.District);
        var (year, through) = (month.End.Year, month.End.Month);
        var figures = marts.IndicatorYears(district, year, asOf.LoadId).Where(figure => withUnitMonths || figure.OrgUnit == district ? figure.Through <= through : figure.Through == through)
            .Concat(marts.IndicatorYears(district, year - 1, asOf.LoadId).Where(figure => figure.Through == through && figure.State != FigureState.not_reported));
        var lights = ask.Lights; // verdicts, lights and units' standings out of one reading
        var addends = marts.Addends(district, orgUnit: null, indicator: null, year, through, asOf.LoadId).ToLookup(addend => addend.FigureUnit);
        return new(ask.Cover(MonthlyReport.TitleOf(month.Kind)), catalog, [.. figures],
            [.. lights.Months[^1].Standings.Where(standing => standing.OrgUnit == district).SelectMany(standing => standing.Evaluations)],
            Submissions(ask),
            [.. addends[district]])
        {
            UnitSources = [.. addends.Where(unit => unit.Key != district).SelectMany(unit => unit)],
            Months = lights.Months,
            Alerts = Alerts.Of(lights),
            Landings = AlertReading.Landings(marts, catalog, district, district, year, through, asOf),
            Cases = [.. lights.Cases.Where(one => !one.IsClosed)],
            IsFinal = IsLocked(ask, ask.Warehouse.Reviews.Locks(ask.District, ask.AsOf.LoadId)),
        };
    }

    static IReadOnlyList<UnitPeriodStatus> Submissions(ReportAsk ask)
    {
        var (marts, from) = (ask.Warehouse.Marts, new DateOnly(ask.Period.End.Year, 1, 1));
        return ask.Stamp is null ? marts.SubmissionStatusAsOf(ask.District, from, ask.Period.End, ask.AsOf)
            : marts.SubmissionStatus(ask.District, from, ask.Period.End, ask.AsOf.LoadId, ask.Stamp.IssuedAt);
    }

    /// <summary>Whether every monthly form of the period is locked for every unit that owes it, or for the one asked about.</summary>
    internal static bool IsLocked(ReportAsk ask, IReadOnlyList<PeriodLock> locks)
    {
        var today = ShanghaiTime.DateOf(ask.AsOf.CommittedAt);
        var owed = from number in Enumerable.Range(ask.Period.Start.Month, ask.Period.End.Month - ask.Period.Start.Month + 1)
                   let month = Period.Month(ask.Period.End.Year, number)
                   from form in ask.Catalog.Forms
                   where form.District == ask.District && form.Period == PeriodKind.month && form.AppliesTo(month.Start)
                   from unit in ask.Catalog.District(ask.District)!.Units
                   where (ask.Unit is null || unit.Code == ask.Unit) && form.ObligationOf(unit.Role)?.From <= month.Start && unit.ValidFrom <= month.End && !(unit.ValidTo < month.Start)
                   select (form, unit, month);
        return locks.Count > 0 && owed.All(one => PeriodLock.IsLocked(locks, one.form, one.unit, one.month, today));
    }
}

namespace Reporting.Reports.Handbook;

/// <summary>Reads the definitions of a year and the targets of its plans, as of one load.</summary>
public static class HandbookReading
{
    public static HandbookContent Read(ReportAsk ask)
    {
        var years = ask.Catalog.PlansOf(ask.District, ask.Period.Start.Year).SelectMany(plan => Enumerable.Range(plan.FirstYear, plan.LastYear - plan.FirstYear + 1)).Distinct().Order();
        return new(ask.Cover(HandbookReport.Title), ask.Catalog,
            [.. years.SelectMany(year => ask.Warehouse.Marts.Targets(ask.District, year, ask.AsOf.LoadId)).Where(target => target.OrgUnit == ask.District)]);
    }
}

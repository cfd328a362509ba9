namespace Reporting.Reports.Filings;

/// <summary>Reads who has sent what, all of it as of one load: two questions for all units.</summary>
public static class FilingsReading
{
    public static FilingsContent Read(ReportAsk ask)
    {
        var (marts, district, asOf, end) = (ask.Warehouse.Marts, ask.District, ask.AsOf, ask.Period.End);
        var (ever, year) = (DateOnly.MinValue, new DateOnly(end.Year, 1, 1));
        return ask.Stamp is { } stamp
            ? new(ask.Cover(FilingsReport.Title), ask.Catalog, marts.SubmissionStatus(district, ever, end, asOf.LoadId, stamp.IssuedAt), marts.SheetReturns(district, year, end, asOf.LoadId, stamp.IssuedAt))
            : new(ask.Cover(FilingsReport.Title), ask.Catalog, marts.SubmissionStatusAsOf(district, ever, end, asOf), marts.SheetReturnsAsOf(district, year, end, asOf));
    }
}

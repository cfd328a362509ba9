using Reporting.Reports.Lineage;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Reviewing;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>Reads the review of the plan that covers a year, as of one load.</summary>
public static class PlanReviewReading
{
    /// <exception cref="NoReportException">No plan of the district covers the year.</exception>
    public static PlanReviewContent Read(ReportAsk ask)
    {
        var (marts, year) = (ask.Warehouse.Marts, ask.Period.Start.Year);
        var plan = ask.Catalog.PlansOf(ask.District, year).MaxBy(plan => plan.FirstYear)
            ?? throw new NoReportException($"{ask.Catalog.District(ask.District)?.Name ?? ask.District}没有覆盖 {year} 年的规划，没有可以评估的。", $"No plan of {ask.District} covers {year}; there is nothing to review.");
        var evidence = AssessmentReading.Evidence(marts, ask.Catalog, plan, plan.District, ask.AsOf.LoadId);
        return Of(ask, PlanReviewer.Of(plan, evidence, HorizonOf(marts, plan, year, ask.AsOf), isMid: year != plan.LastYear));
    }

    /// <summary>A review that was made, with the cells that its figures come from.</summary>
    public static PlanReviewContent Of(ReportAsk ask, PlanReview review)
    {
        var plan = review.Plan;
        var cover = ask.Cover("");
        var district = cover.District.Name;
        // The heading begins with the district, which a plan's name may do too: 松江区 or, for short, 松江.
        var own = ((string[])[district, district[..^1]]).FirstOrDefault(word => plan.Name.StartsWith(word, StringComparison.Ordinal)) ?? "";
        var name = plan.Name[own.Length..];
        var names = ask.Catalog.OrgUnits.Where(unit => unit.District == plan.District).GroupBy(unit => unit.Code).ToDictionary(unit => unit.Key, unit => unit.Last().Name);
        return new(cover with { Title = name + review.Title, Span = $"{plan.FirstYear}年1月—{Period.Parse(review.Through).InWords()}" }, ask.Catalog, review, names, [.. Sources(ask, review)]);
    }

    /// <summary>The last year asks for the whole plan; the year that holds the plan's middle, for the months up to it; any other for what was known of it at its end.</summary>
    internal static Horizon HorizonOf(MartQueries marts, Plan plan, int year, Load asOf)
    {
        var latest = AssessmentReading.OfPlan(marts, plan, null, asOf);
        if (year == plan.LastYear || latest.Year < year) return latest;
        return PlanReviewer.MidOf(plan, latest) is var middle && middle.Year == year ? middle : latest.Year > year ? latest with { Year = year, Through = 12 } : latest;
    }

    // Of the district, year by year: the years of a plan are judged each by itself. Who sent a sheet is nobody's to read.
    static IEnumerable<SourcedYear> Sources(ReportAsk ask, PlanReview review)
    {
        var months = review.Lines.SelectMany(line => line.Years).GroupBy(year => year.Year).ToDictionary(year => year.Key, year => year.Max(one => one.Months));
        var indicators = review.Plan.Commitments.Select(commitment => commitment.Indicator).OfType<string>().ToHashSet();
        var elements = ask.Catalog.Indicators.Where(indicator => indicators.Contains(indicator.Id)).SelectMany(indicator => indicator.Numerator.Concat(indicator.Denominator)).Select(term => term.Element).ToHashSet();
        return months.OrderBy(year => year.Key).Select(year => new SourcedYear(year.Key, year.Value,
            [.. ask.Warehouse.Marts.Addends(ask.District, ask.District, null, year.Key, year.Value, ask.AsOf.LoadId).Where(addend => elements.Contains(addend.Element)).Select(SourceSheet.WithoutPersons)]));
    }
}

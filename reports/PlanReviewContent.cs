using Reporting.Reports.Layout;
using Reporting.Reports.Lineage;
using Reporting.Warehouse.Assessment.Reviewing;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>Everything that a plan's review says. It lays out verdicts and gives none, so the same content gives the same bytes.</summary>
/// <param name="Departments">Names by code.</param>
/// <param name="Sources">What the district's figures of each year of the plan are made of.</param>
public sealed record PlanReviewContent(
    Cover Cover, Catalog Catalog, PlanReview Review, IReadOnlyDictionary<string, string> Departments, IReadOnlyList<SourcedYear> Sources)
{
    /// <summary>The figure of one year that a line goes by; null where nothing is counted.</summary>
    internal FigureRef? FigureOf(ReviewLine line, int year, int months) =>
        Review.Plan.Commitments.FirstOrDefault(one => one.Id == line.Judged.Id)?.Indicator is { } indicator ? new(Cover.District.Code, indicator, year, months) : null;

    /// <summary>That of the year by which it was judged; null where it was judged by several.</summary>
    internal FigureRef? JudgedFigureOf(ReviewLine line) =>
        line.JudgedYear is { } judged && line.Years.FirstOrDefault(year => year.Year == judged.Year) is { } held ? FigureOf(line, held.Year, held.Months) : null;
}

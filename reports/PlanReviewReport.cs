using Reporting.Reports.Drawing;
using Reporting.Reports.Layout;
using Reporting.Reports.Lineage;
using Reporting.Reports.Reviews;

namespace Reporting.Reports;

/// <summary>中期 or 期末评估 in the form of a plan's 表 1: the promises and what came of them; each year apart from all together; how each text was read.</summary>
public static class PlanReviewReport
{
    public static byte[] Render(PlanReviewContent content) => WorkbookWriter.Write(Layout(content));

    internal static WorkbookLayout Layout(PlanReviewContent content) => Heading.Book(content.Cover,
    [
        SummarySheet.Of(content), ResultsSheet.Of(content), YearsSheet.Of(content), .. content.Review.Facts.Count > 0 ? [FactsSheet.Of(content)] : Array.Empty<SheetLayout>(), ReadingsSheet.Of(content),
    ]) with
    {
        HasContents = true,
        DataTitle = Heading.Of(content.Cover, DataSheet.Name).Text,
        Sources = SourceSheet.Of(content.Cover, content.Catalog, content.Sources),
    };

    /// <summary>Above each table.</summary>
    internal static IReadOnlyList<Block> Above(PlanReviewContent content, string table) =>
    [
        Heading.Of(content.Cover, Heading.Report(content.Cover)), new Line(LineKind.subtitle, table), new Pair($"{content.Review.Plan.FirstYear}—{content.Review.Plan.LastYear} 年，截至 {content.Review.Through}", Heading.AsOf(content.Cover)),
    ];
}

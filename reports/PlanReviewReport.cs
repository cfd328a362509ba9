using Reporting.Reports.Layout;
using Reporting.Reports.Reviews;
using Reporting.Warehouse;

namespace Reporting.Reports;

/// <summary>中期 or 期末评估 in the form of a plan's 表 1: the promises and what came of them; each year apart from all together; how each text was read.</summary>
public static class PlanReviewReport
{
    public static byte[] Render(PlanReviewContent content) => WorkbookWriter.Write(new(
        $"{content.Review.Plan.Name}{content.Review.Title}", $"{content.District.Name}人力资源和社会保障局", content.Demo ? "演示数据" : "", content.LoadCommittedAt,
        [ResultsSheet.Of(content), YearsSheet.Of(content), .. content.Review.Facts.Count > 0 ? [FactsSheet.Of(content)] : Array.Empty<SheetLayout>(), ReadingsSheet.Of(content)]));

    internal static IReadOnlyList<Block> Heading(PlanReviewContent content, string table) =>
    [
        new Line(LineKind.title, $"{content.Review.Plan.Name}{content.Review.Title}{(content.Demo ? "（演示数据）" : "")}"), new Line(LineKind.subtitle, table),
        new Pair($"{content.Review.Plan.FirstYear}—{content.Review.Plan.LastYear} 年，截至 {content.Review.Through}",
            $"数据截至：{ShanghaiTime.Print(content.LoadCommittedAt)}（批次 {content.AsOfLoad}）"),
    ];
}

using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Reviewing;

namespace Reporting.Reports.Reviews;

/// <summary>文中所列结果: what the document states though nobody promised it, beside what comes out of the figures held.</summary>
static class FactsSheet
{
    public static SheetLayout Of(PlanReviewContent content)
    {
        var table = new Table(
            [new("类型", Alignment.center), new("指标名称"), new("单位", Alignment.center), new("原文"), new("系统算得"), new("核对", Alignment.center), new("位置")],
            [.. content.Review.Facts.Select(FactRow)], Dense: true);
        string Place(ReviewLine line) => content.Review.Plan.Commitments.First(one => one.Id == line.Judged.Id).Place;
        Row FactRow(ReviewLine line) => new(
        [
            line.Category, line.Name, line.Unit, line.Judged.Stated?.Words ?? FigureCells.NotApplicable, line.Result,
            line.Judged.Reproduced switch { true => "一致", false => "不一致", _ => FigureCells.NotApplicable }, Place(line),
        ]);
        return new("文中所列结果", true, [9, 28, 7, 36, 46, 8, 30],
        [
            .. PlanReviewReport.Above(content, "表 3　文中所列结果的核对"), table,
            new Line(LineKind.note, "注：这些数原文只说做成了什么，没有目标，不评估。核对按原文的单位和小数位，四舍五入后比；数没有收到、或原文没有数的，不核对。"),
        ], MostPages: 0, table, 2);
    }
}

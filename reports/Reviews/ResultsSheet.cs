using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Reviewing;

namespace Reporting.Reports.Reviews;

/// <summary>表 1: 类型, 指标名称, 单位, 目标, 完成情况, as the plans print it, with 属性 and the verdict beside.</summary>
static class ResultsSheet
{
    public static SheetLayout Of(PlanReviewContent content)
    {
        var table = new Table(
            [
                new("类型", Alignment.center), new("指标名称"), new("单位", Alignment.center), new("属性", Alignment.center), new("目标"), new("完成情况"),
                new("完成率", Alignment.right), new("时间进度", Alignment.right), new("评估"),
            ],
            [.. content.Review.Promises.Select(line => ResultRow(content, line))], WhenEmpty: "规划没有要评估的承诺", Dense: true);
        return new("完成情况", true, [9, 25, 6, 8, 28, 44, 9, 9, 20],
        [
            .. PlanReviewReport.Above(content, "表 1　主要指标完成情况"), table,
            .. Notes(content).Select(words => new Line(LineKind.note, words)),
        ], MostPages: 0, table, 2);
    }

    static Row ResultRow(PlanReviewContent content, ReviewLine line) => new(
    [
        line.Category, line.Name, line.Unit.Length > 0 ? line.Unit : FigureCells.NotApplicable, line.Strength, line.Target,
        new Words(line.Note is null ? line.Result : $"{line.Result}\n{line.Note}") { Of = content.JudgedFigureOf(line) },
        Share(line.Judged.Attainment) with { Of = content.JudgedFigureOf(line) }, Share(line.Judged.Pace is < 1 ? line.Judged.Pace : null), line.Judged.Words,
    ]);

    static Cell Share(decimal? share) => share is { } some ? FigureCells.Share(some) : FigureCells.NotApplicable;

    static IEnumerable<string> Notes(PlanReviewContent content)
    {
        yield return $"{content.Review.Summary}。";
        yield return "　　约束性目标必须完成；预期性目标按实评估；力争的目标没有达到只列示，不作未完成。没有数的一律不算完成：未报齐、待定、待下达、未到期各按其名。";
        yield return "　　每年的目标逐年判定，一年没有达到即不算完成，上年超额不结转；完成率取判定所依的那一年，时间进度只在那一年（或规划期）没有过完时列出。分年数和规划期合计见“分年情况”。";
    }
}

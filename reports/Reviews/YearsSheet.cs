using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Reviewing;

namespace Reporting.Reports.Reviews;

/// <summary>分年情况: each year's figure by itself and, apart from them, all years together.</summary>
static class YearsSheet
{
    public static SheetLayout Of(PlanReviewContent content)
    {
        var plan = content.Review.Plan;
        var years = Enumerable.Range(plan.FirstYear, plan.LastYear - plan.FirstYear + 1).ToList();
        var table = new Table(
            [
                new("类型", Alignment.center), new("指标名称"), new("单位", Alignment.center), new("目标"), .. years.Select(year => new Column(Head(content, year), Alignment.right)),
                new("规划期合计\n（率：合计÷合计）", Alignment.right), new("合计的分子、分母"),
            ],
            [.. content.Review.Lines.Where(line => line.Years.Any(year => year.Value is not null) || line is { IsFact: false, Years.Count: > 0 }).Select(line => YearRow(content, line, years))], WhenEmpty: "没有分年的指标", Dense: true);
        return new("分年情况", true, [9, 25, 7, 28, .. Enumerable.Repeat(12, years.Count), 18, 22],
        [
            .. PlanReviewReport.Above(content, "表 2　分年情况和规划期合计"), table,
            new Line(LineKind.note, "注：分年的率和规划期合计的率回答的是两个问题。五年合计达到目标，不能证明每年都达到；各年的率也不相加、不平均，合计的率用五年的分子之和除以五年的分母之和。"),
            new Line(LineKind.note, "　　时点数、标准不相加，没有规划期合计。动态保持的指标，各年列最低的一个检查点。文中所列、没有分年数的，见表 3。"),
        ], MostPages: 0, table, 2);
    }

    // A year that is not over says up to which month it counts.
    static string Head(PlanReviewContent content, int year) =>
        content.Review.Lines.SelectMany(line => line.Years).FirstOrDefault(one => one.Year == year) is { Months: < 12 and var months } ? $"{year}年\n1—{months}月" : $"{year}年";

    static Row YearRow(PlanReviewContent content, ReviewLine line, List<int> years) => new(
    [
        line.Category, line.Name, line.YearUnit, line.Target,
        .. years.Select(year => line.Years.FirstOrDefault(one => one.Year == year) is { } one ? Year(line, one) with { Of = content.FigureOf(line, one.Year, one.Months) } : FigureCells.NotApplicable),
        line.Whole is { } whole ? Figure(line, whole.Value, whole.Lacks is null ? whole.Bound : Bound.exact) : FigureCells.NotApplicable,
        line.Whole is { } all ? string.Join("，", new[] { all.Denominator is { } below ? $"{Plain(all.Numerator)} ÷ {Plain(below)}" : null, all.Period, all.Lacks }.Where(word => word is not null)) : FigureCells.NotApplicable,
    ]);

    static Cell Year(ReviewLine line, ReviewYear year) => year.Value is not { } value ? year.Words
        : Figure(line, value, year.Lacks is null ? year.Bound : Bound.exact, year.Lacks is { } lacks ? $"（{lacks}）" : "");

    static Number Figure(ReviewLine line, decimal value, Bound bound, string mark = "")
    {
        var shown = ChineseWords.WithoutTrailingZeros(value);
        // Stored in per cent already: the sign is only shown.
        var format = FigureCells.Prefix(bound) + FigureCells.Decimals("#,##0", shown.Scale) + (line.YearUnit == "%" ? "\"%\"" : "");
        return new(shown, format + (mark.Length > 0 ? $"\"{mark}\"" : ""));
    }

    static string Plain(decimal? number) => number is { } some ? ChineseWords.Plain(some) : FigureCells.NotApplicable;
}

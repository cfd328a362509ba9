using Reporting.Reports.Layout;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>总览: the one page that tells the story.</summary>
static class OverviewSheet
{
    public static SheetLayout Of(MonthlyFacts facts) => new("总览", Landscape: false, [23, 7, 12, 12, 12, 11, 12, 13, 9],
    [
        .. Heading.Overview(facts.Content),
        new Line(LineKind.heading, "一、主要情况"),
        .. OverviewSentences.Of(facts).Select((sentence, index) => new Line(LineKind.paragraph, $"{index + 1}. {sentence}")),
        new Line(LineKind.heading, "二、主要指标"),
        Indicators(facts),
        new Line(LineKind.note, "注：完成率＝本年累计÷年度目标；控制上限类指标为占控制数的比例，越低越好。同比为与上年同期相比的增减，比率类为百分点。"),
        new Line(LineKind.note, "　　—：不适用或无可比数；未报：应报未报，不等于0；缺n家：累计数不含这些单位缺报的月份；*：当月（同比为任一年）有单位缺报，仅供参考；不可比：两年口径不同；含补报：当月数并有以前月份补报，不单列。"),
    ]);

    static Table Indicators(MonthlyFacts facts) => new(
        [
            new("指标"), new("单位", Alignment.center), new("本月", Alignment.right), new("本年累计", Alignment.right),
            new("年度目标", Alignment.right), new("完成率", Alignment.right), new("上年同期", Alignment.right), new("同比", Alignment.right),
            new("缺报", Alignment.center),
        ],
        [.. facts.Indicators.Select(indicator => IndicatorRow(facts, indicator))],
        WhenEmpty: "本年尚无指标数据，也未设目标");

    static Row IndicatorRow(MonthlyFacts facts, Indicator indicator)
    {
        var now = facts.Figure(facts.District, indicator.Id);
        var (before, target) = (facts.YearBefore(indicator.Id), facts.Target(indicator.Id));
        return new(
        [
            indicator.Name, indicator.Unit, MonthValues.Of(facts, indicator, facts.Month), ProgressSheet.YearToDate(now, indicator),
            TargetCells.Target(target, indicator), TargetCells.AttainmentCell(now, target, indicator),
            FigureCells.Value(before, indicator), YearOnYear.Cell(now, before, indicator), ProgressSheet.Missing(now),
        ]);
    }
}

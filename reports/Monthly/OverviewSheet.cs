using Reporting.Reports.Layout;

namespace Reporting.Reports.Monthly;

/// <summary>总览: the one page that tells the story.</summary>
static class OverviewSheet
{
    const int ChartRows = 11;

    public static SheetLayout Of(MonthlyFacts facts) => new("总览", Landscape: false, [27, 7, 11, 12, 11, 10, 10, 8, 17, 11, 8, .. CourseChart.Widths],
    [
        .. Heading.First(facts.Content.Cover),
        new Line(LineKind.heading, "一、主要情况"),
        .. OverviewSentences.Of(facts).Select((sentence, index) => new Line(LineKind.paragraph, $"{index + 1}. {sentence.Text}") { Numbers = sentence.Numbers }),
        new Line(LineKind.heading, "二、有数量目标的承诺"),
        Standings(facts),
        .. Spotlight.Of(facts) is { } shown ? CourseChart.Band([CourseChart.Of(facts, shown)], ChartRows) : [],
        new Line(LineKind.note, $"注：本期为{facts.StandingLetter}{(facts.Content.IsFinal ? "" : "，各表锁定后为正式数（正）")}，估计年底的数为估计数（估）。完成值为本年1月至{facts.Month}月的数，注明“规划期累计”的自规划第一年起算，降幅、增幅类为比率，动态保持类为各月最低；完成率为完成值对目标，控制上限类未超过的为100%；序时为至{facts.Month}月应完成的份额，—为不分月衡量；未评：没有可以比较的数，不亮灯。图为亮灯最重、落后最多的一项。"),
        new Line(LineKind.note, "　　未报：应报未报，不等于0；缺n家：不含这些单位缺报的月份；数前的≥：至少为此数；*：有单位缺报，仅供参考；不可比：两年口径不同；含补报：该期数并有以前月份补报，不单列。同比为与上年同期相比的增减，比率类为百分点。"),
    ], MostPages: 1)
    { AsideColumns = CourseChart.Widths.Length };

    static Table Standings(MonthlyFacts facts) => new(
        [
            new("指标"), new("单位", Alignment.center), new(facts.Now, Alignment.right), new("完成值", Alignment.right), new("目标", Alignment.right),
            new("完成率", Alignment.right), new("序时", Alignment.right), new("亮灯", Alignment.center), new("结论"), new("同比", Alignment.right), new("缺报", Alignment.center),
        ],
        [.. facts.Numbered.Select(promise => new Row(Cells(facts, promise)))],
        WhenEmpty: "没有覆盖本年的规划，或规划没有数量目标");

    static Cell[] Cells(MonthlyFacts facts, Promise promise) =>
    [
        promise.NameAndSpan, promise.Standing.Unit, Month(facts, promise), StandingCells.Value(promise), StandingCells.Target(promise),
        StandingCells.Attainment(promise), StandingCells.Pace(promise), StandingCells.Light(promise), promise.Standing.Words, ProgressSheet.YearOnYearOf(facts, promise), Missing(facts, promise),
    ];

    // The month of what is counted, not of its change since a base: that would be another unit under the same head.
    static Cell Month(MonthlyFacts facts, Promise promise) =>
        promise is { Indicator: { } indicator, IsInFigureUnit: true } ? MonthValues.Of(facts, indicator, facts.Month, facts.Span) : FigureCells.NotApplicable;

    static Cell Missing(MonthlyFacts facts, Promise promise) =>
        promise.Indicator is { } indicator ? ProgressSheet.Missing(facts.Figure(facts.District, indicator.Id)) : FigureCells.NotApplicable;
}

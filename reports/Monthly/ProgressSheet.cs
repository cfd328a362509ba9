using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>指标进度: every commitment of the plan, those in numbers, the tasks and the directions.</summary>
static class ProgressSheet
{
    const string Name = "指标进度";

    public static SheetLayout Of(MonthlyFacts facts)
    {
        var commitments = Commitments(facts);
        return new(Name, true, [5, 28, 7, 10, 8, 13, 11, 9, 9, 8, 17, 11, 10, 10, 11, 10, 10, 14, 24],
        [
            Heading.Of(facts.Content.Cover, Name), facts.Below, commitments,
            new Line(LineKind.note, $"注：{string.Join("；", Plans(facts))}。完成值按类型计算，完成率、序时、结论均出自考核评估；待下达：目标由上级下达，尚未收到，不计完成率；力争：达不到不计未完成；只看方向、任务节点不计完成率。"),
            new Line(LineKind.note, $"　　目标依据为规划中的位置，规划以外下达、调整的并注明来源；本年累计、同比为所计指标本年的数，其单位见分月情况；环比为{facts.Now}与前一期相比；预计为估计的年底数（规划期累计、期末的为规划期末），上下限之间是往年同法估计五次中四次所在的范围；*：有单位缺报，仅供参考。"),
        ], MostPages: 2, commitments, 2);
    }

    public static Cell YearToDate(IndicatorYear? figure, Indicator indicator) =>
        figure is null ? FigureCells.NotReported : FigureCells.Value(figure, indicator);

    public static Cell Missing(IndicatorYear? figure) =>
        figure is null or { State: FigureState.not_defined_here } ? FigureCells.NotApplicable
        : figure.MissingUnits > 0 ? $"缺{figure.MissingUnits}家" : "无";

    public static Cell YearOnYearOf(MonthlyFacts facts, Promise promise) => promise.Indicator is { } indicator
        ? YearOnYear.Cell(facts.Figure(facts.District, indicator.Id), facts.YearBefore(indicator.Id), indicator)
        : FigureCells.NotApplicable;

    static IEnumerable<string> Plans(MonthlyFacts facts) => facts.Content.Catalog.Plans
        .Where(plan => plan.Commitments.Any(commitment => facts.Promises.Any(promise => promise.Commitment.Id == commitment.Id)))
        .Select(plan => plan.Document.Contains(plan.Name, StringComparison.Ordinal) ? plan.Document : $"{plan.Name}（{plan.Document}）").DefaultIfEmpty("没有覆盖本年的规划");

    static Table Commitments(MonthlyFacts facts) => new(
        [
            new("序号", Alignment.center), new("承诺"), new("单位", Alignment.center), new("类型", Alignment.center), new("性质", Alignment.center),
            new("目标", Alignment.right), new("完成值", Alignment.right), new("完成率", Alignment.right), new("序时", Alignment.right), new("亮灯", Alignment.center), new("结论"),
            new("本年累计", Alignment.right), new("同比", Alignment.right), new("环比", Alignment.right),
            new("预计（估）", Alignment.right), new("预计下限", Alignment.right), new("预计上限", Alignment.right), new("预计结论"), new("目标依据"),
        ],
        [.. facts.Promises.Select((promise, index) => new Row(Cells(facts, promise, index + 1)))],
        WhenEmpty: "没有覆盖本年的规划", Dense: true);

    static Cell[] Cells(MonthlyFacts facts, Promise promise, int number) =>
    [
        $"{number}", promise.NameAndSpan, promise.Indicator is null ? FigureCells.NotApplicable : promise.Standing.Unit, CommitmentKinds.InWords(promise.Standing.Kind),
        CommitmentKinds.StrengthInWords(promise.Standing.Strength), StandingCells.Target(promise), StandingCells.Value(promise), StandingCells.Attainment(promise),
        StandingCells.Pace(promise), StandingCells.Light(promise), promise.Standing.Words, Year(facts, promise), YearOnYearOf(facts, promise), MonthOnMonth(facts, promise),
        StandingCells.Foreseen(promise, promise.End?.Value), StandingCells.Foreseen(promise, promise.End?.Low), StandingCells.Foreseen(promise, promise.End?.High),
        promise.End is { } end ? (end.Year != facts.Year ? $"{end.Year}年底" : "") + end.OutlookWords is { Length: > 0 } words ? words : FigureCells.NotApplicable : FigureCells.NotApplicable, StandingCells.Basis(facts, promise),
    ];

    /// <summary>环比: the period against the one before; of a rate in points. None in the year's first, of one with earlier ones in it, or after nothing.</summary>
    static Cell MonthOnMonth(MonthlyFacts facts, Promise promise)
    {
        if (promise.Indicator is not { } indicator || facts.Month == facts.Span) return FigureCells.NotApplicable;
        if ((MonthValues.Of(facts, indicator, facts.Month, facts.Span), MonthValues.Of(facts, indicator, facts.Month - facts.Span, facts.Span)) is not (Number now, Number before)) return FigureCells.NotApplicable;
        var mark = now.Format.Contains('*', StringComparison.Ordinal) || before.Format.Contains('*', StringComparison.Ordinal) ? "*" : "";
        var scale = indicator.IsRatio ? FigureCells.Scale(indicator).Multiplier : 1;
        return indicator.IsRatio ? FigureCells.Change((now.Value - before.Value) / scale, true, mark) with { Of = now.Of }
            : before.Value > 0 ? FigureCells.Change(now.Value / before.Value - 1, false, mark) with { Of = now.Of } : FigureCells.NotApplicable;
    }

    // A figure that nobody owes monthly is not 未报 here: what it lacks, the verdict says.
    static Cell Year(MonthlyFacts facts, Promise promise) =>
        promise.Indicator is { } indicator && facts.Figure(facts.District, indicator.Id) is { } figure ? FigureCells.Value(figure, indicator) : FigureCells.NotApplicable;
}

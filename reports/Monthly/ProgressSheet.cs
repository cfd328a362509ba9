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
        return new(Name, true, [5, 30, 7, 11, 8, 15, 12, 9, 9, 20, 12, 11, 34],
        [
            Heading.Of(facts.Content, Name), Heading.Below(facts.Content), commitments,
            new Line(LineKind.note, $"注：{string.Join("；", Plans(facts))}。完成值按类型计算，完成率、序时、结论均出自考核评估；待下达：目标由上级下达，尚未收到，不计完成率；力争：达不到不计未完成；只看方向、任务节点不计完成率。"),
            new Line(LineKind.note, "　　目标依据为规划中的位置，规划以外下达、调整的并注明来源；本年累计、同比为所计指标本年的数，其单位见分月情况；*：有单位缺报，仅供参考。"),
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
            new("目标", Alignment.right), new("完成值", Alignment.right), new("完成率", Alignment.right), new("序时", Alignment.right), new("结论"),
            new("本年累计", Alignment.right), new("同比", Alignment.right), new("目标依据"),
        ],
        [.. facts.Promises.Select((promise, index) => new Row(Cells(facts, promise, index + 1)))],
        WhenEmpty: "没有覆盖本年的规划", Dense: true);

    static Cell[] Cells(MonthlyFacts facts, Promise promise, int number) =>
    [
        $"{number}", promise.NameAndSpan, promise.Indicator is null ? FigureCells.NotApplicable : promise.Standing.Unit, CommitmentKinds.InWords(promise.Standing.Kind),
        CommitmentKinds.StrengthInWords(promise.Standing.Strength), StandingCells.Target(promise), StandingCells.Value(promise), StandingCells.Attainment(promise),
        StandingCells.Pace(promise), promise.Standing.Words, Year(facts, promise), YearOnYearOf(facts, promise), StandingCells.Basis(facts, promise),
    ];

    // A figure that nobody owes monthly is not 未报 here: what it lacks, the verdict says.
    static Cell Year(MonthlyFacts facts, Promise promise) =>
        promise.Indicator is { } indicator && facts.Figure(facts.District, indicator.Id) is { } figure ? FigureCells.Value(figure, indicator) : FigureCells.NotApplicable;
}

using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>指标进度: each commitment with its target and value, and the months of the year.</summary>
static class ProgressSheet
{
    /// <summary>With more rows than this the months go to a sheet of their own, so that each table's head repeats over its own pages.</summary>
    const int RowsOfOnePage = 16;

    const string Name = "指标进度", MonthsName = "分月情况";

    static readonly int[] Widths = [6, 28, .. Enumerable.Repeat(11, 12)];

    public static IEnumerable<SheetLayout> Of(MonthlyFacts facts)
    {
        var (commitments, months) = (Commitments(facts), Months(facts));
        Block[] above = [Heading.Of(facts.Content, Name), Heading.Below(facts.Content)];
        var notes = new Line(LineKind.note, "注：完成率＝本年累计÷年度目标；—：不适用，或该类承诺不以本年累计直接除以目标，随考核评估给出；待下达：目标由上级下达，尚未收到；截至：已报的最近月份；*：有单位缺报，仅供参考。");
        var monthNotes = new Line(LineKind.note, "注：*当月有单位缺报；未报：当月应报未报；含补报：当月数并有以前月份补报，不单列；—：该指标没有单月数。");
        if (commitments.Rows.Count + months.Rows.Count <= RowsOfOnePage)
            return [new(Name, true, Widths, [.. above, commitments, notes, new Line(LineKind.heading, MonthsName), months, monthNotes], commitments, 2)];
        return
        [
            new(Name, true, Widths, [.. above, commitments, notes], commitments, 2),
            new(MonthsName, true, Widths, [Heading.Of(facts.Content, MonthsName), Heading.Below(facts.Content), months, monthNotes], months, 2),
        ];
    }

    public static Cell YearToDate(IndicatorYear? figure, Indicator indicator) =>
        figure is null ? FigureCells.NotReported : FigureCells.Value(figure, indicator);

    public static Cell Missing(IndicatorYear? figure) =>
        figure is null or { State: FigureState.not_defined_here } ? FigureCells.NotApplicable
        : figure.MissingUnits > 0 ? $"缺{figure.MissingUnits}家" : "无";

    static Table Commitments(MonthlyFacts facts) => new(
        [
            new("序号", Alignment.center), new("指标"), new("单位", Alignment.center), new("类型", Alignment.center), new("年度目标", Alignment.right),
            new("本年累计", Alignment.right), new("完成率", Alignment.right), new("本月", Alignment.right), new("上年同期", Alignment.right),
            new("同比", Alignment.right), new("截至", Alignment.center), new("缺报", Alignment.center), new("目标依据", Span: 2),
        ],
        [
            .. facts.Indicators.SelectMany(indicator => Of(facts, indicator)).Select((cells, index) => new Row([$"{index + 1}", .. cells])),
        ],
        WhenEmpty: "本年尚无指标数据，也未设目标");

    /// <summary>A row per commitment of the indicator; one without a target where none is made.</summary>
    static IEnumerable<Cell[]> Of(MonthlyFacts facts, Indicator indicator) =>
        facts.Targets.Where(target => target.Indicator == indicator.Id).Cast<CommitmentTarget?>().DefaultIfEmpty()
            .Select(target => CommitmentCells(facts, indicator, target));

    static Cell[] CommitmentCells(MonthlyFacts facts, Indicator indicator, CommitmentTarget? target)
    {
        var (now, before) = (facts.Figure(facts.District, indicator.Id), facts.YearBefore(indicator.Id));
        return
        [
            indicator.Name, indicator.Unit, target is null ? "监测" : ChineseWords.CommitmentKind(target.Kind), TargetCells.Target(target, indicator),
            YearToDate(now, indicator), TargetCells.AttainmentCell(now, target, indicator), MonthValues.Of(facts, indicator, facts.Month),
            FigureCells.Value(before, indicator), YearOnYear.Cell(now, before, indicator),
            now?.LatestPeriod is { } latest ? Period.Month(latest).InWords() : FigureCells.NotApplicable, Missing(now),
            target?.Document ?? facts.Commitment(target?.Commitment ?? "")?.Place ?? FigureCells.NotApplicable,
        ];
    }

    static Table Months(MonthlyFacts facts) => new(
        [
            new("序号", Alignment.center), new("指标"), .. Enumerable.Range(1, 12).Select(month => new Column($"{month}月", Alignment.right)),
        ],
        [
            .. facts.Indicators.Select((indicator, index) => new Row(
            [
                $"{index + 1}", $"{indicator.Name}（{indicator.Unit}）",
                .. Enumerable.Range(1, 12).Select(month => MonthValues.Of(facts, indicator, month)),
            ])),
        ],
        WhenEmpty: "本年尚无指标数据");
}

using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>口径与来源: what the figures mean, how they were read and rounded, and the cells they come from.</summary>
static class SourcesSheet
{
    /// <summary>Sources listed: of some thousands a year, what fits on paper.</summary>
    const int Rows = 24;

    static readonly int[] Widths = [5, 28, 16, 13, 10, 11, 38, 17, 8, 10, 20, 16];

    public static SheetLayout Of(MonthlyFacts facts)
    {
        var listed = Listed(facts);
        var sources = Sources(facts, listed);
        var left = facts.Content.Sources.Count - listed.Count;
        return new("口径与来源", true, Widths,
        [
            Heading.Of(facts.Content.Cover, "口径与来源"), facts.Below,
            new Line(LineKind.heading, "一、指标口径"), Meanings(facts),
            new Line(LineKind.heading, "二、编制说明"),
            .. Remarks(facts.Content).Select((words, index) => new Line(LineKind.note, $"{index + 1}. {words}")),
            new Line(LineKind.heading, $"三、全区数据来源（{(listed.Count == 0 ? "暂无" : $"列{listed.Count}条")}）"), sources,
            .. left > 0 ? [new Line(LineKind.note, $"注：每个填报指标列最近的几条；本年其余来源{left}条未列于此，见隐藏的“来源”工作表，也可在系统中按指标逐级查到原表单元格。")] : Array.Empty<Block>(),
        ], MostPages: 2, sources);
    }

    static IEnumerable<string> Remarks(MonthlyContent content) =>
    [
        content.Cover.AsOfLoad > 0
            ? $"本表数据为截至批次 {content.Cover.AsOfLoad}（{ShanghaiTime.Print(content.Cover.LoadCommittedAt)}，北京时间）系统已知的数据；此后的更正在以后各期反映。"
            : "系统尚无入库数据。",
        "各数按列示的小数位四舍五入；比率由分子、分母的未舍入值相除后舍入一次。部分合计与分项之和因取舍而有差，取舍误差未作机械调整。",
        "0 为上报的零；“未报”为应报而未报，不等于零；“—”为不适用。累计数只含已入库的数据，有缺报时注明缺报家数。",
        .. content.Cover.Demo ? ["本表为演示数据，由程序生成，不反映任何地区的实际情况。"] : Array.Empty<string>(),
    ];

    static Table Meanings(MonthlyFacts facts) => new(
        [
            new("指标（计量单位）", Span: 2), new("含义", Span: 2), new("算法", Span: 2), new("承诺与解读", Span: 3), new("原文出入与提示", Span: 3),
        ],
        [.. facts.Numbered.Select(promise => MeaningRow(facts, promise))],
        WhenEmpty: "没有覆盖本年的规划，或规划没有数量目标", Dense: true);

    static Row MeaningRow(MonthlyFacts facts, Promise promise) => new(promise.Indicator is { } indicator
        ? [$"{promise.Name}（{indicator.Unit}）", Meaning(indicator), Formula(facts, indicator), Reading(promise), Conflicts(promise)]
        : [$"{promise.Name}（{promise.Standing.Unit}）", FigureCells.NotApplicable, FigureCells.NotApplicable, Reading(promise), Conflicts(promise)]);

    static string Meaning(Indicator indicator) => indicator.Meaning.Length > 0 ? indicator.Meaning.Trim() : FigureCells.NotApplicable;

    static string Formula(MonthlyFacts facts, Indicator indicator) => FormulaWords.Of(facts.Content.Catalog, indicator, facts.Content.LastMonth);

    static string Reading(Promise promise) =>
        string.Join("\n", new[] { promise.Commitment.Clause, promise.Commitment.Interpretation }.Where(words => words.Length > 0)) is { Length: > 0 } words ? words : FigureCells.NotApplicable;

    static string Conflicts(Promise promise) =>
        promise.Commitment.Notes is { Count: > 0 } notes ? string.Join("\n", notes) : FigureCells.NotApplicable;

    /// <summary>The latest sources of each element in turn, until the list is full: one place to look for every element before a second for any.</summary>
    static List<Addend> Listed(MonthlyFacts facts)
    {
        var order = facts.Indicators.SelectMany(indicator => indicator.Numerator.Concat(indicator.Denominator)).Select(term => term.Element).Distinct().Index()
            .ToDictionary(element => element.Item, element => element.Index);
        return
        [
            .. facts.Content.Sources.Where(source => order.ContainsKey(source.Element)).GroupBy(source => source.Element)
                .SelectMany(element => InOrder(element.OrderByDescending(source => source.PeriodEnd)).Index())
                .OrderBy(source => source.Index).ThenBy(source => order[source.Item.Element]).Take(Rows).Select(source => source.Item)
                .GroupBy(source => source.Element).OrderBy(element => order[element.Key])
                .SelectMany(element => InOrder(element.OrderByDescending(source => source.PeriodEnd))),
        ];
    }

    static IOrderedEnumerable<Addend> InOrder(IOrderedEnumerable<Addend> sources) => sources
        .ThenBy(source => source.OrgUnit, StringComparer.Ordinal).ThenBy(source => source.Breakdown, StringComparer.Ordinal)
        .ThenBy(source => source.Receipt, StringComparer.Ordinal).ThenBy(source => source.CellAddress, StringComparer.Ordinal);

    static Table Sources(MonthlyFacts facts, List<Addend> listed) => new(
        [
            new("序号", Alignment.center), new("填报指标"), new("填报单位"), new("报告期", Alignment.center), new("数据口径", Alignment.center), new("值", Alignment.right),
            new("文件"), new("工作表"), new("单元格", Alignment.center), new("原文", Alignment.right), new("回执号"), new("收到时间", Alignment.center),
        ],
        [.. listed.Select((source, index) => SourceRow(facts, source, index + 1))],
        WhenEmpty: "本年尚无入库数据", Dense: true);

    static Row SourceRow(MonthlyFacts facts, Addend source, int number)
    {
        var part = source.Breakdown == Breakdown.Total ? "" : $"（{BreakdownName(facts, source.Breakdown)}）";
        return new(
        [
            $"{number}", ElementName(facts, source.Element) + part, facts.Content.Catalog.OrgUnit(source.Reporter)?.Name ?? source.Reporter,
            PeriodWords(source), ChineseWords.Of(source.Basis), Value(source),
            source.FileName ?? FigureCells.NotApplicable, source.Sheet ?? FigureCells.NotApplicable, source.CellAddress ?? FigureCells.NotApplicable,
            source.Text ?? FigureCells.NotApplicable, source.Receipt ?? FigureCells.NotApplicable,
            source.ReceivedAt is { } received ? ShanghaiTime.Print(received) : FigureCells.NotApplicable,
        ]);
    }

    static Cell Value(Addend source)
    {
        if (source.Value is not { } value) return ChineseWords.Of(source.State);
        var plain = ChineseWords.WithoutTrailingZeros(value);
        return new Number(plain, FigureCells.Decimals(Number.Whole, plain.Scale));
    }

    static string PeriodWords(Addend source) => source.PeriodKind == PeriodKind.plan
        ? Period.Plan(source.PeriodStart.Year, source.PeriodEnd.Year).InWords()
        : Period.Of(source.PeriodKind, source.PeriodStart) is var period && period.End == source.PeriodEnd
            ? period.InWords()
            : $"{period.InWords()}至{Period.Month(source.PeriodEnd).InWords()}";

    static string ElementName(MonthlyFacts facts, string id) => facts.Content.Catalog.Element(id, facts.Content.LastMonth)?.Name ?? id;
    static string BreakdownName(MonthlyFacts facts, string id) => facts.Content.Catalog.Breakdowns.FirstOrDefault(each => each.Id == id)?.Name ?? id;
}

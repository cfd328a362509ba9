using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>口径与来源: what the figures mean, how they were read and rounded, and the cells they come from.</summary>
static class SourcesSheet
{
    /// <summary>All sources of the month are listed; earlier months, whole ones only, while the list stays within this many rows.</summary>
    const int Rows = 120;

    static readonly int[] Widths = [6, 34, 18, 12, 9, 11, 36, 17, 8, 12, 21, 17];

    public static SheetLayout Of(MonthlyFacts facts)
    {
        var listed = Listed(facts);
        var sources = Sources(facts, listed);
        var left = facts.Content.Sources.Count - listed.Count;
        return new("口径与来源", true, Widths,
        [
            Heading.Of(facts.Content, "口径与来源"), Heading.Below(facts.Content),
            new Line(LineKind.heading, "一、指标口径"), Meanings(facts),
            new Line(LineKind.heading, "二、编制说明"),
            .. Remarks(facts.Content).Select((words, index) => new Line(LineKind.note, $"{index + 1}. {words}")),
            new Line(LineKind.heading, $"三、全区数据来源（{Scope(facts, listed)}）"), sources,
            .. left > 0 ? [new Line(LineKind.note, $"注：以前月份的来源另有{left}条，未列于此，可在系统中按指标逐级查到原表单元格。")] : Array.Empty<Block>(),
        ], sources);
    }

    static IEnumerable<string> Remarks(MonthlyContent content) =>
    [
        content.AsOfLoad > 0
            ? $"本表数据为截至批次 {content.AsOfLoad}（{ShanghaiTime.Print(content.LoadCommittedAt)}，北京时间）系统已知的数据；此后的更正在以后各期反映。"
            : "系统尚无入库数据。",
        "各数按列示的小数位四舍五入；比率由分子、分母的未舍入值相除后舍入一次。部分合计与分项之和因取舍而有差，取舍误差未作机械调整。",
        "0 为上报的零；“未报”为应报而未报，不等于零；“—”为不适用。累计数只含已入库的数据，有缺报时注明缺报家数。",
        .. content.Demo ? ["本表为演示数据，由程序生成，不反映任何地区的实际情况。"] : Array.Empty<string>(),
    ];

    static Table Meanings(MonthlyFacts facts) => new(
        [new("指标", Span: 2), new("计量单位", Alignment.center), new("含义", Span: 4), new("算法", Span: 2), new("承诺与解读", Span: 3)],
        [.. facts.Indicators.Select(indicator => new Row([indicator.Name, indicator.Unit, Meaning(indicator), Formula(facts, indicator), Promise(facts, indicator)]))],
        WhenEmpty: "本年尚无指标数据，也未设目标");

    static string Meaning(Indicator indicator) => indicator.Meaning.Length > 0 ? indicator.Meaning.Trim() : FigureCells.NotApplicable;

    static string Formula(MonthlyFacts facts, Indicator indicator) => indicator.IsRatio
        ? $"（{Sum(facts, indicator.Numerator)}）÷（{Sum(facts, indicator.Denominator)}）"
        : Sum(facts, indicator.Numerator);

    static string Sum(MonthlyFacts facts, IReadOnlyList<Term> terms) =>
        string.Concat(terms.Select((term, index) => Sign(term.Factor, index == 0) + TermWords(facts, term)));

    static string Sign(decimal factor, bool first) => factor switch
    {
        1 => first ? "" : "＋",
        -1 => "－",
        _ => $"{(first ? "" : "＋")}{ChineseWords.Plain(factor)}×",
    };

    static string TermWords(MonthlyFacts facts, Term term)
    {
        var part = term.Breakdown == Breakdown.Total ? "" : $"·{BreakdownName(facts, term.Breakdown)}";
        return $"{ElementName(facts, term.Element)}{part}{ChineseWords.Time(term.Time)}";
    }

    static string Promise(MonthlyFacts facts, Indicator indicator)
    {
        var promises = facts.Targets.Where(target => target.Indicator == indicator.Id).Select(target => facts.Commitment(target.Commitment))
            .OfType<Commitment>().Select(commitment => string.Join("　", new[] { commitment.Clause, commitment.Interpretation }.Where(words => words.Length > 0)));
        return string.Join("\n", promises) is { Length: > 0 } words ? words : FigureCells.NotApplicable;
    }

    static List<Addend> Listed(MonthlyFacts facts)
    {
        var listed = new List<Addend>();
        foreach (var month in facts.Content.Sources.GroupBy(source => (source.PeriodEnd.Year, source.PeriodEnd.Month)).OrderByDescending(month => month.Key))
        {
            if (listed.Count > 0 && listed.Count + month.Count() > Rows) break;
            listed.AddRange(month.OrderBy(source => ElementOrder(facts, source.Element)).ThenBy(source => source.Element, StringComparer.Ordinal)
                .ThenBy(source => source.OrgUnit, StringComparer.Ordinal).ThenBy(source => source.Breakdown, StringComparer.Ordinal)
                .ThenBy(source => source.Receipt, StringComparer.Ordinal).ThenBy(source => source.CellAddress, StringComparer.Ordinal));
        }
        return listed;
    }

    static string Scope(MonthlyFacts facts, List<Addend> listed)
    {
        if (listed.Count == 0) return "暂无";
        var first = listed.Min(source => source.PeriodEnd);
        var last = listed.Max(source => source.PeriodEnd);
        return (first.Year, first.Month) == (last.Year, last.Month) ? Period.Month(first).InWords() : $"{Period.Month(first).InWords()}至{last.Month}月";
    }

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

    static string ElementName(MonthlyFacts facts, string id) => facts.Content.Catalog.Element(id, facts.Content.Period.Start)?.Name ?? id;
    static string BreakdownName(MonthlyFacts facts, string id) => facts.Content.Catalog.Breakdowns.FirstOrDefault(each => each.Id == id)?.Name ?? id;

    static int ElementOrder(MonthlyFacts facts, string id) =>
        facts.Content.Catalog.Elements.Index().Where(each => each.Item.Id == id).Select(each => each.Index).FirstOrDefault(int.MaxValue);
}

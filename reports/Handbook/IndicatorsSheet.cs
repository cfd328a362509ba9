using Reporting.Reports.Filings;
using Reporting.Reports.Layout;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Handbook;

/// <summary>指标: what the plans speak of, by field of work; each with its meaning, its formula, where its parts come from and which promises use it.</summary>
static class IndicatorsSheet
{
    public const string Name = "指标";

    const string Unpromised = "未列入承诺";

    public static SheetLayout Of(HandbookFacts facts)
    {
        var table = Indicators(facts);
        return new(Name, true, [5, 13, 27, 9, 36, 32, 22, 12, 22],
        [
            Heading.Of(facts.Content.Cover, $"{facts.Content.Year}年指标口径"), Heading.Below(facts.Content.Cover), table,
            new Line(LineKind.note, "注：领域为首先用到该指标的承诺的类型；计量单位后括号中为印出的小数位数；来源为表号和行次，一项指标可由几张报表的数算出；承诺后括号中为承诺的类型。"),
        ], MostPages: 0, table, 3);
    }

    static Table Indicators(HandbookFacts facts) => new(
        [
            new("序号", Alignment.center), new("领域", Alignment.center), new("指标和代码"), new("计量单位", Alignment.center), new("口径"), new("算法"), new("来源和频率"), new("适用期"), new("用于承诺"),
        ],
        [.. Groups(facts).SelectMany(group => group.Select(indicator => (Field: group.Key, Indicator: indicator))).Select((one, index) => IndicatorRow(facts, one.Field, one.Indicator, index + 1))],
        WhenEmpty: "本年没有适用的指标", Dense: true);

    /// <summary>By the field of work of the first promise that uses it, in the plans' order; what no promise uses comes last.</summary>
    public static IEnumerable<IGrouping<string, Indicator>> Groups(HandbookFacts facts)
    {
        var order = facts.Commitments.Select(one => CommitmentsSheet.Category(one.Commitment)).Distinct().ToList();
        string Of(Indicator indicator) => facts.PromisesOf(indicator.Id) is [var first, ..] ? CommitmentsSheet.Category(first.Commitment) : Unpromised;
        return facts.Indicators.GroupBy(Of).OrderBy(group => order.IndexOf(group.Key) is var index and >= 0 ? index : int.MaxValue);
    }

    static Row IndicatorRow(HandbookFacts facts, string field, Indicator indicator, int number)
    {
        var asked = indicator.Numerator.Concat(indicator.Denominator).SelectMany(term => facts.LinesOf(term.Element).Where(one => one.Line.Breakdown == term.Breakdown)).ToList();
        return new(
        [
            $"{number}", field, HandbookFacts.Named(indicator.Name, indicator.Version, indicator.Id), indicator.Decimals > 0 ? $"{indicator.Unit}（{indicator.Decimals}位）" : indicator.Unit,
            indicator.Meaning is { Length: > 0 } meaning ? meaning.Trim() : FigureCells.NotApplicable, FormulaWords.Of(facts.Content.Catalog, indicator, facts.NamedOn(indicator.AppliesUntil)),
            Sources(asked), HandbookFacts.Span(indicator.AppliesFrom, indicator.AppliesUntil), Promises(facts, indicator),
        ]);
    }

    static string Sources(IReadOnlyList<AskedLine> asked) => string.Join("；", asked.GroupBy(one => one.Form.Id)
        .Select(form => $"{ElementsSheet.NumberOf(form.First().Form)} 第{string.Join("、", form.Select(one => one.Line.Number).Distinct().Order())}行（{RulesSheet.Often(form.First().Form.Period)}）")) is { Length: > 0 } words ? words : "本年没有报表填报";

    static string Promises(HandbookFacts facts, Indicator indicator) => string.Join("、", facts.PromisesOf(indicator.Id)
        .Select(one => $"{one.Commitment.Name ?? indicator.Name}（{CommitmentKinds.InWords(one.Commitment.Kind)}{(one.Commitment.Indicator == indicator.Id ? "" : "，作比较")}）")) is { Length: > 0 } words ? words : FigureCells.NotApplicable;
}

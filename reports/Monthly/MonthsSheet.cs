using Reporting.Reports.Layout;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>分月情况: the months of the year, of what has a number to reach.</summary>
static class MonthsSheet
{
    const string Name = "分月情况";

    public static SheetLayout Of(MonthlyFacts facts)
    {
        var months = Months(facts);
        return new(Name, true, [6, 34, .. Enumerable.Repeat(10, 12)],
        [
            Heading.Of(facts.Content, Name), Heading.Below(facts.Content), months,
            new Line(LineKind.note, "注：*当月有单位缺报；未报：当月应报未报；含补报：当月数并有以前月份补报，不单列；—：该指标没有单月数。时点数为月末数，比率为当月数相除。"),
        ], MostPages: 1, months, 2);
    }

    static Table Months(MonthlyFacts facts) => new(
        [new("序号", Alignment.center), new("指标"), .. Enumerable.Range(1, 12).Select(month => new Column($"{month}月", Alignment.right))],
        [.. facts.Indicators.Select((indicator, index) => new Row([$"{index + 1}", $"{indicator.Name}（{indicator.Unit}）", .. Cells(facts, indicator)]))],
        WhenEmpty: "本年尚无指标数据");

    static IEnumerable<Cell> Cells(MonthlyFacts facts, Indicator indicator) => Enumerable.Range(1, 12).Select(month => MonthValues.Of(facts, indicator, month));
}

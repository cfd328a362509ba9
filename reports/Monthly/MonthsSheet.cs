using Reporting.Reports.Layout;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>分月情况: the months of the year, of what has a number to reach.</summary>
static class MonthsSheet
{
    const string Name = "分月情况";
    const int FirstMonth = 2, FewestPoints = 3;

    public static SheetLayout Of(MonthlyFacts facts)
    {
        var months = Months(facts);
        return new(Name, true, [6, 32, .. Enumerable.Repeat(10, 12), 16],
        [
            Heading.Of(facts.Content.Cover, Name), facts.Below, months,
            new Line(LineKind.note, "注：*当月有单位缺报；未报：当月应报未报；含补报：当月数并有以前月份补报，不单列；—：该指标没有单月数。时点数为月末数，比率为当月数相除。"),
        ], MostPages: 1, months, 2);
    }

    static Table Months(MonthlyFacts facts) => new(
        [new("序号", Alignment.center), new("指标"), .. Enumerable.Range(1, 12).Select(month => new Column($"{month}月", Alignment.right)), new("走势", Alignment.center)],
        [.. facts.Indicators.Select((indicator, index) => new Row([$"{index + 1}", $"{indicator.Name}（{indicator.Unit}）", .. Cells(facts, indicator)]))],
        WhenEmpty: "本年尚无指标数据");

    static IEnumerable<Cell> Cells(MonthlyFacts facts, Indicator indicator)
    {
        var months = Enumerable.Range(1, 12).Select(month => MonthValues.Of(facts, indicator, month)).ToList();
        return [.. months, Line(months, facts.Month)];
    }

    /// <summary>The months up to now without a word among them: spreadsheet programs would draw a word as 0.</summary>
    /// <param name="firstMonth">Column of January.</param>
    public static Cell Line(IReadOnlyList<Cell> months, int now, int firstMonth = FirstMonth)
    {
        var last = now;
        while (last > 0 && months[last - 1] is not Number) last--;
        var first = last;
        while (first > 0 && months[first - 1] is Number) first--;
        return last - first >= FewestPoints ? new Sparkline(firstMonth + first, firstMonth + last - 1) : FigureCells.NotApplicable;
    }
}

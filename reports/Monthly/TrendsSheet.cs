using Reporting.Reports.Layout;

namespace Reporting.Reports.Monthly;

/// <summary>走势: a small chart for each promise with a number, six to a page, all drawn alike.</summary>
static class TrendsSheet
{
    const int OfOnePage = 6, OfOneRow = 2, Rows = 13;

    /// <param name="most">Pages; of more promises those are drawn that most need a look, in the plan's order.</param>
    public static IEnumerable<SheetLayout> Of(MonthlyFacts facts, int most)
    {
        var drawn = Spotlight.Order(facts).Take(OfOnePage * most).ToHashSet();
        var pages = facts.Numbered.Where(drawn.Contains).Chunk(OfOnePage).ToList();
        return pages.Select((promises, index) => Of(facts, promises, pages.Count == 1 ? "走势" : $"走势{index + 1}"));
    }

    static SheetLayout Of(MonthlyFacts facts, Promise[] promises, string name) => new(name, Landscape: false,
        [50, 50, .. Enumerable.Repeat(CourseChart.Widths, OfOneRow).SelectMany(widths => widths)],
        [
            Heading.Of(facts.Content.Cover, "各项承诺走势"), facts.Below,
            .. promises.Select(promise => CourseChart.Of(facts, promise)).Chunk(OfOneRow).SelectMany(pair => CourseChart.Band(pair, Rows)),
            new Line(LineKind.note, "注：逐月累计的，柱形为至该月的实际数，实线为按序时应达到的数；水平和比率，实线为实际数；虚线都为目标数；没有数的月份不画。各图所用的数列在页右，可以选取、修改。"),
        ], MostPages: 1)
    { AsideColumns = CourseChart.Widths.Length * OfOneRow };
}

using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;

namespace Reporting.Reports.Monthly;

/// <summary>街镇排名: the units of the promise that most needs them, from first to last, and by whom the district is short.</summary>
static class RanksSheet
{
    public static IEnumerable<SheetLayout> Of(MonthlyFacts facts) => Spotlight.Ranked(facts) is { } ranking ? [Of(facts, ranking)] : [];

    static SheetLayout Of(MonthlyFacts facts, Ranking ranking)
    {
        var (promise, shortfall) = (ranking.Promise, ranking.Promise.Alert?.Shortfall);
        var hasGaps = shortfall?.Behind.Count > 0;
        var table = new Table(
            [
                new("名次", Alignment.center), new("街镇（园区）"), new($"完成值（{promise.Standing.Unit}）", Alignment.right), new("目标", Alignment.right), new(ranking.Word, Alignment.right),
                .. hasGaps ? [new("缺口", Alignment.right), new("占全区缺口", Alignment.right), new("占比图") { IsBars = true }] : Array.Empty<Column>(),
            ],
            [.. ranking.Units.Select(unit => new Row(Cells(facts, ranking, unit, shortfall)))]);
        return new("街镇排名", Landscape: false, hasGaps ? [7, 24, 15, 12, 12, 12, 12, 14] : [7, 36, 20, 20, 20],
        [
            Heading.Of(facts.Content.Cover, $"{promise.Name}街镇排名"), facts.Below, table,
            new ChartBand([new($"{promise.Name}：各街镇{ranking.Word}", $"各街镇{promise.Name}的{ranking.Word}，从先到后。", CellBlock.Down(table, 1),
                [new(CellBlock.Of(table, CellBlock.Head, 4), CellBlock.Down(table, 4), SeriesKind.bar)], ranking.Format) { ShowsValues = true }], Math.Max(10, ranking.Units.Count)),
            new Line(LineKind.note, $"注：选缺口能分到单位、亮灯最重、落后最多的一项排名。{How(ranking)}。{(hasGaps ? $"缺口为至{facts.Month}月还差的数，占比为占各落后单位缺口之和的份额，超额的单位不抵减。" : "")}"),
            .. shortfall?.WhyNot is { } why ? [new Line(LineKind.note, $"　　{Plainly(why)}。")] : Array.Empty<Block>(),
        ], MostPages: 1, table, 2);
    }

    /// <summary>Without the hint in brackets, which is for who works the system.</summary>
    public static string Plainly(string why) => why.Split('（')[0];

    public static string How(Ranking ranking) => ranking.By switch
    {
        RankedBy.attainment => "名次按完成率",
        RankedBy.rate => "名次按比率",
        _ => "各街镇没有分解目标，名次按同比",
    };

    static Cell[] Cells(MonthlyFacts facts, Ranking ranking, RankedUnit ranked, Shortfall? shortfall)
    {
        var (unit, promise) = (ranked.Unit, ranking.Promise);
        var gap = shortfall?.Behind.FirstOrDefault(one => one.OrgUnit == unit.Code);
        var of = new FigureRef(unit.Code, promise.Indicator!.Id, facts.Year, facts.Month);
        var standing = facts.StandingOf(unit.Code, promise.Standing.Id);
        Cell[] gaps = shortfall?.Behind.Count > 0 ? gap is { Share: { } part }
            ? [new Number(Figures.Round(gap.Amount, 1), "#,##0.0") { Of = of }, new Number(part / 100, "0.0%") { Of = of }, new Number(part / 100, "0.0%") { Of = of }]
            : [FigureCells.NotApplicable, FigureCells.NotApplicable, new Number(0, "0.0%") { Of = of }] : [];
        return
        [
            new Number(ranked.Place, "0"), unit.Name, ProgressSheet.YearToDate(facts.Figure(unit.Code, promise.Indicator.Id), promise.Indicator),
            standing is { Target: not null } own ? StandingCells.Target(promise with { Standing = own }) : FigureCells.NotApplicable,
            ranking.Cell(ranked.Value, facts, unit),
            .. gaps,
        ];
    }
}

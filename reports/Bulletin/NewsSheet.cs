using Reporting.Reports.Layout;
using Reporting.Reports.Monthly;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Bulletin;

/// <summary>快报: the page that tells what changed, what is lit, and who makes the worst gap.</summary>
static class NewsSheet
{
    const int ChartRows = 16, NamedUnits = 3;

    /// <summary>More lights than this are printed small, to keep the page.</summary>
    const int RoomyLights = 8;

    static readonly int[] Page = [24, 8, 8, 11, 11, 11, 15, 24, 16, 24], Aside = CourseChart.Widths;

    public static SheetLayout Of(MonthlyFacts facts) => new("快报", Landscape: false, [.. Page, .. Aside],
    [
        .. Heading.First(facts.Content.Cover),
        new Line(LineKind.heading, "一、要点"),
        .. NewsSentences.Of(facts).Select((sentence, index) => new Line(LineKind.paragraph, $"{index + 1}. {sentence.Text}") { Numbers = sentence.Numbers }),
        .. Changes(facts).Count > 0 ? [new Line(LineKind.heading, "二、与上月相比有变化的灯"), Changed(facts)] : Array.Empty<Block>(),
        new Line(LineKind.heading, $"{(Changes(facts).Count > 0 ? "三" : "二")}、亮着的灯"), Burning(facts),
        .. Chart(facts),
        new Line(LineKind.note, $"注：▲红、◆橙、■黄、●绿，从重到轻；自何月为这一次连续亮灯的第一个月。完成值为本年{(facts.Month == 1 ? "1月" : $"1—{facts.Month}月")}的数（动态保持类为各月最低），预计为估计的年底数（估），—为不适用。{Drawn(facts)}"),
    ], MostPages: 1)
    { AsideColumns = Aside.Length };

    static Table Changed(MonthlyFacts facts) => new(
        [new("承诺"), new("变化", Alignment.center), new("上月", Alignment.center), new("本月", Alignment.center), new("自何月", Alignment.center), new("原因", Span: 3), new("责任部门和签收", Span: 2)],
        [.. Changes(facts).Select(one => new Row(
        [
            Name(one.Alert), one.Turn.InWords(), AlertsSheet.Shown(facts.Before(one.Alert)!.Light), AlertsSheet.Shown(one.Alert.Now.Light), one.Alert.IsLit ? AlertsSheet.Since(one.Alert) : FigureCells.NotApplicable,
            one.Alert.Now.Reason, Owner(facts, one.Alert),
        ]))], Dense: AlertsSheet.Lit(facts).Count > RoomyLights);

    /// <summary>Who answers for it; of what is lit also whether somebody took it on.</summary>
    static string Owner(MonthlyFacts facts, Alert alert) => string.Join("；", [alert.Commitment.Departments.Count == 0 ? "没有牵头部门" : AlertsSheet.Departments(facts, alert), .. alert.IsLit ? [AlertsSheet.Acknowledged(alert)] : Array.Empty<string>()]);

    /// <summary>Of the district's commitments, what needs somebody first.</summary>
    public static IReadOnlyList<(Alert Alert, LightTurn Turn)> Changes(MonthlyFacts facts) =>
    [
        .. facts.Content.Alerts.Where(alert => alert.Evaluation.OrgUnit == facts.District).Select(alert => (Alert: alert, Turn: LightTurns.Of(facts, alert)))
            .Where(one => one.Turn != LightTurn.none).OrderBy(one => one.Turn).ThenByDescending(one => one.Alert.Now.Light),
    ];

    public static string Name(Alert alert) => alert.Evaluation.Version > 1 ? $"{alert.Evaluation.Name}（第{alert.Evaluation.Version}版）" : alert.Evaluation.Name;

    static Table Burning(MonthlyFacts facts) => new(
        [
            new("承诺"), new("亮灯", Alignment.center), new("自何月", Alignment.center), new("完成值", Alignment.right), new("目标", Alignment.right), new("预计（估）", Alignment.right), new("预计结论"), new("原因"), new("责任部门和签收"),
            new("缺口最大的单位"),
        ],
        [.. facts.Promises.Where(promise => promise.Alert is { IsLit: true }).OrderByDescending(promise => promise.Light).Select(promise => (Alert: promise.Alert!, Promise: promise)).Select(one => new Row(
        [
            $"{Name(one.Alert)}（{(one.Promise.Indicator is null ? "任务" : one.Promise.Standing.Unit)}）", AlertsSheet.Shown(one.Alert.Now.Light), AlertsSheet.Since(one.Alert), StandingCells.Value(one.Promise), StandingCells.Target(one.Promise),
            StandingCells.Foreseen(one.Promise, one.Promise.End?.Value), one.Promise.End is { OutlookWords: { Length: > 0 } words } ? words : FigureCells.NotApplicable, one.Alert.Now.Reason, Owner(facts, one.Alert), Short(facts, one.Alert),
        ]))], WhenEmpty: "没有亮灯的承诺", Dense: AlertsSheet.Lit(facts).Count > RoomyLights);

    static string Short(MonthlyFacts facts, Alert alert) => alert.Shortfall switch
    {
        null => FigureCells.NotApplicable,
        { WhyNot: { } why } => RanksSheet.Plainly(why),
        { Behind: [] } => "没有单位落后",
        var one => string.Join("、", one.Behind.Take(NamedUnits).Select(gap => $"{facts.NameOf(gap.OrgUnit)} {ChineseWords.Figure(gap.Share ?? 0, 1)}%")) + (one.Behind.Count > NamedUnits ? $"，另{one.Behind.Count - NamedUnits}家" : ""),
    };

    /// <summary>The worst light of which units make the gap; null where none can be laid to units.</summary>
    public static Promise? Divided(MonthlyFacts facts) => Spotlight.Order(facts).FirstOrDefault(promise => promise.Alert is { IsLit: true, Shortfall.Behind.Count: > 0 });

    static IEnumerable<Block> Chart(MonthlyFacts facts) => Divided(facts) is { } divided ? GapChart(facts, divided)
        : Spotlight.Of(facts) is { } shown ? CourseChart.Band([CourseChart.Of(facts, shown)], ChartRows) : [];

    static IEnumerable<Block> GapChart(MonthlyFacts facts, Promise promise)
    {
        var shortfall = promise.Alert!.Shortfall!;
        var unit = GapsSheet.UnitOf(facts, promise);
        var table = new Table([new($"单位（{promise.Name}）"), new($"缺口（{unit}）", Alignment.right)],
            [.. shortfall.Behind.Select(gap => new Row([facts.NameOf(gap.OrgUnit), GapsSheet.Amount(facts, promise, gap)]))], Dense: true);
        yield return new Beside(table);
        yield return new ChartBand([new($"{promise.Name}：各单位缺口（{unit}）", $"{promise.Name}的缺口在各落后单位之间怎样分，从多到少。", CellBlock.Down(table, 0),
            [new(CellBlock.Of(table, CellBlock.Head, 1), CellBlock.Down(table, 1), SeriesKind.bar)], GapsSheet.AmountFormat) { ShowsValues = true }], Math.Max(ChartRows, shortfall.Behind.Count + 3));
    }

    static string Drawn(MonthlyFacts facts) => Divided(facts) is { } divided ? $"图为亮灯最重、能分到单位的一项（{divided.Name}）各单位至{facts.Month}月的缺口。"
        : Spotlight.Of(facts) is null ? "" : AlertsSheet.Lit(facts).Count > 0 ? "亮着的灯都不能分到单位，图为亮灯最重、落后最多的一项的走势。" : "没有亮灯，图为离目标最远、最需留意的一项的走势。";
}

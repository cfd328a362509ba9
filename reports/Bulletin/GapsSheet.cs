using Reporting.Reports.Layout;
using Reporting.Reports.Monthly;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Bulletin;

/// <summary>缺口和督办: who makes the gap of each lit commitment, what was demanded of whom by when, and which lights the units have.</summary>
static class GapsSheet
{
    public const string AmountFormat = "#,##0.0";
    const int NamedUnits = 6, Demands = 20;

    public static SheetLayout Of(MonthlyFacts facts)
    {
        var gaps = Gaps(facts);
        return new("缺口和督办", true, [32, 28, 14, 14, 14, 12, 12, 26, 16],
        [
            Heading.Of(facts.Content.Cover, "缺口所在和督办"), facts.Below,
            new Line(LineKind.heading, "一、亮灯承诺的缺口在哪些单位"), gaps, .. Units(facts, gaps),
            new Line(LineKind.heading, "二、未销号的督办（逾期的在前）"), Cases(facts), .. Left(facts),
            new Line(LineKind.heading, "三、各单位亮灯"), Lights(facts),
            .. Unjudged(facts),
        ], MostPages: 2, gaps, 1);
    }

    /// <summary>By which a demand is overdue: the load's, as lights and landings are of it.</summary>
    public static DateOnly Day(MonthlyFacts facts) => ShanghaiTime.DateOf(facts.Content.Cover.LoadCommittedAt);

    public static FigureRef? FigureOf(MonthlyFacts facts, Promise promise, string orgUnit) =>
        promise.Indicator is { } indicator ? new(orgUnit, indicator.Id, facts.Year, facts.Month) : null;

    public static Cell Amount(MonthlyFacts facts, Promise promise, UnitGap gap) => new Number(Figures.Round(gap.Amount, 1), AmountFormat) { Of = FigureOf(facts, promise, gap.OrgUnit) };

    /// <summary>What the gap is counted in: of a rate what its numerator counts.</summary>
    public static string UnitOf(MonthlyFacts facts, Promise promise) => promise.Alert?.Shortfall is { Unit: { Length: > 0 } own } ? own
        : promise.Indicator is { Numerator: [var first, ..] } && facts.Content.Catalog.Element(first.Element, facts.Content.LastMonth) is { } element ? element.Unit : promise.Standing.Unit;

    static Table Gaps(MonthlyFacts facts) => new(
        [
            new("承诺"), new("单位"), new("单位完成值", Alignment.right), new("单位目标", Alignment.right), new("缺口", Alignment.right), new("计量单位", Alignment.center), new("占缺口", Alignment.right), new("责任部门", Span: 2),
        ],
        [.. facts.Promises.Where(promise => promise.Alert is { IsLit: true }).OrderByDescending(promise => promise.Light).SelectMany(promise => GapRows(facts, promise))],
        WhenEmpty: "没有亮灯的承诺，没有缺口要分", Dense: true);

    static IEnumerable<Row> GapRows(MonthlyFacts facts, Promise promise)
    {
        var (shortfall, lead) = (promise.Alert!.Shortfall, AlertsSheet.Departments(facts, promise.Alert));
        if (shortfall is null or { Behind: [] })
        {
            yield return new([promise.Name, shortfall?.WhyNot is { } why ? RanksSheet.Plainly(why) : "没有单位落后", .. Enumerable.Repeat<Cell>(FigureCells.NotApplicable, 5), lead]);
            yield break;
        }
        foreach (var gap in shortfall.Behind.Take(NamedUnits))
            yield return new(
            [
                promise.Name, facts.NameOf(gap.OrgUnit), Reached(facts, promise, gap.OrgUnit), facts.StandingOf(gap.OrgUnit, promise.Standing.Id) is { Target: not null } own ? StandingCells.Target(promise with { Standing = own }) : FigureCells.NotApplicable,
                Amount(facts, promise, gap), UnitOf(facts, promise), new Number(gap.Share!.Value / 100, "0.0%") { Of = FigureOf(facts, promise, gap.OrgUnit) }, lead,
            ]);
        if (shortfall.Behind.Count > NamedUnits) yield return More(facts, promise, [.. shortfall.Behind.Skip(NamedUnits)], lead);
    }

    static Cell Reached(MonthlyFacts facts, Promise promise, string orgUnit) =>
        promise.Indicator is { } indicator ? ProgressSheet.YearToDate(facts.Figure(orgUnit, indicator.Id), indicator) : FigureCells.NotApplicable;

    static Row More(MonthlyFacts facts, Promise promise, List<UnitGap> others, string lead) => new(
    [
        promise.Name, $"另{others.Count}家", FigureCells.NotApplicable, FigureCells.NotApplicable, new Number(Figures.Round(others.Sum(gap => gap.Amount), 1), AmountFormat) { Of = promise.FigureThrough(facts.Year, facts.Month) }, UnitOf(facts, promise),
        new Number(others.Sum(gap => gap.Share ?? 0) / 100, "0.0%") { Of = promise.FigureThrough(facts.Year, facts.Month) }, lead,
    ]);

    static IEnumerable<Block> Units(MonthlyFacts facts, Table gaps)
    {
        if (gaps.Rows.Count > 0) yield return new Line(LineKind.note, $"注：缺口为至{facts.Month}月比序时（没有序时的比目标）还差的数，占缺口为占各落后单位缺口之和的份额，超额的单位不抵减；一项承诺列缺口最大的{NamedUnits}家。");
    }

    static Table Cases(MonthlyFacts facts)
    {
        var day = Day(facts);
        return new(
            [new("事项"), new("单位"), new("编号", Alignment.center), new("立单", Alignment.center), new("期限", Alignment.center), new("逾期天数", Alignment.right), new("状态"), new("要求", Span: 2)],
            [.. facts.Content.Cases.OrderByDescending(one => one.DaysOverdue(day)).ThenBy(one => one.Order.Deadline).ThenBy(one => one.Order.Number).Take(Demands).Select(one => new Row(
            [
                AlertsSheet.About(facts, one), facts.NameOf(one.Order.OrgUnit), $"{one.Order.Number}", $"{one.Order.OpenedOn:yyyy-MM-dd}", $"{one.Order.Deadline:yyyy-MM-dd}", new Number(one.DaysOverdue(day)),
                one.State.InWords(), one.Order.Demand,
            ]))], WhenEmpty: "没有未销号的督办", Dense: true);
    }

    static IEnumerable<Block> Left(MonthlyFacts facts)
    {
        if (facts.Content.Cases.Count > Demands) yield return new Line(LineKind.note, $"另有{facts.Content.Cases.Count - Demands}件未列，可在系统中查到。");
    }

    /// <summary>Units with a light, the heaviest first; of each what is new.</summary>
    static Table Lights(MonthlyFacts facts) => new(
        [new("单位"), new("本月新亮或转差"), new("红", Alignment.right), new("橙", Alignment.right), new("黄", Alignment.right), new("督办件数", Alignment.right), new("亮灯的承诺", Span: 3)],
        [
            .. facts.Content.Alerts.Where(alert => alert.IsLit && alert.Evaluation.OrgUnit != facts.District).GroupBy(alert => alert.Evaluation.OrgUnit)
                .OrderByDescending(unit => Of(unit, LightColour.red)).ThenByDescending(unit => Of(unit, LightColour.orange)).ThenByDescending(unit => Of(unit, LightColour.yellow)).ThenBy(unit => unit.Key, StringComparer.Ordinal)
                .Select(unit => new Row(
                [
                    facts.NameOf(unit.Key), New(facts, unit), new Number(Of(unit, LightColour.red)), new Number(Of(unit, LightColour.orange)), new Number(Of(unit, LightColour.yellow)),
                    new Number(facts.Content.Cases.Count(one => one.Order.OrgUnit == unit.Key)),
                    string.Join("、", unit.OrderByDescending(alert => alert.Now.Light).Select(alert => $"{alert.Evaluation.Name}（{alert.Now.Light.InWords()}）")),
                ])),
        ], WhenEmpty: "各单位没有亮灯，或没有下达到单位的目标", Dense: true);

    static string New(MonthlyFacts facts, IEnumerable<Alert> unit) =>
        string.Join("、", unit.Where(alert => LightTurns.Of(facts, alert) is LightTurn.lit or LightTurn.worsened).Select(alert => alert.Evaluation.Name)) is { Length: > 0 } words ? words : facts.Month == 1 ? FigureCells.NotApplicable : "无";

    static int Of(IEnumerable<Alert> alerts, LightColour colour) => alerts.Count(alert => alert.Now.Light == colour);

    static IEnumerable<Block> Unjudged(MonthlyFacts facts)
    {
        var grey = facts.Content.Alerts.Where(alert => alert.Evaluation.OrgUnit == facts.District && alert.Now.Light == LightColour.grey).GroupBy(alert => alert.Now.Reason)
            .Select(reason => $"{string.Join("、", reason.Select(NewsSheet.Name))}（{reason.Key}）").ToList();
        if (grey.Count > 0) yield return new Line(LineKind.note, $"没有评灯的承诺：{string.Join("；", grey)}。");
    }
}

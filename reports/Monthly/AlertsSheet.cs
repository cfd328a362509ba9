using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>预警与督办: which lights are lit, since when and why, who answers, what is being done, and by whom the district is short.</summary>
static class AlertsSheet
{
    const string Name = "预警与督办";

    /// <summary>Units named of a shortfall, and demands listed.</summary>
    const int NamedUnits = 5, Demands = 12;

    public static SheetLayout Of(MonthlyFacts facts)
    {
        var lit = Lit(facts);
        var lights = new Table(
            [
                new("承诺"), new("亮灯", Alignment.center), new(facts.Earlier, Alignment.center), new("自何月", Alignment.center), new("原因"), new("责任部门"), new("签收"), new("督办"), new("缺口所在（占各落后单位之和）"),
            ],
            [.. lit.Select(alert => new Row(Cells(facts, alert)))], WhenEmpty: "没有亮灯的承诺", Dense: true);
        return new(Name, true, [26, 8, 8, 8, 36, 20, 20, 20, 36],
        [
            Heading.Of(facts.Content.Cover, Name), facts.Below,
            new Line(LineKind.heading, "一、亮灯的承诺"), lights, .. Unlit(facts),
            new Line(LineKind.heading, "二、未销号的督办"), Cases(facts), .. Left(facts),
            new Line(LineKind.heading, "三、各单位亮灯"), Units(facts),
            new Line(LineKind.note, "注：▲红、◆橙、■黄、●绿，从重到轻；亮灯标准见系统的亮灯定义，本表只列结果。签收后灯变坏即失效。"),
        ], MostPages: 1, lights, 1);
    }

    public static List<Alert> Lit(MonthlyFacts facts) => [.. facts.Content.Alerts.Where(alert => alert.IsLit && alert.Evaluation.OrgUnit == facts.District).OrderByDescending(alert => alert.Now.Light)];

    static Cell[] Cells(MonthlyFacts facts, Alert alert) =>
    [
        alert.Evaluation.Version > 1 ? $"{alert.Evaluation.Name}（第{alert.Evaluation.Version}版）" : alert.Evaluation.Name, Shown(alert.Now.Light), facts.Before(alert) is { } before ? Shown(before.Light) : FigureCells.NotApplicable, Since(alert), alert.Now.Reason,
        Departments(facts, alert), Acknowledged(alert),
        alert.Cases.Count == 0 ? "未督办" : string.Join("；", alert.Cases.GroupBy(one => one.State).OrderBy(state => state.Key).Select(state => $"{state.Key.InWords()}{state.Count()}件")),
        Short(facts, alert),
    ];

    public static Cell Shown(LightColour colour) => colour == LightColour.grey ? "未评" : new Light(colour, colour.InWords());

    /// <summary>The first month of the run of months in which it has been lit at all.</summary>
    public static string Since(Alert alert) => $"{alert.Months.Reverse().TakeWhile(month => month.Light > LightColour.green).Last().Month}月";

    public static string Departments(MonthlyFacts facts, Alert alert) =>
        alert.Commitment.Departments.Count == 0 ? FigureCells.NotApplicable : string.Join("、", alert.Commitment.Departments.Select(facts.NameOf));

    // Who took it on is for the system to say: no person's name goes out with a workbook.
    public static string Acknowledged(Alert alert) => alert.Acknowledged is not { } one ? "未签收" : alert.AcknowledgementEnded ?? $"已签收（{one.DecidedOn:yyyy-MM-dd}）";

    static string Short(MonthlyFacts facts, Alert alert) => alert.Shortfall switch
    {
        null => FigureCells.NotApplicable,
        { WhyNot: { } why } => RanksSheet.Plainly(why),
        { Behind: [] } => "没有单位落后",
        var one => string.Join("、", one.Behind.Take(NamedUnits).Select(gap => $"{facts.NameOf(gap.OrgUnit)} {ChineseWords.Figure(gap.Share ?? 0, 1)}%")) + (one.Behind.Count > NamedUnits ? $"，另{one.Behind.Count - NamedUnits}家" : ""),
    };

    static IEnumerable<Block> Unlit(MonthlyFacts facts)
    {
        var grey = facts.Content.Alerts.Where(alert => alert.Evaluation.OrgUnit == facts.District && alert.Now.Light == LightColour.grey).GroupBy(alert => alert.Now.Reason)
            .Select(reason => $"{string.Join("、", reason.Select(alert => alert.Evaluation.Name))}（{reason.Key}）").ToList();
        if (grey.Count > 0) yield return new Line(LineKind.note, $"未评：{string.Join("；", grey)}。");
    }

    static Table Cases(MonthlyFacts facts)
    {
        var day = ShanghaiTime.DateOf(facts.Content.Cover.LoadCommittedAt);
        return new(
            [new("单位"), new("编号", Alignment.center), new("立单", Alignment.center, 2), new("要求", Span: 2), new("期限", Alignment.center), new("状态"), new("事项")],
            [.. facts.Content.Cases.Take(Demands).Select(one => new Row(
            [
                facts.NameOf(one.Order.OrgUnit), $"{one.Order.Number}", $"{one.Order.OpenedOn:yyyy-MM-dd}", one.Order.Demand, $"{one.Order.Deadline:yyyy-MM-dd}",
                one.State.InWords() + (one.IsOverdue(day) ? $"，逾期{one.DaysOverdue(day)}天" : ""), About(facts, one),
            ]))], WhenEmpty: "没有未销号的督办", Dense: true);
    }

    public static string About(MonthlyFacts facts, SupervisionCase one) =>
        facts.Promises.FirstOrDefault(promise => promise.Commitment.Id == one.Order.Commitment)?.Name ?? FigureCells.NotApplicable;

    static IEnumerable<Block> Left(MonthlyFacts facts)
    {
        if (facts.Content.Cases.Count > Demands) yield return new Line(LineKind.note, $"另有{facts.Content.Cases.Count - Demands}件未列，可在系统中查到。");
    }

    /// <summary>Units with a light, the heaviest first.</summary>
    static Table Units(MonthlyFacts facts) => new(
        [new("单位"), new("红", Alignment.right), new("橙", Alignment.right), new("黄", Alignment.right), new("亮灯的承诺", Span: 5)],
        [
            .. facts.Content.Alerts.Where(alert => alert.IsLit && alert.Evaluation.OrgUnit != facts.District).GroupBy(alert => alert.Evaluation.OrgUnit)
                .Select(unit => (Unit: unit.Key, Lights: unit.OrderByDescending(alert => alert.Now.Light).ToList(), Red: Of(unit, LightColour.red), Orange: Of(unit, LightColour.orange), Yellow: Of(unit, LightColour.yellow)))
                .OrderByDescending(unit => unit.Red).ThenByDescending(unit => unit.Orange).ThenByDescending(unit => unit.Yellow).ThenBy(unit => unit.Unit, StringComparer.Ordinal)
                .Select(unit => new Row([facts.NameOf(unit.Unit), new Number(unit.Red), new Number(unit.Orange), new Number(unit.Yellow), string.Join("、", unit.Lights.Select(alert => $"{alert.Evaluation.Name}（{alert.Now.Light.InWords()}）"))])),
        ], WhenEmpty: "各单位没有亮灯，或没有下达到单位的目标", Dense: true);

    static int Of(IEnumerable<Alert> alerts, LightColour colour) => alerts.Count(alert => alert.Now.Light == colour);
}

using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Reports.Monthly;

/// <summary>报送情况: who has reported what, month by month.</summary>
static class SubmissionsSheet
{
    public const string OnTime = "√", Late = "迟", Returned = "退", Unclear = "询", Missing = "缺", NotDue = "未到期";

    public static SheetLayout Of(MonthlyFacts facts)
    {
        var width = Math.Clamp(84 / facts.Month, 7, 12);
        int[] widths = [6, 26, .. Enumerable.Repeat(width, facts.Month), 8, 8, 8, 8, 10];
        var forms = facts.Content.Submissions.Where(status => status.PeriodStart.Year == facts.Year && status.PeriodStart <= facts.Content.Period.Start)
            .GroupBy(status => status.Form).OrderBy(form => form.Key, StringComparer.Ordinal)
            .Select(form => (Name: FormName(facts, form.Key), Table: Grid(facts, [.. form]))).ToList();
        if (forms.Count == 0) forms.Add(("", Grid(facts, [])));
        return new("报送情况", true, widths,
        [
            Heading.Of(facts.Content, "报送情况"), Heading.Below(facts.Content),
            .. forms.SelectMany(form => forms.Count == 1 ? [form.Table] : new Block[] { new Line(LineKind.heading, form.Name), form.Table }),
            new Line(LineKind.note, $"注：{OnTime}按时；{Late}：迟报（首次收到在截止日之后，已入库）；{Returned}：已退回待重报；{Unclear}：内容不明，待报送单位答复；{Missing}：过期未报；{NotDue}：未到截止日；—：当月不需报送。"),
            new Line(LineKind.note, "　　未完成＝退＋询＋缺；退回次数为本年被退回的份数，含重报后通过的。合计行为已入库份数/到期份数。"),
        ], forms[0].Table, 2);
    }

    static string FormName(MonthlyFacts facts, string id) => facts.Content.Catalog.Form(id, facts.Content.Period.Start)?.Name ?? id;

    static Table Grid(MonthlyFacts facts, IReadOnlyList<UnitPeriodStatus> statuses)
    {
        var months = Enumerable.Range(1, facts.Month).ToList();
        var units = facts.Content.District.Units.Select(unit => unit.Code).Distinct().ToList();
        var rows = statuses.GroupBy(status => status.OrgUnit)
            .OrderBy(unit => units.IndexOf(unit.Key) is var index and >= 0 ? index : int.MaxValue).ThenBy(unit => unit.Key, StringComparer.Ordinal)
            .Select((unit, index) => UnitRow(facts, [.. unit], months, index + 1)).ToList();
        if (rows.Count > 0) rows.Add(Totals(statuses, months));
        return new(
            [
                new("序号", Alignment.center), new("单位"), .. months.Select(month => new Column($"{month}月", Alignment.center)),
                new("到期", Alignment.right), new("按时", Alignment.right), new("迟报", Alignment.right), new("未完成", Alignment.right), new("退回次数", Alignment.right),
            ], rows, WhenEmpty: "本年尚无报送义务或报送记录", Dense: true);
    }

    static Row UnitRow(MonthlyFacts facts, IReadOnlyList<UnitPeriodStatus> statuses, List<int> months, int number)
    {
        var name = facts.Content.Catalog.OrgUnit(statuses[0].OrgUnit)?.Name ?? statuses[0].OrgUnit;
        var letters = months.Select(month => statuses.FirstOrDefault(status => status.PeriodStart.Month == month)).Select(Letter);
        return new([$"{number}", name, .. letters, .. Counts(statuses)]);
    }

    static Row Totals(IReadOnlyList<UnitPeriodStatus> statuses, List<int> months) => new(
        [
            "", "合计",
            .. months.Select(month => statuses.Where(status => status.PeriodStart.Month == month).ToList())
                .Select(month => (Cell)$"{month.Count(IsReported)}/{month.Count(IsDue)}"),
            .. Counts(statuses),
        ], RowKind.total);

    static Cell[] Counts(IReadOnlyList<UnitPeriodStatus> statuses) =>
    [
        new Number(statuses.Count(IsDue)), new Number(statuses.Count(IsOnTime)), new Number(statuses.Count(status => IsReported(status) && status.Late)),
        new Number(statuses.Count(status => IsDue(status) && !IsReported(status))), new Number(statuses.Sum(status => status.Returned)),
    ];

    public static Cell Letter(UnitPeriodStatus? status) => status switch
    {
        null => FigureCells.NotApplicable,
        { State: "reported", Late: false } => OnTime,
        { State: "reported" } => Late,
        { State: "returned" } => Returned,
        { State: "unclear" } => Unclear,
        { State: "missing" } => Missing,
        { State: "not_due" } => NotDue,
        _ => status.State,
    };

    public static bool IsReported(UnitPeriodStatus status) => status.State == "reported";
    public static bool IsOnTime(UnitPeriodStatus status) => IsReported(status) && !status.Late;

    /// <summary>What came early counts as due: it is done.</summary>
    public static bool IsDue(UnitPeriodStatus status) => status.State != "not_due";
}

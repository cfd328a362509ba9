using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>报送情况: who has reported what, month by month, all monthly forms of a unit in one cell.</summary>
static class SubmissionsSheet
{
    public const string OnTime = "√", Nil = "零", Late = "迟", Returned = "退", Unclear = "询", Explaining = "说", Reviewing = "核", Partly = "部",
        Withdrawn = "撤", Voided = "废", SetAside = "搁", Missing = "缺", NotDue = "未到期";

    // What is not in as it should be, what the unit owes first.
    static readonly string[] Letters = [Nil, Late, Partly, Returned, Unclear, Explaining, Reviewing, Withdrawn, Voided, SetAside, Missing];

    public static SheetLayout Of(MonthlyFacts facts)
    {
        var width = Math.Clamp(96 / facts.Month, 8, 12);
        var statuses = facts.Content.Submissions.Where(status => status.PeriodStart.Year == facts.Year && status.PeriodStart <= facts.Content.LastMonth).ToList();
        var grid = Grid(facts, [.. statuses.Where(status => IsMonthly(facts, status))]);
        return new("报送情况", true, [6, 30, .. Enumerable.Repeat(width, facts.Month), 8, 8, 8, 8, 10],
        [
            Heading.Of(facts.Content.Cover, "报送情况"), facts.Below, grid,
            new Line(LineKind.note, $"注：{OnTime}：当月各表都按时；n/m：当月到期m份、已入库n份，其后为未按时的原因。{Late}：迟报（首次收到在截止日之后，已入库）；{Nil}：零报告；{Missing}：过期未报；{NotDue}：未到截止日；—：当月不需报送。"),
            new Line(LineKind.note, $"　　{Partly}：分次报送，还有部分未到；{Returned}：已退回待重报；{Unclear}：内容不明，待报送单位答复；{Explaining}：待报送单位说明原因；{Reviewing}：待区级审核；{Withdrawn}：已撤回；{Voided}：已作废；{SetAside}：未能入库，由区级处理。"),
            new Line(LineKind.note, $"　　未完成＝{Partly}＋{Returned}＋{Unclear}＋{Explaining}＋{Reviewing}＋{Withdrawn}＋{Voided}＋{SetAside}＋{Missing}；退回次数为本年被退回的份数，含重报后通过的。合计行为已入库份数/到期份数。"),
            .. Forms(facts, statuses).Select(words => new Line(LineKind.note, $"　　{words}")),
        ], MostPages: 1, grid, 2);
    }

    static bool IsMonthly(MonthlyFacts facts, UnitPeriodStatus status) => FormOf(facts, status.Form) is null or { Period: PeriodKind.month };

    static Form? FormOf(MonthlyFacts facts, string id) => facts.Content.Catalog.Form(id, facts.Content.LastMonth);

    /// <summary>What the table is about, and how the forms stand that have no column in it.</summary>
    static IEnumerable<string> Forms(MonthlyFacts facts, List<UnitPeriodStatus> statuses)
    {
        var forms = statuses.GroupBy(status => status.Form).OrderBy(form => form.Key, StringComparer.Ordinal)
            .Select(form => (Name: FormOf(facts, form.Key)?.Name ?? form.Key, IsMonthly: IsMonthly(facts, form.First()), Due: form.Count(IsDue), Loaded: form.Count(IsReported))).ToList();
        var (monthly, others) = (forms.Where(form => form.IsMonthly).ToList(), forms.Where(form => !form.IsMonthly).ToList());
        if (monthly.Count > 0) yield return $"上表含月报表{monthly.Count}种：{string.Join("、", monthly.Select(form => form.Name))}。";
        if (others.Count > 0) yield return $"年度等其他报表（已入库/到期）：{string.Join("、", others.Select(form => $"{form.Name}{form.Loaded}/{form.Due}"))}。";
    }

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
        var cells = months.Select(month => (Cell)OfMonth([.. statuses.Where(status => status.PeriodStart.Month == month)]));
        return new([$"{number}", name, .. cells, .. Counts(statuses)]);
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

    /// <summary>A unit's month: one form as its letter; several as √, or as how many are in and what the others wait for.</summary>
    static string OfMonth(IReadOnlyList<UnitPeriodStatus> statuses)
    {
        var due = statuses.Where(HasStanding).ToList();
        if (due.Count == 0) return statuses.Count == 0 ? FigureCells.NotApplicable : NotDue;
        var letters = due.Select(Letter).Where(letter => letter != OnTime).Distinct()
            .OrderBy(letter => Array.IndexOf(Letters, letter)).ToList();
        return letters.Count == 0 ? OnTime : due.Count == 1 ? letters[0] : $"{due.Count(IsReported)}/{due.Count}{string.Concat(letters)}";
    }

    public static string Letter(UnitPeriodStatus status) => status.State switch
    {
        "reported" => status.Late ? Late : OnTime,
        "nil" => status.Late ? Late : Nil,
        "partly" => Partly,
        "returned" => Returned,
        "unclear" => Unclear,
        "awaiting_explanation" => Explaining,
        "awaiting_review" => Reviewing,
        "withdrawn" => Withdrawn,
        "voided" => Voided,
        "missing" => Missing,
        _ => SetAside,
    };

    public static bool IsReported(UnitPeriodStatus status) => status.State is "reported" or "nil";
    public static bool IsOnTime(UnitPeriodStatus status) => IsReported(status) && !status.Late;

    /// <summary>What is in early counts with what is due: it is done. What came early and was sent back, or waits, is not owed yet.</summary>
    public static bool IsDue(UnitPeriodStatus status) => status.PastDue || IsReported(status);

    // Of what is not due yet and came all the same it is told how it stands.
    static bool HasStanding(UnitPeriodStatus status) => status.State != "not_due";
}

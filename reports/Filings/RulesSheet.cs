using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Filings;

/// <summary>口径与来源: who owes which form by when, how it is counted, and from where it is known.</summary>
static class RulesSheet
{
    public static SheetLayout Of(FilingsFacts facts)
    {
        var forms = Forms(facts);
        return new("口径与来源", true, [6, 34, 18, 10, 40, 40, 10, 10],
        [
            Heading.Of(facts.Content.Cover, "口径与来源"), Heading.Below(facts.Content.Cover),
            new Line(LineKind.heading, "一、报送义务"), forms,
            new Line(LineKind.heading, "二、编制说明"),
            .. Remarks(facts.Content).Select((words, index) => new Line(LineKind.note, $"{index + 1}. {words}")),
        ], MostPages: 1, forms);
    }

    static Table Forms(FilingsFacts facts) => new(
        [new("序号", Alignment.center), new("报表"), new("表号"), new("频率", Alignment.center), new("报送单位和期限", Span: 2), new("审核", Alignment.center), new("应报家数", Alignment.right)],
        [.. facts.OfYear.GroupBy(status => status.Form).OrderByDescending(form => form.Select(status => status.OrgUnit).Distinct().Count()).ThenBy(form => form.Key, StringComparer.Ordinal)
            .Select((form, index) => FormRow(facts, form.Key, form.Select(status => status.OrgUnit).Distinct().ToList(), index + 1))], WhenEmpty: "本年至本月没有报送义务", Dense: true);

    static Row FormRow(FilingsFacts facts, string id, List<string> units, int number) => facts.FormOf(id, facts.Content.Period.Start) is { } form
        ? new([$"{number}", form.Name, form.Number.Length > 0 ? form.Number : FigureCells.NotApplicable, Often(form.Period), Duties(facts, form, units), form.NeedsReview == true ? "区级审核" : "不审核", new Number(units.Count)])
        : new([$"{number}", id, FigureCells.NotApplicable, FigureCells.NotApplicable, FigureCells.NotApplicable, FigureCells.NotApplicable, new Number(units.Count)]);

    static string Duties(FilingsFacts facts, Form form, List<string> units) => string.Join("；", units.Select(unit => facts.Content.Catalog.OrgUnit(unit)).OfType<OrgUnit>()
        .GroupBy(unit => unit.Role).Select(role => (Duty: form.ObligationOf(role.Key), Units: role.ToList())).Where(one => one.Duty is not null)
        .Select(one => $"{Who(one.Units)}：期后第 {one.Duty!.DueWorkingDay} 个工作日前{(one.Duty.Lines.Count > 0 ? $"，只报 {string.Join("、", one.Duty.Lines)} 行" : "")}"));

    static string Who(List<OrgUnit> units) => units.Count <= 2 ? string.Join("、", units.Select(unit => unit.Name)) : units[0].Kind switch
    {
        OrgUnitKind.township => $"街镇 {units.Count} 家",
        OrgUnitKind.park => $"园区 {units.Count} 家",
        _ => $"部门 {units.Count} 家",
    };

    public static string Often(PeriodKind kind) => kind switch
    {
        PeriodKind.day => "每日",
        PeriodKind.week => "每周",
        PeriodKind.month => "每月",
        PeriodKind.quarter => "每季",
        PeriodKind.half => "每半年",
        PeriodKind.year => "每年",
        _ => "每个规划期",
    };

    static IEnumerable<string> Remarks(FilingsContent content) =>
    [
        "到期以截止日为准，节假日顺延按国务院办公厅放假通知；按时以首次收到为准，首次收到后又全部撤回、作废的，以后来的为准。退回后重报，首次收到在截止日前的仍算按时。",
        "零报告为报送单位书面声明没有发生，算作入库。过期未报与零报告不同：没有收到任何报表。",
        "本年、本月按报告期划分，不按收到的日期：报告期在本年1月至本月结束的报表都计在内。",
        $"份数由报送登记（回执）逐份数出，不出自上报表的单元格，所以没有“来源”表；每份报表凭回执号可以调出原件和核对结果。{(content.Cover.AsOfLoad > 0 ? $"登记截至批次 {content.Cover.AsOfLoad}（{ShanghaiTime.Print(content.Cover.LoadCommittedAt)}，北京时间）。" : "系统尚无入库数据。")}",
        .. content.Cover.Demo ? ["本表为演示数据，由程序生成，不反映任何地区的实际情况。"] : Array.Empty<string>(),
    ];
}

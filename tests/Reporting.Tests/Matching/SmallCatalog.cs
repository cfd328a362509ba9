using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Matching;

/// <summary>One district, one form: enough to try matching without any definition file.</summary>
static class SmallCatalog
{
    static readonly DateOnly Start = new(2021, 1, 1);

    public static Catalog Value { get; } = new([new("310151", "崇明区", Units())], [], [], [], [Form(), OtherForm()], [], WorkingDays.WeekOnly);

    static IReadOnlyList<OrgUnit> Units() =>
    [
        Unit("310151", "崇明区", OrgUnitKind.district, "district"),
        Unit("310151101", "城桥镇", OrgUnitKind.township, "township", ["城桥"]),
        Unit("310151102", "堡镇", OrgUnitKind.township, "township", reportsFor: ["310151503"]),
        Unit("310151103", "新河镇", OrgUnitKind.township, "township"),
        Unit("310151503", "前卫农场", OrgUnitKind.park, "township"),
        Unit("310151-JYCJ", "崇明区就业促进中心", OrgUnitKind.department, "employment_center", ["就业促进中心", "区就促中心"]),
    ];

    static OrgUnit Unit(string code, string name, OrgUnitKind kind, string role, IReadOnlyList<string>? aliases = null, IReadOnlyList<string>? reportsFor = null) =>
        new("310151", code, name, kind, role, kind != OrgUnitKind.park, code, Start, null, aliases ?? [], reportsFor ?? [], []);

    static Form Form() => new(
        "employment_monthly", 1, "就业工作月报表", "崇就业01表", "崇明区人力资源和社会保障局", "崇统制〔2021〕12号", Start, null, null, PeriodKind.month, "310151",
        ["就业工作月报表", "就业情况月报"],
        [
            new("month", "本月数", Basis.in_period, 0, ["当月", "本月发生数"]),
            new("ytd", "本年累计", Basis.year_to_date, 0, ["累计", "1至本月累计"]),
            new("last_ytd", "上年同期累计", Basis.year_to_date, 1, ["去年同期累计", "上年同期"]),
        ],
        [
            Line(1, "新增就业人数", "人", 0, [], ["新增就业"]),
            Line(2, "其中：女性", "人", 1),
            Line(3, "帮扶引领成功创业人数", "人", 0, [], ["帮扶创业人数"]),
            Line(4, "其中：青年大学生", "人", 1),
            Line(5, "帮助长期失业青年实现就业创业人数", "人", 0),
            Line(6, "职业技能培训人次", "人次", 0),
            Line(7, "其中：农民", "人次", 1),
            Line(8, "期末城乡登记失业人数", "人", 0),
        ],
        [], [new("township", [], Start, null, 5), new("employment_center", [1, 2, 3, 4, 5, 8], Start, null, 5)]);

    static Form OtherForm() => new(
        "insurance_monthly", 1, "社会保险月报表", "崇社保01表", "崇明区人力资源和社会保障局", "", Start, null, null, PeriodKind.month, "310151", ["社会保险月报表"],
        [new("month", "本月数", Basis.in_period, 0, []), new("ytd", "本年累计", Basis.year_to_date, 0, [])],
        [Line(1, "参保人数", "人", 0), Line(2, "其中：女性", "人", 1), Line(3, "基金收入", "万元", 0), Line(4, "享受待遇人数", "人", 0), Line(5, "其中：女性", "人", 1)],
        [], [new("township", [], Start, null, 5)]);

    static FormLine Line(int number, string label, string unit, int level, IReadOnlyList<string>? columns = null, IReadOnlyList<string>? aliases = null) =>
        new(number, label, "e" + number, Breakdown.Total, unit, level, columns ?? [], true, 0, 0, aliases ?? []);
}

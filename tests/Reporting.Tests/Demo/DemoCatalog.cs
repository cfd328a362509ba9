using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Demo;

/// <summary>A small catalog like the shipped one: one district, 21 townships, farms and parks, two departments, one form, one plan.</summary>
static class DemoCatalog
{
    public const string Chongming = "310151";
    static readonly DateOnly Always = new(2021, 1, 1);

    public static Catalog Catalog { get; } = new([new(Chongming, "崇明区", Units())], Elements(), Breakdowns(), Indicators(), [Form()], [Plan()], WorkingDays.WeekOnly);

    static OrgUnit[] Units() =>
    [
        Unit("310151", "崇明区", OrgUnitKind.district, "district"),
        .. new[] { "城桥镇", "堡镇", "新河镇", "庙镇", "竖新镇", "向化镇", "三星镇", "港沿镇", "中兴镇", "陈家镇", "绿华镇", "港西镇", "建设镇", "新海镇", "东平镇", "长兴镇" }
            .Select((name, index) => Unit($"310151{101 + index}", name, OrgUnitKind.township, "township")),
        Unit("310151201", "新村乡", OrgUnitKind.township, "township"), Unit("310151202", "横沙乡", OrgUnitKind.township, "township"),
        Unit("310151401", "前卫农场", OrgUnitKind.park, "park"), Unit("310151402", "东平林场", OrgUnitKind.park, "park"),
        Unit("310151501", "上实现代农业园区", OrgUnitKind.park, "park") with { Counts = false },
        Unit("310151-JYCJ", "崇明区就业促进中心", OrgUnitKind.department, "employment_center") with { Measures = Chongming },
        Unit("310151-ZYPX", "崇明区职业技能培训指导中心", OrgUnitKind.department, "training_center") with { Measures = Chongming },
    ];

    static OrgUnit Unit(string code, string name, OrgUnitKind kind, string role) => new(Chongming, code, name, kind, role, true, code, Always, null, [], [], []);

    static Element[] Elements() =>
    [
        Element("new_employment", "新增就业人数", "人", ElementKind.flow), Element("venture_support", "帮扶引领成功创业人数", "人", ElementKind.flow),
        Element("youth_employment", "帮助长期失业青年实现就业创业人数", "人", ElementKind.flow),
        Element("training_sessions", "职业技能培训人次", "人次", ElementKind.flow) with { Authority = new Dictionary<OrgUnitKind, string> { [OrgUnitKind.district] = "training_center", [OrgUnitKind.township] = "township" } },
        Element("registered_unemployed", "期末城乡登记失业人数", "人", ElementKind.stock) with { Rollup = Rollup.reported },
    ];

    static Element Element(string id, string name, string unit, ElementKind kind) => new(
        id, 1, name, unit, kind, Rollup.sum, new Dictionary<OrgUnitKind, string> { [OrgUnitKind.township] = "township" }, ["employment-monthly"], Always, null, name);

    static Breakdown[] Breakdowns() =>
        [new(Breakdown.Total, "合计", "total", true), new("female", "女性", "sex", true), new("male", "男性", "sex", true), new("student", "青年大学生", "student", false), new("farmer", "农民", "farmer", false)];

    static Indicator[] Indicators() => [.. Elements().Select(element => new Indicator(
        element.Id, 1, element.Name, element.Unit, 0, [new(element.Id, Breakdown.Total, element.Kind == ElementKind.stock ? TimeRule.last : TimeRule.sum, 1)], [], Always, null, ""))];

    static Form Form() => new(
        "employment-monthly", 1, "就业工作月报表", "崇就业01表", "崇明区人力资源和社会保障局", "崇人社〔2021〕12号", Always, null, new(2025, 12, 31), PeriodKind.month, Chongming,
        ["就业工作月报表", "就业工作情况表", "就业月报"],
        [
            new("month", "本月数", Basis.in_period, 0, ["本月"]), new("ytd", "本年累计", Basis.year_to_date, 0, ["累计数"]),
            new("ytd_last_year", "上年同期累计", Basis.year_to_date, 1, ["去年同期"]),
        ],
        [
            Line(1, "新增就业人数", "new_employment"), Line(2, "其中：女性", "new_employment", "female"), Line(3, "帮扶引领成功创业人数", "venture_support"),
            Line(4, "其中：青年大学生", "venture_support", "student"), Line(5, "帮助长期失业青年实现就业创业人数", "youth_employment"),
            Line(6, "职业技能培训人次", "training_sessions") with { Unit = "人次" }, Line(7, "其中：农民", "training_sessions", "farmer") with { Unit = "人次" },
            Line(8, "期末城乡登记失业人数", "registered_unemployed") with { Columns = ["month"] },
        ],
        [Part("1 >= 2"), Part("3 >= 4"), Part("6 >= 7")],
        [
            new("township", [], Always, null, 5), new("park", [], Always, null, 5),
            new("employment_center", [8], Always, null, 8), new("training_center", [6, 7], Always, null, 8),
        ]);

    static FormLine Line(int number, string label, string element, string breakdown = Breakdown.Total) => new(
        number, label, element, breakdown, "人", breakdown == Breakdown.Total ? 0 : 1, [], true, 0, 0, breakdown == Breakdown.Total ? [label.Replace("人数", "", StringComparison.Ordinal)] : []);

    static FormRule Part(string expression) => new("part_exceeds_whole", expression, Severity.error, [], null);

    static Plan Plan() => new("chongming-14-5", Chongming, "崇明区十四五就业和社会保障规划", "", Always, 2021, 2025,
        [Commitment("new_employment", 9000), Commitment("venture_support", 200), Commitment("youth_employment", 430), Commitment("training_sessions", 10000)]);

    static Commitment Commitment(string indicator, decimal value) => new(indicator, indicator, "annual_total", ">=", value, "人", "each_year", "", "", "", [], false);
}

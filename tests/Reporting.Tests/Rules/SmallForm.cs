using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Rules;

/// <summary>A form, three units and steady figures for them: enough for every rule to pass and to fail.</summary>
static class SmallForm
{
    public static readonly FormColumn Month = new("month", "本月数", Basis.in_period, 0, []);
    public static readonly FormColumn Ytd = new("ytd", "本年累计", Basis.year_to_date, 0, []);
    public static readonly FormColumn LastYear = new("last_year", "上年同期累计", Basis.year_to_date, 1, []);

    public static readonly Form Form = new("employment", 1, "就业工作月报表", "崇就业01表", "区人力资源社会保障局", "崇人社〔2022〕1号",
        new(2021, 1, 1), null, null, PeriodKind.month, "310151", ["就业工作月报表"], [Month, Ytd, LastYear],
        [
            Line(1, "新增就业人数", "new_employment"), Line(2, "其中：女性", "new_employment", breakdown: "female", level: 1),
            Line(3, "帮扶引领成功创业人数", "startups"), Line(4, "其中：青年大学生", "startups", breakdown: "young_graduate", level: 1),
            Line(5, "帮助长期失业青年实现就业创业人数", "long_unemployed_youth"), Line(6, "职业技能培训人次", "training", unit: "人次"),
            Line(7, "其中：农民", "training", breakdown: "farmer", level: 1, unit: "人次"),
            Line(8, "期末城乡登记失业人数", "registered_unemployed") with { Columns = ["month"] },
        ],
        [
            new("female_within_new", "1 >= 2", Severity.error, [], null),
            new("young_within_startups", "3 >= 4", Severity.error, [], "其中项不能大于总项。"),
            new("farmers_within_training", "6≥7", Severity.error, [], null),
            new("training_and_jobs", "6 + 5 <= 1 + #5000 - 3", Severity.warning, ["month"], null),
        ],
        [
            new("township", [], new(2021, 1, 1), null, 5), new("employment_center", [5, 8], new(2021, 1, 1), null, 5),
            new("park", [], new(2022, 6, 1), null, 5),
        ]);

    public static readonly OrgUnit Township = Unit("310151103", "城桥镇", OrgUnitKind.township, "township");
    public static readonly OrgUnit Center = Unit("310151-JYCJ", "区就业促进中心", OrgUnitKind.department, "employment_center") with { Measures = "310151" };
    public static readonly OrgUnit Park = Unit("310151501", "崇明工业园区", OrgUnitKind.park, "park");

    public static readonly OrgUnit SecondTownship = Unit("310151104", "堡镇", OrgUnitKind.township, "township");

    static readonly OrgUnit Overlapping = Park with { Code = "310151502", Name = "富盛开发区", Counts = false };

    /// <summary>Two townships and parks owe what the center states of the district: new employment adds up, the registered are the center's own count.</summary>
    public static Catalog Catalog => new([new("310151", "崇明区", [Township, SecondTownship, Center, Overlapping])],
        [Element("new_employment", ElementKind.flow, Rollup.sum), Element("long_unemployed_youth", ElementKind.flow, Rollup.sum), Element("registered_unemployed", ElementKind.stock, Rollup.reported)],
        [], [], [Form], [], WorkingDays.WeekOnly);

    static Element Element(string id, ElementKind kind, Rollup rollup) =>
        new(id, 1, id, "人", kind, rollup, new Dictionary<OrgUnitKind, string>(), [], new(2016, 1, 1), null, "试");

    /// <summary>A figure that every rule is content with.</summary>
    public static decimal Figure(int line, FormColumn column, Period period) =>
        column.IsQuoted ? Figure(line, Ytd, period.YearsBack(column.YearsBack))
        : column.Basis == Basis.year_to_date ? Enumerable.Range(1, period.Start.Month).Sum(month => Monthly(line, period.Start.Year, month))
        : Monthly(line, period.Start.Year, period.Start.Month);

    static decimal Monthly(int line, int year, int month) =>
        new[] { 0, 120, 50, 20, 6, 9, 210, 70, 3100 }[line] + (year - 2021) * 3 + month % 4 * (line % 3 + 1);

    static FormLine Line(int number, string label, string element, string breakdown = Breakdown.Total, int level = 0, string unit = "人") =>
        new(number, label, element, breakdown, unit, level, [], Required: true, Minimum: 0, Decimals: 0, []);

    static OrgUnit Unit(string code, string name, OrgUnitKind kind, string role) =>
        new("310151", code, name, kind, role, Counts: true, Measures: code, new(2016, 7, 22), null, [], [], []);
}

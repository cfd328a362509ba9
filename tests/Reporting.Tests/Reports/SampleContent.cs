using Reporting.Reports;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>
/// 崇明区 in a made-up August 2022: 23 reporting units, five indicators, eight months. One township late, one short of its August
/// sheet, one returned; one park outside the district's total; a ceiling that is still 待下达. Values follow from unit and month alone.
/// </summary>
static class SampleContent
{
    public const string District = "310151";
    public const int Year = 2022, Month = 8;

    static readonly DateOnly Start = new(2021, 1, 1);

    static readonly string[] Townships =
    [
        "城桥镇", "堡镇", "新河镇", "庙镇", "竖新镇", "向化镇", "三星镇", "港沿镇", "中兴镇", "陈家镇", "绿华镇", "港西镇", "建设镇", "新海镇", "东平镇",
        "长兴镇", "新村乡", "横沙乡",
    ];

    public static readonly IReadOnlyList<OrgUnit> Units =
    [
        Unit(District, "崇明区", OrgUnitKind.district, "district"),
        .. Townships.Select((name, index) => Unit($"{310151101 + (name.EndsWith('乡') ? 84 : 0) + index}", name, OrgUnitKind.township, "township")),
        Unit("310151401", "前卫农场", OrgUnitKind.park, "park"), Unit("310151402", "东平林场", OrgUnitKind.park, "park"),
        Unit("310151501", "上实现代农业园区", OrgUnitKind.park, "park", counts: false),
        Unit("310151-JYCJ", "区就业促进中心", OrgUnitKind.department, "employment_center"),
        Unit("310151-ZYPX", "区职业技能培训指导中心", OrgUnitKind.department, "training_center"),
    ];

    public static readonly IReadOnlyList<Indicator> Indicators =
    [
        Sum("new_employment", "新增就业", "人", "当年在本区新就业、签订劳动合同或办理用工登记的人数。"),
        Sum("startup_support", "帮扶引领成功创业", "人", "经公共就业服务帮扶后领取营业执照并正常经营的人数。"),
        Sum("longterm_unemployed_youth", "帮助长期失业青年实现就业创业", "人", "连续失业六个月以上、35周岁以下青年实现就业或创业的人数。"),
        Sum("skill_training", "职业技能培训", "人次", "参加政府补贴职业技能培训并取得结业成绩的人次，由区职业技能培训指导中心统一统计。"),
        new("registered_unemployed", 1, "城乡登记失业人数", "人", 0, [new("registered_unemployed", "total", TimeRule.last, 1)], [], Start, null, "期末在册的城乡登记失业人员。"),
    ];

    public static MonthlyContent Chongming() => Evaluated(new(
        Cover, Catalog(), [.. AllFigures()], [], [.. AllSubmissions()], [.. AllSources()]));

    /// <summary>第8期, issued; of load 128.</summary>
    public static Cover Cover => new(MonthlyReport.Title, Catalog().District(District)!, Period.Month(Year, Month), 128, new(2022, 9, 14, 10, 3, 0, DateTimeKind.Utc),
        new(8, new(2022, 9, 15, 1, 30, 0, DateTimeKind.Utc)), Demo: true);

    /// <summary>The content with the evaluations that its figures give.</summary>
    public static MonthlyContent Evaluated(MonthlyContent content, params TargetDecision[] targets)
    {
        var (horizon, catalog) = (new Horizon(Year, Month, new(2022, 9, 14)), content.Catalog);
        Evidence Of(string orgUnit) => new(District, orgUnit, catalog.Indicators, catalog.Elements, content.Figures, [], targets, []);
        var units = catalog.OrgUnits.Where(unit => unit.Kind is OrgUnitKind.township or OrgUnitKind.park).Select(unit => unit.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        var months = UnitStandings.ByMonth([.. catalog.Plans.Select(plan => (plan, (IReadOnlyList<Evidence>)[Of(District), .. units.Select(Of)]))], horizon, isAsked: false, Year);
        return content with
        {
            Evaluations = months[^1].Standings[0].Evaluations,
            Months = months,
            Alerts = Alerts.Of(new(District, Year, Lights, catalog.Plans, months, catalog.OrgUnits.Where(unit => unit.Counts && units.Contains(unit.Code)).Select(unit => unit.Code).ToHashSet(), [], content.Cases)),
            Landings = catalog.Plans.SelectMany(plan => Landings.Of(plan, Of(District), horizon)).ToDictionary(landed => landed.Commitment),
        };
    }

    static readonly LightTable Lights = new("lights", null, "亮灯标准", "示例", LightColour.red,
    [
        new(["annual_total", "plan_total"], LightMeasure.points_behind, [new(LightColour.yellow, 10, null), new(LightColour.orange, null, 20), new(LightColour.red, null, 30)], new(0, 3, 1, 2), ""),
        new(["ceiling"], LightMeasure.share_of_ceiling, [new(LightColour.yellow, null, 95), new(LightColour.red, null, 100)], new(0, 1, 1, 2), ""),
        new(["ratio", "yearly_reduction"], LightMeasure.points_below, [new(LightColour.yellow, null, 0.5m), new(LightColour.red, null, 5)], new(0, 0.5m, 1, 2), ""),
    ]);

    /// <summary>Definitions and targets, and nothing received.</summary>
    public static MonthlyContent Empty() =>
        Evaluated(Chongming() with { Cover = Cover with { AsOfLoad = 0, LoadCommittedAt = default, Edition = null, Demo = false }, Figures = [], Submissions = [], Sources = [] });

    public static Catalog Catalog(IReadOnlyList<Indicator>? indicators = null, IReadOnlyList<OrgUnit>? units = null, IReadOnlyList<Commitment>? commitments = null) => new(
        [new(District, "崇明区", units ?? Units)],
        [.. (indicators ?? Indicators).SelectMany(indicator => indicator.Numerator.Concat(indicator.Denominator)).Select(term => term.Element).Distinct().Select(Element)],
        [new("total", "合计", "total", true)], indicators ?? Indicators, [Form(indicators ?? Indicators)], [Plan() with { Commitments = commitments ?? Plan().Commitments }], WorkingDays.WeekOnly);

    public static IndicatorYear Figure(
        string orgUnit, string indicator, int year, int through, decimal? value, decimal? denominator = null,
        FigureState state = FigureState.reported, int owed = 1, int present = 1, int missing = 0) => new(
        District, orgUnit, indicator, 1, year, through, value, denominator, denominator is not null, Bound.exact, state,
        value is null ? null : new DateOnly(year, through, 1), owed, present, missing, false, 128);

    static OrgUnit Unit(string code, string name, OrgUnitKind kind, string role, bool counts = true) => new(
        District, code, name, kind, role, counts, kind == OrgUnitKind.department ? District : code, Start, null, [], [], []);

    static Indicator Sum(string id, string name, string unit, string meaning) =>
        new(id, 1, name, unit, 0, [new(id, Breakdown.Total, TimeRule.sum, 1)], [], Start, null, meaning);

    static Element Element(string id) => new(
        id, 1, Indicators.FirstOrDefault(indicator => indicator.Id == id)?.Name + "数", "人", id.StartsWith("registered", StringComparison.Ordinal) ? ElementKind.stock : ElementKind.flow,
        id == "skill_training" ? Rollup.reported : Rollup.sum, new Dictionary<OrgUnitKind, string>(), [], Start, null, "");

    static Form Form(IReadOnlyList<Indicator> indicators) => new(
        "employment_monthly", 1, "就业工作月报表", "崇就业01表", "", "", Start, null, null, PeriodKind.month, District, ["就业工作月报表"], [],
        [.. indicators.Select((indicator, index) => new FormLine(index + 1, indicator.Name, indicator.Numerator[0].Element, "total", indicator.Unit, 0, [], true, 0, 0, []))],
        [], [new("township", [1, 2, 3, 5], Start, null, 8), new("park", [1, 2], Start, null, 8), new("training_center", [4], Start, null, 8), new("employment_center", [5], Start, null, 8)]);

    static Plan Plan() => new("chongming-14-5", District, "崇明区就业和社会保障“十四五”规划", "崇府发〔2021〕30号", new(2021, 12, 30), 2021, 2025,
    [
        Commitment("c1", "new_employment", "annual_total", ">=", 9000, "人", "每年新增就业不低于9000人。", "按年单独计算，超额部分不结转。"),
        Commitment("c2", "startup_support", "annual_total", ">=", 200, "人", "每年帮扶引领成功创业不低于200人。", ""),
        Commitment("c3", "longterm_unemployed_youth", "annual_total", ">=", 430, "人", "每年帮助不低于430名长期失业青年实现就业创业。", ""),
        Commitment("c4", "skill_training", "annual_total", ">=", 10000, "人次", "每年完成职业技能培训10000人次。", "表列数未注明方向，按不低于理解。"),
        Commitment("c5", "registered_unemployed", "ceiling", "<=", null, "人", "城乡登记失业人数控制在市下达标准以内。", "目标由市逐年下达，未下达前不作评价。"),
    ]);

    public static Commitment Commitment(string id, string? indicator, string kind, string comparator, decimal? value, string unit, string clause, string interpretation) =>
        new(id, indicator, kind, comparator, value, unit, "each_year", clause, "规划表1", interpretation, [], value is null);

    static IEnumerable<OrgUnit> Reporting => Units.Where(unit => unit.Kind is OrgUnitKind.township or OrgUnitKind.park);

    public static decimal MonthValue(OrgUnit unit, string indicator, int year, int month)
    {
        var size = 40 - Units.Index().First(each => each.Item.Code == unit.Code).Index + month % 3 * 2 + (year == Year ? 3 : 0);
        return indicator switch
        {
            "new_employment" => size * 2,
            "startup_support" => size / 22,
            "longterm_unemployed_youth" => size / 12,
            _ => 60 + size * 3,
        };
    }

    static bool Reports(OrgUnit unit, string indicator) => indicator != "skill_training" && (unit.Kind == OrgUnitKind.township || indicator is "new_employment" or "startup_support");

    // 横沙乡 sent nothing for August.
    static bool Sent(OrgUnit unit, int year, int month) => !(unit.Name == "横沙乡" && year == Year && month == Month);

    static decimal YearValue(OrgUnit unit, string indicator, int year, int through) => indicator == "registered_unemployed"
        ? MonthValue(unit, indicator, year, Sent(unit, year, through) ? through : through - 1)
        : Enumerable.Range(1, through).Where(month => Sent(unit, year, month)).Sum(month => MonthValue(unit, indicator, year, month));

    static IEnumerable<IndicatorYear> AllFigures()
    {
        foreach (var indicator in Indicators.Select(each => each.Id))
            foreach (var year in new[] { Year - 1, Year })
            {
                for (var through = 1; through <= (year == Year ? Month : 12); through++) yield return DistrictFigure(indicator, year, through);
                foreach (var unit in Reporting)
                    yield return Reports(unit, indicator)
                        ? Figure(unit.Code, indicator, year, Month, YearValue(unit, indicator, year, Month), state: Sent(unit, year, Month) ? FigureState.reported : FigureState.incomplete, owed: Month, present: Sent(unit, year, Month) ? Month : Month - 1)
                        : Figure(unit.Code, indicator, year, Month, null, state: FigureState.not_defined_here, owed: 0, present: 0);
            }
    }

    static IndicatorYear DistrictFigure(string indicator, int year, int through)
    {
        if (indicator == "skill_training")
            return Figure(District, indicator, year, through, Enumerable.Range(1, through).Sum(month => 800 + month * 15 + (year == Year ? 40 : 0)), owed: through, present: through);
        var units = Reporting.Where(unit => unit.Counts && Reports(unit, indicator)).ToList();
        var missing = units.Count(unit => !Sent(unit, year, through));
        return Figure(District, indicator, year, through, units.Sum(unit => YearValue(unit, indicator, year, through)), state: missing > 0 ? FigureState.incomplete : FigureState.reported,
            owed: units.Count * through, present: units.Count * through - missing, missing: missing);
    }

    static IEnumerable<UnitPeriodStatus> AllSubmissions()
    {
        foreach (var unit in Units.Where(unit => unit.Kind != OrgUnitKind.district))
            for (var month = 1; month <= Month; month++)
            {
                var (state, late, returned) = (unit.Name, month) switch
                {
                    ("横沙乡", Month) => ("missing", false, 0),
                    ("上实现代农业园区", Month) => ("returned", false, 1),
                    ("新村乡", Month) => ("unclear", false, 0),
                    ("庙镇", 3 or 5) => ("reported", true, 1),
                    ("三星镇", 2) => ("reported", false, 2),
                    ("三星镇", 4) => ("nil", false, 0),
                    ("港西镇", Month) => ("awaiting_review", false, 0),
                    ("建设镇", Month) => ("awaiting_explanation", false, 0),
                    _ => ("reported", false, 0),
                };
                var due = new DateOnly(Year, month, 1).AddMonths(1).AddDays(11);
                DateTime? received = state == "missing" ? null : due.AddDays(late ? 2 : -3).ToDateTime(new TimeOnly(1, 15), DateTimeKind.Utc);
                yield return new(District, unit.Code, "employment_monthly", new(Year, month, 1), due, true, state, received, state is "reported" or "nil" ? received : null, late, late, state == "missing" ? 0 : returned + 1, returned, 0, 0, null);
            }
    }

    static IEnumerable<Addend> AllSources()
    {
        foreach (var indicator in Indicators.Select(each => each.Id))
            foreach (var unit in Reporting.Where(unit => unit.Counts && Reports(unit, indicator)))
                for (var month = 1; month <= Month; month++)
                    if (Sent(unit, Year, month))
                        yield return new(unit.Code, unit.Code, indicator, Breakdown.Total, PeriodKind.month, new(Year, month, 1), Period.Month(Year, month).End, Basis.in_period,
                            MonthValue(unit, indicator, Year, month), ValueState.reported, indicator == "registered_unemployed" ? "stock" : "month", $"{District}-{Year}{month + 1:00}09-{Units.Index().First(each => each.Item == unit).Index:000}",
                            $"{unit.Name}{Year}年{month}月就业工作月报表.xlsx", "ab12", "就业工作月报表", $"C{Indicators.Index().First(each => each.Item.Id == indicator).Index + 7}", ChineseText(MonthValue(unit, indicator, Year, month)), "张三",
                            new DateOnly(Year, month, 1).AddMonths(1).AddDays(8).ToDateTime(new TimeOnly(1, 15), DateTimeKind.Utc), 100 + month);
    }

    static string ChineseText(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

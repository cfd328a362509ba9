using Reporting.Reports;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>Months that go wrong, or are larger than usual.</summary>
static class SampleVariants
{
    static readonly DateOnly Start = new(2021, 1, 1);

    /// <summary>What a file name, a sheet name or a cell may hold that a spreadsheet program would rather run.</summary>
    public static readonly IReadOnlyList<string> Hostile =
    [
        "=1+1", "=HYPERLINK(\"http://example.com\",\"x\")", "+8613800000000", "-2+3", "@SUM(A1:A9)", "\t=1+1", "=cmd|' /C calc'!A0",
        "_x0041_和_x000D_", "控制\u0001字\u001f符\u007f", "𠮷野家䶮〇", "😀", "<b>&amp;</b>", "310230199001011234", new string('长', 33_000), "半\uD8FF个",
    ];

    /// <summary>As XML can carry it and a cell can hold it.</summary>
    public static string AsCarried(string words) =>
        new([.. words.Replace("\uD8FF", "\uFFFD", StringComparison.Ordinal).Select(letter => letter < ' ' && letter != '\t' || letter == '\u007f' ? '\uFFFD' : letter).Take(32_767)]);

    public static MonthlyContent Injection()
    {
        var content = SampleContent.Chongming();
        var month = content.Sources.Where(source => source.PeriodStart.Month == SampleContent.Month).ToList();
        return content with { Sources = [.. Hostile.Select((words, index) => month[index] with { FileName = words, Sheet = words, Text = words })] };
    }

    /// <summary>The units owe, and nothing came.</summary>
    public static MonthlyContent NothingReported()
    {
        var content = SampleContent.Chongming();
        return SampleContent.Evaluated(content with
        {
            Figures = [.. content.Figures.Where(figure => figure.Year == SampleContent.Year && figure.OrgUnit != "310151101")
                .Select(figure => figure.State == FigureState.not_defined_here ? figure : figure with { Numerator = null, LatestPeriod = null, State = FigureState.not_reported, Present = 0, MissingUnits = figure.OrgUnit == SampleContent.District ? 20 : 1 })],
            Submissions = [.. content.Submissions.Select(status => status with { PastDue = status.PeriodStart.Month != SampleContent.Month, State = status.PeriodStart.Month == SampleContent.Month ? "not_due" : "missing", Late = false, Returned = 0, Attempts = 0, FirstReceivedAt = null, LoadedAt = null })],
            Sources = [],
        });
    }

    /// <summary>A rate, a bound, a break in definition, a rate without cases, a department's own figure, a unit that ended, a month with an
    /// earlier one in it; a task, a direction and a 力争 beside the numbers.</summary>
    public static MonthlyContent States()
    {
        Indicator rate = Rate("arbitration_closed", "仲裁年度结案率"), none = Rate("supervision_closed", "举报投诉按期结案率");
        Indicator broken = Count("social_insurance", "城乡居保参保人数"), about = Count("visits", "走访服务人数"), residual = Count("placements", "公益岗位安置人数"), late = Count("late", "补报人数");
        var indicators = new[] { rate, none, broken, about, residual, late };
        var units = SampleContent.Units.Take(4).Append(SampleContent.Units[5] with { ValidTo = new(2022, 5, 31) }).ToList();
        IndicatorYear District(Indicator indicator, int through, decimal? value, decimal? denominator = null, FigureState state = FigureState.reported, int year = 2022, int present = 1) =>
            SampleContent.Figure(SampleContent.District, indicator.Id, year, through, value, denominator, state, owed: through, present: present);
        var catalog = SampleContent.Catalog(indicators, units,
        [
            Promise(rate, "ratio", ">=", 92m, "%"), Promise(none, "ratio", ">=", 98.0000m, "%"), Promise(broken, "yearly_reduction", "<=", 10m, "%") with { BaseYear = 2020, Path = "chain" },
            Promise(about, "ceiling", "<=", 1000m, "人"), Promise(residual, "plan_total", ">=", 500m, "人") with { Scope = "plan_total" }, Promise(late, "annual_total", ">=", 90m, "人"),
            Promise(late, "ceiling", "<=", 80m, "人") with { Id = "p-aspired", Name = "力争控制的补报人数", Strength = "aspirational" },
            Promise(residual, "direction", ">=", null, "人") with { Id = "p-direction", Name = "公益岗位逐步增加", Path = "up", IssuedFromAbove = false },
            SampleContent.Commitment("p-task", null, "milestone", "=", null, "项", "建立监测报告制度。", "") with { Name = "监测报告制度", Due = new(2023, 12, 31), IssuedFromAbove = false },
        ]);
        return SampleContent.Evaluated(SampleContent.Chongming() with
        {
            Catalog = catalog,
            Cover = SampleContent.Cover with { District = catalog.Districts[0] },
            Submissions = [],
            Sources = [],
            Figures =
            [
                District(rate, 7, 150, 160, present: 7), District(rate, 8, 181, 196, present: 8), District(rate, 8, 457, 492, year: 2021),
                District(none, 8, 0, 0, FigureState.no_cases, present: 8), District(broken, 8, null, state: FigureState.definition_changed, present: 8),
                District(about, 8, 1200.5m, present: 8) with { Bound = Bound.about }, District(residual, 8, 100, present: 8), District(residual, 7, 100, present: 7),
                SampleContent.Figure("310151101", residual.Id, 2022, 8, 60), SampleContent.Figure("310151102", residual.Id, 2022, 8, 0), SampleContent.Figure("310151105", residual.Id, 2022, 8, 25),
                District(late, 7, 50, present: 6), District(late, 8, 90, present: 8),
            ],
        });
    }

    /// <summary>
    /// Young people's numbers stand still from June on, a yellow light in the second month after; jobs were given to townships, in shares of
    /// which some are out of reach; one township is asked to put it right.
    /// </summary>
    public static MonthlyContent Behind()
    {
        var content = SampleContent.Chongming();
        var stopped = content.Figures.Single(figure => figure is { OrgUnit: SampleContent.District, Indicator: "longterm_unemployed_youth", Year: SampleContent.Year, Through: 5 }).Numerator;
        var towns = SampleContent.Units.Where(unit => unit.Kind == OrgUnitKind.township).ToList();
        return SampleContent.Evaluated(content with
        {
            Figures = [.. content.Figures.Select(figure => figure is { OrgUnit: SampleContent.District, Indicator: "longterm_unemployed_youth", Year: SampleContent.Year, Through: > 5 } ? figure with { Numerator = stopped, State = FigureState.reported, MissingUnits = 0, Present = figure.Owed } : figure)],
            Cases = [new(new(3, SampleContent.District, towns[2].Code, "c3", "=查明原因，九月底前补上", new(2022, 9, 30), new(2022, 9, 1), "黄", "甲", "", 120), [])],
            IsFinal = true,
        }, [.. towns.Select((town, index) => new TargetDecision("c3", town.Code, SampleContent.Year, null, 20 + index % 5 * 4, "崇就业〔2022〕3号", new(2022, 3, 1), "甲", "分解", 90))]);
    }

    public static MonthlyContent Wide(int townships, int count)
    {
        var units = SampleContent.Units.Take(1).Concat(Enumerable.Range(1, townships).Select(number => SampleContent.Units[1] with { Code = $"3101512{number:00}", Name = $"第{number}镇" })).ToList();
        var indicators = Enumerable.Range(1, count).Select(number => Count($"i{number}", $"指标第{number}项")).ToList();
        var catalog = SampleContent.Catalog(indicators, units, [.. indicators.Select(indicator => Promise(indicator, "annual_total", ">=", 50_000_000, "人") with
        {
            Interpretation = new('读', 400), Notes = [new('注', 200)],
        })]);
        return SampleContent.Evaluated(SampleContent.Chongming() with
        {
            Catalog = catalog,
            Cover = SampleContent.Cover with { District = catalog.Districts[0] },
            Submissions = [],
            Sources = [],
            Figures = [.. units.Index().SelectMany(unit => indicators.Index().Select(indicator => WideFigure(unit.Item, unit.Index, indicator.Item, indicator.Index + 1)))],
        });
    }

    static IndicatorYear WideFigure(OrgUnit unit, int unitNumber, Indicator indicator, int indicatorNumber) =>
        SampleContent.Figure(unit.Code, indicator.Id, 2022, 8, 1_000_000 + indicatorNumber * 1000 + unitNumber - 1);

    static Indicator Count(string id, string name) => new(id, 1, name, "人", 0, [new(id, "total", TimeRule.sum, 1)], [], Start, null, "");

    static Indicator Rate(string id, string name) =>
        new(id, 1, name, "%", 2, [new(id + "_done", "total", TimeRule.sum, 1)], [new(id + "_open", "total", TimeRule.first, 1), new(id + "_in", "total", TimeRule.sum, 1)], Start, null, "");

    static Commitment Promise(Indicator indicator, string kind, string comparator, decimal? value, string unit) =>
        SampleContent.Commitment("p-" + indicator.Id, indicator.Id, kind, comparator, value, unit, $"{indicator.Name}达到要求。", "");
}

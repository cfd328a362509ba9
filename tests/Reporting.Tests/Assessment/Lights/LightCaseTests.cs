using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment.Lights;

/// <summary>The shipped table at its edges, kind by kind; and where nothing can be said, no light but the reason.</summary>
public class LightCaseTests
{
    internal static readonly LightTable Table = LightTable.Of(DefinitionBody.CatalogFrom(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null)), "310151")!;

    [Theory]
    // 序时 50 % of 10,000: 10 points behind is yellow, beyond 20 orange, beyond 30 red.
    [InlineData("annual_total", 4001, "green"), InlineData("annual_total", 4000, "yellow"), InlineData("annual_total", 3000, "yellow"), InlineData("annual_total", 2999, "orange"),
     InlineData("annual_total", 2000, "orange"), InlineData("annual_total", 1999, "red"), InlineData("annual_total", 5001, "green"), InlineData("annual_total", 10000, "green")]
    // A level under a ceiling of 10,000: what has been used of it, not what the months allow.
    [InlineData("ceiling", 9500, "green"), InlineData("ceiling", 9501, "yellow"), InlineData("ceiling", 9800, "yellow"), InlineData("ceiling", 9801, "orange"), InlineData("ceiling", 10000, "orange"), InlineData("ceiling", 10001, "red")]
    // 92 % of 1,000.
    [InlineData("ratio", 920, "green"), InlineData("ratio", 915, "green"), InlineData("ratio", 914, "yellow"), InlineData("ratio", 890, "yellow"), InlineData("ratio", 889, "orange"), InlineData("ratio", 870, "orange"), InlineData("ratio", 869, "red")]
    [InlineData("full_coverage", 1000, "green"), InlineData("full_coverage", 999, "yellow"), InlineData("full_coverage", 980, "yellow"), InlineData("full_coverage", 979, "orange"), InlineData("full_coverage", 949, "red")]
    // The city's mean is 1,000.
    [InlineData("benchmark", 1000, "green"), InlineData("benchmark", 999, "yellow"), InlineData("benchmark", 970, "yellow"), InlineData("benchmark", 969, "orange"), InlineData("benchmark", 949, "red")]
    // Less than 2 % above the level is warned of; below it once is broken for good.
    [InlineData("kept_level", 10201, "green"), InlineData("kept_level", 10200, "yellow"), InlineData("kept_level", 10000, "yellow"), InlineData("kept_level", 9999, "red")]
    // 10,000 to 20,000; too few is not due before the end, too many counts now.
    [InlineData("range", 15000, "green"), InlineData("range", 20001, "yellow"), InlineData("range", 22000, "red"), InlineData("range", 9000, "grey")]
    [InlineData("zero_events", 0, "green"), InlineData("zero_events", 1, "red"), InlineData("zero_events", 3, "red")]
    // 10 % less than the 10,000 of last year; what is not yet reached is not yet due.
    [InlineData("yearly_reduction", 9000, "green"), InlineData("yearly_reduction", 9001, "grey")]
    // A part of the plan: a year and a half of five, 30 % of 10,000.
    [InlineData("plan_total", 2001, "green"), InlineData("plan_total", 2000, "yellow"), InlineData("plan_total", 0, "orange")]
    // 50 % more than 10,000 in five years is 12.9 % by now: nothing yet is 25.9 points behind.
    [InlineData("growth_on_base", 11300, "green"), InlineData("growth_on_base", 10000, "orange"), InlineData("growth_on_base", 9000, "red")]
    public void A_light_begins_where_the_table_says(string kind, int value, string light) => Assert.Equal(light, LightOf(kind, value, 6).Light.ToString());

    [Theory]
    [InlineData("annual_total", 9999, "red"), InlineData("annual_total", 10000, "green"), InlineData("ratio", 919, "red"), InlineData("ceiling", 10000, "green"), InlineData("yearly_reduction", 9001, "red"), InlineData("full_coverage", 999, "red")]
    public void What_is_missed_at_the_end_is_red_however_little_was_lacking(string kind, int value, string light) => Assert.Equal(light, LightOf(kind, value, 12).Light.ToString());

    /// <summary>Half of a year's 1,200 are 600: what this pace will have used by December.</summary>
    [Theory]
    [InlineData(570, "green"), InlineData(571, "yellow"), InlineData(589, "orange"), InlineData(600, "orange"), InlineData(601, "red"), InlineData(1201, "red")]
    public void A_ceiling_on_a_flow_is_projected(int value, string light)
    {
        var month = Month(new Given("ceiling", "<=", 1200).With(c => c with { Indicator = "flow" }).Year(2022, value, 6), 6);
        Assert.Equal(light, month.Light.ToString());
        if (value == 601) Assert.Contains("照此进度期末将用到控制数的 100.17%", month.Reason, StringComparison.Ordinal);
    }

    /// <summary>Due on 30 June: a month before it, the day itself, the day after, a month after.</summary>
    [Theory]
    [InlineData("2022-05-30", null, "green"), InlineData("2022-05-31", null, "yellow"), InlineData("2022-06-30", null, "yellow"), InlineData("2022-07-01", null, "orange"), InlineData("2022-07-30", null, "orange"), InlineData("2022-07-31", null, "red")]
    [InlineData("2022-07-31", MilestoneProgress.under_way, "red"), InlineData("2022-07-31", MilestoneProgress.reached, "green"), InlineData("2022-05-01", MilestoneProgress.missed, "red"), InlineData("2022-05-01", MilestoneProgress.under_way, "green")]
    public void A_task_is_lit_by_its_days(string day, MilestoneProgress? stated, string light)
    {
        var (on, given) = (DateOnly.Parse(day, null), new Given("milestone", "=").With(c => c with { Due = new(2022, 6, 30) }));
        if (stated is { } state) given.Task(state, new(2022, 4, 20));
        Assert.Equal(light, PaceLights.Of(Table, given.Commitment, [new(on.Month, on, given.One(2022, on.Month, today: on))])[0].Light.ToString());
    }

    /// <summary>In each month whose part of the year has no last decimal: exactly on pace is 100 % of the number, and one more is beyond it.</summary>
    [Theory]
    [InlineData(1), InlineData(2), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8), InlineData(10), InlineData(11)]
    public void A_ceiling_that_is_exactly_on_its_pace_is_not_foreseen_to_break(int through)
    {
        Given Used(int value) => new Given("ceiling", "<=", 1200).With(c => c with { Indicator = "flow" }).Year(2022, value, through);
        var exact = Month(Used(100 * through), through);
        Assert.Equal(("on_pace", LightColour.orange, 100m), (Used(100 * through).One(2022, through).State.ToString(), exact.Light, exact.Distance));
        Assert.Equal(("behind", LightColour.red), (Used(100 * through + 1).One(2022, through).State.ToString(), Month(Used(100 * through + 1), through).Light));
    }

    /// <summary>Of nothing there is no per cent: one over a ceiling of 0 is beyond every step, and back at 0 it is green again.</summary>
    [Fact]
    public void A_ceiling_of_nothing_that_is_exceeded_is_lit()
    {
        static MonthLight Level(int value) => Month(new Given("ceiling", "<=", 0).Year(2022, value, 6), 6);
        Assert.Equal((LightColour.red, "目前超出控制数：3 人，目标 0"), Said(Level(3)));
        Assert.Equal((LightColour.green, "目前在控制数内"), Said(Level(0)));
    }

    /// <summary>Somebody else has found it 未完成 years before its day: red at once, in the words of that finding, not of its sender.</summary>
    [Theory]
    [InlineData(TaskFinding.missed, "red", "未完成"), InlineData(TaskFinding.partly, "green", "距期限 976 天，部分完成"), InlineData(TaskFinding.met, "green", "完成")]
    public void What_was_found_of_a_task_lights_it(TaskFinding found, string light, string words)
    {
        var given = new Given("milestone", "=").With(c => c with { Due = new(2025, 12, 31) }).Task(MilestoneProgress.reached, new(2023, 3, 10)).Found(found, new(2023, 4, 20));
        var month = PaceLights.Of(Table, given.Commitment, [new(4, new(2023, 4, 30), given.One(2023, 4, today: new(2023, 4, 30)))])[0];
        Assert.Equal((light, words), (month.Light.ToString(), month.Reason[..Math.Min(words.Length, month.Reason.Length)]));
    }

    [Fact]
    public void What_was_striven_for_and_found_missed_is_lit_and_not_called_overdue()
    {
        var given = new Given("milestone", "=").With(c => c with { Due = new(2025, 12, 31), Strength = "aspirational" }).Task(MilestoneProgress.reached, new(2023, 3, 10)).Found(TaskFinding.missed, new(2023, 4, 20));
        Assert.Equal((LightColour.red, "未达到（力争目标，不计未完成）"), Said(PaceLights.Of(Table, given.Commitment, [new(4, new(2023, 4, 30), given.One(2023, 4, today: new(2023, 4, 30)))])[0]));
    }

    /// <summary>A rate of which less is better: 5 % of complaints at most.</summary>
    [Theory]
    [InlineData(20, "green"), InlineData(50, "green"), InlineData(60, "yellow")]
    public void A_rate_of_which_less_is_better_is_lit_above_its_number(int complaints, string light) =>
        Assert.Equal(light, Month(new Given("ratio", "<=", 5, unit: "%").Year(2022, complaints, 6, denominator: 1000), 6).Light.ToString());

    [Fact]
    public void A_task_done_without_proof_has_no_light() =>
        Assert.Equal((LightColour.grey, "待定（报告完成，缺证明）"), Said(Month(new Given("milestone", "=").With(c => c with { Due = new(2022, 6, 30) }).Task(MilestoneProgress.reached, new(2022, 3, 1), ""), 6)));

    /// <summary>市下达, what has not come in, what cannot be compared, what is no number: never a colour.</summary>
    [Fact]
    public void What_cannot_be_judged_is_grey_and_says_why()
    {
        Assert.Equal((LightColour.grey, "待下达"), Said(Month(new Given("ceiling", "<=").With(c => c with { IssuedFromAbove = true, IssuedBy = "limit" }).Year(2022, 9999, 6), 6)));
        Assert.Equal((LightColour.grey, "未报齐（缺 3 家）"), Said(Month(new Given("annual_total", value: 10000).Year(2022, 100, 6, state: FigureState.incomplete, missing: 3), 6)));
        Assert.Equal((LightColour.grey, "未报齐（缺 3 家）"), Said(Month(new Given("zero_events", "=", unit: "起").Year(2022, 0, 6, state: FigureState.incomplete, missing: 3), 6)));
        Assert.Equal((LightColour.grey, "无案件"), Said(Month(new Given("ratio", value: 92, unit: "%").Year(2022, null, 6, denominator: 0, state: FigureState.no_cases), 6)));
        Assert.Equal((LightColour.grey, "待定（口径变化）"), Said(Month(new Given("annual_total", value: 1).Year(2022, null, 6, state: FigureState.definition_changed), 6)));
        Assert.Equal((LightColour.grey, "待定（需要台账）"), Said(Month(new Given("case_deadline", "<=", 1, "always", "月"), 6)));
        Assert.Equal(LightColour.grey, Month(new Given("direction", "=").With(c => c with { Path = "up" }).Year(2022, 5, 6).Year(2021, 9, 6), 6).Light);
        Assert.Equal((LightColour.grey, "没有亮灯标准"), Said(PaceLights.Of(null, new Given("annual_total", value: 1).Commitment, [new(6, new(2022, 6, 30), new Given("annual_total", value: 1).Year(2022, 0, 6).One(2022, 6))])[0]));
    }

    /// <summary>One event is red though others have not reported; none while others have not is not known.</summary>
    [Fact]
    public void An_event_is_red_whoever_else_is_silent() =>
        Assert.Equal(LightColour.red, Month(new Given("zero_events", "=", unit: "起").Year(2022, 1, 6, state: FigureState.incomplete, missing: 3), 6).Light);

    /// <summary>力争 is no promise that can be broken: far behind at the end it is lit by its distance, and never as finally missed.</summary>
    [Fact]
    public void What_is_striven_for_is_lit_by_its_distance() =>
        Assert.Equal(LightColour.green, Month(new Given("annual_total", value: 10000).With(c => c with { Strength = "aspirational" }).Year(2022, 9500), 12).Light);

    static (LightColour, string) Said(MonthLight light) => (light.Light, light.Reason);

    static MonthLight LightOf(string kind, int value, int through) => Month(Of(kind, value, through), through);

    internal static Given Of(string kind, int value, int through)
    {
        var (target, comparator, scope) = kind switch
        {
            "ratio" => (92, ">=", "each_year"),
            "full_coverage" => (100, "=", "each_year"),
            "yearly_reduction" => (10, "<=", "each_year"),
            "growth_on_base" => (50, ">=", "by_end"),
            "plan_total" => (10000, ">=", "plan_total"),
            "ceiling" => (10000, "<=", "each_year"),
            "zero_events" => (0, "=", "each_year"),
            "range" => (10000, "between", "each_year"),
            "kept_level" => (10000, ">=", "always"),
            _ => (10000, ">=", "each_year"),
        };
        var isRate = kind is "ratio" or "full_coverage";
        var given = new Given(kind, comparator, kind is "zero_events" or "benchmark" ? null : target, scope, isRate ? "%" : "人").With(c => c with
        {
            BaseYear = kind is "yearly_reduction" ? 2021 : kind is "growth_on_base" ? 2020 : null,
            Benchmark = kind == "benchmark" ? "city" : null,
            Upper = kind == "range" ? 20000 : null,
        });
        if (kind == "benchmark") given.Year(2022, 1000, through, indicator: "city");
        if (kind == "growth_on_base") given.Year(2020, 10000);
        if (kind == "yearly_reduction") given.Year(2021, 10000);
        if (kind == "plan_total") given.Year(2021, 0);
        if (kind == "kept_level") for (var month = 1; month < through; month++) given.Year(2022, 20000, month);
        return given.Year(2022, value, through, denominator: isRate ? 1000 : null);
    }

    static MonthLight Month(Given given, int through) => PaceLights.Of(Table, given.Commitment, [new(through, Period.Month(2022, through).End, given.One(2022, through))])[0];
}

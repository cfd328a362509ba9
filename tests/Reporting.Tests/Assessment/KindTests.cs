// Over 200 lines: the kinds stand beside one another, a few rows each, and share one way of saying what they expect.
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;

namespace Reporting.Tests.Assessment;

/// <summary>Each kind of commitment by hand-made figures: the rule, before and after the end, and what may not decide.</summary>
public class KindTests
{
    static string State(Evaluation one) => one.State.ToString();

    [Theory]
    [InlineData("18000", Bound.at_least, "18000", "met"), InlineData("18000", Bound.at_least, "22000", "undetermined")]
    [InlineData("9000", Bound.exact, "9000", "met"), InlineData("8999.9999", Bound.exact, "9000", "missed")]
    [InlineData("8999", Bound.at_most, "9000", "missed"), InlineData("9001", Bound.at_most, "9000", "undetermined")]
    [InlineData("9001", Bound.about, "9000", "undetermined"), InlineData("8000", Bound.about, "9000", "undetermined")]
    public void A_bound_that_cannot_decide_is_neither_met_nor_missed(string value, Bound bound, string target, string state) =>
        Assert.Equal(state, State(new Given("annual_total", value: Number(target)).Year(2022, Number(value), bound: bound).One(2022)));

    [Theory]
    [InlineData(6, 4500, "on_pace"), InlineData(6, 4499, "behind"), InlineData(6, 9000, "met"), InlineData(12, 8999, "missed"), InlineData(12, 9000, "met")]
    public void A_yearly_flow_is_held_against_its_pace_until_the_year_ends(int through, int value, string state)
    {
        var one = new Given("annual_total", value: 9000).Year(2022, value, through).One(2022, through);
        Assert.Equal((state, through / 12m), (State(one), one.Pace));
    }

    [Fact]
    public void A_surplus_does_not_carry_over()
    {
        var given = new Given("annual_total", value: 9000);
        foreach (var (year, value) in new[] { (2021, 20000), (2022, 8999), (2023, 9000), (2024, 9000), (2025, 9000) }) given.Year(year, value);
        Assert.Equal("missed", State(given.One(2022)));
        var plan = given.One(null);
        Assert.Equal(("missed", "未完成（2022 年）", 8999m), (State(plan), plan.Words, plan.Value));
    }

    [Theory]
    [InlineData(9500, "met"), InlineData(8500, "incomplete")]
    public void What_is_missing_matters_only_where_it_could_turn_the_answer(int value, string state)
    {
        var one = new Given("annual_total", value: 9000).Year(2022, value, state: FigureState.incomplete, missing: 2).One(2022);
        Assert.Equal(state, State(one));
        if (state == "incomplete") Assert.Equal("未报齐（缺 2 家）", one.Words);
    }

    [Theory]
    [InlineData(FigureState.definition_changed, "undetermined", "待定（口径变化）"), InlineData(FigureState.split_without_shares, "undetermined", "待定（拆分未定份额）")]
    [InlineData(FigureState.not_reported, "incomplete", "未报"), InlineData(FigureState.no_cases, "undetermined", "无案件")]
    public void What_a_figure_stands_on_is_said(FigureState figure, string state, string words)
    {
        var one = new Given("ratio", value: 92, unit: "%").Year(2022, null, denominator: 0, state: figure).One(2022);
        Assert.Equal((state, words, (decimal?)null), (State(one), one.Words, one.Attainment));
    }

    [Theory]
    [InlineData(12, 92, "met"), InlineData(12, 91, "missed"), InlineData(6, 92, "on_pace"), InlineData(6, 91, "behind")]
    public void A_ratio_is_the_sum_over_the_sum_without_a_pace(int through, int closed, string state)
    {
        var one = new Given("ratio", value: 92, unit: "%").Year(2022, closed, through, denominator: 100).One(2022, through);
        Assert.Equal((state, (decimal)closed, (decimal?)null), (State(one), one.Value, one.Pace));
    }

    [Theory]
    [InlineData(12, 7000, "met", "1"), InlineData(12, 8000, "missed", "0.91875"), InlineData(6, 7000, "on_pace", "1"), InlineData(6, 8000, "behind", "0.91875")]
    public void A_ceiling_on_a_level_is_not_divided_and_earns_no_more_than_all(int through, int value, string state, string attainment)
    {
        var one = new Given("ceiling", "<=", 7350).Year(2022, value, through).One(2022, through);
        Assert.Equal((state, Number(attainment), (decimal?)null), (State(one), one.Attainment, one.Pace));
    }

    [Fact]
    public void A_number_from_above_is_waited_for_until_it_comes()
    {
        var given = new Given("ceiling", "<=").With(c => c with { IssuedFromAbove = true, IssuedBy = "limit" }).Year(2022, 7000).Year(2023, 7000).Stated("limit", Period.Year(2022), 7350);
        Assert.Equal(("met", 7350m), (State(given.One(2022)), given.One(2022).Target));
        Assert.Equal(("awaiting_issue", "待下达", (decimal?)null), (State(given.One(2023)), given.One(2023).Words, given.One(2023).Target));
    }

    [Theory]
    [InlineData("560,550,551", 3, "on_pace"), InlineData("560,549,700", 3, "missed"), InlineData("560,,551", 3, "undetermined"), InlineData("560,,540", 3, "missed")]
    public void A_kept_level_holds_at_every_check_point(string points, int through, string state)
    {
        var given = new Given("kept_level", value: 550, scope: "always").With(c => c with { CheckPoints = "month" });
        var last = (Value: 0m, Month: 1);
        foreach (var (index, text) in points.Split(',').Index())
        {
            if (text.Length > 0) last = (Number(text), index + 1);
            given.Year(2022, last.Value, index + 1, saidIn: last.Month);
        }
        Assert.Equal(state, State(given.One(2022, through)));
    }

    [Fact]
    public void A_year_of_kept_levels_is_met_only_with_all_twelve()
    {
        var given = new Given("kept_level", value: 550, scope: "always");
        for (var month = 1; month <= 12; month++) given.Year(2022, 550 + month, month);
        Assert.Equal(("met", 551m), (State(given.One(2022)), given.One(2022).Value));
    }

    [Theory]
    [InlineData(900, "met"), InlineData(901, "missed"), InlineData(null, "incomplete")]
    public void A_chain_goes_by_the_year_before(int? value, string state) =>
        Assert.Equal(state, State(new Given("yearly_reduction", "<=", 10, unit: "%").With(c => c with { Path = "chain", BaseYear = 2020 })
            .Year(2021, 1000).Year(2022, value, state: value is null ? FigureState.not_reported : FigureState.reported).One(2022)));

    [Fact]
    public void A_base_that_is_not_held_is_never_invented()
    {
        var one = new Given("yearly_reduction", "<=", 10, unit: "%").With(c => c with { BaseYear = 2020 }).Year(2021, 900).One(2021);
        Assert.Equal(("undetermined", "待定（缺基数：2020年stock）"), (State(one), one.Words));
        Assert.Equal([("chain", 0.59049m, null), ("linear", 0.5m, (decimal?)null)], one.Alternatives.Select(way => (way.Path, way.Factor, way.Level)));
    }

    [Theory]
    [InlineData(0, "met"), InlineData(1, "missed")]
    public void Of_nothing_no_part_can_be_taken_and_none_may_be_added(int value, string state)
    {
        var one = new Given("yearly_reduction", "<=", 10, unit: "%").With(c => c with { Path = "chain", BaseYear = 2020 }).Year(2021, 0).Year(2022, value).One(2022);
        Assert.Equal((state, (decimal?)null, (decimal?)null), (State(one), one.Value, one.Attainment));
    }

    [Fact]
    public void Chain_and_line_leave_different_levels()
    {
        var given = new Given("yearly_reduction", "<=", 10, unit: "%").With(c => c with { Path = "linear", BaseYear = 2020 }).Stated("stock", Period.Year(2020), 12000).Year(2022, 9700);
        Assert.Equal(("missed", 20m), (State(given.One(2022)), given.One(2022).Target));
        Assert.Equal([7085.88m, 6000m], given.One(2022).Alternatives.Select(way => way.Level!.Value));
    }

    [Theory]
    [InlineData("825.04", "1293.14", "56.74"), InlineData("1394", "2284", "63.85")]
    // Halves, which a rule to the even neighbour or a binary fraction would let fall.
    [InlineData("1000", "1508.25", "50.83"), InlineData("800", "1205.16", "50.65"), InlineData("1000", "1640.85", "64.09")]
    public void Growth_is_rounded_half_up_on_decimals(string from, string to, string growth)
    {
        var one = new Given("growth_on_base", value: 50, scope: "by_end", unit: "%").With(c => c with { BaseYear = 2020 }).Stated("stock", Period.Year(2020), Number(from)).Stated("stock", Period.Year(2025), Number(to)).One(null);
        Assert.Equal((Number(growth), "met"), (one.Value, State(one)));
    }

    [Theory]
    [InlineData("151", null, "met"), InlineData("149", null, "undetermined"), InlineData("149", "2", "met"), InlineData("147", "2", "missed")]
    public void About_fifty_percent_needs_a_tolerance_to_be_missed(string to, string? margin, string state) =>
        Assert.Equal(state, State(new Given("growth_on_base", value: 50, scope: "by_end", unit: "%").With(c => c with { BaseYear = 2020, Tolerance = "左右", Margin = margin is null ? null : Number(margin) })
            .Stated("stock", Period.Year(2020), 100).Stated("stock", Period.Year(2025), Number(to)).One(null)));

    [Theory]
    [InlineData(36, 34, "met"), InlineData(36, 37, "missed"), InlineData(34, 33, "missed"), InlineData(36, null, "undetermined")]
    public void A_benchmark_with_a_number_needs_both(int value, int? city, string state)
    {
        var given = new Given("benchmark", value: 35).With(c => c with { Benchmark = "city" }).Year(2022, value);
        if (city is { } mean) given.Year(2022, mean, indicator: "city");
        Assert.Equal(state, State(given.One(2022)));
    }

    [Theory]
    [InlineData(3, 1, FigureState.incomplete, "missed"), InlineData(12, 0, FigureState.reported, "met"), InlineData(6, 0, FigureState.reported, "on_pace")]
    [InlineData(12, 0, FigureState.incomplete, "incomplete"), InlineData(12, null, FigureState.not_reported, "incomplete")]
    public void One_event_is_red_at_once_and_silence_is_not_zero(int through, int? events, FigureState figure, string state) =>
        Assert.Equal(state, State(new Given("zero_events", "=", 0, "always").Year(2022, events, through, state: figure, missing: figure == FigureState.incomplete ? 1 : 0).One(2022, through)));

    [Theory]
    [InlineData(0, 12, "missed"), InlineData(1, 12, "met"), InlineData(2, 12, "met"), InlineData(3, 12, "missed"), InlineData(0, 6, "not_due"), InlineData(2, 6, "on_pace")]
    public void A_range_holds_both_ends(int value, int through, string state) =>
        Assert.Equal(state, State(new Given("range", "between", 1, "by_end").With(c => c with { Upper = 2, Indicator = "stock" }).Year(2025, value, through).One(2025, through)));

    [Fact]
    public void A_range_of_which_more_is_as_good_has_no_upper_end() =>
        Assert.Equal("met", State(new Given("range", ">=", 1, "by_end").With(c => c with { Upper = 2, Indicator = "stock" }).Year(2025, 3).One(2025)));

    [Theory]
    [InlineData(1500, 2600, "met"), InlineData(1499, 2600, "missed"), InlineData(1600, 1590, "undetermined")]
    public void A_part_is_never_more_than_its_whole(int part, int whole, string state)
    {
        var given = new Given("of_which", value: 1500).With(c => c with { Indicator = "part", Whole = "w" }).Year(2022, part).Year(2022, whole, indicator: "flow");
        Assert.Equal(state, State(Assert.Single(given.All(2022, others: [given.Commitment with { Id = "w", Kind = "annual_total", Indicator = "flow", Whole = null }]))));
    }

    [Fact]
    public void A_direction_is_not_read_off_a_merger()
    {
        static string Words(DateOnly merged) => new Given("direction", "=").With(c => c with { Path = "up" }).Changed(merged).Year(2021, 10).Year(2022, 30).One(2022).Words;
        Assert.Contains("区划变动", Words(new(2022, 7, 1)), StringComparison.Ordinal);
        Assert.Contains("区划变动", Words(new(2021, 7, 1)), StringComparison.Ordinal);
        Assert.Contains("上升", Words(new(2021, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("上升", Words(new(2023, 1, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_told_once_when_it_is_over_is_not_missing_while_it_runs()
    {
        var given = new Given("plan_total", value: 10000, scope: "plan_total");
        var running = given.Year(2021, 2000).Year(2022, 2000).One(null, 6, 2023, new(2023, 7, 20));
        Assert.Equal(("on_pace", 4000m, Bound.exact, 0.4m), (State(running), running.Value, running.Bound, running.Pace));
        // Once the year is over and nothing came, it is missing.
        var over = given.One(null, 12, 2023, new(2024, 2, 1));
        Assert.Equal((Bound.at_least, 0.6m), (over.Bound, over.Pace));
    }

    [Fact]
    public void A_direction_is_never_scored()
    {
        var one = new Given("direction", "=", scope: "each_year").With(c => c with { Path = "down" }).Year(2021, 10).Year(2022, 5).One(2022);
        Assert.Equal(("direction_only", (decimal?)null, (decimal?)null), (State(one), one.Attainment, one.Target));
        Assert.Contains("与要求方向一致", one.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "2022-12-01", "not_due"), InlineData(null, "2023-01-01", "undetermined"), InlineData(MilestoneProgress.under_way, "2022-12-01", "on_pace")]
    [InlineData(MilestoneProgress.under_way, "2023-01-01", "missed"), InlineData(MilestoneProgress.reached, "2022-12-01", "met"), InlineData(MilestoneProgress.missed, "2022-12-01", "missed")]
    public void A_task_is_judged_by_its_last_statement_and_its_day(MilestoneProgress? progress, string today, string state)
    {
        var given = new Given("milestone", "=", scope: "by_end", unit: "").With(c => c with { Due = new(2022, 12, 31) });
        if (progress is { } told) given.Task(MilestoneProgress.not_started, new(2022, 1, 1)).Task(told, new(2022, 11, 1));
        Assert.Equal(state, State(given.One(2022, today: DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData(TaskFinding.met, "2022-11-15", "met", "完成"), InlineData(TaskFinding.missed, "2022-11-15", "missed", "未完成"), InlineData(TaskFinding.partly, "2022-11-15", "on_pace", "推进中（部分完成）")]
    [InlineData(TaskFinding.partly, "2023-01-15", "missed", "未完成（部分完成）")]
    public void What_another_person_found_of_a_task_comes_before_what_was_reported(TaskFinding verdict, string today, string state, string words)
    {
        var day = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture);
        Given Of(long load) => new Given("milestone", "=", scope: "by_end", unit: "").With(c => c with { Due = new(2022, 12, 31) }).Task(MilestoneProgress.reached, new(2022, 11, 1)).Found(verdict, new(2022, 11, 10), load);
        Assert.Equal((state, words), (State(Of(99).One(2022, today: day)), Of(99).One(2022, today: day).Words));
        // Stated after the verdict: it waits for another one, and is taken as stated until then.
        Assert.Equal("met", State(Of(0).One(2022, today: day)));
    }

    [Theory]
    [InlineData("", 1, "undetermined", "待定（报告完成，缺证明）"), InlineData("验收文件", 1, "met", "完成"), InlineData("验收文件", 3, "met", "完成（逾期）")]
    public void A_task_is_done_by_what_shows_it_and_late_is_said(string evidence, int month, string state, string words)
    {
        var one = new Given("milestone", "=", scope: "by_end", unit: "").With(c => c with { Due = new(2022, 2, 28) }).Task(MilestoneProgress.reached, new(2022, month, 15), evidence).One(2022);
        Assert.Equal((state, words), (State(one), one.Words));
    }

    [Theory]
    [InlineData("binding", "missed", "未完成"), InlineData("aspirational", "behind", "未达到（力争目标，不计未完成）")]
    public void What_is_only_striven_for_is_never_missed(string strength, string state, string words)
    {
        var one = new Given("full_coverage", ">=", 100, unit: "%").With(c => c with { Strength = strength }).Year(2022, 99, denominator: 100).One(2022);
        Assert.Equal((state, words), (State(one), one.Words));
    }

    [Fact]
    public void A_plan_total_adds_its_years_and_goes_by_the_elapsed_share()
    {
        var given = new Given("plan_total", value: 2500, scope: "plan_total").Year(2021, 500).Year(2022, 499);
        Assert.Equal(("behind", 999m, 0.4m), (State(given.One(2022)), given.One(2022).Value, given.One(2022).Pace));
        Assert.Equal("incomplete", State(new Given("plan_total", value: 2500, scope: "plan_total").Year(2021, 500).Year(2023, 499).One(2023)));
    }

    [Fact]
    public void A_yearly_promise_with_only_the_plans_figure_is_orientation()
    {
        var one = new Given("annual_total", value: 500).Stated("flow", Period.Plan(2021, 2025), 3600).One(null);
        Assert.Equal(("undetermined", "待定（无分年数）", 1.44m, 720m), (State(one), one.Words, one.PlanShare, one.PerYear));
        var stated = new Given("annual_total", value: 500).With(c => c with { Stated = new("每年不少于500人", 500, "人", 0, Bound.at_least) });
        Assert.Null(stated.Stated("flow", Period.Plan(2021, 2025), 3600).One(null).Reproduced);
        for (var year = 2021; year <= 2025; year++) stated.Year(year, 500, bound: Bound.at_least);
        Assert.True(stated.One(null).Reproduced);
    }

    [Fact]
    public void Versions_of_which_the_text_tells_no_year_are_judged_each_by_itself()
    {
        var given = new Given("annual_total", value: 22000).With(c => c with { Revisions = [new(18000, null, null, null, "中期调整")] });
        for (var year = 2021; year <= 2025; year++) given.Year(year, 18000, bound: Bound.at_least);
        Assert.Equal([(1, 22000m, "undetermined"), (2, 18000m, "met")], given.All(null).Select(one => (one.Version, one.Target!.Value, State(one))));
    }

    [Fact]
    public void A_version_with_a_year_holds_from_it_on_and_a_decision_after_it()
    {
        var given = new Given("annual_total", value: 22000).With(c => c with { Revisions = [new(18000, 2023, "文", null, "中期调整")] }).Decided(2024, 15000);
        for (var year = 2021; year <= 2025; year++) given.Year(year, 18000);
        Assert.Equal([(1, 22000m, "missed"), (2, 18000m, "met"), (3, 15000m, "met")], new[] { 2022, 2023, 2024 }.Select(year => given.One(year)).Select(one => (one.Version, one.Target!.Value, State(one))));
    }

    [Fact]
    public void A_unit_has_a_target_only_where_one_was_given()
    {
        var given = new Given("annual_total", value: 9000).At("310999101").Year(2022, 100);
        Assert.Equal(("no_target_here", 100m, (decimal?)null), (State(given.One(2022)), given.One(2022).Value, given.One(2022).Target));
        Assert.Equal("missed", State(given.Decided(2022, 120, "310999101").One(2022)));
        Assert.Equal("not_defined_here", State(new Given("annual_total", value: 9000).At("310999101").Decided(2022, 120, "310999101").One(2022)));
    }

    [Theory]
    [InlineData(100, 100, "met"), InlineData(99, 100, "missed"), InlineData(101, 100, "undetermined"), InlineData(0, 0, "undetermined")]
    public void Full_coverage_is_all_of_them(int done, int due, string state) =>
        Assert.Equal(state, State(new Given("full_coverage", "=", 100, unit: "%").Year(2022, done, denominator: due, state: due == 0 ? FigureState.no_cases : FigureState.reported).One(2022)));

    [Fact]
    public void A_year_that_has_not_begun_is_not_due() =>
        Assert.Equal("not_due", State(new Given("annual_total", value: 9000).One(2023, through: 1, today: new(2022, 6, 30))));

    [Fact]
    public void Cases_with_a_deadline_wait_for_the_ledger() =>
        Assert.Equal("待定（需要台账）", new Given("case_deadline", "<=", 1, "always", "月").One(2022).Words);

    [Fact]
    public void A_change_of_definition_is_not_compared_across() =>
        Assert.Equal("待定（口径变化）", new Given("yearly_reduction", "<=", 10, unit: "%").With(c => c with { Indicator = "broken" }).Year(2021, 1000).Year(2022, 500).One(2022).Words);

    static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

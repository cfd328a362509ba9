// Over 200 lines: each method with its arithmetic beside the others that a figure might have been foreseen by.
using FsCheck;
using FsCheck.Fluent;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Landing;

namespace Reporting.Tests.Assessment;

/// <summary>Foreseen ends by hand-made figures: each method with its arithmetic, the band, what is needed, and where nothing is said.</summary>
public class LandingTests
{
    // Slow at first: 40 % of the year by June, a tenth a month from then on.
    static readonly decimal[] Slow = [50, 100, 150, 200, 300, 400, 500, 600, 700, 800, 900, 1000];

    [Fact]
    public void Without_a_whole_year_before_the_rest_is_as_so_far_and_that_is_said()
    {
        var end = End(Months(new Given("annual_total", value: 9000), 2022, [700, 1400, 2100, 2800, 3500, 4200]), 6);
        Assert.Equal((8400m, LandingMethod.linear, Outlook.will_fail, 800m), (end.Value, end.Method, end.Outlook, end.Needed));
        Assert.Equal((null, null), (end.Low, end.High));
        Assert.Contains("没有报齐的往年，按月平均推算；往年可回测的太少，不给区间", end.How, StringComparison.Ordinal);
        Assert.Equal("余下 6 个月每月还需 800 人（今年 1—6 月月均 700 人）", end.NeededWords);
    }

    [Theory]
    // 480 ÷ 40 % = 1,200, and 300 in the last three months ÷ 25 % of a year = 1,200.
    [InlineData("60,120,180,240,360,480", "1200")]
    // 380 + 60 % of (380 ÷ 40 % + 200 ÷ 25 %) ÷ 2 = 380 + 60 % of 875.
    [InlineData("60,120,180,220,300,380", "905")]
    public void The_course_of_years_before_and_the_last_three_months_say_half_each(string months, string value)
    {
        var end = End(Months(Months(new Given("annual_total", value: 1000), 2021, Slow), 2022, Numbers(months)), 6);
        Assert.Equal((Number(value), LandingMethod.seasonal_pace), (end.Value, end.Method));
    }

    [Fact]
    public void Where_hardly_anything_used_to_be_in_the_rest_of_years_before_is_added()
    {
        decimal[] late = [10, 20, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000];
        var end = End(Months(Months(new Given("annual_total", value: 1000), 2021, late), 2022, [30, 60]), 2);
        Assert.Equal((1040m, LandingMethod.carried), (end.Value, end.Method));
    }

    /// <summary>2022 went as 2021; 2023 stood still from September on, so that 700 came where 1,000 was foreseen: three misses of none, three of 30 %.</summary>
    [Fact]
    public void The_band_is_what_four_of_five_forecasts_of_years_before_stayed_within()
    {
        var given = new Given("annual_total", value: 1000);
        foreach (var year in new[] { 2021, 2022 }) Months(given, year, Slow);
        Months(given, 2023, [.. Slow.Select(value => Math.Min(value, 700))]);
        var end = End(Months(given, 2024, Slow[..6]), 6, 2024);
        Assert.Equal((Figures.Round(end.Value * 0.7m, 2), Figures.Round(end.Value * 1.3m, 2)), (Figures.Round(end.Low!.Value, 2), Figures.Round(end.High!.Value, 2)));
        Assert.Contains("往年 5—7 月同法回测 6 次，八成误差不超过 30%", end.How, StringComparison.Ordinal);
        // 3 of three years before: too few to say anything by; a second figure of the unit lends its own.
        Assert.Null(End(Months(given, 2023, Slow[..6]), 6, 2023).Low);
    }

    [Theory]
    [InlineData(500, Outlook.holds, "已达到"), InlineData(1300, Outlook.open, "在目标上下"), InlineData(1500, Outlook.will_fail, "预计达不到"), InlineData(600, Outlook.will_hold, "预计达到")]
    public void What_the_end_says_of_the_number_goes_by_the_whole_band(int target, Outlook outlook, string words)
    {
        var given = new Given("annual_total", value: target);
        foreach (var year in new[] { 2021, 2022 }) Months(given, year, Slow);
        Months(given, 2023, [.. Slow.Select(value => value < 600 ? value : value * 1.1m)]);
        var end = End(Months(given, 2024, [.. Slow[..6].Select(value => value * 1.25m)]), 6, 2024);
        Assert.Equal((outlook, words), (end.Outlook, end.OutlookWords));
    }

    [Fact]
    public void A_ceiling_on_a_flow_is_spoken_of_as_one()
    {
        Given Of(decimal each) => Months(new Given("ceiling", "<=", 1000).With(c => c with { Indicator = "flow" }), 2022, [.. Enumerable.Range(1, 6).Select(month => each * month)]);
        var within = End(Of(80), 6);
        Assert.Equal((960m, Outlook.will_hold, "预计控制在内", 86.67m), (within.Value, within.Outlook, within.OutlookWords, within.Needed));
        Assert.StartsWith("余下 6 个月每月至多 86.67 人", within.NeededWords, StringComparison.Ordinal);
        Assert.Equal("预计超出", End(Of(90), 6).OutlookWords);
        Assert.Equal((Outlook.fails, "已超出", "已超出 20 人"), (End(Of(170), 6).Outlook, End(Of(170), 6).OutlookWords, End(Of(170), 6).NeededWords));
    }

    [Fact]
    public void A_level_goes_on_as_it_went_and_its_ceiling_is_not_divided()
    {
        var end = End(Months(new Given("ceiling", "<=", 3700), 2022, [3800, 3790, 3780, 3770, 3760, 3750]), 6);
        Assert.Equal((3690m, LandingMethod.trend, Outlook.will_hold), (end.Value, end.Method, end.Outlook));
        Assert.Equal((8.33m, "余下 6 个月每月要减少 8.33 人"), (end.Needed, end.NeededWords));
        Assert.Equal((3800m, LandingMethod.level), (End(Months(new Given("ceiling", "<=", 3700), 2022, [3800]), 1) is var first ? first.Value : 0, first.Method));
    }

    /// <summary>What is set once a year steps in one month: that is no trend.</summary>
    [Fact]
    public void A_step_is_no_trend()
    {
        var end = End(Months(new Given("ceiling", "<=", 1600), 2022, [1500, 1500, 1500, 1545, 1545, 1545]), 6);
        Assert.Equal((1545m, LandingMethod.trend, Outlook.will_hold), (end.Value, end.Method, end.Outlook));
    }

    /// <summary>A month that was not all in does not cost the year its course: it lies between its neighbours.</summary>
    [Fact]
    public void A_month_that_is_lacking_in_a_year_before_is_bridged_and_a_last_month_is_not()
    {
        Given Of(int lacking)
        {
            var given = new Given("annual_total", value: 1000);
            foreach (var (index, value) in Slow.Index()) given.Year(2021, value, index + 1, state: index + 1 == lacking ? FigureState.incomplete : FigureState.reported, missing: index + 1 == lacking ? 1 : 0);
            return Months(given, 2022, [60, 120, 180, 240, 360, 480]);
        }

        Assert.Equal((1200m, LandingMethod.seasonal_pace), (End(Of(2), 6).Value, End(Of(2), 6).Method)); // 100 again, between 50 and 150
        Assert.Equal(LandingMethod.linear, End(Of(12), 6).Method);
    }

    [Fact]
    public void A_kept_level_lands_at_its_lowest_month_and_is_lost_once_it_was_too_low()
    {
        var kept = End(Months(new Given("kept_level", value: 550, scope: "always"), 2022, [560, 565, 570]), 3);
        Assert.Equal((560m, Outlook.will_hold, "高出目标 10 人"), (kept.Value, kept.Outlook, kept.NeededWords));
        Assert.EndsWith("；按年内最低的检查点判定，至今最低 560", kept.How, StringComparison.Ordinal);
        var falling = End(Months(new Given("kept_level", value: 550, scope: "always"), 2022, [580, 570, 560]), 3);
        Assert.Equal((470m, Outlook.will_fail), (falling.Value, falling.Outlook));
        var lost = End(Months(new Given("kept_level", value: 550, scope: "always"), 2022, [560, 549, 600]), 3);
        Assert.Equal((549m, "已不能达到", (decimal?)null), (lost.Value, lost.OutlookWords, lost.Needed));
    }

    [Fact]
    public void A_reduction_is_foreseen_by_its_level_and_judged_by_its_part_of_the_base()
    {
        var given = new Given("yearly_reduction", value: 10, unit: "%").With(c => c with { Path = "chain", BaseYear = 2020 }).Year(2021, 1000);
        var landed = Months(given, 2022, [990, 980, 970, 960, 950, 940]).Landed(2022, 6)!;
        Assert.Equal((940m, "人", "%"), (landed.SoFar, landed.SoFarUnit, landed.Unit));
        Assert.Equal((12m, 10m, Outlook.will_hold, 6.67m), (landed.YearEnd!.Value, landed.YearEnd.Target, landed.YearEnd.Outlook, landed.YearEnd.Needed));
        Assert.Equal("缺基数，不预计", Months(new Given("yearly_reduction", value: 10, unit: "%").With(c => c with { BaseYear = 2020 }), 2022, [990, 980]).Landed(2022, 2)!.Why);
    }

    /// <summary>Half of the cases come by June: 120 so far, 240 in the year, of which 221 (92 %) must be closed; 100 are, so 121 of the 120 to come.</summary>
    [Fact]
    public void A_rate_stays_as_it_is_so_far_and_what_it_needs_is_told_of_the_cases_to_come()
    {
        var given = new Given("ratio", value: 92, unit: "%");
        for (var month = 1; month <= 12; month++) given.Year(2021, 9 * month, month, denominator: 10 * month);
        for (var month = 1; month <= 6; month++) given.Year(2022, month == 6 ? 100 : 15 * month, month, denominator: 20 * month);
        var end = End(given, 6);
        Assert.Equal((83.33m, LandingMethod.level, Outlook.will_fail), (end.Value, end.Method, end.Outlook));
        Assert.Equal((100.7m, "%"), (end.Needed, end.NeededUnit));
        Assert.Contains("余下预计新增分母 120，分子还需 121", end.NeededWords, StringComparison.Ordinal);
        Assert.EndsWith("，余下的全算上也不够", end.NeededWords, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("direction"), InlineData("milestone"), InlineData("fact"), InlineData("case_deadline"), InlineData("zero_events")]
    public void Of_words_tasks_facts_cases_and_events_nothing_is_foreseen(string kind) =>
        Assert.Null(Months(new Given(kind, "=", 0, "always").With(c => c with { Indicator = "flow" }), 2022, [1, 2, 3]).Landed(2022, 3));

    [Fact]
    public void Nothing_is_guessed_where_nothing_is_held()
    {
        Assert.Equal((null, "没有报齐的分月数，不预计"), Said(new Given("annual_total", value: 9000).Year(2022, null, 3, state: FigureState.not_reported)));
        Assert.Equal((null, "没有报齐的分月数，不预计"), Said(new Given("annual_total", value: 9000).Year(2022, 100, 3, state: FigureState.incomplete, missing: 1)));
        Assert.Equal((null, "没有报齐的分月数，不预计"), Said(new Given("annual_total", value: 9000).Year(2022, 100, 3, bound: Bound.at_least)));
        Assert.Equal((null, "年内区划有变动，前后的数不是同一范围，不预计"), Said(Months(new Given("annual_total", value: 9000).Changed(new(2022, 2, 1)), 2022, [1, 2, 3])));
        Assert.Null(new Given("annual_total", value: 9000).At("310999101").Landed(2022, 3)); // not defined at this level
        Assert.Null(Months(new Given("annual_total", value: 9000), 2022, Slow).Landed(2022, 12)); // the year is over

        static (decimal?, string?) Said(Given given) => given.Landed(2022, 3) is { } landed ? (landed.YearEnd?.Value, landed.Why) : (null, null);
    }

    [Fact]
    public void The_last_month_that_is_all_in_is_gone_by()
    {
        var landed = Months(new Given("annual_total", value: 9000), 2022, [700, 1400]).Year(2022, 1500, 3, state: FigureState.incomplete, missing: 2).Landed(2022, 3)!;
        Assert.Equal(("2022-02", 1400m, 8400m, 760m), (landed.Through, landed.SoFar, landed.YearEnd!.Value, landed.YearEnd.Needed));
    }

    [Fact]
    public void A_plans_total_goes_on_at_the_speed_of_the_last_two_years()
    {
        var given = new Given("plan_total", value: 2500, scope: "plan_total");
        foreach (var year in new[] { 2021, 2022 }) Months(given, year, [.. Enumerable.Range(1, 12).Select(month => 40m * month)]);
        var landed = Months(given, 2023, [50, 100, 150, 200, 250, 300]).Landed(2023, 6)!;
        // 960 + 600 this year + 2 × (600 + 480) ÷ 2.
        Assert.Equal((600m, Outlook.unjudged, 2640m, LandingMethod.yearly_pace), (landed.YearEnd!.Value, landed.YearEnd.Outlook, landed.PlanEnd!.Value, landed.PlanEnd.Method));
        Assert.Equal((41.33m, "余下 30 个月每月还需 41.33 人"), (landed.PlanEnd.Needed, landed.PlanEnd.NeededWords));
        // What is needed is counted from all of the plan, and so is what there is: 2 500 − 1 260 over 30 months.
        Assert.Equal((300m, 1260m, (decimal?)null), (landed.SoFar, landed.PlanEnd.SoFar, landed.YearEnd.SoFar));
    }

    [Fact]
    public void A_plans_total_told_once_a_year_goes_by_its_years()
    {
        var given = new Given("plan_total", value: 2500, scope: "plan_total").Year(2021, 400).Year(2022, 600);
        var landed = given.Landed(2023, 6)!;
        Assert.Equal((null, 2500m, Outlook.will_hold), (landed.YearEnd, landed.PlanEnd!.Value, landed.PlanEnd.Outlook));
        Assert.Equal(50m, landed.PlanEnd.Needed);
        Assert.Null(new Given("plan_total", value: 2500, scope: "plan_total").Year(2021, 400).Year(2022, 600, state: FigureState.incomplete).Landed(2023, 6)!.PlanEnd);
    }

    [Fact]
    public void A_level_to_be_built_goes_on_to_the_plans_end()
    {
        var given = new Given("level_by_end", value: 10, scope: "by_end").Year(2021, 2).Year(2022, 4);
        Assert.Equal((10m, Outlook.will_hold), (given.Landed(2023, 6)!.PlanEnd is { } end ? (end.Value, end.Outlook) : default));
        Assert.Equal("往年的数不足，不预计", new Given("level_by_end", value: 10, scope: "by_end").Year(2022, 4).Landed(2023, 6)!.Why);
    }

    /// <summary>What came later is not looked at, twice of everything lands at twice, and nothing lands below what is in.</summary>
    [Fact]
    public void A_forecast_sees_no_later_month_and_grows_with_its_figures()
    {
        var drawn = from months in Gen.Choose(1, 300).ArrayOf(36) from through in Gen.Choose(1, 11) select (Months: months, Through: through);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20220302, 9), Prop.ForAll(Arb.From(drawn), given =>
        {
            Given Of(int times, int until)
            {
                var one = new Given("annual_total", value: 1000);
                foreach (var (index, _) in given.Months.Index().Take(until)) one.Year(2021 + index / 12, times * given.Months.Skip(index / 12 * 12).Take(index % 12 + 1).Sum(), index % 12 + 1);
                return one;
            }

            var (whole, cut, twice) = (End(Of(1, 36), given.Through), End(Of(1, 12 + given.Through), given.Through), End(Of(2, 36), given.Through));
            Assert.Equal(cut, whole);
            Assert.InRange(twice.Value - 2 * whole.Value, -0.02m, 0.02m);
            Assert.True(whole.Value >= given.Months.Skip(12).Take(given.Through).Sum());
        }));
    }

    [Fact]
    public void A_back_test_says_what_each_month_would_have_said()
    {
        var given = new Given("annual_total", value: 1000);
        Months(Months(given, 2021, Slow), 2022, [.. Slow.Select(value => value * 2)]);
        var tested = BackTest.Of(given.Plan(), [given.Evidence], 2022);
        // The same course at twice the height: the shares of 2021 foresee 2022 without a miss, a straight line misses.
        Assert.All(tested.Methods.Where(row => row.Method is LandingMethod.seasonal or LandingMethod.seasonal_pace), row => Assert.Equal((0m, 0m), (row.Median, row.EightOfTen)));
        Assert.Equal([3, 3, 3, 2], tested.Methods.Where(row => row.Method == LandingMethod.linear).Select(row => row.Cases));
        Assert.Equal(2000m / 1200 - 1, tested.Methods.First(row => row.Method == LandingMethod.linear).Median);
        Assert.Empty(tested.Bands); // one figure alone has nothing to take a band from
    }

    static LandedEnd End(Given given, int through, int year = 2022) => given.Landed(year, through)!.YearEnd!;

    static Given Months(Given given, int year, IReadOnlyList<decimal> values)
    {
        foreach (var (index, value) in values.Index()) given.Year(year, value, index + 1);
        return given;
    }

    static decimal[] Numbers(string text) => [.. text.Split(',').Select(Number)];

    static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

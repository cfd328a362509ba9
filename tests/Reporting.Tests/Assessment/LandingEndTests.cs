using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Landing;

namespace Reporting.Tests.Assessment;

/// <summary>What a foreseen end says of the number is what the rule will say of it: the same comparison, the same check points, nothing from after the horizon.</summary>
public class LandingEndTests
{
    /// <summary>A reduction is in per cent of the base and the figure is not: 300 cases of 360 allowed are no 300 of 10.</summary>
    [Theory]
    [InlineData(25, Outlook.will_hold, "预计达到"), InlineData(50, Outlook.will_fail, "预计达不到"), InlineData(62, Outlook.fails, "已不能达到")]
    public void A_reduction_of_what_adds_up_is_lost_once_more_than_it_allows_is_in(int each, Outlook outlook, string words)
    {
        var given = new Given("yearly_reduction", value: 10, unit: "%").With(c => c with { Indicator = "flow", Path = "chain", BaseYear = 2020 }).Year(2021, 400);
        var end = End(Each(given, 2022, each), 6);
        Assert.Equal((outlook, words, Figures.Round((1 - each * 12 / 400m) * 100, 2)), (end.Outlook, end.OutlookWords, end.Value));
    }

    [Theory]
    [InlineData(8, Outlook.will_fail), InlineData(10, Outlook.will_hold), InlineData(19, Outlook.holds)]
    public void A_growth_of_what_adds_up_is_reached_by_its_level_and_not_by_its_figure(int each, Outlook outlook)
    {
        var given = new Given("growth_on_base", value: 10, unit: "%").With(c => c with { Indicator = "flow", BaseYear = 2020 }).Year(2020, 100);
        Assert.Equal(outlook, End(Each(given, 2022, each), 6).Outlook);
    }

    /// <summary>A softened number allows at the year's end what it allows now: 985 of 约 1,000 with 20.</summary>
    [Theory]
    [InlineData(163, 20, Outlook.will_fail, "预计达不到"), InlineData(165, 20, Outlook.will_hold, "预计达到"), InlineData(165, null, Outlook.open, "“左右”未定容差，不能断定")]
    [InlineData(167, null, Outlook.will_hold, "预计达到")]
    public void What_a_softened_number_allows_is_allowed_of_the_foreseen_end_too(int eachSecond, int? margin, Outlook outlook, string words)
    {
        var given = new Given("annual_total", value: 1000).With(c => c with { Tolerance = "左右", Margin = margin });
        var end = End(Each(given, 2022, eachSecond / 2m), 6);
        Assert.Equal((outlook, words), (end.Outlook, end.OutlookWords));
    }

    [Fact]
    public void A_month_that_is_no_check_point_loses_no_kept_level()
    {
        Given Kept(string points, params decimal[] months) => Months(new Given("kept_level", value: 550, scope: "always").With(c => c with { CheckPoints = points }), 2022, months);
        Assert.Equal((560m, Outlook.will_hold), End(Kept("quarter", 560, 540, 560), 3) is var kept ? (kept.Value, kept.Outlook) : default);
        Assert.Equal((540m, Outlook.fails), End(Kept("quarter", 560, 560, 540, 560, 560), 5) is var lost ? (lost.Value, lost.Outlook) : default);
        Assert.Equal(Outlook.fails, End(Kept("month", 560, 540, 560), 3).Outlook);
        Assert.Equal(Outlook.will_hold, End(Kept("year", 560, 540, 560), 3).Outlook);
    }

    [Theory]
    [InlineData("80,85,80", "85", Outlook.will_hold, "预计控制在内"), InlineData("80,85,90", "135", Outlook.will_fail, "预计超出"), InlineData("80,101,80", "101", Outlook.fails, "已超出")]
    public void A_level_kept_below_its_number_is_worst_where_it_is_highest(string months, string value, Outlook outlook, string words)
    {
        var end = End(Months(new Given("kept_level", "<=", 100, "always"), 2022, [.. months.Split(',').Select(Number)]), 3);
        Assert.Equal((Number(value), outlook, words), (end.Value, end.Outlook, end.OutlookWords));
        Assert.Equal(outlook == Outlook.fails, end.NeededWords is null);
    }

    [Fact]
    public void A_ceiling_on_the_plans_total_that_is_over_its_number_is_over_it_for_good()
    {
        var given = Each(Each(new Given("ceiling", "<=", 1000, "plan_total").With(c => c with { Indicator = "flow" }), 2021, 800 / 12m, 12), 2022, 50);
        var end = given.Landed(2022, 6)!.PlanEnd!;
        Assert.Equal((Outlook.fails, "已超出", "已超出 100 人"), (end.Outlook, end.OutlookWords, end.NeededWords));
        var within = Each(Each(new Given("ceiling", "<=", 9000, "plan_total").With(c => c with { Indicator = "flow" }), 2021, 800 / 12m, 12), 2022, 50).Landed(2022, 6)!.PlanEnd!;
        Assert.Equal(Outlook.will_hold, within.Outlook);
    }

    /// <summary>The city's December is not known in June, nor is it when June is asked for in the year after.</summary>
    [Fact]
    public void Another_series_is_looked_at_no_later_than_the_horizon()
    {
        var given = Months(new Given("benchmark").With(c => c with { Benchmark = "city" }), 2022, [50, 50, 50, 50, 50, 50]).Year(2022, 40, 6, "city").Year(2022, 60, 12, "city");
        Assert.Equal((40m, Outlook.will_hold), End(given, 6) is var end ? (end.Target, end.Outlook) : default);
    }

    static LandedEnd End(Given given, int through) => given.Landed(2022, through)!.YearEnd!;

    static Given Each(Given given, int year, decimal each, int months = 6) => Months(given, year, [.. Enumerable.Range(1, months).Select(month => each * month)]);

    static Given Months(Given given, int year, IReadOnlyList<decimal> values)
    {
        foreach (var (index, value) in values.Index()) given.Year(year, value, index + 1);
        return given;
    }

    static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

using FsCheck;
using FsCheck.Fluent;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Lights;

namespace Reporting.Tests.Assessment.Lights;

/// <summary>By whom a district is short: who is behind makes up the whole, who is ahead stands beside.</summary>
public class ShortfallTests
{
    static readonly Given Flow = new("annual_total", value: 1200);

    [Fact]
    public void Who_is_ahead_takes_nothing_from_who_is_behind()
    {
        // Half the year: the district should have 600 and has 520. 甲 lacks 60, 乙 20, 丙 is 30 ahead; of 100 of the target nobody has a part.
        var shortfall = Of(Amount(1200, 520), ("甲", Amount(400, 140)), ("乙", Amount(400, 180)), ("丙", Amount(300, 180)), ("丁", null));
        Assert.Equal((80m, 80m, 30m, 30m), (shortfall.District, shortfall.BehindSum, shortfall.AheadSum, shortfall.Rest));
        Assert.Equal([("甲", 60m, 75m), ("乙", 20m, 25m)], shortfall.Behind.Select(unit => (unit.OrgUnit, unit.Amount, unit.Share!.Value)));
        Assert.Equal([("丙", 30m, null)], shortfall.Ahead.Select(unit => (unit.OrgUnit, unit.Amount, unit.Share)));
    }

    /// <summary>900 by the year's end are 75 a month: who has them is short of nothing, in any month.</summary>
    [Theory]
    [InlineData(1), InlineData(2), InlineData(4), InlineData(5), InlineData(7), InlineData(8), InlineData(10), InlineData(11)]
    public void Who_is_exactly_on_pace_is_not_behind(int through)
    {
        Evaluation One(int target, int value) => new Given("annual_total", value: target).Year(2022, value, through).One(2022, through);
        var shortfall = Of(One(1800, 150 * through - 1), ("甲", One(900, 75 * through)), ("乙", One(900, 75 * through - 1)));
        Assert.Equal((AssessmentState.on_pace, 0m), (One(900, 75 * through).State, One(900, 75 * through).PointsAhead));
        Assert.Equal((1m, 0m), (shortfall.District, shortfall.Rest));
        Assert.Equal([("乙", 1m, 100m)], shortfall.Behind.Select(unit => (unit.OrgUnit, unit.Amount, unit.Share!.Value)));
        Assert.Empty(shortfall.Ahead);
    }

    [Fact]
    public void Of_a_rate_the_cases_that_are_still_missing_are_counted()
    {
        var rate = new Given("ratio", value: 90, unit: "%");
        Evaluation Rate(int done, int all) => new Given("ratio", value: 90, unit: "%").Year(2022, done, 6, denominator: all).One(2022, 6);
        // 90 % of 100 are 90, of which 80 are there; units without a number of their own are held against the district's.
        var shortfall = Shortfall.Of(rate.Commitment, Rate(80, 100), [("甲", Rate(20, 40)), ("乙", Rate(60, 60))]);
        Assert.Equal((10m, 16m, 6m, 0m), (shortfall.District, shortfall.BehindSum, shortfall.AheadSum, shortfall.Rest));
        Assert.Equal(100m, Assert.Single(shortfall.Behind).Share);
    }

    [Fact]
    public void Events_lie_with_those_where_they_happened()
    {
        var events = new Given("zero_events", "=", unit: "起");
        Evaluation Events(int count) => new Given("zero_events", "=", unit: "起").Year(2022, count, 6).One(2022, 6);
        var shortfall = Shortfall.Of(events.Commitment, Events(3), [("甲", Events(2)), ("乙", Events(1)), ("丙", Events(0))]);
        Assert.Equal([("甲", 66.7m), ("乙", 33.3m)], shortfall.Behind.Select(unit => (unit.OrgUnit, unit.Share!.Value)));
    }

    [Theory]
    [InlineData("kept_level", "不能相加"), InlineData("benchmark", "不能相加"), InlineData("growth_on_base", "不能相加"), InlineData("milestone", "由部门办")]
    public void What_does_not_add_up_is_not_laid_to_units(string kind, string why)
    {
        var given = kind == "milestone" ? new Given("milestone", "=").With(c => c with { Due = new(2022, 6, 30) }) : LightCaseTests.Of(kind, 900, 6);
        Assert.Contains(why, Shortfall.Of(given.Commitment, given.One(2022, 6), []).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_targets_of_units_the_district_stands_alone()
    {
        var reported = new Given("annual_total", value: 1200).At("310999101").Year(2022, 9, 6).One(2022, 6);
        var shortfall = Shortfall.Of(Flow.Commitment, Amount(1200, 520), [("甲", reported), ("乙", null)]);
        Assert.Equal(80m, shortfall.District);
        Assert.Contains("没有分解目标", shortfall.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_cannot_be_judged_is_named_and_counted_for_nothing()
    {
        var silent = new Given("annual_total", value: 100).Year(2022, null, 6, state: FigureState.not_reported).One(2022, 6);
        var shortfall = Of(Amount(1200, 520), ("甲", Amount(400, 140)), ("乙", silent));
        Assert.Equal(["乙"], shortfall.Unknown);
        Assert.Equal(("甲", 100m), (Assert.Single(shortfall.Behind).OrgUnit, shortfall.Behind[0].Share));
    }

    /// <summary>The shares of those behind are one whole, and what all units lack and lead by, with the rest, is what the district lacks.</summary>
    [Fact]
    public void Shares_add_up_and_amounts_reconcile()
    {
        var unit = from target in Gen.Choose(1, 900) from value in Gen.Choose(0, 900) select (target, value);
        var drawn = from units in unit.ListOf().Select(units => units.Take(20).ToList()) from rest in Gen.Choose(0, 500) select (units, rest);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20220302, 9), Prop.ForAll(Arb.From(drawn), given =>
        {
            if (given.units.Count == 0) return;
            var shortfall = Of(Amount(given.units.Sum(one => one.target) + given.rest, given.units.Sum(one => one.value)), [.. given.units.Select((one, index) => ($"{index:00}", (Evaluation?)Amount(one.target, one.value)))]);
            Assert.Equal(shortfall.District, shortfall.BehindSum - shortfall.AheadSum + shortfall.Rest);
            Assert.Equal(given.rest / 2m, shortfall.Rest);
            Assert.Equal(shortfall.Behind.Count == 0 ? 0 : 100, shortfall.Behind.Sum(one => one.Share));
            Assert.All(shortfall.Behind, one => Assert.True(one.Amount > 0));
        }));
    }

    static Shortfall Of(Evaluation district, params (string, Evaluation?)[] units) => Shortfall.Of(Flow.Commitment, district, units);

    static Evaluation Amount(int target, int value) => new Given("annual_total", value: target).Year(2022, value, 6).One(2022, 6);
}

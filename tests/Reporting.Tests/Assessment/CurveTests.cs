using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Targets;

namespace Reporting.Tests.Assessment;

/// <summary>序时 by a curve: how it comes about, whose holds, and what it changes.</summary>
public class CurveTests
{
    const string Unit = "310999101";

    // Nothing in the first quarter, half by June, the rest at the end.
    static readonly decimal[] Late = [0, 0, 0, 0.1m, 0.2m, 0.5m, 0.5m, 0.5m, 0.5m, 0.5m, 0.5m, 1];

    [Theory]
    [InlineData(3, 0, "on_pace", "0"), InlineData(6, 4499, "behind", "0.5"), InlineData(6, 4500, "on_pace", "0.5"), InlineData(9, 4600, "on_pace", "0.5"), InlineData(12, 8999, "missed", "1")]
    public void An_amount_is_held_against_the_curve_that_was_set(int through, int value, string state, string pace)
    {
        var one = new Given("annual_total", value: 9000).Curve(2022, Late).Year(2022, value, through).One(2022, through);
        Assert.Equal((state, Number(pace)), (one.State.ToString(), one.Pace));
        if (through is > 3 and < 12) Assert.Contains("按给定进度（甲 登记，批次 9）", one.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_ahead_and_behind_are_told()
    {
        var one = new Given("annual_total", value: 9000).Year(2022, 3600, 6).One(2022, 6);
        Assert.Equal(-10, one.PointsAhead);
        Assert.Contains("落后序时 10 个百分点", one.Explanation, StringComparison.Ordinal);
        var ceiling = new Given("ceiling", "<=", 100).With(c => c with { Indicator = "flow" }).Year(2022, 40, 6).One(2022, 6);
        Assert.Equal(10, ceiling.PointsAhead);
        Assert.Null(new Given("ceiling", "<=", 100).Year(2022, 40, 6).One(2022, 6).PointsAhead);
    }

    [Fact]
    public void A_ceiling_on_a_flow_goes_by_the_curve_and_one_on_a_level_by_none()
    {
        Assert.Equal("behind", new Given("ceiling", "<=", 100).With(c => c with { Indicator = "flow" }).Curve(2022, Late).Year(2022, 15, 4).One(2022, 4).State.ToString());
        Assert.Equal("on_pace", new Given("ceiling", "<=", 100).With(c => c with { Indicator = "flow" }).Year(2022, 15, 4).One(2022, 4).State.ToString());
        Assert.Equal(("on_pace", (decimal?)null), (new Given("ceiling", "<=", 100).Curve(2022, Late).Year(2022, 15, 4).One(2022, 4) is var level ? level.State.ToString() : "", level.Pace));
    }

    [Fact]
    public void A_unit_follows_its_own_curve_then_the_districts_then_the_calendar()
    {
        Given Of() => new Given("annual_total", value: 9000).At(Unit).Decided(2022, 100, Unit).Year(2022, 30, 4);
        Assert.Equal(0.3333m, decimal.Round(Of().One(2022, 4).Pace!.Value, 4));
        Assert.Equal(0.1m, Of().Curve(2022, Late).One(2022, 4).Pace);
        Assert.Contains("用全区的", Of().Curve(2022, Late).One(2022, 4).Explanation, StringComparison.Ordinal);
        Assert.Equal(0.25m, Of().Curve(2022, Late).Curve(2022, [.. Late.Select((_, month) => month < 11 ? 0.25m : 1)], Unit).One(2022, 4).Pace);
        Assert.Equal(0.3333m, decimal.Round(Of().Curve(2021, Late).One(2022, 4).Pace!.Value, 4));
    }

    [Fact]
    public void Of_two_curves_the_later_holds()
    {
        var given = new Given("annual_total", value: 9000).Year(2022, 30, 4).Curve(2022, Late).Curve(2022, Curves.LinearYear, method: CurveMethod.linear);
        Assert.Equal(0.333333m, given.One(2022, 4).Pace);
    }

    [Theory]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,20", "0.05,0.1,0.15,0.2,0.25,0.3,0.35,0.4,0.45,0.5,0.55,1"), InlineData("0,0,0,0,0,0,0,0,0,0,0,0", null)]
    [InlineData("1,2,3,4,5,6,7,8,9,10,,12", null), InlineData("1,2,3,4,5,6,5,8,9,10,11,12", null), InlineData("1,2,3", null)]
    public void Last_years_course_becomes_a_curve_only_where_it_is_whole(string months, string? shares)
    {
        var curve = Curves.OfYear([.. months.Split(',').Select(text => text.Length == 0 ? (decimal?)null : Number(text))]);
        Assert.Equal(shares?.Split(',').Select(Number), curve);
    }

    [Theory]
    [InlineData("0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0,0", true), InlineData("0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0", false)]
    [InlineData("0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.2,-0.1,0", false), InlineData("0.5,0.5", false)]
    public void Given_shares_are_one_whole(string shares, bool isCurve)
    {
        var curve = Curves.OfShares([.. shares.Split(',').Select(Number)]);
        Assert.Equal(isCurve, curve is not null);
        if (curve is not null) Assert.Equal((0.1m, 1m), (curve[0], curve[11]));
    }

    [Fact]
    public void What_was_adjusted_is_shown_beside_its_original()
    {
        var district = new Given("annual_total", value: 22000).Decided(2022, 18000).Year(2022, 20000).One(2022);
        Assert.Equal((18000m, 22000m, "met"), (district.Target, district.OriginalTarget, district.State.ToString()));
        Assert.Contains("原目标：22,000 人，出自 文；调整后：18,000 人", district.Explanation, StringComparison.Ordinal);
        Assert.Null(new Given("annual_total", value: 22000).Decided(2022, 18000).Year(2021, 20000).One(2021).OriginalTarget);

        // Of a unit what stood before 下达 was a draft.
        Given Unit() => new Given("annual_total", value: 9000).At(CurveTests.Unit).Decided(2022, 100, CurveTests.Unit, 3).Decided(2022, 120, CurveTests.Unit, 4).Year(2022, 110);
        Assert.Null(Unit().One(2022).OriginalTarget);
        Assert.Null(Unit().Issued(2022, 5).One(2022).OriginalTarget);
        var adjusted = Unit().Issued(2022, 5).Decided(2022, 90, CurveTests.Unit, 6).One(2022);
        Assert.Equal((90m, 120m, "met"), (adjusted.Target, adjusted.OriginalTarget, adjusted.State.ToString()));
    }

    static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

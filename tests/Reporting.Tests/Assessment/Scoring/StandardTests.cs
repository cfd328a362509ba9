using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment.Scoring;

/// <summary>达标 is what was judged, not what a fraction rounds to; and what is not expected yet is no failure.</summary>
public class StandardTests
{
    static readonly SchemeRule AllOrNothing = Scored.Rule(ScoringMethod.all_or_nothing);
    static readonly SchemeRule Stepped = Scored.Rule(ScoringMethod.stepped) with { Step = 1, Each = 10 };
    static readonly SchemeRule Banded = Scored.Rule(ScoringMethod.banded) with { Bands = [new(100, 100), new(90, 60)] };
    static readonly SchemeRule Linear = Scored.Rule(ScoringMethod.linear);

    static decimal? Points(SchemeRule rule, Evaluation one) => new Scored(rule).Unit("a", one).One().Score;

    /// <summary>"50 % 左右", give or take two: 49 is kept, 47 is not.</summary>
    [Theory]
    [InlineData(49, 100, 100, 100, 98), InlineData(47, 0, 40, 60, 94)]
    public void A_number_reached_within_its_tolerance_is_reached(int growth, int all, int stepped, int banded, int linear)
    {
        var one = new Given("growth_on_base", "=", 50, "by_end").With(c => c with { BaseYear = 2020, Tolerance = "左右", Margin = 2 }).Year(2020, 100).Year(2025, 100 + growth).One(2025);
        Assert.Equal([all, stepped, banded, linear], new[] { AllOrNothing, Stepped, Banded, Linear }.Select(rule => (int)Points(rule, one)!));
        if (growth == 49) Assert.Equal("完成率 98%（评估结论：完成）；得分 = 达标得满分 100 = 100", new Scored(AllOrNothing).Unit("a", one).One().Rules[0].Words);
    }

    [Fact]
    public void More_than_a_number_is_not_reached_by_equalling_it()
    {
        static Evaluation One(int value) => new Given("annual_total", ">", 100).Year(2022, value).One(2022);
        Assert.Equal((AssessmentState.missed, 1m), (One(100).State, One(100).Attainment));
        Assert.Equal([0, 60, 100], new[] { AllOrNothing, Banded, Linear }.Select(rule => (int)Points(rule, One(100))!));
        Assert.Equal([100, 100, 100], new[] { AllOrNothing, Banded, Linear }.Select(rule => (int)Points(rule, One(101))!));
    }

    /// <summary>Complaints of 5 % at most: 2 % earns all, 6 % does not, and no bonus is paid for what is too many.</summary>
    [Fact]
    public void What_should_be_little_earns_by_being_little()
    {
        static Evaluation One(int complaints) => new Given("ratio", "<=", 5, unit: "%").Year(2022, complaints, denominator: 1000).One(2022);
        Assert.Equal([100, 100], new[] { AllOrNothing, Linear }.Select(rule => (int)Points(rule, One(20))!));
        Assert.Equal([0, 83], new[] { AllOrNothing, Linear }.Select(rule => (int)Points(rule, One(60))!));
        Assert.Equal(0, new Scored(Linear, Scored.Rule(ScoringMethod.bonus, 0) with { Step = 1, Each = 1, Most = 20 }).Unit("a", One(60)).One().Rules[1].Score);
    }

    /// <summary>A number of the scheme's own for a unit that was given none is held against it the same way round.</summary>
    [Fact]
    public void A_schemes_own_number_goes_by_the_direction_of_the_commitment()
    {
        decimal? Of(decimal value, string comparator)
        {
            var scored = new Scored(AllOrNothing with { Target = 5 }).Unit("a", Scored.Evaluation(state: AssessmentState.no_target_here, value: value));
            return scored.Commitment("c", [], comparator: comparator).One().Score;
        }
        Assert.Equal((100m, 100m, 0m), (Of(2, "<="), Of(5, "<="), Of(6, "<=")));
        Assert.Equal((0m, 100m, 100m), (Of(2, ">="), Of(5, ">="), Of(6, ">=")));
    }

    /// <summary>Nothing is expected in January by this curve: who has nothing is not at 0, and who has some is not measured by it either.</summary>
    [Theory]
    [InlineData(0), InlineData(50)]
    public void Where_nothing_is_expected_yet_nothing_is_scored(int value)
    {
        var given = new Given("annual_total", value: 400).Curve(2022, [0, .. Enumerable.Range(1, 11).Select(month => month / 11m)]).Year(2022, value, 1);
        var one = given.One(2022, 1);
        Assert.Equal((AssessmentState.on_pace, 0m), (one.State, one.Pace));
        var unit = new Scored(Scored.Rule(ScoringMethod.linear, 60), Scored.Rule(ScoringMethod.linear, 40, "other") with { Id = "other" }).Unit("a").Stands("a", one, Scored.Evaluation("other", attainment: 1)).One();
        Assert.Equal((100m, 0m, "未到（序时为 0）：不适用，不计入权重"), (unit.Score, unit.Rules[0].Counted, unit.Rules[0].Words));
    }

    [Fact]
    public void What_is_done_before_anything_was_expected_is_done()
    {
        var given = new Given("annual_total", value: 400).Curve(2022, [0, .. Enumerable.Range(1, 11).Select(month => month / 11m)]).Year(2022, 400, 1);
        Assert.Equal(100, Points(Linear, given.One(2022, 1)));
    }
}

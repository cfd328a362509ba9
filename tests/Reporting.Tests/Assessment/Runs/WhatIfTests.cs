using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Runs;
using static Reporting.Tests.Assessment.Runs.FrozenTowns;

namespace Reporting.Tests.Assessment.Runs;

/// <summary>What would be: another target, value or weight, beside what is; nothing of it is kept.</summary>
public sealed class WhatIfTests : IDisposable
{
    readonly FrozenTowns towns = new();

    public void Dispose() => towns.Dispose();

    [Fact]
    public void A_supposed_target_moves_the_unit_it_is_supposed_for()
    {
        var (before, after) = Both(new Assumption("jobs", East, AssumedPart.target, 160));
        Assert.Equal((80m, 160m, 70m, 100m), (One(before, East).Target, One(after, East).Target, One(after, West).Target, One(after, District).Target));
        Assert.True(Score(after, East) < Score(before, East));
        Assert.Equal(Score(before, West), Score(after, West));
    }

    [Fact]
    public void A_supposed_value_moves_the_district_with_it_where_the_parts_are_summed()
    {
        var (before, after) = Both(new Assumption("jobs", West, AssumedPart.value, 90));
        Assert.Equal(90, One(after, West).Value);
        Assert.Equal(One(before, District).Value + 90 - One(before, West).Value, One(after, District).Value);
        Assert.Equal(One(before, East), One(after, East) with { Inputs = One(before, East).Inputs, Alternatives = One(before, East).Alternatives, Years = One(before, East).Years });
        Assert.Contains("90", One(after, West).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_supposed_rate_keeps_its_cases()
    {
        var (before, after) = Both(new Assumption("closing", East, AssumedPart.value, 100));
        Assert.Equal((100m, One(before, East, "closing").Denominator), (One(after, East, "closing").Value!.Value, One(after, East, "closing").Denominator));
        Assert.True(One(after, District, "closing").Value > One(before, District, "closing").Value);
    }

    /// <summary>Where a unit has no case, a hundred are supposed of it: of the district's as well, above the line and below.</summary>
    [Fact]
    public void A_rate_supposed_where_there_are_no_cases_brings_its_cases_with_it()
    {
        towns.WithoutCases(West);
        var (before, after) = Both(new Assumption("closing", West, AssumedPart.value, 90));
        var (was, now) = (One(before, District, "closing"), One(after, District, "closing"));
        Assert.Equal((was.Numerator + 90, was.Denominator + 100), (now.Numerator, now.Denominator));
    }

    /// <summary>What a unit had not told is supposed to be there, so that nothing of it is missing from the district's figure.</summary>
    [Fact]
    public void A_value_supposed_of_what_a_unit_has_not_told_is_missing_no_more()
    {
        towns.Correct(East, 6, 9);
        var (before, after) = Both(new Assumption("jobs", West, AssumedPart.value, 40));
        Assert.Contains("缺 1 家", One(before, District).Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("缺 1 家", One(after, District).Explanation, StringComparison.Ordinal);
        Assert.Equal((One(before, District).Value + 40 - One(before, West).Value, Bound.exact), (One(after, District).Value, One(after, District).Bound));
    }

    [Fact]
    public void Supposed_weights_move_scores_and_nothing_else()
    {
        var (before, after) = Both(new("jobs", null, AssumedPart.weight, 30), new("closing", null, AssumedPart.weight, 50));
        Assert.Equal(CanonicalJson.Of(before.Standings), CanonicalJson.Of(after.Standings));
        Assert.Equal([30m, 50m, 20m, 0m], after.Boards[0].Units[0].Rules.Select(rule => rule.Weight));
        Assert.NotEmpty(MovedScore.Between(before.Boards, after.Boards));
    }

    /// <summary>A supposition that is what is held already changes nothing, and none is kept.</summary>
    [Fact]
    public void What_is_supposed_as_it_is_changes_nothing()
    {
        var last = towns.Warehouse.LastLoad;
        var (before, after) = Both(new("jobs", East, AssumedPart.target, 80), new("jobs", null, AssumedPart.weight, 60), new("jobs", East, AssumedPart.value, 36));
        Assert.Equal(36, One(before, East).Value);
        Assert.Empty(MovedEvaluation.Between(before.Standings, after.Standings));
        Assert.Empty(MovedScore.Between(before.Boards, after.Boards));
        Assert.Equal(last, towns.Warehouse.LastLoad);
        Assert.Equal(CanonicalJson.Of(before), CanonicalJson.Of(towns.Inputs().Judged()));
    }

    (YearJudgment Before, YearJudgment After) Both(params IReadOnlyList<Assumption> assumptions)
    {
        var inputs = towns.Inputs();
        return (inputs.Judged(), WhatIf.Supposed(inputs, assumptions, unit => unit is East or West).Judged());
    }

    static Evaluation One(YearJudgment judged, string unit, string id = "jobs") => judged.Standings.Single(standing => standing.OrgUnit == unit).Evaluations.Single(one => one.Id == id);
    static decimal? Score(YearJudgment judged, string unit) => judged.Boards[0].Units.Single(scored => scored.OrgUnit == unit).Score;
}

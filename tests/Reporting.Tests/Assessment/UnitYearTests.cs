using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Lights;

namespace Reporting.Tests.Assessment;

/// <summary>A unit's year beside its other years: without a number in this one, another unit than it was, a task that somebody looked at afterwards.</summary>
public class UnitYearTests
{
    const string District = "310999", East = "310999101", West = "310999102";

    [Fact]
    public void A_unit_given_a_number_for_other_years_only_has_none_in_this_one()
    {
        var given = new Given("annual_total", value: 9000).At(East).Decided(2023, 500, East).Year(2021, 90).Year(2022, 100).Year(2023, 600);
        Assert.Equal((AssessmentState.no_target_here, "本级无目标", 100m, (decimal?)null), (given.One(2022).State, given.One(2022).Words, given.One(2022).Value, given.One(2022).Target));
        Assert.Equal((AssessmentState.met, 500m), (given.One(2023).State, given.One(2023).Target));
        // Over the plan the years without a number say nothing, for or against.
        var plan = given.One(null, horizon: 2023);
        Assert.Equal(("至今各年完成", "本级无目标"), (plan.Words, plan.Years[0].Words));
        Assert.Equal(AssessmentState.no_target_here, given.One(null, horizon: 2022).State);
    }

    [Theory]
    [InlineData("plan_total"), InlineData("level_by_end"), InlineData("ratio"), InlineData("yearly_reduction"), InlineData("kept_level")]
    public void So_it_is_of_every_kind(string kind)
    {
        var given = new Given(kind, value: 10, unit: kind is "ratio" or "yearly_reduction" ? "%" : "人", scope: kind is "plan_total" or "level_by_end" ? "by_end" : "each_year").At(East).Decided(2023, 5, East)
            .Year(2021, 100, denominator: kind == "ratio" ? 200 : null).Year(2022, 90, denominator: kind == "ratio" ? 200 : null);
        Assert.Equal((AssessmentState.no_target_here, (decimal?)null), (given.One(2022).State, given.One(2022).Target));
    }

    [Fact]
    public void What_took_over_another_is_held_against_both()
    {
        var given = Merged().Bridged(2021, 261);
        var one = given.One(2022);
        Assert.Equal((9.58m, AssessmentState.missed), (one.Value, one.State));
        Assert.Contains("降幅 = 1 − 236 ÷ 261", one.Explanation, StringComparison.Ordinal);
        Assert.Contains("261 人（按现在的区划", one.Explanation, StringComparison.Ordinal);
        // A unit without a number of its own is shown the same, for a scheme that has one.
        Assert.Equal((AssessmentState.no_target_here, 9.58m), (Merged(decided: false).Bridged(2021, 261).One(2022).State, Merged(decided: false).Bridged(2021, 261).One(2022).Value));
    }

    [Fact]
    public void Where_nothing_tells_what_both_had_it_is_to_be_settled()
    {
        Assert.Equal(("待定（区划变动）", (decimal?)null), (Merged().One(2022).Words, Merged().One(2022).Value));
        Assert.Equal("待定（区划变动）", Merged(decided: false).One(2022).Words);
        // Today's ground is that of a later change, not of the year judged.
        Assert.Equal("待定（区划变动）", Merged().Bridged(2021, 261).Changed(new(2024, 1, 1)).One(2022).Words);
        // Before the change the unit is what it was.
        Assert.Equal(144m, Merged().Year(2020, 160).One(2021).Inputs[0].Value);
        Assert.NotEqual("待定（区划变动）", Merged().Year(2020, 160).One(2021).Words);
    }

    [Fact]
    public void What_was_added_up_while_the_unit_changed_is_not_compared()
    {
        Given Grown(DateOnly day) => new Given("growth_on_base", value: 10, unit: "%", scope: "by_end").With(c => c with { Indicator = "flow", BaseYear = 2021 }).At(East)
            .Decided(2022, 10, East).Year(2021, 100).Year(2022, 300).Bridged(2021, 250).Changed(day);
        Assert.Equal("待定（区划变动）", Grown(new(2022, 7, 1)).One(2022).Words);
        Assert.Equal(20m, Grown(new(2022, 1, 1)).One(2022).Value);
    }

    [Fact]
    public void A_merger_in_the_warehouse_is_bridged_for_one_unit_and_for_all()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Define(Definitions, new(2021, 1, 4));
        warehouse.Load("2021 east", East, [Idle(East, 2021, 144)], new(2022, 1, 10));
        warehouse.Load("2021 west", West, [Idle(West, 2021, 117)], new(2022, 1, 11));
        warehouse.Load("2022 east", East, [Idle(East, 2022, 236)], new(2023, 1, 10));
        var before = Fall(warehouse).Value;
        warehouse.Define(Definitions.Replace("code: \"310999102\",", "code: \"310999102\", valid_to: 2022-06-30, successors: [{ code: \"310999101\", share: 1 }],", StringComparison.Ordinal), new(2023, 1, 12));
        Assert.Equal((-63.89m, 9.58m), (before, Fall(warehouse).Value));

        var catalog = warehouse.Definitions.AsOf(warehouse.LastLoad);
        var plan = catalog.Plans.Single();
        var alone = Assessor.Evaluate(plan, AssessmentReading.Evidence(warehouse.Marts, catalog, plan, East, warehouse.LastLoad), new(2022, 12, new(2023, 1, 12)), 2022).Single(one => one.Id == "fall");
        Assert.Equal((9.58m, Fall(warehouse).Explanation), (alone.Value, alone.Explanation));
    }

    [Fact]
    public void A_decision_of_a_later_year_does_not_move_the_year_that_lights_are_asked_of()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Define(Definitions, new(2021, 1, 4));
        warehouse.Load("2022", East, [Idle(East, 2022, 236)], new(2023, 1, 10));
        new Decisions(warehouse.Gateway).SetTarget(new("jobs", East, 2025, null, 5, "文", new(2026, 1, 1), "甲", "因", 0), TestWarehouse.At(new(2026, 11, 22)));
        Assert.Equal(2022, AlertReading.CurrentYear(warehouse.Marts, District, warehouse.Marts.LastLoad()!));
    }

    static Given Task() => new Given("milestone", "=", scope: "by_end", unit: "").With(c => c with { Due = new(2025, 12, 31) }).Task(MilestoneProgress.reached, new(2023, 6, 30)).Found(TaskFinding.missed, new(2026, 11, 22));

    [Fact]
    public void A_verdict_counts_from_when_it_is_known_whatever_its_day()
    {
        var today = new DateOnly(2026, 11, 22);
        Assert.Equal(AssessmentState.missed, Task().One(2023, today: today).State);
        Assert.Equal(AssessmentState.missed, Task().One(null, 6, 2023, today).State);
        Assert.Contains("2026-11-22 评定为未完成（乙", Task().One(2025, today: today).Explanation, StringComparison.Ordinal);
        // Looked back from an earlier day it had not been given.
        Assert.Equal(AssessmentState.met, Task().One(2023, today: new(2026, 11, 21)).State);
    }

    [Fact]
    public void A_verdict_on_what_was_stated_later_is_told_and_does_not_judge_an_earlier_year()
    {
        var one = Task().One(2022, today: new(2026, 11, 22));
        Assert.Equal(AssessmentState.not_due, one.State);
        Assert.Contains("评的是 2022-12-31 以后的情况，不改变这里的结果", one.Explanation, StringComparison.Ordinal);
    }

    static Given Merged(bool decided = true)
    {
        var given = new Given("yearly_reduction", value: 10, unit: "%").At(East).Year(2021, 144).Year(2022, 236).Changed(new(2022, 7, 1));
        return decided ? given.Decided(2021, 10, East) : given;
    }

    static Evaluation Fall(TestWarehouse warehouse) => AssessmentReading.Standings(warehouse.Marts, warehouse.Definitions.AsOf(warehouse.LastLoad), District, 2022, null, warehouse.Marts.LastLoad()!)
        .Single(unit => unit.OrgUnit == East).Evaluations.Single(one => one.Id == "fall");

    static StagedCell Idle(string unit, int year, decimal value) => new(0, "C2", "", 1, "c", District, unit, unit, "idle", 1, PeriodKind.month, new(year, 12, 1), new(year, 12, 31), Basis.in_period, "total", value,
        Bound.exact, ValueState.reported, false);

    static string Definitions => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Assessment", "cases", "two-towns.yaml")).Replace("{ id: closing, indicator: closing, kind: ratio, comparator: \">=\", value: 90,",
        "{ id: fall, indicator: idle, kind: yearly_reduction, base_year: 2020, path: chain, comparator: \">=\", value: 10,", StringComparison.Ordinal);
}

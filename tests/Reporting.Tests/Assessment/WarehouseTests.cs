using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;

namespace Reporting.Tests.Assessment;

/// <summary>The stated results of a finished plan come out of loaded 基数/历史 figures by the general rules, as of any load.</summary>
public class WarehouseTests
{
    const string District = FinishedPlan.District, Bureau = FinishedPlan.Bureau;

    [Fact]
    public void The_stated_results_of_a_plan_come_out_of_what_was_loaded()
    {
        using var warehouse = FinishedPlan.Filled();
        var all = Evaluate(warehouse, warehouse.LastLoad).ToLookup(one => one.Id);
        Assert.Equal([(1, "undetermined"), (2, "met")], all["jobs"].Select(one => (one.Version, one.State.ToString())));
        Assert.Equal((3600m, 1.44m, 720m, "待定（无分年数）"), (One("venture").Value!.Value, One("venture").PlanShare!.Value, One("venture").PerYear!.Value, One("venture").Words));
        Assert.Equal((56.74m, "met", true), (One("pension").Value!.Value, One("pension").State.ToString(), One("pension").Reproduced));
        Assert.Equal((63.85m, "no_target_here", true), (One("land").Value!.Value, One("land").State.ToString(), One("land").Reproduced));
        Assert.Equal((98.26m, 9405m, 9572m), (One("closing").Value!.Value, One("closing").Numerator!.Value, One("closing").Denominator!.Value));
        Assert.Equal("待定（无分年数）", One("closing").Words);
        Assert.Equal((166860m, 33372m, true), (One("training").Value!.Value, One("training").PerYear!.Value, One("training").Reproduced));
        Assert.Equal([("chain", 0.59049m), ("linear", 0.5m)], One("accounts").Alternatives.Select(way => (way.Path, way.Factor)));
        Assert.Contains("1,293.14", One("pension").Explanation, StringComparison.Ordinal);
        Assert.All(all.SelectMany(one => one), one => Assert.NotEmpty(one.Explanation));

        Evaluation One(string id) => Assert.Single(all[id]);
    }

    [Fact]
    public void As_of_an_earlier_load_the_answer_is_what_was_true_then()
    {
        using var warehouse = FinishedPlan.Filled();
        var (before, decisions) = (warehouse.LastLoad, new Decisions(warehouse.Gateway));
        decisions.SetTarget(new("limit", District, 2016, null, 7350, "沪文〔2021〕1 号", new(2021, 2, 1), "甲", "补登", 0), TestWarehouse.At(new(2021, 3, 2)));
        decisions.ReportMilestone(new("task", MilestoneProgress.reached, new(2020, 6, 1), "会议纪要", "甲", "", 0), TestWarehouse.At(new(2021, 3, 3)));
        warehouse.Load("pension-again", Bureau, [FinishedPlan.Cell("pension", Period.Year(2020), 1237.56m)], new(2021, 3, 4));
        var (then, now) = (Evaluate(warehouse, before).ToLookup(one => one.Id), Evaluate(warehouse, warehouse.LastLoad).ToLookup(one => one.Id));
        Assert.Equal(("awaiting_issue", "missed"), (State(then["limit"]), State(now["limit"])));
        Assert.Equal(("undetermined", "met"), (State(then["task"]), State(now["task"])));
        Assert.Equal((56.74m, 50m), (then["pension"].Single().Value!.Value, now["pension"].Single().Value!.Value));
        Assert.Equal(7350m, warehouse.Marts.Targets(District, 2018, warehouse.LastLoad).Single(target => target.Commitment == "limit").Value);
        Assert.Equal(TargetState.awaiting_issue, warehouse.Marts.Targets(District, 2018, before).Single(target => target.Commitment == "limit").State);

        static string State(IEnumerable<Evaluation> one) => one.Single().State.ToString();
    }

    static IReadOnlyList<Evaluation> Evaluate(TestWarehouse warehouse, long asOf)
    {
        var (catalog, load) = (warehouse.Definitions.AsOf(asOf), warehouse.Marts.LoadById(asOf)!);
        var plan = catalog.Plans.Single();
        return Assessor.Evaluate(plan, AssessmentReading.Evidence(warehouse.Marts, catalog, plan, District, asOf), AssessmentReading.OfPlan(warehouse.Marts, plan, null, load), null);
    }
}

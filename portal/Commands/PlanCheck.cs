using Reporting.Warehouse;
using Reporting.Warehouse.Plans;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Each commitment of a plan, what feeds it, and what it still waits for.</summary>
static class PlanCheck
{
    public static Verb Verb { get; } = new("plan check", "列出规划的每一项承诺、由什么报表填报、还缺什么", "each commitment of a plan, what feeds it and what it waits for")
    {
        Parameters = [new("--plan", ParameterKind.Text, "规划；不写为全部", "plan id; all where none is given") { Shape = "PLAN" }, Asked.DistrictOption, Asked.AsOfOption],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var asOf = Asked.AsOf(request, warehouse);
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        var checkedPlans = Plans(request, catalog).Select(plan => (Plan: plan, Waits: WaitsOf(catalog, plan, office, asOf.LoadId))).ToList();
        return request.Json
            ? Answer.Document(new { commitments = checkedPlans.SelectMany(one => one.Plan.Commitments.Select(commitment => Printed(catalog, one.Plan, commitment, one.Waits))) })
            : Answer.Done(string.Join("\n\n", checkedPlans.Select(one => PlanCheckText.Of(catalog, one.Plan, one.Waits))));
    }

    static IEnumerable<Plan> Plans(Request request, Catalog catalog)
    {
        var district = request["--district"] is null ? null : Asked.District(request, catalog).Code;
        var plans = catalog.Plans.Where(plan => district is null || plan.District == district).OrderBy(plan => plan.District, StringComparer.Ordinal).ThenBy(plan => plan.FirstYear).ToList();
        if (request["--plan"] is not { } given) return plans;
        return plans.Any(plan => plan.Id == given) ? plans.Where(plan => plan.Id == given) : throw Asked.Unknown("规划", "plan", given, plans.Select(plan => plan.Id));
    }

    // The year that is being reported; today's before anything has come.
    static Waits WaitsOf(Catalog catalog, Plan plan, Office office, long asOf)
    {
        var year = (office.Warehouse.Marts.LatestPeriod(plan.District, asOf) ?? ShanghaiTime.DateOf(office.Now)).Year;
        return Waits.At(catalog, plan, year, office.Warehouse.Marts, asOf);
    }

    static object Printed(Catalog catalog, Plan plan, Commitment one, Waits waits) => new
    {
        one.Id, Name = PlanCheckText.NameOf(catalog, one), Plan = plan.Id, plan.District, one.Indicator, one.Kind, one.Comparator, one.Value, one.Upper, one.Unit, one.Scope,
        Strength = one.Strength ?? "expected", one.Clause, one.Place, one.Interpretation, one.Tolerance, one.BaseYear, one.Path, one.Benchmark, one.Whole, one.CheckPoints,
        Veto = one.Veto ?? false, one.Due, one.IssuedFromAbove, one.Departments, Supporting = one.Supporting ?? [], Revisions = one.Revisions ?? [], one.Stated,
        Feeds = Feeds.Of(catalog, plan, one), WaitsFor = waits.Of(one).Select(wait => new { wait.What, wait.Subject, Words = PlanCheckText.Say(catalog, plan, wait) }),
        Notes = one.Notes ?? [],
    };
}

using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Landing;

namespace Reporting.Portal.Commands;

/// <summary>Where the commitments of a district's plans will land by the end of the year and of the plan, and what the same would have said of a year that is over.</summary>
static class LandingVerb
{
    public static Verb Verb { get; } = new("landing", "预计：到年底、到规划期末会完成多少，每月还需多少", "where commitments will land by the end of the year and of the plan, and what is needed each month")
    {
        Parameters =
        [
            Asked.DistrictOption, new("--year", ParameterKind.Text, "年份", "year") { Required = true, Shape = "YYYY" }, AskedPlan.OrgOption, AskedPlan.ThroughOption, Asked.AsOfOption,
            new("--back-test", ParameterKind.Flag, "拿已经过完的一年检验：每个月会怎样预计，与实际差多少", "test it on a year that is over: what each month would have foreseen, and how far off"),
        ],
        Run = Run,
        IsHeavy = true,
    };

    static Answer Run(Request request, Office office)
    {
        var (warehouse, year) = (office.Warehouse, Asked.Year(request["--year"]!));
        var asOf = Asked.AsOf(request, warehouse);
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        var district = Asked.District(request, catalog);
        var plans = catalog.PlansOf(district.Code, year).ToList();
        if (plans.Count == 0) throw new MisuseException($"{district.Name}没有覆盖 {year} 年的规划。", $"No plan of {district.Code} covers {year}.");
        var through = AskedReach.Through(request, warehouse.Marts, district.Code, year, asOf);
        AskedReach.Check(warehouse.Marts, district.Code, year, asOf);
        var horizon = AssessmentReading.OfYear(warehouse.Marts, district.Code, year, through, asOf);
        if (request.Has("--back-test")) return BackTestText.Run(request, warehouse, catalog, district, plans, year, asOf);
        var unit = Asked.Unit(request, catalog, district.Code)?.Code ?? district.Code;
        var landed = plans.Select(plan => (Plan: plan, Landed: Landings.Of(plan, AssessmentReading.Evidence(warehouse.Marts, catalog, plan, unit, asOf.LoadId), horizon))).ToList();
        if (landed.All(plan => plan.Landed.Count == 0)) throw new MisuseException(
            $"{year} 年截至 {horizon.Through} 月没有什么可以预计的；过完的年份用 --through 指明月份，看当时会怎样预计。", $"Nothing is left to foresee of {year} through month {horizon.Through}; name an earlier month with --through.");
        return request.Json
            ? Answer.Document(new { Landing = landed.SelectMany(plan => plan.Landed), AsOf = asOf.LoadId })
            : Answer.Done(string.Join("\n\n", landed.Select(plan => LandingText.Table(plan.Plan, $"{catalog.OrgUnit(unit)?.Name ?? district.Name}，截至 {year:0000}-{horizon.Through:00}", year, plan.Landed))));
    }
}

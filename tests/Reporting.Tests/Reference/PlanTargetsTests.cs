using Reporting.Warehouse;
using Reporting.Warehouse.Plans;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reference;

public class PlanTargetsTests
{
    static readonly Catalog Catalog = DefinitionBody.CatalogFrom(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null));

    [Theory]
    [InlineData(2021), InlineData(2022), InlineData(2025)]
    public void Each_year_of_the_plan_asks_the_same_of_the_district(int year)
    {
        var targets = PlanTargets.Of(Catalog, "310151", year);
        Assert.Equal(
            [
                "new_employment 9000 issued", "registered_unemployed  awaiting_issue", "venture_support 200 issued", "youth_employment 430 issued", "training_sessions 10000 issued",
                "no_account_residents 10 issued", "harmonious_firms 200 issued", "arbitration_closing_rate 92 issued", "inspection_closing_rate 98 issued",
                "premediation_rate 80 issued", "base_resolution_rate 60 issued", "in_limit_rate 100 issued", "mass_incidents 0 issued", "wage_incidents 0 issued",
                "competition_brands 1 issued", "poor_coverage 100 issued", "insured_coverage 100 issued",
            ],
            targets.Select(target => $"{target.Indicator} {target.Value} {target.State}"));
        Assert.All(targets, target => Assert.Equal(("310151", year), (target.OrgUnit, target.Year)));
        Assert.All(targets, target => Assert.Equal(target.State == TargetState.issued ? "沪崇府办发〔2021〕24 号" : null, target.Document));
    }

    [Theory]
    [InlineData("310151", 2015), InlineData("310151", 2026), InlineData("310117", 2015)]
    public void Outside_the_plan_nothing_is_asked(string district, int year) => Assert.Empty(PlanTargets.Of(Catalog, district, year));

    [Fact]
    public void A_promise_without_a_number_of_its_own_gives_no_target()
    {
        var shipped = Catalog.Plans.Single(one => one.Id == "chongming-145");
        var plan = shipped with { Commitments = [shipped.Commitments[0] with { Kind = "direction", Value = null }, shipped.Commitments[0] with { Kind = "fact" }] };
        Assert.Empty(PlanTargets.Of(new([], [], [], [], [], [plan], WorkingDays.WeekOnly), "310151", 2022));
    }
}

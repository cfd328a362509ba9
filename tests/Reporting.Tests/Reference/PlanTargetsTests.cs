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
            ["new_employment 9000 issued", "registered_unemployed  awaiting_issue", "venture_support 200 issued", "youth_employment 430 issued", "training_sessions 10000 issued"],
            targets.Select(target => $"{target.Indicator} {target.Value} {target.State}"));
        Assert.All(targets, target => Assert.Equal(("310151", year), (target.OrgUnit, target.Year)));
        Assert.All(targets, target => Assert.Equal(target.State == TargetState.issued ? "沪崇府办发〔2021〕24 号" : null, target.Document));
    }

    [Theory]
    [InlineData("310151", 2020), InlineData("310151", 2026), InlineData("310117", 2022)]
    public void Outside_the_plan_nothing_is_asked(string district, int year) => Assert.Empty(PlanTargets.Of(Catalog, district, year));

    [Fact]
    public void A_promise_without_a_number_of_its_own_gives_no_target()
    {
        var plan = Catalog.Plans[0] with { Commitments = [Catalog.Plans[0].Commitments[0] with { Kind = "direction", Value = null }] };
        Assert.Empty(PlanTargets.Of(new([], [], [], [], [], [plan], WorkingDays.WeekOnly), "310151", 2022));
    }
}

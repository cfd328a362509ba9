using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Plans;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Plans;

public class PlanCheckTests
{
    static readonly Catalog Catalog = DefinitionBody.CatalogFrom(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null));

    [Fact]
    public void Some_form_feeds_whatever_is_measured()
    {
        var unfed = from plan in Catalog.Plans
                    from commitment in plan.Commitments
                    from feed in Feeds.Of(Catalog, plan, commitment)
                    where feed.Form is null
                    select $"{commitment.Id} {feed.Element}";
        Assert.Empty(unfed);
        Assert.All(Catalog.Plans.SelectMany(plan => plan.Commitments.Where(one => one.Indicator is not null).Select(one => Feeds.Of(Catalog, plan, one))), Assert.NotEmpty);
    }

    [Theory]
    [InlineData("chongming-145-registered-unemployed", "figures registered_unemployed,issue registered_unemployed_limit 2022")]
    [InlineData("chongming-145-no-account-residents", "figures no_account_residents,base no_account_residents 2020")]
    [InlineData("chongming-145-zero-job-households", "ledger 零就业家庭就业援助")]
    [InlineData("chongming-145-startup-city", "state 创业型城区创建")]
    [InlineData("chongming-145-pension-level", "figures pension_average,benchmark city_pension_average 2022")]
    [InlineData("chongming-145-young-farmers", "")]
    public void Before_anything_has_come_it_waits_for(string id, string waits) => Assert.Equal(waits, Waiting(id, [], []));

    [Theory]
    [InlineData("chongming-145-registered-unemployed", "registered_unemployed_limit 2021", "figures registered_unemployed,issue registered_unemployed_limit 2022")]
    [InlineData("chongming-145-registered-unemployed", "registered_unemployed_limit 2022", "figures registered_unemployed")]
    [InlineData("chongming-145-no-account-residents", "no_account_residents 2020", "figures no_account_residents")]
    [InlineData("chongming-145-no-account-residents", "no_account_residents 2021", "base no_account_residents 2020")]
    [InlineData("chongming-145-pension-level", "city_pension_average 2022,pension_average 2022", "")]
    public void What_has_come_is_not_waited_for(string id, string came, string waits) => Assert.Equal(waits, Waiting(id, came.Split(','), []));

    [Fact]
    public void A_recorded_state_is_not_waited_for() => Assert.Equal("", Waiting("chongming-145-startup-city", [], ["chongming-145-startup-city"]));

    [Fact]
    public void The_verb_says_all_that_a_commitment_is()
    {
        using var folder = new TestFolder();
        using var office = new Office(folder.Data, TestOffice.Installation);
        office.EnterDefinitions();
        using var printed = JsonDocument.Parse(Ask(office, json: true));
        var commitments = printed.RootElement.GetProperty("commitments").EnumerateArray().ToList();
        Assert.Equal(Catalog.Plans.Single(plan => plan.Id == "songjiang-145").Commitments.Select(one => one.Id), commitments.Select(one => one.GetProperty("id").GetString()));
        var share = commitments.Single(one => one.GetProperty("id").GetString() == "songjiang-145-high-skilled-share");
        Assert.Equal((35m, "%", "benchmark"), (share.GetProperty("value").GetDecimal(), share.GetProperty("unit").GetString(), share.GetProperty("kind").GetString()));
        Assert.Contains(share.GetProperty("feeds").EnumerateArray(), feed => feed.GetProperty("form").GetString() == "songjiang-city-notice");
        Assert.Contains(share.GetProperty("waits_for").EnumerateArray(), wait => wait.GetProperty("what").GetString() == "benchmark");
        Assert.Contains("每年≥15,000个", Ask(office, json: false), StringComparison.Ordinal);
    }

    static string Ask(Office office, bool json) => PlanCheck.Verb.Run!(
        new("plan check", new Dictionary<string, IReadOnlyList<string>> { ["--plan"] = ["songjiang-145"] }, [], "system", null, "zh", json), office).Out;

    static string Waiting(string id, string[] came, string[] recorded)
    {
        var plan = Catalog.Plans.Single(one => one.Commitments.Any(commitment => commitment.Id == id));
        var waits = new Waits(Catalog, plan, 2022, [.. came.Select(Came)], recorded.ToHashSet());
        return string.Join(',', waits.Of(plan.Commitments.Single(commitment => commitment.Id == id)).Select(wait => $"{wait.What} {wait.Subject}"));
    }

    static Observation Came(string elementAndYear)
    {
        var (element, period) = (elementAndYear.Split(' ')[0], Period.Parse(elementAndYear.Split(' ')[1]));
        return new("310151", "310151", "310151", element, period.Kind, period.Start, period.End, Basis.in_period, Breakdown.Total, SourceRole.authoritative,
            1, Bound.exact, ValueState.reported, 1, null, null, 1, null);
    }
}

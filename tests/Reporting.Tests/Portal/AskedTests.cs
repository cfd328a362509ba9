using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Corpus;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>What verbs are asked is taken as the person means it, or is misuse.</summary>
public sealed class AskedTests : IDisposable
{
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2022-01-01T12:30", true), InlineData("2022-01-01T11:30", false), InlineData("2022-01-01T04:30:00Z", true)]
    [InlineData("2022-01-01T11:30:00+08:00", false), InlineData("2022-01-01", true), InlineData("2021-12-31", false)]
    public void A_time_without_a_zone_is_Shanghai_time(string asked, bool found)
    {
        using var warehouse = OpenWarehouse.Open(folder.Data);
        warehouse.Definitions.Enter(Reporting.Warehouse.Reference.DefinitionFiles.Read(Reporting.Warehouse.Reference.DefinitionFiles.ShippedFolder, null),
            new(2022, 1, 1), new DateTime(2022, 1, 1, 4, 0, 0, DateTimeKind.Utc));
        var load = Record.Exception(() => Asked.AsOf(Request(("--as-of", asked)), warehouse));
        Assert.Equal(found, load is null);
        if (!found) Assert.IsType<MisuseException>(load);
    }

    [Fact]
    public void A_long_table_of_something_unknown_is_misuse()
    {
        using var office = new Office(folder.Data, TestOffice.Installation);
        Assert.Throws<MisuseException>(() => Query.Verb.Run!(Request(("--element", "nonsense"), ("--format", "csv")), office));
        Assert.Throws<MisuseException>(() => Query.Verb.Run!(Request(("--element", "new_employment"), ("--format", "csv")) with { Json = true }, office));
    }

    /// <summary>With two districts, a unit or a figure that only one of them has says which is meant; nothing is guessed beyond that.</summary>
    [Theory]
    [InlineData("310151", "--indicator", "new_employment"), InlineData("310117", "--element", "new_jobs"), InlineData("310117", "--org", "泗泾镇", "--indicator", "registered_unemployed")]
    [InlineData("310151", "--org", "310151101", "--indicator", "new_jobs"), InlineData("310117", "--org", "上海市人力资源和社会保障局", "--element", "youth_target")]
    [InlineData("310117", "--district", "松江区", "--indicator", "new_employment"), InlineData("310151", "--org", "all", "--indicator", "training_sessions")]
    public void The_district_is_the_one_that_can_be_meant(string district, params string[] asked) =>
        Assert.Equal(district, Asked.District(Request(asked), ShippedCatalog.Catalog).Code);

    [Theory]
    [InlineData("310151 崇明区", "--indicator", "registered_unemployed"), InlineData("310117 松江区"), InlineData("310117 松江区", "--org", "上海市人力资源和社会保障局", "--element", "registered_unemployed_limit")]
    [InlineData("new_employment", "--indicator", "new_employmnt"), InlineData("310151", "--district", "310115")]
    public void What_may_be_either_is_asked_with_the_choices(string named, params string[] asked) =>
        Assert.Contains(named, Assert.Throws<MisuseException>(() => Asked.District(Request(asked), ShippedCatalog.Catalog)).In("zh"), StringComparison.Ordinal);

    static Request Request(string[] asked) => Request([.. asked.Chunk(2).Select(pair => (pair[0], pair[1]))]);

    static Request Request(params (string Name, string Value)[] values) =>
        new("query", values.ToDictionary(value => value.Name, value => (IReadOnlyList<string>)[value.Value]), [], "system", null, "zh", false);
}

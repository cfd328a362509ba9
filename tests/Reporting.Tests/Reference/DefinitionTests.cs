using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reference;

public class DefinitionTests
{
    static readonly IReadOnlyList<Definition> Shipped = DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null);

    const string Women = "breakdowns:\n  - { id: female, name: 妇女, group: sex }\n";

    [Fact]
    public void A_catalog_rebuilt_from_stored_bodies_is_the_same()
    {
        var catalog = DefinitionBody.CatalogFrom(Shipped);
        var again = Shipped.Where(definition => definition.Kind != DefinitionKind.calendar).Select(definition => definition.Body).Order(StringComparer.Ordinal);
        var rebuilt = Records(catalog).Select(record => DefinitionBody.Of(default, "", null, null, "", record).Body).Order(StringComparer.Ordinal);
        Assert.Equal(again, rebuilt);
        Assert.False(catalog.WorkingDays.IsWorked(new(2022, 10, 7)));
        Assert.True(catalog.WorkingDays.IsWorked(new(2022, 10, 8)));
    }

    static IEnumerable<object> Records(Catalog catalog) =>
        [.. catalog.Districts, .. catalog.Elements, .. catalog.Breakdowns, .. catalog.Indicators, .. catalog.Forms, .. catalog.Plans, .. catalog.Schemes, .. catalog.Lights, .. catalog.ReportPolicies, .. catalog.Deadlines];

    [Fact]
    public void A_body_is_spelled_as_the_record_is_ordered_with_enums_as_words()
    {
        var body = Shipped.Single(definition => definition is { Kind: DefinitionKind.element, Id: "registered_unemployed", Version: 2 }).Body;
        Assert.StartsWith("""{"Id":"registered_unemployed","Version":2,"Name":"期末城乡登记失业人数","Unit":"人","Kind":"stock","Rollup":"reported","Authority":{"district":"employment_center","township":"township","park":"park"},"Forms":["chongming-employment-center-monthly","employment-monthly","songjiang-employment-center-monthly","songjiang-employment-monthly","songjiang-history"],"AppliesFrom":"2021-01-01","Meaning":""", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Layout_and_comments_leave_the_hash_alone_and_content_changes_it()
    {
        using var same = new DefinitionFolder().With("b.yaml", "# 换了写法\nbreakdowns:\n  - group: sex\n    name: \"女性\"\n    id: female\n");
        using var other = new DefinitionFolder().With("b.yaml", Women);
        Assert.Equal(Female(Shipped).Sha256, Female(same.Read()).Sha256);
        Assert.NotEqual(Female(Shipped).Sha256, Female(other.Read()).Sha256);
    }

    [Fact]
    public void An_overriding_definition_replaces_the_shipped_one_of_its_kind_and_id_only()
    {
        using var folder = new DefinitionFolder().With("我的/分组.yaml", Women);
        var read = folder.Read();
        Assert.Equal(Shipped.Count, read.Count);
        Assert.Equal(("data/definitions/我的/分组.yaml", true), (Female(read).File, Female(read).Overrides));
        Assert.Equal(["妇女", "青年大学生", "农民", "35周岁以下离土青年"], DefinitionBody.CatalogFrom(read).Breakdowns.Select(breakdown => breakdown.Name));
    }

    [Fact]
    public void All_shipped_versions_of_an_id_give_way()
    {
        using var folder = new DefinitionFolder().With("e.yaml", """
            elements:
              - { id: registered_unemployed, version: 3, name: 登记失业人数, unit: 人, kind: stock, rollup: sum, meaning: 试,
                  forms: [chongming-employment-center-monthly, employment-monthly, songjiang-employment-center-monthly, songjiang-employment-monthly, songjiang-history] }
            """);
        Assert.Equal(3, Assert.Single(folder.Read(), definition => definition.Id == "registered_unemployed" && definition.Kind == DefinitionKind.element).Version);
    }

    [Fact]
    public void A_shipped_definition_stands_until_the_day_its_successor_is_issued()
    {
        using var folder = new DefinitionFolder().With("b.yaml", "breakdowns:\n  - { id: female, name: 妇女, group: sex, issued: 2022-07-01 }\n");
        var read = folder.Read();
        Assert.Equal("女性", NameOn(new(2022, 6, 30)));
        Assert.Equal("妇女", NameOn(new(2022, 7, 1)));
        string NameOn(DateOnly day) => DefinitionBody.CatalogFrom(Definition.InForce(read, day)).Breakdowns.Single(breakdown => breakdown.Id == "female").Name;
    }

    [Fact]
    public void A_plan_does_not_exist_before_it_is_issued()
    {
        Assert.False(IsThere(new(2021, 12, 29)));
        Assert.True(IsThere(new(2021, 12, 30)));
        bool IsThere(DateOnly day) => DefinitionBody.CatalogFrom(Definition.InForce(Shipped, day)).Plans.Any(plan => plan.Id == "chongming-145");
    }

    [Fact]
    public void Holiday_tables_add_up_and_one_may_be_issued_later()
    {
        using var folder = new DefinitionFolder().With("holidays-2027.tsv", "\uFEFF# issued: 2026-11-20\r\ndate\tname\tkind\r\n2027-01-01\t元旦\toff\r\n");
        var read = folder.Read();
        var before = DefinitionBody.CatalogFrom(Definition.InForce(read, new(2026, 11, 19))).WorkingDays;
        var after = DefinitionBody.CatalogFrom(Definition.InForce(read, new(2026, 11, 20))).WorkingDays;
        Assert.Equal((true, true), (before.IsProvisional(new(2027, 1, 1)), before.IsWorked(new(2027, 1, 1))));
        Assert.Equal((false, false), (after.IsProvisional(new(2027, 1, 1)), after.IsWorked(new(2027, 1, 1))));
        Assert.False(after.IsWorked(new(2026, 10, 1)));
    }

    [Fact]
    public void A_folder_that_is_not_there_overrides_nothing() =>
        Assert.Equal(Shipped, DefinitionFiles.Read(DefinitionFiles.ShippedFolder, "/nowhere/definitions"));

    [Fact]
    public void Two_forms_may_feed_one_element_where_it_names_both()
    {
        using var folder = new DefinitionFolder().With("probe.yaml", """
            elements:
              - { id: probe, name: 试填数, unit: 人, kind: flow, rollup: sum, forms: [a, b], meaning: 试 }
            """).With("a.yaml", Form("a")).With("b.yaml", Form("b"));
        Assert.Equal(3, folder.Read().Count(definition => definition.Overrides));
    }

    static string Form(string id) => $$"""
        form:
          { id: {{id}}, name: 试, number: 试, issued_by: 试, document: 试, applies_from: 2022-01-01, period: quarter, district: "310151", titles: [试{{id}}],
            columns: [{ id: quarter, title: 本季数, basis: in_period }], lines: [{ number: 1, label: 试, element: probe, unit: 人 }] }
        """;

    [Theory]
    [InlineData("1 >= 2", "1", ">=", "2"), InlineData("1=2+3", "1", "=", "2,3"), InlineData(" 10 - 4 <= 3 ", "10,-4", "<=", "3"), InlineData("1 > 2", "1", ">", "2")]
    public void A_rule_is_taken_apart(string text, string left, string comparator, string right)
    {
        var expression = LineExpression.Parse(text)!;
        Assert.Equal((left, comparator, right), (Spell(expression.Left), expression.Comparator, Spell(expression.Right)));
        string Spell(IReadOnlyList<SignedLine> side) => string.Join(',', side.Select(line => line.Sign * line.Number));
    }

    [Theory]
    [InlineData(""), InlineData("1"), InlineData("1 >="), InlineData("1 >= 2 >= 3"), InlineData("1 == 2"), InlineData("1 ≥ 2"), InlineData("1 * 2 = 3"), InlineData("1.5 = 2"), InlineData("１ = ２")]
    public void What_is_no_rule_is_refused(string text) => Assert.Null(LineExpression.Parse(text));

    static Definition Female(IReadOnlyList<Definition> definitions) => definitions.Single(definition => definition.Id == "female");
}

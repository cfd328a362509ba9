using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Reports;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Portal;

/// <summary>The verbs of scoring on the shipped schemes of a warehouse in which one target and nothing else is held.</summary>
public sealed class SchemeVerbTests : IDisposable
{
    readonly ShippedOffice shipped = new();
    readonly Office office;

    public SchemeVerbTests() => office = shipped.Office;

    public void Dispose() => shipped.Dispose();

    [Fact]
    public void Each_district_has_a_scheme_for_its_townships_and_one_for_its_departments()
    {
        var listed = Json(SchemeList.Verb).GetProperty("schemes").EnumerateArray().Select(scheme => scheme.GetProperty("id").GetString());
        Assert.Equal(["songjiang-departments", "songjiang-townships", "chongming-departments", "chongming-townships"], listed);
        Assert.Equal(2, Json(SchemeList.Verb, ("--district", "310151")).GetProperty("schemes").GetArrayLength());
    }

    [Theory]
    [InlineData("songjiang-townships", 18), InlineData("songjiang-departments", 7), InlineData("chongming-townships", 20), InlineData("chongming-departments", 7)]
    public void Every_unit_of_a_shipped_scheme_is_scored_rule_by_rule(string scheme, int units)
    {
        var board = Json(Assess.Verb, ("--scheme", scheme), ("--year", "2022"));
        Assert.Equal(units, board.GetProperty("units").GetArrayLength());
        var known = office.Warehouse.Definitions.Current.Schemes.Single(one => one.Id == scheme);
        Assert.Equal(100, known.Rules.Sum(rule => rule.Weight));
        foreach (var unit in board.GetProperty("units").EnumerateArray())
        {
            Assert.Equal(known.Rules.Select(rule => rule.Id), unit.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
            Assert.All(unit.GetProperty("rules").EnumerateArray(), rule => Assert.NotEqual("", rule.GetProperty("words").GetString()));
            Assert.Equal(unit.GetProperty("score").ValueKind == JsonValueKind.Null, unit.GetProperty("rank").ValueKind == JsonValueKind.Null);
        }
    }

    [Fact]
    public void A_unit_is_told_its_points_one_by_one()
    {
        var text = Run(Assess.Verb, ("--scheme", "chongming-townships"), ("--year", "2022"), ("--org", "310151101"));
        Assert.Contains("城桥镇（乡镇和农林场组）", text, StringComparison.Ordinal);
        Assert.Contains("依据：", text, StringComparison.Ordinal);
        Assert.Contains("合计：", text, StringComparison.Ordinal);
        Assert.Contains("；扣分 = ", text, StringComparison.Ordinal); // nothing was ever sent
        foreach (var scheme in office.Warehouse.Definitions.Current.Schemes)
            foreach (var rule in scheme.Rules) Assert.Contains(rule.Practice, Run(SchemeShow.Verb, ("SCHEME", scheme.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sheet_is_written_where_it_was_asked()
    {
        var answer = Assess.Verb.Run!(Request([("--scheme", "songjiang-townships"), ("--year", "2022"), ("--out", "s.xlsx")]), office);
        var sheets = new WorkbookText(Assert.Single(answer.Files!).Bytes).Sheets.ToList();
        Assert.Equal(["总览", "得分汇总", "扣分情况", "评分办法"], sheets.Take(4)); // then a page for each unit
        Assert.Contains("数据", sheets);
    }

    [Theory]
    [InlineData("--scheme", "chongming-township", "--year", "2022", "是不是"), InlineData("--scheme", "chongming-townships", "--year", "2031", "2021—2025")]
    [InlineData("--scheme", "chongming-townships", "--district", "310151", "--year 指明"), InlineData("--out", "s.xlsx", "--year", "2022", "--scheme")]
    public void What_cannot_be_scored_is_misuse(string first, string one, string second, string other, string words) =>
        Assert.Contains(words, Assert.Throws<MisuseException>(() => Run(Assess.Verb, (first, one), (second, other))).In("zh"), StringComparison.Ordinal);

    [Fact]
    public void A_scheme_scores_its_own_district_and_its_own_units()
    {
        Assert.Throws<MisuseException>(() => Run(Assess.Verb, ("--scheme", "chongming-townships"), ("--year", "2022"), ("--district", "310117")));
        Assert.Throws<MisuseException>(() => Run(Assess.Verb, ("--scheme", "chongming-townships"), ("--year", "2022"), ("--org", "310151-JYCJ")));
    }

    [Fact]
    public void A_scheme_of_ones_own_stands_in_for_the_shipped_one_from_its_load_on()
    {
        var before = Json(Assess.Verb, ("--scheme", "chongming-departments"), ("--year", "2022"));
        var text = File.ReadAllText(Path.Combine(DefinitionFiles.ShippedFolder, "Schemes", "chongming-departments.yaml"));
        Directory.CreateDirectory(office.Data.Definitions);
        File.WriteAllText(Path.Combine(office.Data.Definitions, "own.yaml"), text.Replace("weight: 70", "weight: 50", StringComparison.Ordinal).Replace("weight: 15\n      conduct", "weight: 35\n      conduct", StringComparison.Ordinal));
        using var again = new Office(office.Data, TestOffice.Installation);
        Assert.Equal([50m, 35, 15], again.Warehouse.Definitions.Current.Schemes.Single(one => one.Id == "chongming-departments").Rules.Take(3).Select(rule => rule.Weight));
        var then = Assess.Verb.Run!(Request([("--scheme", "chongming-departments"), ("--year", "2022"), ("--as-of", $"{before.GetProperty("as_of").GetInt64()}")]) with { Json = true }, again);
        Assert.Equal(before.ToString(), JsonDocument.Parse(then.Out).RootElement.ToString());
    }

    string Run(Verb verb, params (string, string)[] values) => verb.Run!(Request(values), office).Out;

    JsonElement Json(Verb verb, params (string, string)[] values)
    {
        var answer = verb.Run!(Request(values) with { Json = true }, office);
        Assert.Equal(0, answer.ExitCode);
        return JsonDocument.Parse(answer.Out).RootElement;
    }

    static Request Request(params (string Name, string Value)[] values) =>
        new("assess", values.ToDictionary(value => value.Name, value => (IReadOnlyList<string>)[value.Value]), [], "甲", null, "zh", false);
}

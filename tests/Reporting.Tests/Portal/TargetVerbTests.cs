using System.Text;
using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>Splitting, issuing and laying out targets by the verbs, on the shipped plans of an empty warehouse.</summary>
public sealed class TargetVerbTests : IDisposable
{
    const string Jobs = "chongming-145-new-employment";
    readonly ShippedOffice shipped = new();
    readonly Office office;

    public TargetVerbTests() => office = shipped.Office;

    public void Dispose() => shipped.Dispose();

    [Fact]
    public void A_split_is_written_issued_and_then_only_revised()
    {
        var split = Json(Ask(TargetSplitVerb.Verb, Csv("org,value\n城桥镇,800\n310151102,500\n"), ("COMMITMENT", Jobs), ("--year", "2022"), ("--method", "given"), ("--document", "分解方案")));
        Assert.Equal((9000m, 1300m, 7700m), (Number(split.GetProperty("split"), "district_target"), Number(split.GetProperty("split"), "parts_sum"), Number(split.GetProperty("split"), "difference")));
        Assert.Equal(("no_target_here", 800m, 500m), (State("310151103"), Target("310151101"), Target("310151102")));
        Assert.Contains("比全区目标少 7,700，没有分下去", List(), StringComparison.Ordinal);
        Assert.Contains("未下达", List(), StringComparison.Ordinal);

        // Still a draft: changed freely, and not to be revised.
        Refused("还没有下达", TargetSet.Verb, ("COMMITMENT", Jobs), ("--value", "820"), ("--from", "2022"), ("--to", "2022"), ("--org", "城桥镇"), ("--document", "文"), ("--revise", ""));
        Ask(TargetIssueVerb.Verb, null, ("COMMITMENT", Jobs), ("--year", "2022"), ("--document", "沪崇人社〔2022〕1 号"));
        Assert.Contains("已下达", List(), StringComparison.Ordinal);
        var issued = office.Warehouse.Marts.LastLoad()!.LoadId;
        Refused("已由“沪崇人社〔2022〕1 号”下达", TargetIssueVerb.Verb, ("COMMITMENT", Jobs), ("--year", "2022"), ("--document", "文"));
        Refused("要调整用 --revise", TargetSet.Verb, ("COMMITMENT", Jobs), ("--value", "700"), ("--from", "2022"), ("--org", "城桥镇"), ("--document", "文"));
        Refused("要调整用 --revise", TargetSet.Verb, ("COMMITMENT", Jobs), ("--value", "700"), ("--from", "2021"), ("--org", "城桥镇"), ("--document", "文"));
        Assert.Throws<MisuseException>(() => Ask(TargetSplitVerb.Verb, Csv("org,value\n城桥镇,1\n"), ("COMMITMENT", Jobs), ("--year", "2022"), ("--method", "given"), ("--document", "文")));
        // The district's own number is locked with its parts, other years are not.
        Refused("要调整用 --revise", TargetSet.Verb, ("COMMITMENT", Jobs), ("--value", "9100"), ("--from", "2022"), ("--document", "文"));
        Ask(TargetSet.Verb, null, ("COMMITMENT", Jobs), ("--value", "9100"), ("--from", "2022"), ("--document", "文"), ("--revise", ""));
        Ask(TargetSet.Verb, null, ("COMMITMENT", Jobs), ("--value", "810"), ("--from", "2023"), ("--org", "城桥镇"), ("--document", "文"));

        Ask(TargetSet.Verb, null, ("COMMITMENT", Jobs), ("--value", "700"), ("--from", "2022"), ("--to", "2022"), ("--org", "城桥镇"), ("--document", "调整文"), ("--revise", ""));
        Assert.Equal((700m, 800m), (Target("310151101"), Target("310151101", ("--as-of", $"{issued}"))));
        Assert.Contains("原目标：800 人，出自 分解方案", Explained("310151101"), StringComparison.Ordinal);
        Assert.DoesNotContain("原目标", Explained("310151102"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_says_for_which_years_and_that_the_parts_no_longer_add_up()
    {
        Ask(TargetSplitVerb.Verb, Csv("org,value\n城桥镇,8000\n堡镇,1000\n"), ("COMMITMENT", Jobs), ("--year", "2022"), ("--method", "given"), ("--document", "分解方案"));
        Assert.Contains($"现行  {Jobs} 2022 年现在全区 9,000，2 个单位合计 9,000，与全区目标一致", List(), StringComparison.Ordinal);
        var said = TargetSet.Verb.Run!(Request(("COMMITMENT", Jobs), ("--value", "200"), ("--from", "2022"), ("--to", "2022"), ("--org", "堡镇"), ("--document", "文")) with { Reason = "因" }, office).Out;
        Assert.Contains("2022 年目标 200 人", said, StringComparison.Ordinal);
        Assert.DoesNotContain("年起", said, StringComparison.Ordinal);
        Assert.Contains("注意：chongming-145-new-employment 2022 年现在全区 9,000，2 个单位合计 8,200，比全区目标少 800", said, StringComparison.Ordinal);
        Assert.Contains("比全区目标少 800", List(), StringComparison.Ordinal);
        var district = TargetSet.Verb.Run!(Request(("COMMITMENT", Jobs), ("--value", "8000"), ("--from", "2021"), ("--to", "2022"), ("--document", "文")) with { Reason = "因" }, office).Out;
        Assert.Contains("2021—2022 年目标 8000 人", district, StringComparison.Ordinal);
        Assert.Contains("比全区目标多 200", district, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Jobs, "0", "目标为 0 等于谁都完成"), InlineData(Jobs, "9500.5", "要写整数"), InlineData("chongming-145-arbitration-closing-rate", "0", "目标为 0 等于谁都完成")]
    public void A_number_that_asks_for_nothing_or_for_half_a_person_is_refused(string commitment, string value, string why) =>
        Refused(why, TargetSet.Verb, ("COMMITMENT", commitment), ("--value", value), ("--from", "2022"), ("--org", "城桥镇"), ("--document", "文"));

    [Fact]
    public void A_ceiling_may_be_zero_and_a_given_part_may_not()
    {
        Ask(TargetSet.Verb, null, ("COMMITMENT", "chongming-145-registered-unemployed"), ("--value", "0"), ("--from", "2022"), ("--org", "城桥镇"), ("--document", "文"));
        foreach (var (text, why) in new[] { ("org,value\n城桥镇,0\n", "目标为 0 等于谁都完成"), ("org,value\n城桥镇,1.5\n", "要写整数") })
            Assert.Contains(why, Assert.Throws<MisuseException>(() => Ask(TargetSplitVerb.Verb, Csv(text), ("COMMITMENT", Jobs), ("--year", "2022"), ("--method", "given"), ("--document", "文"))).In("zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_writes_nothing()
    {
        var before = office.Warehouse.Marts.LastLoad()!.LoadId;
        var trial = Json(Ask(TargetSplitVerb.Verb, Csv("org,value\n城桥镇,800\n"), ("COMMITMENT", Jobs), ("--year", "2022"), ("--method", "given"), ("--dry-run", "")));
        Assert.Equal(JsonValueKind.Null, trial.GetProperty("load").ValueKind);
        Assert.Equal(before, office.Warehouse.Marts.LastLoad()!.LoadId);
    }

    [Fact]
    public void By_population_the_parts_are_the_whole()
    {
        var units = office.Warehouse.Definitions.Current.OrgUnits.Where(unit => unit.District == "310151" && unit.Counts).ToList();
        var file = Csv("org,value\n" + string.Join('\n', units.Select((unit, index) => $"{unit.Code},{10_000 + 777 * index}")));
        var split = Json(Ask(TargetSplitVerb.Verb, file, ("COMMITMENT", Jobs), ("--year", "2022"), ("--method", "population"), ("--document", "文")));
        Assert.Equal((0m, units.Count), (Number(split.GetProperty("split"), "difference"), split.GetProperty("parts").GetArrayLength()));
        Assert.Equal(9000m, split.GetProperty("parts").EnumerateArray().Sum(part => Number(part, "value")));
    }

    [Theory]
    [InlineData("chongming-145-arbitration-closing-rate", "given", "比率"), InlineData("chongming-145-harmonious-firms", "given", "检查点"), InlineData("chongming-145-startup-city", "given", "没有可以分解的数")]
    [InlineData("chongming-145-registered-unemployed", "given", "全区还没有"), InlineData(Jobs, "population", "没有登记人口"), InlineData(Jobs, "last-year", "上年没有报数")]
    public void What_cannot_be_split_is_refused_with_the_reason(string commitment, string by, string why) =>
        Refused(why, TargetSplitVerb.Verb, ("COMMITMENT", commitment), ("--year", "2022"), ("--method", by), ("--document", "文"));

    [Theory]
    [InlineData("unit,value\n城桥镇,1", "第一行应写 org,value"), InlineData("org,value\n城桥镇,1\n310151101,2", "写了两次"), InlineData("org,value\n城桥镇,-1", "负数"), InlineData("org,value\n城桥镇,一百", "第 2 行"),
     InlineData("org,value\n没有的镇,1", "没有计入全区的单位“没有的镇”"), InlineData("org,value\n上实现代农业园区,1", "没有计入全区的单位")]
    public void A_wrong_file_says_where(string text, string why)
    {
        var error = Assert.Throws<MisuseException>(() => Ask(TargetSplitVerb.Verb, Csv(text), ("COMMITMENT", Jobs), ("--year", "2022"), ("--method", "given"), ("--document", "文")));
        Assert.Contains(why, error.In("zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_is_set_and_named()
    {
        var shares = string.Join('\n', Enumerable.Range(1, 12).Select(month => $"{month},{(month is 6 or 12 ? "0.4" : "0.02")}"));
        Ask(TargetCurveVerb.Verb, Csv("month,share\n" + shares), ("COMMITMENT", Jobs), ("--year", "2022"), ("--method", "given"));
        Assert.Contains("按给定进度  2% 4% 6% 8% 10% 50%", List(), StringComparison.Ordinal);
        Refused("不按月分摊", TargetCurveVerb.Verb, ("COMMITMENT", "chongming-145-registered-unemployed"), ("--year", "2022"), ("--method", "linear"));
        Refused("不能作进度", TargetCurveVerb.Verb, ("COMMITMENT", Jobs), ("--year", "2022"), ("--method", "last-year"));
        Assert.Contains("合计为 1", Assert.Throws<MisuseException>(() => Ask(TargetCurveVerb.Verb, Csv("month,share\n1,1"), ("COMMITMENT", Jobs), ("--year", "2022"), ("--method", "given"))).In("zh"), StringComparison.Ordinal);
    }

    /// <summary>A verb's own option may not be one that every deciding verb takes.</summary>
    [Fact]
    public void Every_verb_of_targets_is_understood_as_typed() =>
        Assert.All<string[]>([["target", "split", Jobs, "--year", "2022", "--method", "given", "--by", "乙"], ["target", "issue", Jobs, "--year", "2022", "--document", "文", "--reason", "因"],
            ["target", "curve", Jobs, "--year", "2022", "--method", "linear", "--reason", "因"], ["target", "set", Jobs, "--revise", "--value", "1", "--from", "2022", "--document", "文", "--reason", "因"]],
            words => Assert.StartsWith("target ", Words.Of(words, Verbs.All).Verb!.Name, StringComparison.Ordinal));

    string List() => TargetList.Verb.Run!(Request(("--district", "310151"), ("--year", "2022")), office).Out;
    string Explained(string org) => Json(Ask(Explain.Verb, null, ("COMMITMENT", Jobs), ("--year", "2022"), ("--org", org))).GetProperty("commitments")[0].GetProperty("explanation").GetString()!;
    string State(string org) => One(org).GetProperty("state").GetString()!;
    decimal Target(string org, params (string, string)[] more) => Number(One(org, more), "value");
    JsonElement One(string org, params (string, string)[] more) => Json(Ask(TargetList.Verb, null, [("--district", "310151"), ("--year", "2022"), .. more])) is var all
        ? all.GetProperty("targets").EnumerateArray().Where(target => target.GetProperty("commitment").GetString() == Jobs && target.GetProperty("org_unit").GetString() == org)
            .DefaultIfEmpty(JsonDocument.Parse("""{ "state": "no_target_here" }""").RootElement).Single() : default;

    void Refused(string why, Verb verb, params (string, string)[] values) =>
        Assert.Contains(why, Assert.Throws<MisuseException>(() => Ask(verb, null, values)).In("zh"), StringComparison.Ordinal);

    Answer Ask(Verb verb, RequestFile? file, params (string Name, string Value)[] values)
    {
        var request = Request([.. values, .. file is null ? Array.Empty<(string, string)>() : [("--file", file.Name)]]) with { Reason = "因", Json = true };
        var answer = verb.Run!(file is null ? request : request with { Files = [file] }, office);
        Assert.Equal(0, answer.ExitCode);
        return answer;
    }

    static RequestFile Csv(string text) => new("--file", "给定.csv", Encoding.UTF8.GetBytes(text));
    static JsonElement Json(Answer answer) => JsonDocument.Parse(answer.Out).RootElement;
    static decimal Number(JsonElement one, string key) => one.GetProperty(key).GetDecimal();

    static Request Request(params (string Name, string Value)[] values) =>
        new("target", values.ToDictionary(value => value.Name, value => (IReadOnlyList<string>)[value.Value]), [], "甲", null, "zh", false);
}

using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>The verbs of assessing and deciding on the shipped plans of an empty warehouse.</summary>
public sealed class AssessTests : IDisposable
{
    const string Limit = "chongming-145-registered-unemployed";
    readonly ShippedOffice shipped = new();
    readonly Office office;

    public AssessTests() => office = shipped.Office;

    public void Dispose() => shipped.Dispose();

    [Fact]
    public void Every_commitment_is_answered_with_its_explanation()
    {
        var all = Json(Assess.Verb, ("--district", "310151"), ("--year", "2022")).GetProperty("commitments").EnumerateArray().ToList();
        Assert.True(all.Count >= 5);
        foreach (var one in all)
        {
            foreach (var name in new[] { "id", "kind", "value", "target", "attainment", "pace", "gap", "state", "explanation", "name", "version", "year", "unit", "bound", "through", "numerator", "denominator", "per_year", "plan_share", "stated", "reproduced", "alternatives", "inputs" })
                Assert.True(one.TryGetProperty(name, out _), name);
            Assert.NotEqual("", one.GetProperty("explanation").GetString());
            Assert.False(one.GetProperty("state").GetString() is "met" or "missed");
        }
    }

    [Fact]
    public void Where_nothing_is_held_nothing_is_foreseen_and_why_is_said()
    {
        var landing = Json(LandingVerb.Verb, ("--district", "310151"), ("--year", "2025"), ("--through", "6")).GetProperty("landing").EnumerateArray().ToList();
        Assert.NotEmpty(landing);
        Assert.All(landing, one => Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, true), (one.GetProperty("year_end").ValueKind, one.GetProperty("plan_end").ValueKind, one.GetProperty("why").GetString()!.Contains("不预计", StringComparison.Ordinal))));
        Assert.DoesNotContain(landing, one => one.GetProperty("kind").GetString() is "milestone" or "direction" or "fact" or "case_deadline" or "zero_events");
        Assert.Contains("没有报齐的分月数，不预计：新增就业、", LandingVerb.Verb.Run!(Request(("--district", "310151"), ("--year", "2025"), ("--through", "6")), office).Out, StringComparison.Ordinal);
        // Of a year that is over nothing is foreseen; a test is made of one.
        Assert.Contains("--through", Assert.Throws<MisuseException>(() => Json(LandingVerb.Verb, ("--district", "310151"), ("--year", "2025"), ("--through", "12"))).In("zh"), StringComparison.Ordinal);
        Assert.Contains("2199", Assert.Throws<MisuseException>(() => Json(LandingVerb.Verb, ("--district", "310151"), ("--year", "2199"))).In("zh"), StringComparison.Ordinal);
        Assert.Contains("预计：没有报齐的分月数，不预计", Explain.Verb.Run!(Request(("COMMITMENT", "chongming-145-new-employment"), ("--year", "2025"), ("--through", "6")), office).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("预计：", Explain.Verb.Run!(Request(("COMMITMENT", "chongming-145-new-employment"), ("--year", "2025"), ("--through", "12")), office).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_fits_a_terminal()
    {
        var text = Assess.Verb.Run!(Request(("--plan", "chongming-145")), office).Out;
        Assert.All(text.Split('\n'), line => Assert.True(line.Sum(letter => letter >= 0x2E80 ? 2 : 1) <= 120, line));
    }

    [Fact]
    public void A_target_that_is_set_is_known_from_its_load_on()
    {
        var before = office.Warehouse.Marts.LastLoad()!.LoadId;
        Assert.Equal("awaiting_issue", State());
        var set = TargetSet.Verb.Run!(Request(("COMMITMENT", Limit), ("--value", "7350"), ("--from", "2022"), ("--document", "沪府〔2022〕1 号")) with { Reason = "市下达" }, office);
        Assert.Equal(0, set.ExitCode);
        Assert.NotEqual("awaiting_issue", State());
        Assert.Equal("awaiting_issue", State(("--as-of", $"{before}")));
        Assert.Contains("沪府〔2022〕1 号", TargetList.Verb.Run!(Request(("--year", "2022"), ("--district", "310151")), office).Out, StringComparison.Ordinal);
        Assert.Contains("7,350", Explain.Verb.Run!(Request(("COMMITMENT", Limit), ("--year", "2022")), office).Out, StringComparison.Ordinal);

        string? State(params (string, string)[] more) => Json(Explain.Verb, [("COMMITMENT", Limit), ("--year", "2022"), .. more]).GetProperty("commitments")[0].GetProperty("state").GetString();
    }

    [Fact]
    public void Tasks_are_listed() => Assert.Equal(0, TaskList.Verb.Run!(Request(("--district", "310151")), office).ExitCode);

    JsonElement Json(Verb verb, params (string, string)[] values)
    {
        var answer = verb.Run!(Request(values) with { Json = true }, office);
        Assert.Equal(0, answer.ExitCode);
        return JsonDocument.Parse(answer.Out).RootElement;
    }

    static Request Request(params (string Name, string Value)[] values) =>
        new("assess", values.ToDictionary(value => value.Name, value => (IReadOnlyList<string>)[value.Value]), [], "甲", null, "zh", false);
}

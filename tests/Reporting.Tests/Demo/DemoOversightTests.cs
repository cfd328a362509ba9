using System.Text.Json;
using Reporting.Portal.Demo;

namespace Reporting.Tests.Demo;

/// <summary>What is chased and what is frozen in the demo's months, by the verbs, as 督查 and assessors ask.</summary>
[Collection(SharedDemoRun.Name)]
public class DemoOversightTests(DemoRun run)
{
    [Theory]
    [InlineData(DemoRun.Chongming, "red"), InlineData(DemoRun.Songjiang, "orange")]
    public void Each_promise_has_a_light_and_what_units_lack_adds_up(string district, string worst)
    {
        var asked = run.AskJson("alerts", "--district", district, "--year", "2023");
        var lights = asked.GetProperty("commitments").EnumerateArray().ToList();
        var own = lights.Where(one => Text(one, "org") == district).ToList();
        Assert.Equal(run.AskJson("assess", "--district", district, "--year", "2023").GetProperty("commitments").EnumerateArray().Count(one => Text(one, "kind") != "fact"), own.Count);
        Assert.All([worst, "yellow", "green", "grey"], light => Assert.Contains(own, one => Text(one, "light") == light));
        Assert.All(own, one => Assert.NotEqual("", Text(one, "reason")));
        var lacking = own.Where(one => one.GetProperty("shortfall") is { ValueKind: JsonValueKind.Object } gap && gap.GetProperty("behind").GetArrayLength() > 0).ToList();
        Assert.NotEmpty(lacking);
        Assert.All(lacking, one => Assert.Equal(100m, one.GetProperty("shortfall").GetProperty("behind").EnumerateArray().Sum(unit => unit.GetProperty("share").GetDecimal())));
    }

    /// <summary>In June a running year's amounts are foreseen; a year's end that a band surrounds lies within it.</summary>
    [Fact]
    public void A_running_year_is_foreseen_in_alerts_as_by_the_verb_of_its_own()
    {
        var own = run.AskJson("alerts", "--district", DemoRun.Chongming, "--year", "2023").GetProperty("commitments").EnumerateArray().Where(one => Text(one, "org") == DemoRun.Chongming).ToList();
        var foreseen = run.AskJson("landing", "--district", DemoRun.Chongming, "--year", "2023").GetProperty("landing").EnumerateArray().ToDictionary(one => Text(one, "commitment"));
        Assert.True(foreseen.Count > 10);
        foreach (var one in own.Where(one => one.GetProperty("landing").ValueKind == JsonValueKind.Object))
            Assert.Equal(JsonSerializer.Serialize(foreseen[Text(one, "id")]), JsonSerializer.Serialize(one.GetProperty("landing")));
        var jobs = foreseen["chongming-145-new-employment"].GetProperty("year_end");
        var (low, value, high) = (jobs.GetProperty("low").GetDecimal(), jobs.GetProperty("value").GetDecimal(), jobs.GetProperty("high").GetDecimal());
        Assert.True(low <= value && value <= high && value is > 7_000 and < 11_000, $"{low} {value} {high}");
        Assert.Contains("    预计：2023 年底 ", run.Ask("alerts", "--district", DemoRun.Chongming, "--year", "2023").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Demands_are_counted_and_those_past_their_day_cost_points()
    {
        var cases = run.AskJson("supervise", "list");
        var counts = cases.GetProperty("counts").EnumerateArray().ToList();
        Assert.Equal((4, 1), (counts.Sum(unit => unit.GetProperty("opened").GetInt32()), counts.Sum(unit => unit.GetProperty("closed").GetInt32())));
        var overdue = counts.Where(unit => unit.GetProperty("overdue").GetInt32() > 0).Select(unit => Text(unit, "org_unit")).ToList();
        Assert.Equal(["310151110"], overdue.Where(unit => unit.StartsWith(DemoRun.Chongming, StringComparison.Ordinal)));
    }

    /// <summary>The first run of 2021 gives way to one after two townships' corrections; each is worked out again to the byte after all later loads.</summary>
    [Fact]
    public void Frozen_runs_are_worked_out_again_to_the_byte()
    {
        var runs = run.AskJson("assess", "runs").GetProperty("runs").EnumerateArray().ToList();
        Assert.Equal([(2021, (long?)null), (2021, 1), (2022, null)], runs.OrderBy(one => one.GetProperty("run").GetInt64())
            .Select(one => (one.GetProperty("year").GetInt32(), one.GetProperty("corrects") is { ValueKind: JsonValueKind.Number } earlier ? (long?)earlier.GetInt64() : null)));
        foreach (var number in new[] { "1", "2", "3" }) Assert.True(run.AskJson("assess", "replay", number).GetProperty("identical").GetBoolean());
        var diff = run.AskJson("assess", "diff", "1", "2").GetProperty("diff");
        var moved = diff.GetProperty("figures").EnumerateArray().Select(figure => Text(figure, "org_unit")).Distinct().ToList();
        var corrected = run.Plan.Events.Where(each => each.Kind == DemoEventKind.correction && each.Period.ToString() == "2021-12" && each.OrgUnit.StartsWith(DemoRun.Chongming, StringComparison.Ordinal))
            .Select(each => each.OrgUnit).ToHashSet();
        Assert.NotEmpty(moved);
        Assert.All(moved.Where(unit => unit != DemoRun.Chongming), unit => Assert.Contains(unit, corrected));
    }

    static string Text(JsonElement one, string key) => one.GetProperty(key).GetString()!;
}

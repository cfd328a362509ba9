using System.Text.Json;

namespace Reporting.Tests.Demo;

/// <summary>What the plans promise, judged on the demo's months: by the verbs, as an assessor asks.</summary>
[Collection(SharedDemoRun.Name)]
public class DemoAssessmentTests(DemoRun run)
{
    /// <summary>States that say that something is not known or not there; of 2022 every form has come in.</summary>
    static readonly string[] Open = ["incomplete", "undetermined", "awaiting_issue", "not_defined_here"];

    [Theory]
    [InlineData(DemoRun.Chongming, 38), InlineData(DemoRun.Songjiang, 46)]
    public void Every_commitment_of_a_finished_year_is_judged_but_for_what_needs_a_ledger(string district, int commitments)
    {
        var judged = Commitments("assess", "--district", district, "--year", "2022");
        Assert.Equal(commitments, judged.Select(one => Text(one, "id")).Distinct().Count());
        Assert.Equal(judged.Where(one => Text(one, "kind") == "case_deadline").Select(one => Text(one, "id")),
            judged.Where(one => Open.Contains(Text(one, "state"))).Select(one => Text(one, "id")));
        Assert.All(judged.Where(one => Text(one, "kind") == "case_deadline"), one => Assert.Contains("台账", Text(one, "state_words"), StringComparison.Ordinal));
    }

    [Fact]
    public void Some_are_met_some_late_and_some_missed()
    {
        var judged = Commitments("assess", "--district", DemoRun.Chongming, "--year", "2022")
            .Concat(Commitments("assess", "--district", DemoRun.Songjiang, "--year", "2022"))
            .Concat(Commitments("assess", "--district", DemoRun.Chongming, "--year", "2023")).Select(one => Text(one, "state")).ToList();
        Assert.All(["met", "missed", "behind", "on_pace", "not_due"], state => Assert.Contains(state, judged));
    }

    /// <summary>The results that the two reviews state come out of the history sheets by the general rules.</summary>
    [Fact]
    public void The_reviews_stated_results_come_out()
    {
        var songjiang = Commitments("assess", "--plan", "songjiang-135");
        Assert.Equal(56.74m, Number(Of(songjiang, "songjiang-135-resident-pension"), "value"));
        Assert.Equal(63.85m, Number(Of(songjiang, "songjiang-135-land-pension"), "value"));
        Assert.Equal(1.44m, Number(Of(songjiang, "songjiang-135-venture-support"), "plan_share"));
        Assert.Equal(33_372m, Number(Of(songjiang, "songjiang-135-training-people"), "per_year"));
        Assert.Equal(["undetermined", "met"], songjiang.Where(one => Text(one, "id") == "songjiang-135-new-jobs").Select(one => Text(one, "state")));
        Assert.Equal(98.26m, Number(Of(Commitments("assess", "--plan", "chongming-135"), "chongming-135-cases-closing-rate"), "value"));
        Assert.DoesNotContain(songjiang.Concat(Commitments("assess", "--plan", "chongming-135")), one => one.GetProperty("reproduced").ValueKind == JsonValueKind.False);
        var paths = Of(Commitments("assess", "--plan", "chongming-145"), "chongming-145-no-account-residents").GetProperty("alternatives").EnumerateArray()
            .ToDictionary(way => Text(way, "path"), way => Number(way, "factor"));
        Assert.Equal((0.59049m, 0.5m), (paths["chain"], paths["linear"]));
    }

    /// <summary>松江's number of new jobs is revised on 2023-02-20; before that day the plan's own stands for 2023, and it stays for 2022.</summary>
    [Fact]
    public void A_revised_target_is_known_from_its_day_on()
    {
        decimal Target(string year, params string[] more) =>
            Number(Of(Commitments(["assess", "--district", DemoRun.Songjiang, "--year", year, .. more]), "songjiang-145-new-jobs"), "target");
        Assert.Equal(14_000, Target("2023"));
        Assert.Equal(15_000, Target("2023", "--as-of", "2023-02-15"));
        Assert.Equal(15_000, Target("2022"));
    }

    [Fact]
    public void Until_the_city_has_issued_its_number_the_commitment_awaits_it()
    {
        var before = Of(Commitments("assess", "--district", DemoRun.Chongming, "--year", "2022", "--as-of", "2022-03-01"), "chongming-145-registered-unemployed");
        var after = Of(Commitments("assess", "--district", DemoRun.Chongming, "--year", "2022", "--as-of", "2022-04-15"), "chongming-145-registered-unemployed");
        Assert.Equal(("awaiting_issue", JsonValueKind.Null, JsonValueKind.Null),
            (Text(before, "state"), before.GetProperty("target").ValueKind, before.GetProperty("attainment").ValueKind));
        Assert.Equal(3_700, Number(after, "target"));
    }

    List<JsonElement> Commitments(params string[] words) => [.. run.AskJson(words).GetProperty("commitments").EnumerateArray()];

    static JsonElement Of(IEnumerable<JsonElement> commitments, string id) => commitments.Single(one => Text(one, "id") == id);
    static string Text(JsonElement one, string key) => one.GetProperty(key).GetString()!;
    static decimal Number(JsonElement one, string key) => one.GetProperty(key).GetDecimal();
}

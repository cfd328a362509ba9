using System.Text.Json;
using Reporting.Portal.Demo;

namespace Reporting.Tests.Demo;

/// <summary>What the demo says it did, against what was sent.</summary>
[Collection(SharedDemoRun.Name)]
public class DemoOutcomeTests(DemoRun run)
{
    static readonly string[] Elements = ["new_employment", "venture_support", "youth_employment", "training_sessions", "registered_unemployed"];

    [Fact]
    public void The_summary_is_the_agreed_document()
    {
        var said = run.Ended.Json;
        Assert.Equal(["310151"], said.GetProperty("districts").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal((23, 12), (Number(said, "org_units"), Number(said, "months")));
        Assert.All(new[] { "received", "loaded", "returned", "superseded", "withdrawn" }, key => Number(said.GetProperty("submissions"), key));
        Assert.All(new[] { "error", "warning", "info" }, key => Number(said.GetProperty("findings"), key));
        Assert.True(said.GetProperty("seconds").GetDouble() > 0);
        var workbooks = said.GetProperty("workbooks").EnumerateArray().Select(path => path.GetString()!).ToList();
        Assert.Equal(12, workbooks.Count);
        Assert.All(workbooks, path => Assert.True(File.Exists(path), path));
    }

    /// <summary>Counted from the events alone: every unit's every month is loaded in the end; what was sent besides was returned, asked or replaced.</summary>
    [Fact]
    public void What_was_received_adds_up_to_what_was_sent()
    {
        var (said, events) = (run.Ended.Json.GetProperty("submissions"), run.Plan.Events);
        int Count(DemoEventKind kind) => events.Count(each => each.Kind == kind);
        var received = events.Count - Count(DemoEventKind.duplicate) - Count(DemoEventKind.withdrawal);
        var asked = events.Count(each => each.PlantedCode == "org_unit_conflict");
        Assert.Equal(
            (received, events.Select(each => (each.OrgUnit, each.Period)).Distinct().Count(), run.Plan.Manifest.Count - asked, asked,
                Count(DemoEventKind.correction), Count(DemoEventKind.withdrawal)),
            (Number(said, "received"), Number(said, "loaded"), Number(said, "returned"), Number(said, "unclear"), Number(said, "superseded"), Number(said, "withdrawn")));
        Assert.Equal(received, new[] { "loaded", "returned", "unclear", "superseded", "withdrawn" }.Sum(key => Number(said, key)));
    }

    /// <summary>File by file, from the answers that the units got: the planted mistake where it was planted, and no other error anywhere.</summary>
    [Fact]
    public void Every_planted_mistake_is_found_in_its_file_and_no_other_error()
    {
        var answers = Answers();
        Assert.True(run.Plan.Manifest.Count >= 24 && run.Plan.Manifest.Select(mistake => mistake.Code).Distinct().Count() == 8);
        Assert.Equal(JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(run.Program.Data.Root, "demo-planted.json"))).GetArrayLength(), run.Plan.Manifest.Count);
        foreach (var mistake in run.Plan.Manifest)
        {
            var sent = run.Plan.Events.Single(each => each.At == mistake.At && each.OrgUnit == mistake.OrgUnit);
            var error = Assert.Single(Findings(answers[(sent.OrgUnit, PlainSheet.Sha256(sent.Bytes))], "error"));
            Assert.Equal(mistake.Code, error.GetProperty("code").GetString());
            AssertPlace(mistake, error);
        }
        Assert.Equal(run.Plan.Manifest.Count, answers.Values.Sum(answer => Findings(answer, "error").Count()));
        Assert.Equal(run.Plan.Manifest.Count, Number(run.Ended.Json.GetProperty("findings"), "error"));
    }

    [Fact]
    public void Warnings_that_nobody_planted_are_few_and_listed()
    {
        var planted = run.Ended.Json.GetProperty("planted");
        var warnings = Answers().Values.Sum(answer => Findings(answer, "warning").Count());
        Assert.InRange(warnings, 0, Number(planted, "cells") / 200);
        Assert.Equal((Number(planted, "mistakes"), 0), (Number(planted, "found"), Number(planted, "unplanted_errors")));
        Assert.Equal(Number(planted, "unplanted_errors") + Number(planted, "unplanted_warnings"), planted.GetProperty("unplanted").GetArrayLength());
    }

    /// <summary>Both ways: each true figure stands in the warehouse, and no value stands there that is not true.</summary>
    [Fact]
    public void The_warehouse_holds_the_truth_and_nothing_else()
    {
        foreach (var element in Elements)
        {
            var truth = new Dictionary<(string, string, string, string), decimal?>();
            foreach (var row in run.Plan.Truth.Where(row => row.Element == element))
            {
                truth[(row.OrgUnit, $"{row.Period}", "in_period", row.Breakdown)] = row.InPeriod;
                if (row.YearToDate is { } sum) truth[(row.OrgUnit, $"{row.Period}", "year_to_date", row.Breakdown)] = sum;
            }
            var held = run.Reported(element).Where(value => value.Value is not null).ToDictionary();
            Assert.NotEmpty(truth);
            Assert.Equal(truth.OrderBy(value => value.Key), held.OrderBy(value => value.Key));
        }
    }

    /// <summary>At the cell itself; a part that exceeds its whole is told at the whole, with the part's line in words.</summary>
    static void AssertPlace(PlantedMistake mistake, JsonElement error)
    {
        if (mistake.Place.Column is null) return;
        Assert.Equal(mistake.Place.Column, error.GetProperty("column").GetString());
        if (mistake.Code == "part_exceeds_whole") Assert.Contains($"第{mistake.Line}行", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        else Assert.Equal(mistake.Place.Cell, error.GetProperty("cell").GetString());
    }

    /// <summary>The answers' JSON documents by the unit's folder and the file's hash; a duplicate is answered with the first one's.</summary>
    Dictionary<(string Unit, string Sha256), JsonElement> Answers() => Directory.EnumerateFiles(run.Program.Data.Answers, "*.json", SearchOption.AllDirectories)
        .Select(path => (Unit: Path.GetFileName(Path.GetDirectoryName(path)!), Answer: JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path))))
        .ToDictionary(each => (each.Unit, each.Answer.GetProperty("sha256").GetString()!), each => each.Answer);

    static IEnumerable<JsonElement> Findings(JsonElement answer, string severity) => answer.GetProperty("tables").EnumerateArray()
        .SelectMany(table => table.GetProperty("findings").EnumerateArray()).Concat(answer.GetProperty("findings").EnumerateArray())
        .Where(finding => finding.GetProperty("severity").GetString() == severity);

    static int Number(JsonElement document, string key) => document.GetProperty(key).GetInt32();
}

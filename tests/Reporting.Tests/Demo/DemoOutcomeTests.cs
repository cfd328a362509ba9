using System.Text.Json;
using Reporting.Portal.Demo;
using Reporting.Warehouse;

namespace Reporting.Tests.Demo;

/// <summary>What the demo says it did, against what was sent.</summary>
[Collection(SharedDemoRun.Name)]
public class DemoOutcomeTests(DemoRun run)
{
    static readonly string[] Steps = ["generate", "receive", "read", "check", "load", "answer", "editions"];

    [Fact]
    public void The_summary_tells_districts_steps_kinds_and_workbooks()
    {
        var said = run.Ended.Json;
        Assert.Equal([DemoRun.Songjiang, DemoRun.Chongming], said.GetProperty("districts").EnumerateArray().Select(district => district.GetProperty("code").GetString()).Order(StringComparer.Ordinal));
        Assert.All(said.GetProperty("districts").EnumerateArray(), district => Assert.Equal(30, Number(district, "months")));
        Assert.Equal(Steps.Order(), said.GetProperty("steps").EnumerateObject().Select(step => step.Name).Order());
        Assert.True(said.GetProperty("seconds").GetDouble() > 0 && said.GetProperty("peak_megabytes").GetDouble() is > 0 and < 700);
        Assert.Equal(16, said.GetProperty("planted").GetProperty("kinds").GetArrayLength());
        var workbooks = said.GetProperty("workbooks").EnumerateArray().Select(path => path.GetString()!).ToList();
        // The month's workbook of each district and the book of each township and park; what is to be signed waits and has no copy here.
        var units = run.Office.Warehouse.Definitions.Current.Districts.Sum(district => district.Units.Count(unit => unit is { Counts: true, ValidTo: null, Kind: OrgUnitKind.township or OrgUnitKind.park }));
        Assert.Equal(2 + units, workbooks.Count);
        string[] signed = ["alerts", "annual", "definitions", "half-year", "quarterly", "submission-status"];
        Assert.Equal(signed.Length * 2, Number(said, "held"));
        Assert.Equal(signed, run.Office.Warehouse.Editions.All().Where(edition => edition.Status == EditionStatus.held).Select(edition => edition.Report).Distinct().Order(StringComparer.Ordinal));
        Assert.All(workbooks, path => Assert.True(File.Exists(path) && path.Contains("2023年6月", StringComparison.Ordinal), path));
    }

    [Fact]
    public void Every_file_but_duplicates_is_a_submission() => Assert.Equal(
        run.Plan.Events.Count(each => each.Kind is not (DemoEventKind.duplicate or DemoEventKind.withdrawal)), Number(run.Ended.Json.GetProperty("submissions"), "received"));

    /// <summary>File by file, from the answers that the units got: the planted mistake where it was planted, and nothing else anywhere.</summary>
    [Fact]
    public void Every_planted_mistake_is_found_in_its_file_and_no_other_error_or_warning()
    {
        var (answers, differences) = (Answers(), run.Plan.Differences.Select(each => (each.OrgUnit, PlainSheet.Sha256(each.Bytes))).ToHashSet());
        foreach (var kind in run.Plan.Manifest.GroupBy(mistake => mistake.Code))
            Assert.Equal(2, kind.Select(mistake => mistake.OrgUnit[..6]).Distinct().Count());
        var planted = run.Plan.Events.Where(each => each.PlantedCode is not null).ToDictionary(each => (each.OrgUnit, PlainSheet.Sha256(each.Bytes)), each => each.PlantedCode!);
        foreach (var (file, answer) in answers)
        {
            string[] expected = planted.TryGetValue(file, out var code) ? [code] : [], said = [.. Codes(planted.ContainsKey(file) ? answer[0] : answer[^1])];
            if (differences.Contains(file)) Assert.All(said, each => Assert.Equal("sum_differs", each));
            else Assert.Equal(expected, said);
            // Before its last word a sheet may only have been asked about what the units added up to then.
            if (code is null) Assert.All(answer.SelectMany(Codes), each => Assert.Equal("sum_differs", each));
        }
        Assert.Equal((run.Plan.Manifest.Count, 0, 0), (Number(run.Ended.Json.GetProperty("planted"), "found"),
            Number(run.Ended.Json.GetProperty("planted"), "unplanted_errors"), Number(run.Ended.Json.GetProperty("planted"), "unplanted_warnings")));
    }

    /// <summary>Both ways, sheet by sheet: each true figure stands in the warehouse, and no value stands there that is not true.</summary>
    [Theory]
    [InlineData(DemoRun.Chongming), InlineData(DemoRun.Songjiang)]
    public void The_warehouse_holds_the_truth_and_nothing_else(string district)
    {
        var truth = run.Plan.Truth.Where(row => row.District == district)
            .Select(row => $"{row.OrgUnit} {row.Reporter} {row.Element} {row.Breakdown} {row.Period} {row.Basis} {row.Value:0.####}").Order(StringComparer.Ordinal).ToList();
        var held = run.Held(district).Where(row => row.Value is not null)
            .Select(row => $"{row.OrgUnit} {row.Reporter} {row.Element} {row.Breakdown} {Written(row)} {row.Basis} {row.Value:0.####}").Order(StringComparer.Ordinal).ToList();
        Assert.Empty(truth.Except(held).Take(5));
        Assert.Empty(held.Except(truth).Take(5));
        Assert.Equal(truth.Count, held.Count);
    }

    static Period Written(Observation row) => row.PeriodKind == PeriodKind.plan ? Period.Plan(row.PeriodStart.Year, row.PeriodEnd.Year) : Period.Of(row.PeriodKind, row.PeriodStart);

    /// <summary>
    /// A department's figure beside the sum of the units, wherever the two differ in the demo: asked about at once, told by a notice when the last unit's
    /// sheet has come, or a unit's sheet has never come.
    /// </summary>
    [Fact]
    public void Every_difference_between_a_department_and_its_units_is_told()
    {
        Assert.InRange(run.Plan.Differences.Count, 10, 60);
        var asked = Answers().Where(file => file.Value.Any(answer => Codes(answer).Contains("sum_differs"))).Select(file => file.Key).ToHashSet();
        var months = run.Plan.Events.Where(each => each.Kind == DemoEventKind.submission).SelectMany(each => each.Forms.Select(form => (each.OrgUnit, form, each.Period))).ToHashSet();
        var told = 0;
        foreach (var sent in run.Plan.Differences)
        {
            if (asked.Contains((sent.OrgUnit, PlainSheet.Sha256(sent.Bytes))) || Noticed(sent)) told++;
            else Assert.True(IsIncomplete(sent, months), $"{sent.OrgUnit} {sent.Period} {sent.FileName}");
        }
        Assert.True(told >= 8, $"{told} of {run.Plan.Differences.Count}");
    }

    bool Noticed(DemoEvent sent) => Directory.EnumerateFiles(Path.Combine(run.Program.Data.Answers, sent.OrgUnit), $"与各单位之和不同 *{sent.Period}.txt").Any();

    // A unit that sent the form the month before and after, and not in this one, left it out for good.
    static bool IsIncomplete(DemoEvent sent, HashSet<(string OrgUnit, string Form, Period Period)> months) => months.Any(each =>
        each.OrgUnit.StartsWith(sent.OrgUnit[..6], StringComparison.Ordinal) && each.Period == sent.Period.Next(-1) && !months.Contains(each with { Period = sent.Period }));

    static IEnumerable<string> Codes(JsonElement answer) => Findings(answer).Select(finding => finding.GetProperty("code").GetString()!).Distinct();

    /// <summary>The answers' JSON documents by the unit's folder and the file's hash; what was explained or checked again has several, its last word last.</summary>
    Dictionary<(string Unit, string Sha256), List<JsonElement>> Answers() => Directory.EnumerateFiles(run.Program.Data.Answers, "*.json", SearchOption.AllDirectories)
        .Select(path => (Unit: Path.GetFileName(Path.GetDirectoryName(path)!), Answer: JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path))))
        .Where(each => each.Answer.TryGetProperty("tables", out _))
        .GroupBy(each => (each.Unit, each.Answer.GetProperty("sha256").GetString()!))
        .ToDictionary(file => file.Key, file => file.Select(each => each.Answer).OrderBy(answer => answer.GetProperty("state").GetString(), StringComparer.Ordinal).ToList());

    static IEnumerable<JsonElement> Findings(JsonElement answer) => answer.GetProperty("tables").EnumerateArray()
        .SelectMany(table => table.GetProperty("findings").EnumerateArray()).Concat(answer.GetProperty("findings").EnumerateArray())
        .Where(finding => finding.GetProperty("severity").GetString() is "error" or "warning");

    static int Number(JsonElement document, string key) => document.GetProperty(key).GetInt32();
}

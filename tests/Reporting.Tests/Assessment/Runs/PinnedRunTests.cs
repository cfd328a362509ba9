using System.Runtime.CompilerServices;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment.Runs;

/// <summary>One run that is written down beside the test: whoever judges, scores or words otherwise raises the engine's version, or stores in use are called forged.</summary>
public class PinnedRunTests
{
    const string Golden = "pinned-run.txt";
    static readonly string[] Towns = ["310999101", "310999102"];

    [Fact]
    public void What_is_judged_scored_and_worded_is_what_the_version_of_the_engine_says()
    {
        var now = Frozen(Told);
        if (Environment.GetEnvironmentVariable("REPORTING_GOLDEN") == "write") File.WriteAllText(Beside(), now);
        var pinned = File.ReadAllText(Beside()).ReplaceLineEndings("\n");
        var moved = now.Split('\n').Except(pinned.Split('\n')).Take(3).ToList();
        Assert.True(pinned == now, $"""
            The same evidence is judged, scored, worded or written down otherwise than in {Golden}; a store in which runs are frozen would be called forged.
            Raise AssessmentEngine.Version (now {AssessmentEngine.Version}; once for all that goes out together), then write the run anew with REPORTING_GOLDEN=write and read the diff.
            {string.Join('\n', moved.Count > 0 ? moved : ["(lines are missing)"])}
            """);
    }

    /// <summary>A kind or method that the run does not hold would be changed unseen.</summary>
    [Fact]
    public void The_pinned_run_holds_every_kind_and_method() => Frozen((_, stored) =>
    {
        Assert.Equal(CommitmentKinds.All.Except(["case_deadline"]).Order(), stored.Standings[0].Evaluations.Select(one => one.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<ScoringMethod>().Order(), stored.Boards.Single().Units[0].Rules.Select(rule => rule.Method).Distinct().Order());
        Assert.Superset(new HashSet<AssessmentState> { AssessmentState.met, AssessmentState.missed, AssessmentState.on_pace, AssessmentState.behind },
            stored.Standings.SelectMany(standing => standing.Evaluations).Select(one => one.State).ToHashSet());
        return "";
    });

    // The words for who reads the diff, the hashes for all that they leave out.
    static string Told(AssessmentRun run, StoredRun stored) => string.Join('\n',
    [
        $"engine {run.Engine}  seal {run.Seal}",
        .. stored.Manifest!.Inputs.Select(input => $"input {input.Name} {input.Rows} {input.Sha256[..12]}"),
        .. stored.Standings.SelectMany(standing => standing.Evaluations.Select(one => $"{standing.OrgUnit} {one.Id} {one.State} {Hash(one)} {one.Words}")),
        .. stored.Boards.SelectMany(board => board.Units).SelectMany(unit => unit.Rules.Select(rule => $"{unit.OrgUnit} rule {rule.Id} {rule.Score} {Hash(rule)} {rule.Words}")
            .Append($"{unit.OrgUnit} score {unit.Score} {Hash(unit)} {unit.Rank} {unit.Grade}")),
    ]) + "\n";

    static string Hash<T>(T of) => CanonicalJson.Sha256(CanonicalJson.Of(of))[..12];

    static T Frozen<T>(Func<AssessmentRun, StoredRun, T> look)
    {
        using var warehouse = new TestWarehouse();
        Fill(warehouse);
        var asOf = warehouse.Marts.LastLoad()!;
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        var inputs = RunReading.Inputs(warehouse.Marts, catalog, "310999", 2022, null, RunReading.Schemes(catalog, "310999", 2022), asOf);
        var contents = new RunContents(asOf, inputs, warehouse.Definitions.WrittenAsOf(asOf.LoadId));
        var run = new Reporting.Warehouse.Runs(warehouse.Gateway).Freeze(new(0, "310999", 2022, inputs.Through, asOf.LoadId, AssessmentEngine.Version, "every", null, "因", "甲", asOf.CommittedAt, 0, "", 0), given =>
        {
            var certified = RunReading.Certified(warehouse.Marts, warehouse.Definitions, "310999", inputs.Horizon, asOf, given.KnownFromLoad - 1);
            var asked = given with { Uncertified = CertifiedUnit.Open(certified) };
            return (asked, contents.Sealed(asked, certified));
        }, TestWarehouse.At(new(2022, 7, 20)));
        return look(run, new(run, warehouse.Marts.RunDocuments(run.Run)));
    }

    // Through June: 东镇 does well, 西镇 lags and is late once; a target of a town, a curve's absence, a task reached and one judged missed.
    static void Fill(TestWarehouse warehouse)
    {
        warehouse.Define(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Assessment", "cases", "every-kind.yaml")), new(2021, 1, 4));
        foreach (var (town, unit) in Towns.Index())
        {
            warehouse.Load($"2021 {unit}", unit, [.. Enumerable.Range(1, 12).SelectMany(month => Month(unit, 2021, month, 6 - town))], new(2022, 1, 20));
            foreach (var month in Enumerable.Range(1, 6))
                warehouse.Load($"{unit} {month}", unit, [.. Month(unit, 2022, month, 8 - 3 * town)], new(2022, month + 1, month == 3 && town == 1 ? 20 : 4));
        }
        warehouse.Load("bureau", "310999-RS", Numbered([Cell("310999-RS", "idle_limit", Period.Year(2022), 55),
            .. Enumerable.Range(1, 6).SelectMany(month => new[] { Cell("310999-RS", "city_accepted", Period.Month(2022, month), 100), Cell("310999-RS", "city_closed", Period.Month(2022, month), 85) })]), new(2022, 7, 8));
        var decisions = new Decisions(warehouse.Gateway);
        decisions.SetTarget(new("annual", Towns[0], 2022, 2022, 80, "分解文", new(2022, 1, 5), "甲", "因", 0), TestWarehouse.At(new(2022, 7, 9)));
        decisions.SetTarget(new("annual", Towns[1], 2022, 2022, 70, "分解文", new(2022, 1, 5), "甲", "因", 0), TestWarehouse.At(new(2022, 7, 10)));
        decisions.Issue(new("annual", 2022, "下达文", new(2022, 2, 1), "甲", "因", 0), TestWarehouse.At(new(2022, 7, 11)));
        decisions.ReportMilestone(new("system", MilestoneProgress.reached, new(2022, 5, 1), "批复", "甲", "", 0), TestWarehouse.At(new(2022, 7, 12)));
        decisions.ReportMilestone(new("pilot", MilestoneProgress.reached, new(2022, 5, 20), "批复", "甲", "", 0), TestWarehouse.At(new(2022, 7, 13)));
        decisions.JudgeTask(new("pilot", TaskFinding.partly, new(2022, 6, 20), "乙", "查看现场", 0), TestWarehouse.At(new(2022, 7, 14)));
        new Reporting.Warehouse.Runs(warehouse.Gateway).Certify([new("310999", Towns[0], 2022, CertificationAct.certified, "镇长",
            StatedYear.Sha256(RunReading.StatedBy(warehouse.Marts, "310999", 2022, warehouse.LastLoad)[Towns[0]]), "甲", "", 0)], TestWarehouse.At(new(2022, 7, 15)));
    }

    static List<StagedCell> Month(string unit, int year, int month, decimal value) => Numbered(
    [
        Cell(unit, "jobs", Period.Month(year, month), value + month % 3), Cell(unit, "youth", Period.Month(year, month), value / 4), Cell(unit, "accepted", Period.Month(year, month), 10),
        Cell(unit, "closed", Period.Month(year, month), Math.Min(10, value + 2)), Cell(unit, "idle", Period.Month(year, month), 40 - value - (year == 2022 ? month : 0)),
        Cell(unit, "insured", Period.Month(year, month), 100 + value + month), Cell(unit, "incidents", Period.Month(year, month), value < 6 && year == 2022 && month == 4 ? 1 : 0),
    ], month);

    static List<StagedCell> Numbered(IReadOnlyList<StagedCell> cells, int column = 0) => [.. cells.Select((cell, index) => cell with { CellAddress = $"{(char)('C' + column)}{index + 2}", LineNumber = index + 1 })];

    static StagedCell Cell(string reporter, string element, Period period, decimal value) => new(0, "C2", "", 1, "c", "310999", reporter == "310999-RS" ? "310999" : reporter, reporter, element, 1,
        period.Kind, period.Start, period.End, Basis.in_period, "total", value, Bound.exact, ValueState.reported, false);

    static string Beside([CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, "..", "cases", Golden);
}

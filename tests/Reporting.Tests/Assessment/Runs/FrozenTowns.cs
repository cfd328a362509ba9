using DuckDB.NET.Data;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Assessment.Targets;

namespace Reporting.Tests.Assessment.Runs;

/// <summary>Two towns with plan, targets and scheme in the middle of 2022, and all that may happen to them afterwards.</summary>
sealed class FrozenTowns : IDisposable
{
    public const string District = "310999", East = "310999101", West = "310999102", Bureau = "310999-RS";
    static readonly Lazy<byte[]> Filled = new(Fill);
    readonly TestWarehouse warehouse = new(Filled.Value);
    readonly Decisions decisions;
    readonly Reporting.Warehouse.Runs runs;
    DateOnly day = new(2022, 7, 1);

    public FrozenTowns() => (decisions, runs) = (new(warehouse.Gateway), new(warehouse.Gateway));

    static byte[] Fill()
    {
        using var warehouse = new TestWarehouse();
        var decisions = new Decisions(warehouse.Gateway);
        warehouse.Define(Definitions, new(2022, 1, 4));
        warehouse.Load("2021", East, [.. Months(East, "jobs", 2021, 12, 5)], new(2022, 1, 20));
        foreach (var month in Enumerable.Range(1, 5))
        {
            warehouse.Load($"east {month}", East, Month(East, month, 6), new(2022, month + 1, 4));
            warehouse.Load($"west {month}", West, Month(West, month, 5), new(2022, month + 1, month == 3 ? 20 : 4));
        }
        decisions.SetTarget(new("jobs", East, 2022, 2022, 80, "分解文", new(2022, 1, 5), "甲", "因", 0), TestWarehouse.At(new(2022, 6, 20)));
        decisions.SetTarget(new("jobs", West, 2022, 2022, 70, "分解文", new(2022, 1, 5), "甲", "因", 0), TestWarehouse.At(new(2022, 6, 21)));
        return warehouse.Closed();
    }

    public TestWarehouse Warehouse => warehouse;
    public Reporting.Warehouse.Runs Runs => runs;

    public DateTime Next() => TestWarehouse.At(day = day.AddDays(1));

    public YearInputs Inputs(long? load = null)
    {
        var asOf = warehouse.Marts.LoadById(load ?? warehouse.LastLoad)!;
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        return RunReading.Inputs(warehouse.Marts, catalog, District, 2022, null, RunReading.Schemes(catalog, District, 2022), asOf);
    }

    /// <param name="meanwhile">What happens while the run is worked out.</param>
    public AssessmentRun Freeze(long? corrects = null, Action? meanwhile = null)
    {
        var (asOf, inputs) = (warehouse.Marts.LastLoad()!, Inputs());
        var contents = new RunContents(asOf, inputs, warehouse.Definitions.WrittenAsOf(asOf.LoadId));
        meanwhile?.Invoke();
        return runs.Freeze(new(0, District, 2022, inputs.Through, asOf.LoadId, AssessmentEngine.Version, "towns", corrects, "因", "甲", asOf.CommittedAt, 0, "", 0), given =>
        {
            var certified = RunReading.Certified(warehouse.Marts, warehouse.Definitions, District, inputs.Horizon, asOf, given.KnownFromLoad - 1);
            var run = given with { Uncertified = CertifiedUnit.Open(certified) };
            return (run, contents.Sealed(run, certified));
        }, Next());
    }

    public IReadOnlyList<CertifiedUnit> Certified()
    {
        var asOf = warehouse.Marts.LastLoad()!;
        return RunReading.Certified(warehouse.Marts, warehouse.Definitions, District, AssessmentReading.OfYear(warehouse.Marts, District, 2022, null, asOf), asOf, asOf.LoadId);
    }

    public void Certify(string unit, CertificationAct act = CertificationAct.certified) => runs.Certify([new(District, unit, 2022, act, "镇长",
        StatedYear.Sha256(RunReading.StatedBy(warehouse.Marts, District, 2022, warehouse.LastLoad)[unit]), "甲", "", 0)], Next());

    public IReadOnlyList<RunDocument> Stored(AssessmentRun run) => warehouse.Marts.RunDocuments(run.Run);

    /// <summary>As a process would that has just been started: nothing is remembered of definitions.</summary>
    public IReadOnlyList<RunDocument> Again(AssessmentRun run) => RunReading.Replayed(warehouse.Marts, new(warehouse.Gateway), run);

    /// <param name="engine">The version that works it out again.</param>
    public Replay Replayed(AssessmentRun run, string engine = AssessmentEngine.Version)
    {
        // The run as it is told now: what somebody wrote there must not be believed either.
        var stored = new StoredRun(warehouse.Marts.AssessmentRuns(District, long.MaxValue - 1).Single(known => known.Run == run.Run), Stored(run));
        return Replay.Of(stored, stored.IsTold ? Again(stored.Run) : null, engine);
    }

    public RunSide Side(AssessmentRun run)
    {
        var stored = new StoredRun(run, Stored(run));
        return new(RunReading.InputsOf(warehouse.Marts, warehouse.Definitions, run).Inputs.EvidenceOfItsTime(), stored.Manifest!.Definitions, stored.Manifest.Certified, new(stored.Standings, stored.Boards));
    }

    public void Correct(string unit, int month, decimal value) => warehouse.Load($"{unit} {month} {day:yyyyMMdd}", unit, Month(unit, month, value), ShanghaiTime.DateOf(Next()));

    /// <summary>The next year begins: a month of it comes, a task is reported in it.</summary>
    public void Begin2023()
    {
        warehouse.Load($"2023 {day:yyyyMMdd}", East, Months(East, "jobs", 2023, 1, 7), ShanghaiTime.DateOf(Next()));
        decisions.ReportMilestone(new("task", MilestoneProgress.under_way, new(2023, 1, 5), "纪要", "甲", "", 0), Next());
    }

    /// <summary>A task that no plan of this district holds is reported and judged.</summary>
    public void ReportElsewhere()
    {
        decisions.ReportMilestone(new("elsewhere", MilestoneProgress.reached, new(2022, 6, 1), "纪要", "甲", "", 0), Next());
        decisions.JudgeTask(new("elsewhere", TaskFinding.met, new(2022, 6, 2), "乙", "因", 0), Next());
    }

    /// <summary>The unit tells that it had no case to close in any month so far.</summary>
    public void WithoutCases(string unit)
    {
        foreach (var month in Enumerable.Range(1, 5))
            warehouse.Load($"{unit} {month} none", unit, [Cell(unit, unit, "accepted", Period.Month(2022, month), 0) with { CellAddress = "C3" },
                Cell(unit, unit, "closed", Period.Month(2022, month), 0) with { CellAddress = "C4" }], ShanghaiTime.DateOf(Next()));
    }

    /// <summary>What may come after a run was frozen, each of it something that moves what a new run would say or that might move an old one.</summary>
    public IReadOnlyList<Action> Later =>
    [
        () => Correct(East, 3, 9),
        () => Correct(West, 2, 1),
        () => Correct(West, 6, 8),
        () => warehouse.Load($"2021 {day:yyyyMMdd}", East, Months(East, "jobs", 2021, 12, 4), ShanghaiTime.DateOf(Next())),
        () => warehouse.Load($"limit {day:yyyyMMdd}", Bureau, [Cell(District, Bureau, "idle_limit", Period.Year(2022), 40)], ShanghaiTime.DateOf(Next())),
        () => decisions.SetTarget(new("jobs", District, 2022, null, 110, "迟到的文", new(2022, 1, 5), "甲", "补登", 0), Next()),
        () => decisions.SetTarget(new("jobs", East, 2022, 2022, 60, "调整文", new(2022, 1, 5), "甲", "调整", 0), Next()),
        () => decisions.Issue(new("jobs", 2022, "下达文", new(2022, 6, 2), "甲", "因", 0), Next()),
        () => decisions.SetCurve([.. Curves.LinearYear.Select((share, index) => new CurvePoint("jobs", District, 2022, index + 1, index < 11 ? share / 2 : 1, CurveMethod.given, "甲", "因", 0))], Next()),
        () => decisions.ReportMilestone(new("task", MilestoneProgress.reached, new(2022, 6, 1), "纪要", "甲", "", 0), Next()),
        () => warehouse.Define(Definitions.Replace("value: 100,", "value: 120,", StringComparison.Ordinal), ShanghaiTime.DateOf(Next())),
        () => warehouse.Define(Definitions.Replace("weight: 60", "weight: 50", StringComparison.Ordinal).Replace("target: 90, commitment", "target: 95, commitment", StringComparison.Ordinal).Replace("linear, weight: 20, conduct", "linear, weight: 30, conduct", StringComparison.Ordinal), ShanghaiTime.DateOf(Next())),
        () => warehouse.Define(Definitions.Replace("{ element: closed, time: sum }", "{ element: closed, time: last }", StringComparison.Ordinal), ShanghaiTime.DateOf(Next())),
        () => warehouse.Define(Merged, ShanghaiTime.DateOf(Next())),
        () => { if (Standing() is { } table) warehouse.TakeBack(table, TableState.voided, ShanghaiTime.DateOf(Next())); },
        () => Certify(East),
        () => Certify(East, CertificationAct.withdrawn),
        () => Freeze(1),
    ];

    public void Run(string statement)
    {
        using var connection = new DuckDBConnection($"DataSource={warehouse.Data.WarehouseFile};autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    public void Dispose() => warehouse.Dispose();

    static string Definitions => $"{Case("two-towns.yaml")}\n---\n{Case("scored-towns.yaml")}";

    // From July on 西镇 is part of 东镇, and the year's figures of the district are told anew.
    static string Merged => Definitions.Replace("name: 西镇, kind: township,", "name: 西镇, kind: township, valid_to: 2022-06-30, successors: [ { code: \"310999101\", share: 1 } ],", StringComparison.Ordinal);

    static string Case(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Assessment", "cases", name)).TrimEnd();

    SubmissionTable? Standing() => warehouse.Submissions.Received(TestWarehouse.At(new(2022, 1, 1)), TestWarehouse.At(new(2023, 1, 1))).Where(row => row.State == TableState.loaded)
        .Select(row => warehouse.Submissions.TablesOf(warehouse.Submissions.Find(row.Receipt)!.SubmissionId).Single()).LastOrDefault();

    public static List<StagedCell> Month(string unit, int month, decimal value) =>
    [
        Cell(unit, unit, "jobs", Period.Month(2022, month), value + month % 3), Cell(unit, unit, "accepted", Period.Month(2022, month), 10) with { CellAddress = "C3" },
        Cell(unit, unit, "closed", Period.Month(2022, month), value) with { CellAddress = "C4" }, Cell(unit, unit, "idle", Period.Month(2022, month), 20 + value) with { CellAddress = "C5" },
    ];

    static List<StagedCell> Months(string unit, string element, int year, int months, decimal value) =>
        [.. Enumerable.Range(1, months).Select(month => Cell(unit, unit, element, Period.Month(year, month), value + month % 3) with { CellAddress = $"{(char)('C' + month)}{element.Length}" })];

    static StagedCell Cell(string unit, string reporter, string element, Period period, decimal value) => new(0, "C2", "", 1, "c", District, unit, reporter, element, 1,
        period.Kind, period.Start, period.End, Basis.in_period, "total", value, Bound.exact, ValueState.reported, false);
}

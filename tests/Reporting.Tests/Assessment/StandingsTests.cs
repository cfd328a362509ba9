using System.Text.Json;
using System.Text.RegularExpressions;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Assessment.Targets;

namespace Reporting.Tests.Assessment;

/// <summary>A district and its units in one reading: the same as unit by unit, in whatever order sheets came, and as of every load what was said then.</summary>
public partial class StandingsTests
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    const string District = "310999", East = "310999101", West = "310999102", Bureau = "310999-RS";

    [Fact]
    public void All_units_at_once_stand_as_each_by_itself()
    {
        using var warehouse = Filled([0, 1, 2, 3]);
        var (load, catalog) = (warehouse.Marts.LastLoad()!, warehouse.Definitions.AsOf(warehouse.LastLoad));
        var standings = Standings(warehouse, load.LoadId);
        Assert.Equal([District, East, West], standings.Select(standing => standing.OrgUnit));
        var (plan, horizon) = (catalog.Plans.Single(), AssessmentReading.OfYear(warehouse.Marts, District, 2022, null, load));
        foreach (var standing in standings)
        {
            var alone = Assessor.Evaluate(plan, AssessmentReading.Evidence(warehouse.Marts, catalog, plan, standing.OrgUnit, load.LoadId), horizon, 2022).ToDictionary(one => one.Id);
            Assert.NotEmpty(standing.Evaluations);
            Assert.All(standing.Evaluations, one => Assert.Equal(JsonSerializer.Serialize(alone[one.Id]), JsonSerializer.Serialize(one)));
        }
        Assert.Equal(["jobs", "limit", "closing", "task"], standings[0].Evaluations.Select(one => one.Id));
        // 东镇 was given a number; of the others it has figures of its own. Tasks are the district's.
        Assert.Equal(["jobs", "limit", "closing"], standings[1].Evaluations.Select(one => one.Id));
        Assert.Equal(70, standings[1].Evaluations[0].Target);
        Assert.Equal(["jobs", "limit", "closing"], standings[2].Evaluations.Select(one => one.Id));
    }

    [Fact]
    public void The_whole_is_the_sum_of_its_units_where_it_adds_up()
    {
        using var warehouse = Filled([0, 1, 2, 3]);
        var standings = Standings(warehouse, warehouse.LastLoad);
        foreach (var id in new[] { "jobs", "limit" })
            Assert.Equal(Of(standings[0], id).Value, standings.Skip(1).Sum(unit => Of(unit, id).Value));
        Assert.Equal(Of(standings[0], "closing").Numerator, standings.Skip(1).Sum(unit => Of(unit, "closing").Numerator));
        Assert.Equal(Of(standings[0], "closing").Denominator, standings.Skip(1).Sum(unit => Of(unit, "closing").Denominator));
    }

    [Fact]
    public void All_units_at_once_are_foreseen_as_each_by_itself()
    {
        using var warehouse = Filled([0, 1, 2, 3]);
        foreach (var unit in new[] { East, West }) warehouse.Load($"2021 {unit}", unit, Months(unit, "jobs", 2021, 12, 5), new(2022, 7, 1));
        var (catalog, horizon) = (warehouse.Definitions.AsOf(warehouse.LastLoad), new Horizon(2022, 5, new(2022, 7, 2)));
        var plan = catalog.Plans.Single();
        var all = AssessmentReading.EvidenceOfUnits(warehouse.Marts, catalog, plan, 2022, warehouse.LastLoad, monthsFrom: 2019);
        Assert.Equal(3, all.Count);
        foreach (var evidence in all)
        {
            var landed = Landings.Of(plan, evidence, horizon);
            Assert.Equal(LandingMethod.seasonal_pace, landed.Single(one => one.Commitment == "jobs").YearEnd!.Method);
            Assert.Equal(JsonSerializer.Serialize(Landings.Of(plan, AssessmentReading.Evidence(warehouse.Marts, catalog, plan, evidence.OrgUnit, warehouse.LastLoad), horizon)), JsonSerializer.Serialize(landed));
        }
    }

    [Fact]
    public void The_order_in_which_sheets_came_does_not_matter()
    {
        using var one = Filled([0, 1, 2, 3]);
        using var other = Filled([2, 0, 3, 1]);
        Assert.Equal(Bare(Said(one, one.LastLoad)), Bare(Said(other, other.LastLoad)));

        // A receipt and a load are numbered by their turn; nothing else is.
        static string Bare(string said) => Numbered().Replace(said, "");
    }

    /// <summary>Load, correct, issue a late target, split, lock, curve, change a definition, load again: what was said stays said.</summary>
    [Fact]
    public void As_of_every_load_the_answer_is_what_was_said_then()
    {
        using var warehouse = new TestWarehouse();
        var said = new Dictionary<long, string>();
        void Keep() => said[warehouse.LastLoad] = Said(warehouse, warehouse.LastLoad);
        warehouse.Define(Definitions, new(2022, 1, 4));
        foreach (var step in Life(warehouse))
        {
            step();
            Keep();
        }
        foreach (var (load, then) in said) Assert.Equal(then, Said(warehouse, load));
        decimal?[] Targets(int unit) => [.. said.Keys.Order().Select(load => Standings(warehouse, load).ElementAtOrDefault(unit)?.Evaluations.FirstOrDefault(one => one.Id == "jobs")?.Target)];
        Assert.Equal([.. Enumerable.Repeat<decimal?>(100, 6), .. Enumerable.Repeat<decimal?>(110, 8)], Targets(0));
        Assert.Equal([.. Enumerable.Repeat<decimal?>(null, 7), 70, 70, .. Enumerable.Repeat<decimal?>(80, 5)], Targets(1));
    }

    static IEnumerable<Action> Life(TestWarehouse warehouse)
    {
        var decisions = new Decisions(warehouse.Gateway);
        yield return () => warehouse.Load("2021", East, [.. Months(East, "jobs", 2021, 12, 5), .. Months(East, "accepted", 2021, 12, 4), .. Months(East, "closed", 2021, 12, 3)], new(2022, 1, 20));
        yield return () => warehouse.Load("east", East, Months(East, "jobs", 2022, 5, 6), new(2022, 6, 9));
        yield return () => warehouse.Load("west", West, Months(West, "jobs", 2022, 5, 2), new(2022, 6, 10));
        // A correction of last year and of this one.
        yield return () => warehouse.Load("2021 again", East, Months(East, "jobs", 2021, 12, 4), new(2022, 6, 20));
        yield return () => warehouse.Load("east again", East, Months(East, "jobs", 2022, 5, 7), new(2022, 6, 21));
        yield return () => warehouse.Load("limit", Bureau, [Cell(District, Bureau, "idle_limit", Period.Year(2022), 40)], new(2022, 6, 22));
        yield return () => decisions.SetTarget(new("jobs", District, 2022, null, 110, "迟到的文", new(2022, 1, 5), "甲", "补登", 0), TestWarehouse.At(new(2022, 6, 23)));
        yield return () => decisions.Split(Splitting.Of("jobs", 2022, SplitMethod.given, 110, [new(East, null, 70), new(West, null, 30)], "分解文", new(2022, 6, 1), "甲", "因"),
            [new("jobs", East, 2022, 2022, 70, "分解文", new(2022, 6, 1), "甲", "因", 0), new("jobs", West, 2022, 2022, 30, "分解文", new(2022, 6, 1), "甲", "因", 0)], TestWarehouse.At(new(2022, 6, 24)));
        yield return () => decisions.Issue(new("jobs", 2022, "下达文", new(2022, 6, 2), "甲", "因", 0), TestWarehouse.At(new(2022, 6, 25)));
        yield return () => decisions.SetTarget(new("jobs", East, 2022, 2022, 80, "调整文", new(2022, 6, 3), "甲", "因", 0), TestWarehouse.At(new(2022, 6, 26)));
        yield return () => decisions.SetCurve([.. Curves.LinearYear.Select((share, index) => new CurvePoint("jobs", District, 2022, index + 1, share, CurveMethod.linear, "甲", "因", 0))], TestWarehouse.At(new(2022, 6, 27)));
        yield return () => decisions.ReportMilestone(new("task", MilestoneProgress.under_way, new(2022, 6, 1), "纪要", "甲", "", 0), TestWarehouse.At(new(2022, 6, 28)));
        yield return () => warehouse.Define(Definitions.Replace("value: 100,", "value: 120,", StringComparison.Ordinal).Replace("interpretation: 每年, departments: [] },", "interpretation: 改过的读法, departments: [] },", StringComparison.Ordinal), new(2022, 6, 29));
        yield return () => warehouse.Load("june", East, Months(East, "jobs", 2022, 6, 7), new(2022, 7, 9));
    }

    [GeneratedRegex(@"310999-\d{8}-\d{6}|批次 \d+")]
    private static partial Regex Numbered();

    static string Said(TestWarehouse warehouse, long load) => JsonSerializer.Serialize(Standings(warehouse, load)
        .Concat(Standings(warehouse, load, 2021)), Plain);

    static IReadOnlyList<Standing> Standings(TestWarehouse warehouse, long load, int year = 2022) =>
        AssessmentReading.Standings(warehouse.Marts, warehouse.Definitions.AsOf(load), District, year, null, warehouse.Marts.LoadById(load)!);

    static Evaluation Of(Standing standing, string id) => standing.Evaluations.Single(one => one.Id == id);

    static string Definitions => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Assessment", "cases", "two-towns.yaml"));

    static TestWarehouse Filled(int[] order)
    {
        var warehouse = new TestWarehouse();
        warehouse.Define(Definitions, new(2022, 1, 4));
        Action<DateOnly>[] sheets =
        [
            day => warehouse.Load("east", East, [.. Months(East, "jobs", 2022, 5, 6), .. Months(East, "idle", 2022, 5, 20), .. Months(East, "accepted", 2022, 5, 9), .. Months(East, "closed", 2022, 5, 8)], day),
            day => warehouse.Load("west", West, [.. Months(West, "jobs", 2022, 5, 2), .. Months(West, "idle", 2022, 5, 11), .. Months(West, "accepted", 2022, 5, 3), .. Months(West, "closed", 2022, 5, 1)], day),
            day => warehouse.Load("limit", Bureau, [Cell(District, Bureau, "idle_limit", Period.Year(2022), 40)], day),
            day => new Decisions(warehouse.Gateway).SetTarget(new("jobs", East, 2022, 2022, 70, "文", new(2022, 1, 5), "甲", "因", 0), TestWarehouse.At(day)),
        ];
        foreach (var (index, sheet) in order.Index()) sheets[sheet](new(2022, 6, 10 + index));
        return warehouse;
    }

    static List<StagedCell> Months(string unit, string element, int year, int months, decimal value) =>
        [.. Enumerable.Range(1, months).Select(month => Cell(unit, unit, element, Period.Month(year, month), value + month % 3) with { CellAddress = $"{(char)('C' + month)}{element.Length}" })];

    static StagedCell Cell(string unit, string reporter, string element, Period period, decimal value) => new(0, "C2", "", 1, "c", District, unit, reporter, element, 1,
        period.Kind, period.Start, period.End, Basis.in_period, "total", value, Bound.exact, ValueState.reported, false);
}

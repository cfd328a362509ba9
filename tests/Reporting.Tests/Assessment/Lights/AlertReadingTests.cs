using System.Text.Json;
using Reporting.Tests.Reference;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment.Lights;

/// <summary>Lights out of a warehouse: twelve months from one reading, as of every load what was said then, and 督办 in the scores.</summary>
public class AlertReadingTests
{
    const string District = "310999", East = "310999101", West = "310999102";
    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Every_month_of_one_reading_is_the_month_asked_by_itself()
    {
        using var warehouse = Begun();
        foreach (var step in Life(warehouse)) step();
        var (load, catalog) = (warehouse.Marts.LastLoad()!, warehouse.Definitions.AsOf(warehouse.LastLoad));
        var months = AssessmentReading.StandingsByMonth(warehouse.Marts, catalog, District, 2022, null, load);
        Assert.Equal([1, 2, 3, 4, 5, 6], months.Select(month => month.Month));
        foreach (var month in months)
            Assert.Equal(Figures(AssessmentReading.Standings(warehouse.Marts, catalog, District, 2022, month.Month, load)), Figures(month.Standings));
        // The last month is the assessment as it stands, tasks too.
        Assert.Equal(JsonSerializer.Serialize(AssessmentReading.Standings(warehouse.Marts, catalog, District, 2022, null, load), Plain), JsonSerializer.Serialize(months[^1].Standings, Plain));

        static string Figures(IReadOnlyList<Standing> standings) => JsonSerializer.Serialize(standings.Select(unit => (unit.OrgUnit, unit.Evaluations.Where(one => one.Kind != "milestone"))), Plain);
    }

    /// <summary>A task is judged by what had come about at each month's end, and at the last month by today.</summary>
    [Fact]
    public void A_month_is_judged_by_its_own_days()
    {
        using var warehouse = Begun();
        foreach (var step in Life(warehouse)) step();
        warehouse.Load("nov", East, [Cell(East, "jobs", 11, 1)], new(2022, 12, 8));
        new Decisions(warehouse.Gateway).ReportMilestone(new("task", MilestoneProgress.reached, new(2022, 9, 5), "纪要", "甲", "", 0), At(new(2022, 12, 9)));
        Assert.Equal(["not_due", "on_pace", "met"], States("task", 4, 8, 9));

        string[] States(string id, params int[] wanted) => [.. AssessmentReading.StandingsByMonth(warehouse.Marts, warehouse.Definitions.AsOf(warehouse.LastLoad), District, 2022, null, warehouse.Marts.LastLoad()!)
            .Where(month => wanted.Contains(month.Month)).Select(month => month.Standings[0].Evaluations.Single(one => one.Id == id).State.ToString())];
    }

    /// <summary>Figures, a target, a task, a 签收, a 督办 opened, answered, returned, answered again and closed, a correction: what was said stays said.</summary>
    [Fact]
    public void As_of_every_load_the_lights_are_what_they_were_then()
    {
        using var warehouse = Begun();
        var said = new Dictionary<long, string>();
        foreach (var step in Life(warehouse))
        {
            step();
            said[warehouse.LastLoad] = Said(warehouse, warehouse.LastLoad);
        }
        Assert.Equal(13, said.Count);
        foreach (var (load, then) in said) Assert.Equal(then, Said(warehouse, load));
        var changes = said.OrderBy(one => one.Key).Select(one => one.Value).ToList();
        Assert.All(changes.Zip(changes.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void Lights_units_and_what_is_being_done_stand_together()
    {
        using var warehouse = Begun();
        foreach (var step in Life(warehouse).Take(8)) step();
        var jobs = Now(warehouse).Where(alert => alert.Commitment.Id == "jobs").ToDictionary(alert => alert.Evaluation.OrgUnit);
        // 100 a year, half of it by June: 东镇 has 6 of 70, 西镇 24 of 30, which is ahead; together 20 points are missing.
        Assert.Equal((LightColour.yellow, LightColour.red, LightColour.green), (jobs[District].Now.Light, jobs[East].Now.Light, jobs[West].Now.Light));
        Assert.Equal((20m, 29m, 9m), (jobs[District].Shortfall!.District, jobs[District].Shortfall!.BehindSum, jobs[District].Shortfall!.AheadSum));
        Assert.Equal((East, 100m), Assert.Single(jobs[District].Shortfall!.Behind) is var behind ? (behind.OrgUnit, behind.Share) : default);
        Assert.Equal(("王", null), (jobs[District].Acknowledged!.Owner, jobs[District].AcknowledgementEnded));
        Assert.Equal((1, 1, 0), (jobs[District].Cases.Count, jobs[East].Cases.Count, jobs[West].Cases.Count));
        // 城乡登记失业: the city has issued no number.
        Assert.Equal((LightColour.grey, "待下达"), Now(warehouse).First(alert => alert.Commitment.Id == "limit").Now is var limit ? (limit.Light, limit.Reason) : default);
    }

    [Fact]
    public void A_correction_that_worsens_the_light_ends_the_acknowledgement()
    {
        using var warehouse = Begun();
        foreach (var step in Life(warehouse).Take(6)) step();
        Assert.Null(District_(warehouse).AcknowledgementEnded);
        warehouse.Load("west again", West, Months(West, "jobs", 6, 1), new(2022, 7, 20));
        Assert.Equal((LightColour.red, "5 月变为红灯，签收失效"), (District_(warehouse).Now.Light, District_(warehouse).AcknowledgementEnded));

        static Alert District_(TestWarehouse warehouse) => Now(warehouse).First(alert => alert.Commitment.Id == "jobs");
    }

    /// <summary>督办 past the deadline cost points on the scheme's board from that day on, and no more once they are closed.</summary>
    [Fact]
    public void What_is_overdue_enters_the_scores_of_its_unit()
    {
        using var warehouse = Begun();
        foreach (var step in Life(warehouse).Take(8)) step();
        Assert.Equal((0m, 0m), Deducted());
        warehouse.Load("more", West, [Cell(West, "idle", 6, 3)], new(2022, 8, 2)); // the deadline was 31 July
        Assert.Equal((-2m, 0m), Deducted());
        Answer(warehouse, SupervisionAct.feedback, "东镇-丁", new(2022, 8, 3));
        Assert.Equal((-2m, 0m), Deducted());
        Answer(warehouse, SupervisionAct.closed, "丙", new(2022, 8, 4));
        Assert.Equal((0m, 0m), Deducted());
        // Opened after the last month of figures, overdue before the year's end: it costs the year whether asked then or in the next one.
        new Supervisions(warehouse.Gateway).Open(new(0, District, West, null, "办", new(2022, 12, 10), new(2022, 12, 1), null, "甲", "", 0), At(new(2022, 12, 1)));
        Assert.Equal((0m, 0m), Deducted());
        warehouse.Load("december", West, [Cell(West, "idle", 6, 4)], new(2022, 12, 20));
        Assert.Equal((0m, -2m), Deducted());
        warehouse.Load("next year", West, [Cell(West, "idle", 6, 5)], new(2023, 3, 1));
        Assert.Equal((0m, -2m), Deducted());

        (decimal?, decimal?) Deducted()
        {
            var (load, catalog) = (warehouse.Marts.LastLoad()!, warehouse.Definitions.AsOf(warehouse.LastLoad));
            var board = Scorer.Of(ScoringReading.Input(warehouse.Marts, catalog, catalog.Schemes.Single(), 2022, null, load));
            decimal? Rule(string unit) => board.Units.Single(one => one.OrgUnit == unit).Rules.Single(rule => rule.Id == "unfinished").Score;
            return (Rule(East), Rule(West));
        }
    }

    /// <summary>What is not lawful writes nothing: no row and no load.</summary>
    [Fact]
    public void An_unlawful_act_writes_nothing()
    {
        using var warehouse = Begun();
        foreach (var step in Life(warehouse).Take(8)) step();
        var (supervisions, before) = (new Supervisions(warehouse.Gateway), warehouse.LastLoad);
        var (refusal, load) = supervisions.Take(new(1, SupervisionAct.closed, new(2022, 7, 9), "", null, null, "丙", 0), At(new(2022, 7, 9)));
        Assert.Contains("还没有整改反馈", refusal!.Zh, StringComparison.Ordinal);
        Assert.Null(load);
        Assert.Contains("没有督办 7 号", supervisions.Take(new(7, SupervisionAct.feedback, new(2022, 7, 9), "", null, null, "丙", 0), At(new(2022, 7, 9))).Refusal!.Zh, StringComparison.Ordinal);
        Assert.Equal(before, warehouse.LastLoad);
    }

    static IEnumerable<Action> Life(TestWarehouse warehouse)
    {
        var (decisions, supervisions) = (new Decisions(warehouse.Gateway), new Supervisions(warehouse.Gateway));
        yield return () => warehouse.Load("east", East, Months(East, "jobs", 6, 1), new(2022, 7, 5));
        yield return () => warehouse.Load("west", West, Months(West, "jobs", 6, 4), new(2022, 7, 5));
        yield return () => decisions.SetTarget(new("jobs", East, 2022, 2022, 70, "文", new(2022, 1, 5), "甲", "因", 0), At(new(2022, 7, 6)));
        yield return () => decisions.SetTarget(new("jobs", West, 2022, 2022, 30, "文", new(2022, 1, 5), "甲", "因", 0), At(new(2022, 7, 6)));
        yield return () => decisions.ReportMilestone(new("task", MilestoneProgress.under_way, new(2022, 5, 1), "纪要", "甲", "", 0), At(new(2022, 7, 6)));
        yield return () => supervisions.Acknowledge(new("jobs", District, 2022, 5, LightColour.orange, "王", "招工难", new(2022, 7, 6), "甲", 0), At(new(2022, 7, 6)));
        yield return () => supervisions.Acknowledge(new("jobs", East, 2022, 6, LightColour.red, "李", "招工难", new(2022, 7, 6), "甲", 0), At(new(2022, 7, 6)));
        yield return () => supervisions.Open(new(0, District, East, "jobs", "办", new(2022, 7, 31), new(2022, 6, 28), "红", "甲", "", 0), At(new(2022, 7, 6)));
        yield return () => Answer(warehouse, SupervisionAct.feedback, "乙", new(2022, 7, 10));
        yield return () => Answer(warehouse, SupervisionAct.returned, "丙", new(2022, 7, 11));
        yield return () => Answer(warehouse, SupervisionAct.feedback, "乙", new(2022, 7, 12));
        yield return () => Answer(warehouse, SupervisionAct.closed, "丙", new(2022, 7, 13));
        yield return () => warehouse.Load("east again", East, Months(East, "jobs", 6, 2), new(2022, 7, 14));
    }

    static void Answer(TestWarehouse warehouse, SupervisionAct act, string by, DateOnly on) =>
        Assert.Null(new Supervisions(warehouse.Gateway).Take(new(1, act, on, "如实", act == SupervisionAct.feedback ? "单.txt" : null, act == SupervisionAct.feedback ? new string('a', 64) : null, by, 0), At(on)).Refusal);

    static TestWarehouse Begun()
    {
        var warehouse = new TestWarehouse();
        warehouse.Define(string.Join("\n---\n", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Assessment", "cases", "two-towns.yaml")), DefinitionFolder.Shipped("Reference/lights.yaml"), """
            scheme: { id: s, district: "310999", name: 办法, document: 文, first_year: 2021, last_year: 2025, missing: zero, groups: [ { id: g, name: 组, units: ["310999101", "310999102"] } ], grades: [ { name: 达标, from: 0 } ], rules: [
              { id: jobs, name: 就业, method: linear, weight: 100, commitment: jobs, practice: 试 }, { id: unfinished, name: 督办, method: deduction, conduct: unfinished, each: 2, most: 4, practice: 试 } ] }
            """), new(2022, 1, 4));
        return warehouse;
    }

    static string Said(TestWarehouse warehouse, long load) => JsonSerializer.Serialize(Alerts.Of(Input(warehouse, load)), Plain) + JsonSerializer.Serialize(warehouse.Marts.Supervisions(District, load), Plain);

    static IReadOnlyList<Alert> Now(TestWarehouse warehouse) => Alerts.Of(Input(warehouse, warehouse.LastLoad));

    static AlertInput Input(TestWarehouse warehouse, long load) => AlertReading.Input(warehouse.Marts, warehouse.Definitions.AsOf(load), District, 2022, null, warehouse.Marts.LoadById(load)!);

    static DateTime At(DateOnly day) => TestWarehouse.At(day);

    static List<StagedCell> Months(string unit, string element, int months, decimal value) => [.. Enumerable.Range(1, months).Select(month => Cell(unit, element, month, value))];

    static StagedCell Cell(string unit, string element, int month, decimal value) => new(0, $"{(char)('C' + month)}{element.Length}", "", 1, "c", District, unit, unit, element, 1,
        PeriodKind.month, new(2022, month, 1), Period.Month(2022, month).End, Basis.in_period, "total", value, Bound.exact, ValueState.reported, false);
}

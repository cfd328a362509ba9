using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment.Scoring;

/// <summary>How a unit reported, counted from what was received and decided.</summary>
public class ConductTests
{
    const string District = "310999", East = "310999101", West = "310999102";

    [Fact]
    public void Late_missing_and_corrected_sheets_are_counted_by_unit()
    {
        using var warehouse = new TestWarehouse();
        Define(warehouse);
        warehouse.Load("jan", East, [Cell(East, 1, 10)], new(2022, 2, 7));
        warehouse.Load("feb", East, [Cell(East, 2, 10)], new(2022, 3, 20)); // due on the fifth working day of March
        warehouse.Load("jan west", West, [Cell(West, 1, 10)], new(2022, 2, 7));
        warehouse.Load("jan west again", West, [Cell(West, 1, 11)], new(2022, 2, 8)); // before the lock: no correction
        new Reviews(warehouse.Gateway).Lock([new(District, "test-form", new(2022, 1, 1), null, null, "锁", "甲", TestWarehouse.At(new(2022, 2, 15)), 0)], [], [], TestWarehouse.At(new(2022, 2, 15)));
        var before = Conducts(warehouse);
        warehouse.Load("jan east again", East, [Cell(East, 1, 12)], new(2022, 3, 25));
        warehouse.Load("feb west", West, [Cell(West, 2, 10)], new(2022, 4, 20));

        // January to March are due. East lacks March; West has neither February nor March yet.
        Assert.Equal([new Conduct(East, 3, 1, 0, 0, 1, 0), new Conduct(West, 3, 0, 0, 0, 2, 0)], before);
        Assert.Equal([new Conduct(East, 3, 1, 0, 1, 1, 0), new Conduct(West, 3, 1, 0, 0, 1, 0)], Conducts(warehouse));
        Assert.Equal(1, Conducts(warehouse)[0].OnTime);
    }

    /// <summary>January's sheet is due on the fifth working day of February, and both towns are asked about before it.</summary>
    [Fact]
    public void Who_sends_early_and_gets_it_back_stands_no_worse_than_who_has_sent_nothing()
    {
        using var warehouse = new TestWarehouse();
        Define(warehouse);
        warehouse.Load("jan", East, [Cell(East, 1, 10)], new(2022, 2, 7), TableState.returned);
        warehouse.Load("else", West, [Cell(West, 12, 10)], new(2022, 2, 7)); // a load after it, so that it is known
        var early = Of(warehouse, warehouse.Marts.LastLoad()!);
        Assert.Equal([new Conduct(East, 0, 0, 1, 0, 0, 0), new Conduct(West, 0, 0, 0, 0, 0, 0)], early);
        Assert.Equal(Points(early[1]), Points(early[0]));

        warehouse.Load("jan once more", East, [Cell(East, 1, 10)], new(2022, 2, 8), TableState.awaiting_review);
        warehouse.Load("else again", West, [Cell(West, 12, 11)], new(2022, 2, 8));
        Assert.Equal(new(East, 1, 0, 1, 0, 0, 0), Of(warehouse, warehouse.Marts.LastLoad()!)[0]); // in before its day: on time

        warehouse.Load("else at last", West, [Cell(West, 12, 12)], new(2022, 2, 20));
        var late = Of(warehouse, warehouse.Marts.LastLoad()!);
        Assert.Equal([new Conduct(East, 1, 0, 1, 0, 0, 0), new Conduct(West, 1, 0, 0, 0, 1, 0)], late);
        Assert.True(Points(late[1]) < Points(late[0]));

        IReadOnlyList<Conduct> Of(TestWarehouse held, Load asOf) => ScoringReading.Conducts(held.Marts, District, new(2022, 1, 1), new(2022, 1, 31), asOf, new Dictionary<string, int>());
    }

    static decimal? Points(Conduct conduct) => new Scored(
        Scored.Conducted(ScoringMethod.linear, ConductMeasure.timely, 50),
        Scored.Rule(ScoringMethod.linear, 50),
        Scored.Conducted(ScoringMethod.deduction, ConductMeasure.missing) with { Each = 5, Most = 20 })
        .Unit(conduct.OrgUnit, Scored.Evaluation(attainment: 1), conduct).One().Score;

    /// <summary>A pull reads its clock, works, and commits after another load whose clock is later: as of that load nothing of it was there, and never will have been.</summary>
    [Fact]
    public void What_is_decided_after_a_load_does_not_turn_it_whatever_its_clock_says()
    {
        using var warehouse = new TestWarehouse();
        Define(warehouse);
        warehouse.Load("jan", East, [Cell(East, 1, 10)], new(2022, 5, 16));
        new Reviews(warehouse.Gateway).Lock([new(District, "test-form", new(2022, 1, 1), null, null, "锁", "甲", TestWarehouse.At(new(2022, 5, 1)), 0)], [], [], TestWarehouse.At(new(2022, 5, 1)));
        var load = warehouse.Marts.LastLoad()!;
        var before = AsOf(load);

        warehouse.Load("jan west back", West, [Cell(West, 1, 10)], new(2022, 5, 10), TableState.returned);
        warehouse.Load("feb east waits", East, [Cell(East, 2, 10)], new(2022, 5, 10), TableState.awaiting_review);
        warehouse.Load("jan east again", East, [Cell(East, 1, 11)], new(2022, 5, 10));
        warehouse.Load("jan west", West, [Cell(West, 1, 10)], new(2022, 5, 10));
        Assert.Equal(load.CommittedAt, warehouse.Marts.LastLoad()!.CommittedAt); // the clock alone could not tell the two apart
        Assert.Equal(before, AsOf(load));
        Assert.Equal([new Conduct(East, 3, 2, 0, 1, 1, 0), new Conduct(West, 3, 1, 1, 0, 2, 0)], AsOf(warehouse.Marts.LastLoad()!));

        IReadOnlyList<Conduct> AsOf(Load asOf) => ScoringReading.Conducts(warehouse.Marts, District, new(2022, 1, 1), new(2022, 3, 31), asOf, new Dictionary<string, int>());
    }

    static IReadOnlyList<Conduct> Conducts(TestWarehouse warehouse)
    {
        var last = warehouse.Marts.LastLoad()!;
        // Asked at one day in the middle of May, whenever the last load was: what is due does not move.
        return ScoringReading.Conducts(warehouse.Marts, District, new(2022, 1, 1), new(2022, 3, 31), last with { CommittedAt = TestWarehouse.At(new(2022, 5, 16)) }, new Dictionary<string, int>());
    }

    static void Define(TestWarehouse warehouse) => warehouse.Define("""
        district: { code: "310999", name: 试验区, valid_from: 2016-01-01, units: [ { code: "310999101", name: 东镇, kind: township }, { code: "310999102", name: 西镇, kind: township } ] }
        elements:
          - { id: jobs, name: 新增就业, unit: 人, kind: flow, rollup: sum, authority: { township: township }, meaning: 新增 }
        indicators:
          - { id: jobs, name: 新增就业, unit: 人, meaning: 新增, numerator: [ { element: jobs, time: sum } ] }
        form: { id: test-form, name: 表, number: 一, issued_by: 局, document: 文, applies_from: 2022-01-01, period: month, district: "310999", titles: [表],
          columns: [ { id: month, title: 本月, basis: in_period } ],
          lines: [ { number: 1, label: 新增就业, element: jobs, unit: 人 } ],
          obligations: [ { role: township, from: 2022-01-01, due_working_day: 5 } ] }
        """, new(2022, 1, 3));

    static StagedCell Cell(string unit, int month, decimal value) => new(0, "C2", "", 1, "month", District, unit, unit, "jobs", 1,
        PeriodKind.month, new(2022, month, 1), Period.Month(new(2022, month, 1)).End, Basis.in_period, "total", value, Bound.exact, ValueState.reported, false);
}

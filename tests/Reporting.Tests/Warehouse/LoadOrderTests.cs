using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Tests.Warehouse;

/// <summary>"As of" means one thing, whoever writes meanwhile and whatever clock they brought.</summary>
public class LoadOrderTests
{
    const string Unit = "310999101";

    [Fact]
    public void A_load_never_seems_to_come_before_the_one_it_waited_for()
    {
        using var warehouse = Small();
        warehouse.Load("late", Unit, [Cell(1)], new(2022, 2, 10));
        var before = warehouse.LastLoad;
        warehouse.Load("waited", Unit, [Cell(2)], new(2022, 2, 9)); // asked for the time, then waited for its turn
        Assert.True(warehouse.Marts.LastLoadBy(TestWarehouse.At(new(2022, 2, 9)))!.LoadId < before);
        Assert.Equal(before + 1, warehouse.Marts.LastLoadBy(TestWarehouse.At(new(2022, 2, 10)))!.LoadId);
    }

    [Fact]
    public async Task Readers_see_their_load_while_others_are_written()
    {
        using var warehouse = Small();
        warehouse.Load("0", Unit, [Cell(0)], new(2022, 2, 8));
        var first = warehouse.LastLoad;
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var wrong = new List<string>();
            while (!done.IsCancellationRequested)
            {
                var load = warehouse.LastLoad;
                var said = warehouse.Marts.IndicatorYears("310999", 2022, load).Single(row => row.OrgUnit == Unit && row.Through == 1).Numerator;
                if (said != load - first) wrong.Add($"load {load}: {said}");
            }
            return wrong;
        })).ToList();
        for (var value = 1; value <= 15; value++) warehouse.Load($"{value}", Unit, [Cell(value)], new(2022, 2, 8));
        await done.CancelAsync();
        foreach (var reader in readers) Assert.Empty(await reader);
    }

    [Fact]
    public void Of_two_who_take_back_the_same_sheet_the_second_finds_nothing()
    {
        using var warehouse = Small();
        var table = warehouse.Load("a", Unit, [Cell(1)], new(2022, 2, 8));
        warehouse.TakeBack(table, TableState.withdrawn, new(2022, 2, 9));
        var load = warehouse.LastLoad;
        warehouse.TakeBack(table, TableState.voided, new(2022, 2, 9));
        Assert.Equal((load, TableState.withdrawn), (warehouse.LastLoad, warehouse.Submissions.TablesOf(table.SubmissionId).Single().State));
    }

    [Fact]
    public void Of_two_decisions_at_one_instant_the_later_stands()
    {
        using var warehouse = Small();
        var table = warehouse.Load("a", Unit, [Cell(1)], new(2022, 2, 8));
        warehouse.TakeBack(table, TableState.withdrawn, new(2022, 2, 8));
        var status = warehouse.Marts.SubmissionStatus("310999", new(2022, 1, 1), new(2022, 1, 31), warehouse.LastLoad, TestWarehouse.At(new(2022, 2, 9)));
        Assert.Equal("withdrawn", status.Single().State);
    }

    static TestWarehouse Small()
    {
        var warehouse = new TestWarehouse();
        warehouse.Define("""
            district: { code: "310999", name: 试验区, valid_from: 2016-01-01, units: [ { code: "310999101", name: 东镇, kind: township } ] }
            elements:
              - { id: jobs, name: 新增就业, unit: 人, kind: flow, rollup: sum, authority: { township: township }, meaning: 新增 }
            indicators:
              - { id: jobs, name: 新增就业, unit: 人, meaning: 新增, numerator: [ { element: jobs, time: sum } ] }
            form: { id: test-form, name: 表, number: 一, issued_by: 局, document: 文, applies_from: 2022-01-01, period: month, district: "310999", titles: [表],
              columns: [ { id: month, title: 本月, basis: in_period } ],
              lines: [ { number: 1, label: 新增就业, element: jobs, unit: 人 } ],
              obligations: [ { role: township, from: 2022-01-01, to: 2022-01-31, due_working_day: 5 } ] }
            """, new(2022, 1, 1));
        return warehouse;
    }

    static StagedCell Cell(decimal value) => new(0, "C2", "", 1, "c", "310999", Unit, Unit, "jobs", 1, PeriodKind.month, new(2022, 1, 1), new(2022, 1, 31),
        Basis.in_period, "total", value, Bound.exact, ValueState.reported, false);
}

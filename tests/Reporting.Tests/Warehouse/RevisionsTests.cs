using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Warehouse;

/// <summary>What moved between two loads, and nothing else: a correction, a late sheet, a voiding, a merger.</summary>
public sealed class RevisionsTests : IDisposable
{
    const string District = "310999", East = "310999101", West = "310999102", South = "310999103";
    const string Series = """
        elements:
          - { id: jobs, name: 新增就业, unit: 人, kind: flow, rollup: sum, authority: { township: township }, meaning: 就业 }
          - { id: insured, name: 参保人数, unit: 人, kind: stock, rollup: sum, authority: { township: township }, meaning: 参保 }
        indicators:
          - { id: jobs, name: 新增就业, unit: 人, meaning: 就业, numerator: [ { element: jobs, time: sum } ] }
          - { id: insured, name: 参保人数, unit: 人, meaning: 参保, numerator: [ { element: insured, time: last } ] }
        """;
    const string Units = "district: { code: \"310999\", name: 试验区, valid_from: 2016-01-01, units: [ { code: \"310999101\", name: 东镇, kind: township }, { code: \"310999102\", name: 西镇, kind: township }, { code: \"310999103\", name: 南镇, kind: township } ] }\n";
    const string Merged = "district: { code: \"310999\", name: 试验区, valid_from: 2016-01-01, units: [ { code: \"310999101\", name: 东镇, kind: township }, { code: \"310999102\", name: 西镇, kind: township }, { code: \"310999103\", name: 南镇, kind: township, valid_to: 2022-01-31, successors: [ { code: \"310999101\", share: 1 } ] } ] }\n";

    readonly TestWarehouse warehouse = new();

    public RevisionsTests()
    {
        warehouse.Define(Units + Series, new(2022, 1, 1));
        foreach (var (unit, jobs) in new[] { (East, 10m), (West, 20m) })
            for (var month = 1; month <= 2; month++) Sheet($"{unit}-{month}", unit, month, jobs + month, 100 + jobs);
        Sheet($"{South}-1", South, 1, 5, 50);
    }

    public void Dispose() => warehouse.Dispose();

    [Fact]
    public void Nothing_moved_is_nothing_revised()
    {
        var then = warehouse.LastLoad;
        warehouse.Load("again", East, [Cell(East, "jobs", 1, 11), Cell(East, "insured", 1, 110)], new(2022, 4, 1)); // the same figures once more
        Assert.Empty(Since(then));
        Assert.Empty(Since(warehouse.LastLoad));
    }

    [Fact]
    public void A_correction_moves_the_months_from_it_on_and_lacks_its_reason()
    {
        var then = warehouse.LastLoad;
        Sheet("east-1-again", East, 1, 14, 110);
        Assert.Equal(
            ["310999 jobs 2022-01 37→40 correction", "310999 jobs 2022-02 71→74 correction", "310999101 jobs 2022-02 23→26 correction"], Since(then).Select(Told));
        var moved = Since(then)[^1];
        Assert.True(moved.LacksReason);
        Assert.Equal(("310999101", warehouse.LastLoad), (moved.Causes.Single().DecidedBy, moved.Causes.Single().LoadId));
    }

    [Fact]
    public void What_came_late_explains_itself()
    {
        var then = warehouse.LastLoad;
        Sheet("south-2", South, 2, 7, 55);
        var moved = Since(then);
        Assert.Equal(["310999 jobs 2022-02 71→78 late", "310999103 jobs 2022-02 5→12 late", "310999 insured 2022-02 230→285 late", "310999103 insured 2022-02 50→55 late"],
            moved.Select(Told));
        Assert.All(moved, one => Assert.False(one.LacksReason));
    }

    [Fact]
    public void A_voiding_is_told_with_its_code_its_reason_and_its_person()
    {
        var then = warehouse.LastLoad;
        var reviews = new Reviews(warehouse.Gateway);
        var table = Sheet("west-2-again", West, 2, 40, 120);
        var between = warehouse.LastLoad;
        reviews.RequestVoid(new(table.SubmissionId, nameof(VoidCode.untrue), "多报", "甲", TestWarehouse.At(new(2022, 5, 1))));
        warehouse.TakeBack(table, TableState.voided, new(2022, 5, 2));
        Assert.Empty(Since(then)); // corrected and voided: it is again what it was
        var moved = Since(between);
        Assert.Equal(["310999 jobs 2022-02 89→71 voided", "310999102 jobs 2022-02 61→43 voided"], moved.Select(Told));
        Assert.All(moved, one => Assert.Equal(("untrue", "test", "test"), (one.Causes.Single().Code, one.Causes.Single().Reason, one.Causes.Single().DecidedBy)));
        Assert.All(moved, one => Assert.False(one.LacksReason));
    }

    /// <summary>It turns out that the township had been merged a month before it sent its last sheet: that is voided, the one that took it over reports for both, and the district stands where it stood.</summary>
    [Fact]
    public void A_merger_moves_the_units_that_it_touches_and_not_the_district()
    {
        var reviews = new Reviews(warehouse.Gateway);
        var table = Sheet("south-2", South, 2, 7, 55);
        var then = warehouse.LastLoad;
        reviews.RequestVoid(new(table.SubmissionId, nameof(VoidCode.wrong_unit), "已并入东镇", "甲", TestWarehouse.At(new(2022, 5, 1))));
        warehouse.TakeBack(table, TableState.voided, new(2022, 5, 2));
        warehouse.Define(Merged + Series, new(2022, 6, 1));
        Sheet("east-2-for-both", East, 2, 12 + 7, 110 + 55); // definitions enter with a load of their own, before this one
        var moved = Since(then);
        Assert.Equal(
            [
                "310999101 jobs 2022-02 23→30 correction", "310999103 jobs 2022-02 12→5 voided",
                "310999101 insured 2022-02 110→165 correction", "310999103 insured 2022-02 55→50 voided", // back to what it said of January
            ], moved.Select(Told));
        Assert.All(moved.Where(one => one.OrgUnit == South), one => Assert.Equal("wrong_unit", one.Causes.Single().Code));
    }

    [Fact]
    public void A_correction_of_the_year_before_moves_the_figure_that_is_compared_with()
    {
        warehouse.Load("last", East, [Cell(East, "jobs", 2, 9) with { PeriodStart = new(2021, 2, 1), PeriodEnd = new(2021, 2, 28) }], new(2022, 4, 1));
        var then = warehouse.LastLoad;
        warehouse.Load("last-again", East, [Cell(East, "jobs", 2, 8) with { PeriodStart = new(2021, 2, 1), PeriodEnd = new(2021, 2, 28) }], new(2022, 4, 2));
        Assert.Equal(["310999 jobs 2021-02 9→8 correction", "310999101 jobs 2021-02 9→8 correction"], Since(then).Select(Told));
        Assert.Single(Revisions.Between(warehouse.Marts, Catalog, District, Period.Month(2022, 2), then, warehouse.LastLoad, West)); // the district's alone
    }

    Catalog Catalog => warehouse.Definitions.Current;

    IReadOnlyList<Revision> Since(long load) => Revisions.Between(warehouse.Marts, Catalog, District, Period.Month(2022, 2), load, warehouse.LastLoad);

    static string Told(Revision one) => $"{one.OrgUnit} {one.Indicator} {one.Year}-{one.Through:00} {one.Before?.Value():0.##}→{one.After?.Value():0.##} {string.Join('+', one.Causes.Select(cause => cause.Kind).Distinct())}";

    SubmissionTable Sheet(string name, string unit, int month, decimal jobs, decimal insured) =>
        warehouse.Load(name, unit, [Cell(unit, "jobs", month, jobs), Cell(unit, "insured", month, insured)], new(2022, 3, 8));

    static StagedCell Cell(string unit, string element, int month, decimal value) => new(0, element == "jobs" ? "C2" : "C3", "", 1, "c", District, unit, unit, element, 1,
        PeriodKind.month, Period.Month(2022, month).Start, Period.Month(2022, month).End, Basis.in_period, "total", value, Bound.exact, ValueState.reported, false);
}

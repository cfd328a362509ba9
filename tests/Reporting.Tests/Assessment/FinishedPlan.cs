using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Assessment;

/// <summary>A warehouse that holds what a review of a finished plan states, and the plan.</summary>
static class FinishedPlan
{
    public const string District = "310999", Bureau = "310999-RS";

    public static TestWarehouse Filled()
    {
        var warehouse = new TestWarehouse();
        warehouse.Define(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Assessment", "cases", "finished-plan.yaml")), new(2021, 1, 4));
        List<StagedCell> cells =
        [
            .. Enumerable.Range(2016, 5).Select(year => Cell("jobs", Period.Year(year), 18000, Bound.at_least)),
            Cell("venture", Period.Plan(2016, 2020), 3600), Cell("pension", Period.Year(2015), 825.04m), Cell("pension", Period.Year(2020), 1293.14m),
            Cell("land", Period.Year(2015), 1394), Cell("land", Period.Year(2020), 2284), Cell("accepted", Period.Plan(2016, 2020), 9572), Cell("closed", Period.Plan(2016, 2020), 9405),
            Cell("training", Period.Plan(2016, 2020), 166860), Cell("idle", Period.Year(2019), 7400), .. Enumerable.Range(2016, 3).Append(2020).Select(year => Cell("idle", Period.Year(year), 7300)),
        ];
        warehouse.Load("history", Bureau, [.. cells.Select((cell, index) => cell with { CellAddress = $"C{index + 2}", LineNumber = index + 1 })], new(2021, 3, 1));
        return warehouse;
    }

    public static StagedCell Cell(string element, Period period, decimal value, Bound bound = Bound.exact) => new(0, "C2", "", 1, "c", District, District, Bureau, element, 1,
        period.Kind, period.Start, period.End, Basis.in_period, "total", value, bound, ValueState.reported, false);
}

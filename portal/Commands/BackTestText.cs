using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Forecasts of a finished year against what came of it: by method and part of the year, for the district and for its units.</summary>
static class BackTestText
{
    static readonly (string Title, int Width, bool Right)[] Columns =
        [("类型", 8, false), ("站在", 10, false), ("办法", 42, false), ("次数", 8, true), ("误差中位数", 13, true), ("八成误差不超过", 17, true)];
    static readonly (string Title, int Width, bool Right)[] BandColumns = [("类型", 8, false), ("站在", 10, false), ("区间半宽中位数", 17, true), ("次数", 8, true), ("落在区间内", 13, true)];

    public static Answer Run(Request request, OpenWarehouse warehouse, Catalog catalog, District district, IReadOnlyList<Plan> plans, int year, Load asOf)
    {
        if (year >= ShanghaiTime.DateOf(asOf.CommittedAt).Year)
            throw new MisuseException($"{year} 年还没有过完，不能检验；换一个过完的年份。", $"{year} is not over; test a year that is.");
        var tests = plans.Select(plan => (Plan: plan, Units: AssessmentReading.EvidenceOfUnits(warehouse.Marts, catalog, plan, year, asOf.LoadId, plan.FirstYear - 1)))
            .SelectMany(plan => new[] { (plan.Plan, Who: district.Name, Tested: BackTest.Of(plan.Plan, [plan.Units[0]], year)), (plan.Plan, Who: $"{plan.Units.Count - 1} 个单位", Tested: BackTest.Of(plan.Plan, [.. plan.Units.Skip(1)], year)) }).ToList();
        return request.Json
            ? Answer.Document(new { Tests = tests.Select(test => new { Plan = test.Plan.Id, test.Who, test.Tested.Methods, test.Tested.Bands }), Year = year, AsOf = asOf.LoadId })
            : Answer.Done(string.Join("\n\n", tests.Select(test => Text(test.Plan, test.Who, test.Tested, year))));
    }

    static string Text(Plan plan, string who, BackTested tested, int year) => string.Join('\n',
    [
        $"{plan.Name}  {who}  {year} 年每个月会怎样预计年底，与实际的差",
        EvaluationTable.Line(Columns, Columns.Select(column => column.Title)),
        .. tested.Methods.Select(row => EvaluationTable.Line(Columns,
            [Shape(row.Shape), Months(row.FromMonth, row.ToMonth), row.Method?.InWords() ?? "＝实际采用的", $"{row.Cases}", Size(row.Shape, row.Median), Size(row.Shape, row.EightOfTen)])),
        "",
        EvaluationTable.Line(BandColumns, BandColumns.Select(column => column.Title)),
        .. tested.Bands.Select(row => EvaluationTable.Line(BandColumns,
            [Shape(row.Shape), Months(row.FromMonth, row.ToMonth), Size(row.Shape, row.HalfWidth), $"{row.Cases}", $"{Reporting.Warehouse.Figures.Round(100m * row.Covered / row.Cases, 0):0}%"])),
    ]);

    static string Months(int from, int to) => $"{from}—{to} 月";

    static string Shape(FigureShape shape) => shape switch { FigureShape.flow => "累计数", FigureShape.level => "时点数", _ => "比率" };

    static string Size(FigureShape shape, decimal size) => shape == FigureShape.rate
        ? $"{Reporting.Warehouse.Figures.Round(size, 2).ToString("0.00", CultureInfo.InvariantCulture)} 点" : $"{Reporting.Warehouse.Figures.Round(size * 100, 1).ToString("0.0", CultureInfo.InvariantCulture)}%";
}

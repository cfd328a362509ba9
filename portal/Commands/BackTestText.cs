using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Forecasts of a finished year against what came of it: by method and part of the year, for the district and for its units.</summary>
static class BackTestText
{
    static readonly (int From, string Words)[] Seasons = [(1, "1—3 月"), (4, "4—6 月"), (7, "7—9 月"), (10, "10—11 月")];
    static readonly (string Title, int Width, bool Right)[] Columns =
        [("类型", 8, false), ("办法", 40, false), .. Seasons.Select(season => (season.Words, 18, true)), ("次数", 8, true)];

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
        $"{plan.Name}  {who}：站在 {year} 年各月预计年底，与实际差多少（误差中位数，八成不超过）",
        EvaluationTable.Line(Columns, Columns.Select(column => column.Title)),
        .. tested.Methods.GroupBy(row => (row.Shape, row.Method)).OrderBy(row => row.Key.Shape).ThenBy(row => row.Key.Method is null).ThenBy(row => row.Key.Method).Select(method => EvaluationTable.Line(Columns,
            [Shape(method.Key.Shape), method.Key.Method?.InWords() ?? "＝实际采用的", .. BySeason(method, row => row.FromMonth, row => $"{Size(row.Shape, row.Median)}，{Size(row.Shape, row.EightOfTen)}"), $"{method.Sum(row => row.Cases)}"])),
        .. tested.Bands.GroupBy(row => row.Shape).Select(shape => EvaluationTable.Line(Columns,
            [Shape(shape.Key), "区间：半宽中位数，实际落在其内", .. BySeason(shape, row => row.FromMonth, row => $"{Size(row.Shape, row.HalfWidth)}，{Reporting.Warehouse.Figures.Round(100m * row.Covered / row.Cases, 0):0}%"), $"{shape.Sum(row => row.Cases)}"])),
    ]);

    static IEnumerable<string> BySeason<T>(IEnumerable<T> rows, Func<T, int> from, Func<T, string> words) =>
        Seasons.Select(season => rows.Where(row => from(row) == season.From).Select(words).FirstOrDefault() ?? "—");

    static string Shape(FigureShape shape) => shape switch { FigureShape.flow => "累计数", FigureShape.level => "时点数", _ => "比率" };

    static string Size(FigureShape shape, decimal size) => shape == FigureShape.rate
        ? $"{Reporting.Warehouse.Figures.Round(size, 2).ToString("0.00", CultureInfo.InvariantCulture)}点" : $"{Reporting.Warehouse.Figures.Round(size * 100, 1).ToString("0.0", CultureInfo.InvariantCulture)}%";
}

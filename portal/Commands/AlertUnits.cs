using System.Globalization;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>One line for each unit that was given a target: its lights and its 督办; then the 督办 of those that answer for none of their own.</summary>
static class AlertUnits
{
    static readonly (string Title, int Width, bool Right)[] Columns =
    [
        ("  单位", 40, false), ("红", 6, true), ("橙", 6, true), ("黄", 6, true), ("绿", 6, true), ("灰", 6, true), ("未办结督办", 12, true), ("其中逾期", 10, true),
    ];

    static readonly LightColour[] Shown = [LightColour.red, LightColour.orange, LightColour.yellow, LightColour.green, LightColour.grey];

    public static IEnumerable<string> Of(AlertBoard board)
    {
        var counts = SupervisionCounts.Of(board.Input.Cases, DateOnly.MinValue, DateOnly.MaxValue, board.Day).Where(unit => unit.Unfinished > 0).ToDictionary(unit => unit.OrgUnit);
        var units = board.Alerts.Select(alert => alert.Evaluation.OrgUnit).Distinct().Where(unit => unit != board.District.Code).ToList();
        return [.. Given(board, units, counts), .. Others(board, [.. counts.Values.Where(unit => !units.Contains(unit.OrgUnit))])];
    }

    static IEnumerable<string> Given(AlertBoard board, List<string> units, Dictionary<string, SupervisionCounts> counts) => units.Count == 0 ? [] :
    [
        "", "各单位（下达了目标的承诺）", EvaluationTable.Line(Columns, Columns.Select(column => column.Title)),
        .. units.Select(unit => (Unit: unit, Lights: board.Of(unit).CountBy(alert => alert.Now.Light).ToDictionary(), Open: counts.GetValueOrDefault(unit)))
            .OrderByDescending(row => row.Lights.GetValueOrDefault(LightColour.red)).ThenByDescending(row => row.Lights.GetValueOrDefault(LightColour.orange))
            .ThenByDescending(row => row.Lights.GetValueOrDefault(LightColour.yellow)).ThenBy(row => row.Unit, StringComparer.Ordinal)
            .Select(row => EvaluationTable.Line(Columns,
                [$"  {board.NameOf(row.Unit)}", .. Shown.Select(light => Count(row.Lights.GetValueOrDefault(light))), Count(row.Open?.Unfinished ?? 0), Count(row.Open?.Overdue ?? 0)])),
    ];

    static IEnumerable<string> Others(AlertBoard board, List<SupervisionCounts> others) => others.Count == 0 ? [] :
    [
        "", $"没有单列目标的单位，督办未办结：{string.Join("、", others.OrderBy(unit => unit.OrgUnit, StringComparer.Ordinal)
            .Select(unit => $"{board.NameOf(unit.OrgUnit)} {unit.Unfinished} 件{(unit.Overdue == 0 ? "" : $"（逾期 {unit.Overdue} 件）")}"))}",
    ];

    static string Count(int count) => count == 0 ? "—" : count.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>One line for each unit: its lights and its 督办.</summary>
static class AlertUnits
{
    static readonly (string Title, int Width)[] Columns = [("  单位", 26), ("红", 6), ("橙", 6), ("黄", 6), ("绿", 6), ("灰", 6), ("未办结督办", 12), ("其中逾期", 10)];

    public static IEnumerable<string> Of(AlertBoard board)
    {
        var counts = SupervisionCounts.Of(board.Input.Cases, DateOnly.MinValue, DateOnly.MaxValue, board.Day).Where(unit => unit.Unfinished > 0).ToDictionary(unit => unit.OrgUnit);
        var units = board.Alerts.Select(alert => alert.Evaluation.OrgUnit).Where(unit => unit != board.District.Code).Union(counts.Keys).ToList();
        if (units.Count == 0) return [];
        return
        [
            "", "各单位（下达了目标的承诺）", Line([.. Columns.Select(column => column.Title)]),
            .. units.Select(unit => (Unit: unit, Lights: board.Of(unit).Select(alert => alert.Now.Light).ToList(), Open: counts.GetValueOrDefault(unit)))
                .OrderByDescending(row => row.Lights.Count(light => light == LightColour.red)).ThenByDescending(row => row.Lights.Count(light => light == LightColour.orange))
                .ThenByDescending(row => row.Lights.Count(light => light == LightColour.yellow)).ThenBy(row => row.Unit, StringComparer.Ordinal)
                .Select(row => Line([$"  {board.NameOf(row.Unit)}", .. new[] { LightColour.red, LightColour.orange, LightColour.yellow, LightColour.green, LightColour.grey }
                    .Select(light => Count(row.Lights.Count(one => one == light))), Count(row.Open?.Unfinished ?? 0), Count(row.Open?.Overdue ?? 0)])),
        ];
    }

    static string Count(int count) => count == 0 ? "—" : count.ToString(CultureInfo.InvariantCulture);

    static string Line(IReadOnlyList<string> cells) => string.Concat(Columns.Zip(cells, (column, cell) => EvaluationTable.Padded(cell, column.Width, column != Columns[0])));
}

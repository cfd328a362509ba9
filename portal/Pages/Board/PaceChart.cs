using Reporting.Portal.Pages.Reading;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;

namespace Reporting.Portal.Pages;

/// <summary>Charts of lights as the page's script draws them; each stands beside a table with the same figures.</summary>
static class PaceChart
{
    /// <summary>Attainment beside 序时 of each promise that has both, a bar each; a bar leads to its explanation.</summary>
    public static string Of(IReadOnlyList<Alert> alerts, Func<Alert, string> link) => ChartJson.Of(new Dictionary<string, object>
    {
        ["legend"] = new { top = 0, data = new[] { "完成率", "序时" } },
        ["grid"] = new { left = 8, right = 24, top = 34, bottom = 8, containLabel = true },
        ["xAxis"] = new Dictionary<string, object> { ["type"] = "value", ["axisLabel"] = new { formatter = "{value}%" } },
        ["yAxis"] = new Dictionary<string, object> { ["type"] = "category", ["inverse"] = true, ["data"] = alerts.Select(alert => Short(alert.Evaluation.Name)) },
        ["series"] = new object[]
        {
            new { name = "完成率", type = "bar", data = alerts.Select(alert => new { value = Percent(alert.Evaluation.Attainment), link = link(alert), itemStyle = new { color = Colour(alert.Now.Light) } }) },
            new { name = "序时", type = "bar", data = alerts.Select(alert => Percent(alert.Evaluation.Pace)), color = "#b9c4cd" },
        },
    });

    /// <summary>Months of one promise: this year's figures, last year's, and the target.</summary>
    public static string Months(IReadOnlyList<decimal?> before, IReadOnlyList<decimal?> now, decimal? target, int year, string unit) => ChartJson.Of(new Dictionary<string, object>
    {
        ["legend"] = new { top = 0, data = new[] { $"{year}年", $"{year - 1}年" } },
        ["grid"] = new { left = 8, right = 24, top = 44, bottom = 8, containLabel = true },
        ["xAxis"] = new { type = "category", data = Enumerable.Range(1, 12).Select(month => $"{month}月") },
        ["yAxis"] = new Dictionary<string, object> { ["type"] = "value", ["name"] = unit, ["scale"] = true },
        ["series"] = new object[]
        {
            new Dictionary<string, object?>
            {
                ["name"] = $"{year}年", ["type"] = "line", ["data"] = now, ["color"] = "#17456b",
                ["markLine"] = target is null ? null : new { symbol = "none", label = new { formatter = "目标" }, lineStyle = new { color = "#b3261e" }, data = new[] { new Dictionary<string, object> { ["yAxis"] = target } } },
            },
            new { name = $"{year - 1}年", type = "line", data = before, color = "#8795a1" },
        },
    });

    static decimal? Percent(decimal? fraction) => fraction is { } some ? Figures.Round(some * 100, 1) : null;

    static string Short(string name) => name.Length <= 14 ? name : $"{name[..13]}…";

    static string Colour(Reporting.Warehouse.Reference.LightColour light) => light switch
    {
        Reporting.Warehouse.Reference.LightColour.red => "#b3261e",
        Reporting.Warehouse.Reference.LightColour.orange => "#d97706",
        Reporting.Warehouse.Reference.LightColour.yellow => "#c9a400",
        Reporting.Warehouse.Reference.LightColour.green => "#1b6e3c",
        _ => "#8795a1",
    };
}

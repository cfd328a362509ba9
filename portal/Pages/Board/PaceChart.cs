using Reporting.Portal.Pages.Reading;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;

namespace Reporting.Portal.Pages;

/// <summary>Charts of lights as the page's script draws them; each stands beside a table with the same figures.</summary>
static class PaceChart
{
    const int Beside = 26;

    /// <summary>Attainment beside 序时 of each promise that has both, a bar each; a bar leads to its explanation. The lights are series of their own, so that the legend tells their colours.</summary>
    public static string Of(IReadOnlyList<Alert> alerts, Func<Alert, string> link) => ChartJson.Of(new Dictionary<string, object>
    {
        ["legend"] = new { top = 0 },
        ["grid"] = new { left = 8, right = 24, top = 34, bottom = 8, containLabel = true },
        ["xAxis"] = new Dictionary<string, object> { ["type"] = "value", ["axisLabel"] = new { formatter = "{value}%" } },
        ["yAxis"] = new Dictionary<string, object> { ["type"] = "category", ["inverse"] = true, ["data"] = alerts.Select(alert => Short(alert.Evaluation.Name)) },
        ["series"] = (object[])
        [
            .. alerts.Select(alert => alert.Now.Light).Distinct().OrderDescending().Select(light => new
            {
                name = $"完成率（{light.InWords()}灯）", type = "bar", stack = "attainment", color = Colour(light),
                data = alerts.Select(alert => alert.Now.Light == light ? new { value = Percent(alert.Evaluation.Attainment), link = link(alert) } : null),
            }),
            new { name = "序时", type = "bar", data = alerts.Select(alert => Percent(alert.Evaluation.Pace)), color = "#b9c4cd" },
        ],
    });

    /// <summary>What of a year's target is expected by the end of each month, a line for each unit, in per cent; an even course beside them.</summary>
    public static string Courses(IReadOnlyList<(string Name, IReadOnlyList<decimal> Shares)> courses) => ChartJson.Of(new Dictionary<string, object>
    {
        ["legend"] = new { type = "scroll", top = 0 },
        ["grid"] = new { left = 8, right = 24, top = 44, bottom = 8, containLabel = true },
        ["xAxis"] = new { type = "category", data = Enumerable.Range(1, 12).Select(month => $"{month}月") },
        ["yAxis"] = new Dictionary<string, object> { ["type"] = "value", ["max"] = 100, ["axisLabel"] = new { formatter = "{value}%" } },
        ["series"] = (object[])
        [
            .. courses.Select(course => new { name = course.Name, type = "line", data = course.Shares.Select(share => Percent(share)) }),
            new { name = "按月平均", type = "line", symbol = "none", color = "#8795a1", lineStyle = new { type = "dashed" }, data = Enumerable.Range(1, 12).Select(month => Percent(month / 12m)) },
        ],
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

    static string Short(string name) => name.Length <= Beside ? name : $"{name[..(Beside - 1)]}…";

    static string Colour(Reporting.Warehouse.Reference.LightColour light) => light switch
    {
        Reporting.Warehouse.Reference.LightColour.red => "#b3261e",
        Reporting.Warehouse.Reference.LightColour.orange => "#d97706",
        Reporting.Warehouse.Reference.LightColour.yellow => "#c9a400",
        Reporting.Warehouse.Reference.LightColour.green => "#1b6e3c",
        _ => "#8795a1",
    };
}

using System.Globalization;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;
using static Reporting.Portal.Commands.Digits;

namespace Reporting.Portal.Commands;

/// <summary>Lights for a terminal, as 督查 reads them: the count, what moved, each light with its reason and what is being done, then the units.</summary>
static class AlertText
{
    static readonly LightColour[] WorstFirst = [LightColour.red, LightColour.orange, LightColour.yellow];

    /// <param name="unit">Null: the district and a line for each unit.</param>
    public static string Of(AlertBoard board, OrgUnit? unit)
    {
        var shown = (unit is null ? board.Of(board.District.Code) : board.Of(unit)).ToList();
        return string.Join('\n',
        [
            $"{(unit?.Name.StartsWith(board.District.Name, StringComparison.Ordinal) == true ? "" : board.District.Name)}{unit?.Name}  {board.Input.Year} 年，截至 {board.Through}  {board.Input.Table!.Name}（{board.Input.Table.Document}）",
            Counted(board, unit, shown),
            .. Moved(shown),
            .. WorstFirst.SelectMany(light => Section(board, light, [.. shown.Where(alert => alert.Now.Light == light)])),
            .. Quiet(shown),
            .. unit is null ? AlertUnits.Of(board) : [],
        ]);
    }

    internal static string Counted(AlertBoard board, OrgUnit? unit, List<Alert> shown)
    {
        var open = board.Input.Cases.Where(one => !one.IsClosed && (unit is null || one.Order.OrgUnit == unit.Code)).ToList();
        var lights = shown.Count == 0 ? "没有下达目标的承诺，不亮灯"
            : $"{shown.Count} 项承诺：{string.Join("、", WorstFirst.Append(LightColour.green).Append(LightColour.grey).Select(light => $"{light.InWords()} {shown.Count(alert => alert.Now.Light == light)}"))}"
                + $"；比上月变化 {shown.Count(alert => alert.HasMoved)} 项";
        return $"{lights}；督办未办结 {open.Count} 件{(open.Count == 0 ? "" : $"，其中逾期 {open.Count(one => one.IsOverdue(board.Day))} 件")}。";
    }

    static IEnumerable<string> Moved(List<Alert> shown) => shown.Where(alert => alert.HasMoved).OrderByDescending(alert => alert.Now.Light).ToList() is not { Count: > 0 } moved ? []
        : ["", "比上月变化", .. moved.Select(alert => $"  {alert.Before!.Light.InWords()} → {alert.Now.Light.InWords()}  {Named(alert)}：{alert.Now.Reason}")];

    static IEnumerable<string> Section(AlertBoard board, LightColour light, List<Alert> alerts) => alerts.Count == 0 ? []
        : ["", $"{light.InWords()}灯 {alerts.Count} 项", .. alerts.SelectMany(alert => One(board, alert))];

    static IEnumerable<string> One(AlertBoard board, Alert alert) =>
    [
        $"  {Named(alert)}  {alert.Commitment.Id}{Figures(alert)}",
        $"    原因：{alert.Now.Reason}",
        .. alert.Evaluation.OrgUnit == board.District.Code && Duty(board, alert.Commitment) is { Length: > 0 } duty ? [$"    责任：{duty}"] : Array.Empty<string>(),
        $"    走势：{Course(alert.Months)}",
        .. board.LandedOf(alert) is { } landed ? LandingText.Short(landed).Select(line => $"    预计：{line}") : [],
        .. alert.Shortfall is { } shortfall ? ShortfallText.Of(shortfall, board.NameOf).Select(line => $"    差距：{line}") : [],
        $"    签收：{Acknowledged(alert)}",
        .. alert.Cases.Select(one => $"    督办：{SupervisionText.Line(one, board.NameOf, board.Day)}"),
    ];

    static IEnumerable<string> Quiet(List<Alert> shown)
    {
        var (green, grey) = (shown.Where(alert => alert.Now.Light == LightColour.green).ToList(), shown.Where(alert => alert.Now.Light == LightColour.grey).ToList());
        if (green.Count > 0) yield return $"\n绿灯 {green.Count} 项：{string.Join("、", green.Select(Named))}";
        if (grey.Count > 0) yield return $"\n灰灯 {grey.Count} 项（不能亮灯）";
        foreach (var reason in grey.GroupBy(alert => alert.Now.Reason)) yield return $"  {reason.Key}：{string.Join("、", reason.Select(Named))}";
    }

    internal static string Figures(Alert alert) => alert.Evaluation is not { Value: { } value, Target: { } target } one ? ""
        : $"  完成 {Number(value)} {one.Unit}，目标 {Number(target)} {one.Unit}{(one.Attainment is { } done ? $"，完成率 {Percent(done)}" : "")}{(one.Pace is { } pace ? $"，序时 {Percent(pace)}" : "")}";

    /// <summary>1—3 月绿，4 月黄</summary>
    internal static string Course(IReadOnlyList<MonthLight> months)
    {
        var spans = new List<(int From, int To, LightColour Light)>();
        foreach (var month in months)
            if (spans is [.., var last] && last.Light == month.Light) spans[^1] = last with { To = month.Month };
            else spans.Add((month.Month, month.Month, month.Light));
        return string.Join("，", spans.Select(span => $"{(span.From == span.To ? "" : $"{span.From}—")}{span.To} 月{span.Light.InWords()}"));
    }

    internal static string Duty(AlertBoard board, Commitment commitment) => string.Join("；", new[] { (Words: "牵头", Units: commitment.Departments), (Words: "配合", Units: commitment.Supporting ?? []) }
        .Where(role => role.Units.Count > 0).Select(role => $"{string.Join('、', role.Units.Select(board.NameOf))}{role.Words}"));

    internal static string Acknowledged(Alert alert) => alert.Acknowledged is not { } one ? "未签收"
        : $"{one.Owner}（{one.DecidedBy} {one.DecidedOn:yyyy-MM-dd} 登记，{one.Light.InWords()}灯）：{one.Reason}；{alert.AcknowledgementEnded ?? "有效，灯变坏即失效"}";

    internal static string Named(Alert alert) => alert.Evaluation.Version > 1 ? $"{alert.Evaluation.Name}（第 {alert.Evaluation.Version} 版）" : alert.Evaluation.Name;

    static string Percent(decimal fraction) => $"{Reporting.Warehouse.Figures.Round(fraction * 100, 1).ToString("0.#", CultureInfo.InvariantCulture)}%";
}

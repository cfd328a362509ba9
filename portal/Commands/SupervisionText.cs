using Reporting.Warehouse.Assessment.Supervision;

namespace Reporting.Portal.Commands;

/// <summary>督办 as people read them.</summary>
static class SupervisionText
{
    /// <summary>In one line: number, unit, deadline, where it stands.</summary>
    public static string Line(SupervisionCase one, Func<string, string> name, DateOnly day) =>
        $"{one.Order.Number} 号  {name(one.Order.OrgUnit)}  期限 {one.Order.Deadline:yyyy-MM-dd}  {Standing(one, day)}";

    /// <summary>With what was asked and all that was done.</summary>
    public static IEnumerable<string> Whole(SupervisionCase one, Func<string, string> name, Func<string, string> commitment, DateOnly day) =>
    [
        Line(one, name, day),
        $"    要求：{one.Order.Demand}{(one.Order.Commitment is { } about ? $"（{commitment(about)}{(one.Order.Light is { } light ? $"，开单时{light}灯" : "")}）" : "")}",
        $"    {one.Order.OpenedOn:yyyy-MM-dd} 开单（{one.Order.OpenedBy}）{(one.Order.Reason.Length > 0 ? $"：{one.Order.Reason}" : "")}",
        .. one.Steps.Select(step => $"    {step.OnDate:yyyy-MM-dd} {step.Act.InWords()}（{step.DecidedBy}）{(step.Words.Length > 0 ? $"：{step.Words}" : "")}{Evidence(step)}"),
    ];

    internal static string Standing(SupervisionCase one, DateOnly day) => one switch
    {
        { IsClosed: true } => $"{one.State.InWords()}（{one.Steps[^1].OnDate:yyyy-MM-dd}，{(one.WasLate ? "逾期办结" : "按期办结")}）",
        _ when one.DaysOverdue(day) is > 0 and var days => $"{one.State.InWords()}，逾期 {days} 天",
        { State: SupervisionState.answered } => one.State.InWords(),
        _ => $"{one.State.InWords()}，还有 {one.Order.Deadline.DayNumber - day.DayNumber} 天",
    };

    static string Evidence(SupervisionStep step) => step.EvidenceFile is { } file ? $"；附件 {file}（{step.EvidenceSha256![..12]}…）" : "";
}

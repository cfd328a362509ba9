namespace Reporting.Warehouse.Assessment.Supervision;

/// <summary>What is done to a 督办单 after it was opened.</summary>
public enum SupervisionAct { feedback, returned, closed }

/// <summary>Where a 督办单 stands: waiting for the unit, answered and waiting for the second person, sent back to the unit, or done with (销号).</summary>
public enum SupervisionState { open, answered, sent_back, closed }

/// <summary>督办单: what a unit is asked to put right, and by when.</summary>
/// <param name="Commitment">What it is about; null where it is about something else.</param>
/// <param name="Light">The light that it was opened under, in words; null where there was none.</param>
public sealed record SupervisionOrder(
    long Number, string District, string OrgUnit, string? Commitment, string Demand, DateOnly Deadline, DateOnly OpenedOn, string? Light, string OpenedBy, string Reason,
    long KnownFromLoad);

/// <param name="EvidenceSha256">Of the file in the archive; null where none was given.</param>
public sealed record SupervisionStep(
    long Number, SupervisionAct Act, DateOnly OnDate, string Words, string? EvidenceFile, string? EvidenceSha256, string DecidedBy, long KnownFromLoad);

/// <summary>Why something is not done, in both languages.</summary>
public sealed record Refusal(string Zh, string En);

/// <summary>A 督办单 with all that was done to it, in the order in which it was.</summary>
public sealed record SupervisionCase(SupervisionOrder Order, IReadOnlyList<SupervisionStep> Steps)
{
    public static IReadOnlyList<SupervisionCase> Of(IEnumerable<SupervisionOrder> orders, IEnumerable<SupervisionStep> steps)
    {
        var bySteps = steps.OrderBy(step => step.KnownFromLoad).ToLookup(step => step.Number);
        return [.. orders.OrderBy(order => order.Number).Select(order => new SupervisionCase(order, [.. bySteps[order.Number]]))];
    }

    public SupervisionState State => Steps is not [.., var last] ? SupervisionState.open : last.Act switch
    {
        SupervisionAct.feedback => SupervisionState.answered,
        SupervisionAct.returned => SupervisionState.sent_back,
        _ => SupervisionState.closed,
    };

    /// <summary>As it stood at the end of a day: what was done to it later is not there.</summary>
    public SupervisionCase AsOn(DateOnly day) => this with { Steps = [.. Steps.Where(step => step.OnDate <= day)] };

    public bool IsClosed => State == SupervisionState.closed;

    /// <summary>Days past the deadline as of a day; 0 before it. Who answered in time and waits for the second person is not late.</summary>
    public int DaysOverdue(DateOnly day)
    {
        if (IsClosed || State == SupervisionState.answered && Steps[^1].OnDate <= Order.Deadline) return 0;
        return Math.Max(0, day.DayNumber - Order.Deadline.DayNumber);
    }

    public bool IsOverdue(DateOnly day) => DaysOverdue(day) > 0;

    /// <summary>Closed, but the answer that closed it came after the deadline.</summary>
    public bool WasLate => IsClosed && Steps.Last(step => step.Act == SupervisionAct.feedback).OnDate > Order.Deadline;

    /// <summary>Why an act is not lawful now; null where it is.</summary>
    public Refusal? WhyNot(SupervisionAct act, string by) => (State, act) switch
    {
        (SupervisionState.closed, _) => new($"督办 {Order.Number} 号已于 {Steps[^1].OnDate:yyyy-MM-dd} 销号，不能再办；有新情况请另开一单。", $"Demand {Order.Number} was closed on {Steps[^1].OnDate:yyyy-MM-dd}; open another one."),
        (SupervisionState.answered, SupervisionAct.feedback) => new($"督办 {Order.Number} 号已有 {Steps[^1].OnDate:yyyy-MM-dd} 的反馈，等待审核；要补充请先由审核人退回。",
            $"Demand {Order.Number} has feedback of {Steps[^1].OnDate:yyyy-MM-dd} that waits for review; have it returned first."),
        (SupervisionState.open or SupervisionState.sent_back, SupervisionAct.returned or SupervisionAct.closed) => new($"督办 {Order.Number} 号还没有{(State == SupervisionState.open ? "" : "新的")}整改反馈，不能{act.InWords()}；先 supervise feedback。",
            $"Demand {Order.Number} has no {(State == SupervisionState.open ? "" : "new ")}feedback yet; give it first."),
        (SupervisionState.answered, _) when Login.AreSame(Steps[^1].DecidedBy, by) => new($"督办 {Order.Number} 号的反馈是 {by} 登记的，{act.InWords()}要换一个人。", $"The feedback of demand {Order.Number} was entered by {by}; another person has to decide on it."),
        _ => null,
    };
}

/// <summary>A unit's 督办 of one year, counted.</summary>
/// <param name="Unfinished">Not closed. <paramref name="Overdue"/> of them are past their deadline.</param>
public sealed record SupervisionCounts(string OrgUnit, int Opened, int Closed, int ClosedLate, int Unfinished, int Overdue)
{
    /// <summary>Of those opened in a span, as they stand on a day; by unit code.</summary>
    public static IReadOnlyList<SupervisionCounts> Of(IEnumerable<SupervisionCase> cases, DateOnly from, DateOnly to, DateOnly day) =>
    [
        .. cases.Where(one => from <= one.Order.OpenedOn && one.Order.OpenedOn <= to).GroupBy(one => one.Order.OrgUnit).OrderBy(unit => unit.Key, StringComparer.Ordinal)
            .Select(unit => new SupervisionCounts(unit.Key, unit.Count(), unit.Count(one => one.IsClosed), unit.Count(one => one.WasLate), unit.Count(one => !one.IsClosed), unit.Count(one => one.IsOverdue(day)))),
    ];

    /// <summary>How many of each unit were overdue on a day, as they stood on it; by unit code. When they were opened does not matter.</summary>
    public static IReadOnlyDictionary<string, int> OverdueOn(IEnumerable<SupervisionCase> cases, DateOnly day) =>
        cases.Where(one => one.Order.OpenedOn <= day && one.AsOn(day).IsOverdue(day)).GroupBy(one => one.Order.OrgUnit).ToDictionary(unit => unit.Key, unit => unit.Count());
}

public static class SupervisionWords
{
    public static string InWords(this SupervisionState state) => state switch
    {
        SupervisionState.open => "待反馈",
        SupervisionState.answered => "已反馈待销号",
        SupervisionState.sent_back => "已退回待重报",
        _ => "已销号",
    };

    public static string InWords(this SupervisionAct act) => act switch
    {
        SupervisionAct.feedback => "反馈",
        SupervisionAct.returned => "退回",
        _ => "销号",
    };
}

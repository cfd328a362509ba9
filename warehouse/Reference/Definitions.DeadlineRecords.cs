namespace Reporting.Warehouse.Reference;

/// <summary>What becomes of a sheet that comes after its period was locked.</summary>
public enum AfterLock
{
    /// <summary>It is a request, which the district grants or not.</summary>
    request,

    /// <summary>It is returned unread until the district opens the period again.</summary>
    refuse,

    /// <summary>The period is not locked by the calendar: sheets are taken whenever they come, marked 迟报.</summary>
    accept,
}

/// <summary>催报阶梯: when a unit is told of a sheet that has not come, and when the district's leader is.</summary>
/// <param name="WorkingDays">Working days after the due date, ascending, negative before it; none: nobody is reminded.</param>
/// <param name="Leader">The working day after the due date on which the leader is told; null: never.</param>
/// <param name="Until">The last working day after the due date on which anything is still said of it, as after an outage.</param>
public sealed record ReminderLadder(IReadOnlyList<int> WorkingDays, int? Leader, int Until)
{
    public static ReminderLadder None { get; } = new([], null, 0);

    /// <summary>The day of a rung. A due date put off to a day off is spoken of on the last working day by then.</summary>
    public static DateOnly DayOf(int rung, DateOnly due, WorkingDays days) => rung switch
    {
        > 0 => days.After(due, rung),
        < 0 => days.Before(due, -rung),
        _ => days.IsWorked(due) ? due : days.Before(due, 1),
    };
}

/// <param name="LockWorkingDays">The working day after the due date on which the period is locked; null: it is not.</param>
public sealed record LatePolicy(AfterLock After, int? LockWorkingDays);

/// <summary>报送期限办法 of the forms of one kind of period, where the form says nothing of its own.</summary>
/// <param name="Remind">Null: nobody is reminded.</param>
/// <param name="Late">Null: sheets are taken whenever they come, unless a person locks the period.</param>
public sealed record DeadlinePolicy(PeriodKind Period, ReminderLadder? Remind, LatePolicy? Late)
{
    public static ReminderLadder LadderOf(Catalog catalog, Form form) => form.Remind ?? Of(catalog, form.Period)?.Remind ?? ReminderLadder.None;

    public static LatePolicy LateOf(Catalog catalog, Form form) => form.Late ?? Of(catalog, form.Period)?.Late ?? new(AfterLock.request, null);

    static DeadlinePolicy? Of(Catalog catalog, PeriodKind period) => catalog.Deadlines.FirstOrDefault(policy => policy.Period == period);
}

/// <summary>延期: a form's period is due later, for one unit or (null) for all.</summary>
/// <param name="Until">The last day on time.</param>
public sealed record DueExtension(string District, string Form, DateOnly PeriodStart, string? OrgUnit, DateOnly Until);

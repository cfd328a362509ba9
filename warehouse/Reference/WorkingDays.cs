namespace Reporting.Warehouse.Reference;

/// <summary>
/// Which days are worked: the week, corrected by the State Council's yearly notices (holidays, 调休).
/// In a year without a published table days follow the week and every answer about it is provisional.
/// </summary>
public sealed class WorkingDays(IReadOnlyDictionary<DateOnly, bool> exceptions)
{
    readonly HashSet<int> publishedYears = [.. exceptions.Keys.Select(day => day.Year)];

    public static WorkingDays WeekOnly { get; } = new(new Dictionary<DateOnly, bool>());

    public bool IsWorked(DateOnly day) => exceptions.TryGetValue(day, out var worked)
        ? worked
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public bool IsProvisional(DateOnly day) => !publishedYears.Contains(day.Year);

    /// <summary>The <paramref name="number"/>-th working day after <paramref name="day"/> (1 is the first).</summary>
    public DateOnly After(DateOnly day, int number)
    {
        for (var left = number; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorked(day)) left--;
        }
        return day;
    }

    /// <summary>The <paramref name="number"/>-th working day before <paramref name="day"/> (1 is the nearest).</summary>
    public DateOnly Before(DateOnly day, int number)
    {
        for (var left = number; left > 0;)
        {
            day = day.AddDays(-1);
            if (IsWorked(day)) left--;
        }
        return day;
    }
}

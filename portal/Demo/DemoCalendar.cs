using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>When units do what they do: on working days of the catalog's calendar, in office hours.</summary>
sealed class DemoCalendar(WorkingDays days)
{
    // China has had one time and no summer time since 1991.
    static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);
    static readonly TimeSpan Opens = new(8, 45, 0);
    const int OfficeMinutes = 8 * 60 + 15, UsualWorkingDays = 5;

    /// <summary>One of the last working days before the form is due.</summary>
    public DateTime InTime(Period period, Obligation obligation, DemoRandom random)
    {
        var first = Math.Max(1, obligation.DueWorkingDay - UsualWorkingDays + 1);
        return OnDay(days.After(period.End, random.Between(first, Math.Max(first, obligation.DueWorkingDay))), random);
    }

    public DateTime Late(Period period, Obligation obligation, DemoRandom random) =>
        OnDay(days.After(period.End, obligation.DueWorkingDay + random.Between(1, 3)), random);

    public DateTime WorkingDaysLater(DateTime at, int least, int most, DemoRandom random) =>
        OnDay(days.After(Day(at), random.Between(least, most)), random);

    /// <summary>The day in Shanghai.</summary>
    public static DateOnly Day(DateTime at) => DateOnly.FromDateTime(at + Shanghai);

    static DateTime OnDay(DateOnly day, DemoRandom random) =>
        DateTime.SpecifyKind(day.ToDateTime(default) + Opens - Shanghai, DateTimeKind.Utc)
            .AddMinutes(random.Between(0, OfficeMinutes)).AddSeconds(random.Between(0, 59));
}

using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>When units do what they do: on working days of the catalog's calendar, in office hours.</summary>
sealed class DemoCalendar(WorkingDays days)
{
    // China has had one time and no summer time since 1991.
    static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);
    static readonly TimeSpan Opens = new(8, 45, 0);
    const int OfficeMinutes = 8 * 60 + 15;

    // Working days after the month on which people send: a handful, as people do, and each of them is a pull and a load.
    static readonly int[] SendingDays = [3, 5, 7, 9, 12];

    /// <summary>One of the last sending days before the form is due.</summary>
    public DateTime InTime(Period period, Obligation obligation, DemoRandom random)
    {
        var before = SendingDays.Where(day => day <= obligation.DueWorkingDay).DefaultIfEmpty(obligation.DueWorkingDay).TakeLast(2).ToArray();
        return OnDay(days.After(period.End, random.Pick(before)), random);
    }

    public DateTime Late(Period period, Obligation obligation, DemoRandom random) =>
        OnDay(days.After(period.End, SendingDays.First(day => day > obligation.DueWorkingDay || day == SendingDays[^1])), random);

    /// <summary>A sending day of the same month after one, or of the month after it where there is none left.</summary>
    public DateTime Later(DateTime at, int steps, DemoRandom random)
    {
        var (day, monthEnd) = (Day(at), Day(at).AddDays(-Day(at).Day));
        for (; steps > 0; steps--) day = SendingDaysFrom(monthEnd).First(next => next > day);
        return OnDay(day, random);
    }

    /// <summary>A sending day, by its place, of the month after <paramref name="monthEnd"/>.</summary>
    public DateTime InMonthAfter(DateOnly monthEnd, int place, DemoRandom random) => OnDay(days.After(monthEnd, SendingDays[place]), random);

    IEnumerable<DateOnly> SendingDaysFrom(DateOnly monthEnd)
    {
        for (var end = monthEnd; ; end = end.AddDays(1).AddMonths(1).AddDays(-1))
            foreach (var number in SendingDays) yield return days.After(end, number);
    }

    /// <summary>The day in Shanghai.</summary>
    public static DateOnly Day(DateTime at) => DateOnly.FromDateTime(at + Shanghai);

    static DateTime OnDay(DateOnly day, DemoRandom random) =>
        DateTime.SpecifyKind(day.ToDateTime(default) + Opens - Shanghai, DateTimeKind.Utc)
            .AddMinutes(random.Between(0, OfficeMinutes)).AddSeconds(random.Between(0, 59));
}

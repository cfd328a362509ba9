using System.Globalization;

namespace Reporting.Warehouse;

/// <summary>
/// A reporting period: both ends are dates that belong to it. Two periods are equal when kind and both ends are.
/// Written <c>2022</c>, <c>2022-H1</c>, <c>2022-Q1</c>, <c>2022-03</c>, <c>2022-03-05</c>, <c>2022-W09</c> (ISO week), <c>2021/2025</c>.
/// </summary>
public readonly record struct Period : IComparable<Period>
{
    Period(PeriodKind kind, DateOnly start, DateOnly end) => (Kind, Start, End) = (kind, start, end);

    public PeriodKind Kind { get; }
    public DateOnly Start { get; }
    public DateOnly End { get; }

    public static Period Year(int year) => new(PeriodKind.year, new(year, 1, 1), new(year, 12, 31));
    public static Period Half(int year, int half) => Months(PeriodKind.half, year, (half - 1) * 6 + 1, 6);
    public static Period Quarter(int year, int quarter) => Months(PeriodKind.quarter, year, (quarter - 1) * 3 + 1, 3);
    public static Period Month(int year, int month) => Months(PeriodKind.month, year, month, 1);
    public static Period Month(DateOnly day) => Month(day.Year, day.Month);
    public static Period Day(DateOnly day) => new(PeriodKind.day, day, day);
    public static Period Plan(int firstYear, int lastYear) => firstYear <= lastYear
        ? new(PeriodKind.plan, new(firstYear, 1, 1), new(lastYear, 12, 31))
        : throw new ArgumentOutOfRangeException(nameof(lastYear), $"a plan cannot end in {lastYear} before it starts in {firstYear}");

    /// <summary>The ISO week: Monday to Sunday, numbered by the year that holds its Thursday.</summary>
    public static Period Week(int isoYear, int week)
    {
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(isoYear, week, DayOfWeek.Monday));
        return new(PeriodKind.week, monday, monday.AddDays(6));
    }

    /// <summary>The period of a kind that starts on a day; a plan also needs its last year (<see cref="Plan"/>).</summary>
    public static Period Of(PeriodKind kind, DateOnly start) => kind switch
    {
        PeriodKind.day => Day(start),
        PeriodKind.week => new(kind, start, start.AddDays(6)),
        PeriodKind.month => Month(start),
        PeriodKind.quarter => Quarter(start.Year, (start.Month + 2) / 3),
        PeriodKind.half => Half(start.Year, start.Month <= 6 ? 1 : 2),
        PeriodKind.year => Year(start.Year),
        _ => throw new ArgumentException("a plan period is given by both its years", nameof(kind)),
    };

    /// <summary>The period of a kind between two days; the second is asked of a plan only.</summary>
    public static Period Of(PeriodKind kind, DateOnly start, DateOnly end) => kind == PeriodKind.plan ? Plan(start.Year, end.Year) : Of(kind, start);

    /// <summary>The period of the same kind that follows (<paramref name="steps"/> may be negative).</summary>
    public Period Next(int steps = 1) => Kind switch
    {
        PeriodKind.day => Day(Start.AddDays(steps)),
        PeriodKind.week => new(Kind, Start.AddDays(7 * steps), End.AddDays(7 * steps)),
        PeriodKind.plan => Plan(Start.Year + steps * YearSpan, End.Year + steps * YearSpan),
        _ => Of(Kind, Start.AddMonths(steps * MonthSpan)),
    };

    /// <summary>The same period, <paramref name="years"/> years earlier (上年同期).</summary>
    public Period YearsBack(int years) => Kind switch
    {
        PeriodKind.plan => Plan(Start.Year - years, End.Year - years),
        PeriodKind.week => Week(ISOWeek.GetYear(Start.ToDateTime(default)) - years, ISOWeek.GetWeekOfYear(Start.ToDateTime(default))),
        _ => Of(Kind, Start.AddYears(-years)),
    };

    public bool Contains(DateOnly day) => Start <= day && day <= End;

    public static Period Parse(string text) => TryParse(text, out var period)
        ? period
        : throw new FormatException($"'{text}' is not a period: write 2022, 2022-H1, 2022-Q1, 2022-03, 2022-W09, 2022-03-05 or 2021/2025");

    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length < 4 || !TryYear(text.AsSpan(0, 4), out var year)) return false;
        var rest = text.AsSpan(4);
        if (rest.IsEmpty) return Set(Year(year), out period);
        if (rest is ['/', ..] && TryYear(rest[1..], out var last) && last >= year) return Set(Plan(year, last), out period);
        if (rest is ['-', 'Q', >= '1' and <= '4']) return Set(Quarter(year, rest[2] - '0'), out period);
        if (rest is ['-', 'H', '1' or '2']) return Set(Half(year, rest[2] - '0'), out period);
        if (rest is ['-', 'W', _, _] && TwoDigits(rest[2..], out var week) && week >= 1 && week <= ISOWeek.GetWeeksInYear(year))
            return Set(Week(year, week), out period);
        if (rest is ['-', _, _] && TwoDigits(rest[1..], out var month) && month is >= 1 and <= 12) return Set(Month(year, month), out period);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Set(Day(day), out period);
    }

    public override string ToString() => Kind switch
    {
        PeriodKind.year => $"{Start.Year:0000}",
        PeriodKind.half => $"{Start.Year:0000}-H{(Start.Month + 5) / 6}",
        PeriodKind.quarter => $"{Start.Year:0000}-Q{(Start.Month + 2) / 3}",
        PeriodKind.month => $"{Start.Year:0000}-{Start.Month:00}",
        PeriodKind.week => $"{ISOWeek.GetYear(Start.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(Start.ToDateTime(default)):00}",
        PeriodKind.day => Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => $"{Start.Year:0000}/{End.Year:0000}",
    };

    /// <summary>The words a reader sees: 2022年3月, 2022年第一季度, 2021—2025年.</summary>
    public string InWords() => Kind switch
    {
        PeriodKind.year => $"{Start.Year}年",
        PeriodKind.half => $"{Start.Year}年{(Start.Month == 1 ? "上" : "下")}半年",
        PeriodKind.quarter => $"{Start.Year}年第{"一二三四"[(Start.Month - 1) / 3]}季度",
        PeriodKind.month => $"{Start.Year}年{Start.Month}月",
        PeriodKind.week => $"{ISOWeek.GetYear(Start.ToDateTime(default))}年第{ISOWeek.GetWeekOfYear(Start.ToDateTime(default))}周",
        PeriodKind.day => $"{Start.Year}年{Start.Month}月{Start.Day}日",
        _ => $"{Start.Year}—{End.Year}年",
    };

    public int CompareTo(Period other) => (Start, End).CompareTo((other.Start, other.End));
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    int YearSpan => End.Year - Start.Year + 1;
    int MonthSpan => Kind switch { PeriodKind.month => 1, PeriodKind.quarter => 3, PeriodKind.half => 6, _ => 12 };

    static Period Months(PeriodKind kind, int year, int month, int count)
    {
        var start = new DateOnly(year, month, 1);
        return new(kind, start, start.AddMonths(count).AddDays(-1));
    }

    static bool Set(Period value, out Period period) { period = value; return true; }

    static bool TryYear(ReadOnlySpan<char> text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && text.Length == 4 && year is >= 1900 and <= 2199;

    static bool TwoDigits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>Days since 1970-01-01; both ends of the range mean infinity.</summary>
[StructLayout(LayoutKind.Sequential)]
public record struct DuckDBDate
{
    public int Days { get; set; }

    public readonly bool IsPositiveInfinity => Days == int.MaxValue;

    public readonly bool IsNegativeInfinity => Days == -int.MaxValue;

    public readonly bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;
}

/// <summary>Microseconds since midnight.</summary>
[StructLayout(LayoutKind.Sequential)]
public record struct DuckDBTime
{
    public long Micros { get; set; }
}

/// <summary>A time and its zone offset packed in 64 bits; only the engine unpacks it.</summary>
[StructLayout(LayoutKind.Sequential)]
public record struct DuckDBTimeTzStruct
{
    public ulong Bits { get; set; }
}

/// <summary>Microseconds since 1970-01-01; both ends of the range mean infinity.</summary>
[StructLayout(LayoutKind.Sequential)]
public record struct DuckDBTimestampStruct
{
    public long Micros { get; set; }

    public readonly bool IsPositiveInfinity => Micros == long.MaxValue;

    public readonly bool IsNegativeInfinity => Micros == -long.MaxValue;

    public readonly bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;
}

/// <summary>A calendar date taken apart; wider than <see cref="DateOnly"/>, which starts in year 1 and ends in 9999.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBDateOnly
{
    // In the order of the C structure: the engine reads and writes this memory.
    readonly int year;
    readonly sbyte month;
    readonly sbyte day;

    public DuckDBDateOnly(int year, byte month, byte day)
    {
        this.year = year;
        this.month = (sbyte)month;
        this.day = (sbyte)day;
    }

    public int Year => year;

    public byte Month => (byte)month;

    public byte Day => (byte)day;

    public static DuckDBDateOnly FromDuckDBDate(DuckDBDate date) => NativeMethods.DateTimeHelpers.DuckDBFromDate(date);

    public DuckDBDate ToDuckDBDate() => NativeMethods.DateTimeHelpers.DuckDBToDate(this);

    public static implicit operator DuckDBDateOnly(DateOnly date) => new(date.Year, (byte)date.Month, (byte)date.Day);

    public static implicit operator DateOnly(DuckDBDateOnly date) => new(date.Year, date.Month, date.Day);

    public static explicit operator DuckDBDateOnly(DateTime date) => DateOnly.FromDateTime(date);

    public static explicit operator DateTime(DuckDBDateOnly date) => new(date.Year, date.Month, date.Day);
}

/// <summary>A time of day taken apart; the last part is microseconds within the second.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBTimeOnly(byte Hour, byte Min, byte Sec, int Microsecond = 0)
{
    public static implicit operator DuckDBTimeOnly(TimeOnly time) =>
        new((byte)time.Hour, (byte)time.Minute, (byte)time.Second, (time.Millisecond * 1000) + time.Microsecond);

    public static implicit operator TimeOnly(DuckDBTimeOnly time) =>
        new TimeOnly(time.Hour, time.Min, time.Sec).Add(TimeSpan.FromMicroseconds(time.Microsecond));
}

/// <summary>A time of day with its offset from UTC in seconds.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBTimeTz(DuckDBTimeOnly Time, int Offset);

/// <summary>A point in time taken apart.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBTimestamp(DuckDBDateOnly Date, DuckDBTimeOnly Time)
{
    public static DuckDBTimestamp FromDuckDBTimestampStruct(DuckDBTimestampStruct timestamp) =>
        NativeMethods.DateTimeHelpers.DuckDBFromTimestamp(timestamp);

    public DuckDBTimestampStruct ToDuckDBTimestampStruct() => NativeMethods.DateTimeHelpers.DuckDBToTimestamp(this);
}

/// <summary>A span in months, days and microseconds: the three do not convert into each other exactly.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBInterval(int Months, int Days, long Micros)
{
    // A month counts as 30 days, as the engine itself counts when it orders intervals.
    const int DaysInMonth = 30;

    public static implicit operator DuckDBInterval(TimeSpan span) =>
        new(0, span.Days, (span.Ticks - (span.Days * TimeSpan.TicksPerDay)) / TimeSpan.TicksPerMicrosecond);

    /// <exception cref="OverflowException">The interval is longer than a <see cref="TimeSpan"/> can be.</exception>
    public static explicit operator TimeSpan(DuckDBInterval interval) => new(checked(
        ((((long)interval.Months * DaysInMonth) + interval.Days) * TimeSpan.TicksPerDay)
        + (interval.Micros * TimeSpan.TicksPerMicrosecond)));
}

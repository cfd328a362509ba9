using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal;

/// <summary>
/// <c>working-day 8, 08:00</c>: the eighth working day of each month at eight; <c>working-day -1, 17:00</c> the last one. Working days are those
/// of the holiday calendar (放假 and 调休), the same by which sheets fall due.
/// </summary>
public sealed partial class WorkingDayRule : Timing
{
    /// <summary>Every month has at least as many, 春节 and 国庆 included.</summary>
    const int MostDays = 15;

    readonly int number;
    readonly TimeOnly time;
    readonly Func<WorkingDays> days;

    WorkingDayRule(int number, TimeOnly time, TimeZoneInfo zone, Func<WorkingDays> days)
        : base(string.Create(CultureInfo.InvariantCulture, $"working-day {number}, {time:HH\\:mm}"), zone)
    {
        (this.number, this.time, this.days) = (number, time, days);
        Looks = Cron.Parse(string.Create(CultureInfo.InvariantCulture, $"{time.Minute} {time.Hour} * * *"), zone, out _)!;
    }

    public override Cron Looks { get; }

    /// <summary>The rule, or what is wrong with it in both languages.</summary>
    /// <param name="days">Asked at each question, since a new year's holidays become known while the program serves.</param>
    public static WorkingDayRule? Parse(string text, TimeZoneInfo zone, Func<WorkingDays> days, out (string Zh, string En) error)
    {
        error = ("写成 working-day 8, 08:00（每月第 8 个工作日）或 working-day -1, 17:00（最后一个）",
            "write working-day 8, 08:00 (the eighth of each month) or working-day -1, 17:00 (the last)");
        if (Rule().Match(text) is not { Success: true } match) return null;
        error = ($"工作日要是 1 到 {MostDays}，或 -1 到 -{MostDays}", $"the working day should be from 1 to {MostDays}, or from -1 to -{MostDays}");
        if (!int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var number) || number == 0 || Math.Abs(number) > MostDays) return null;
        error = ($"“{match.Groups[2].Value}”不是时刻（00:00–23:59）", $"'{match.Groups[2].Value}' is no time of day (00:00-23:59)");
        return TimeOnly.TryParseExact(match.Groups[2].Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? new(number, time, zone, days) : null;
    }

    protected override DateTimeOffset? FirstAfter(DateTimeOffset moment)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);
        var (first, known) = (new DateOnly(today.Year, today.Month, 1), days());
        for (var ahead = 0; ahead < 3; ahead++)
        {
            var next = Instant(DayOf(first.AddMonths(ahead), known).ToDateTime(time));
            if (next > moment) return next;
        }
        return null;
    }

    public override bool IsProvisional(DateTimeOffset firing) => days().IsProvisional(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(firing, Zone).DateTime));

    DateOnly DayOf(DateOnly first, WorkingDays known) => number > 0 ? known.After(first.AddDays(-1), number) : known.Before(first.AddMonths(1), -number);

    [GeneratedRegex(@"^\s*working-day\s+(-?\d{1,3})\s*,\s*(\d{1,2}:\d{2})\s*$")]
    private static partial Regex Rule();
}

using System.Globalization;

namespace Reporting.Portal;

/// <summary>
/// A five-field cron in a time zone: minute, hour, day of month, month, day of week (0 and 7 are Sunday), each <c>*</c>, numbers, ranges,
/// steps and lists.
/// </summary>
public sealed class Cron : Timing
{
    static readonly (string Zh, string En, int Low, int High)[] Fields =
        [("分", "minute", 0, 59), ("时", "hour", 0, 23), ("日", "day of month", 1, 31), ("月", "month", 1, 12), ("星期", "day of week", 0, 7)];
    // Day 29 of February recurs after eight years at most (1896 → 1904).
    const int DaysAhead = 8 * 366 + 1;

    readonly bool[][] allowed;

    Cron(string text, TimeZoneInfo zone, bool[][] allowed) : base(text, zone) => this.allowed = allowed;

    public override Cron Looks => this;

    /// <summary>The cron, or what is wrong with it in both languages.</summary>
    public static Cron? Parse(string text, TimeZoneInfo zone, out (string Zh, string En) error)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        error = ($"cron 要五个字段（分 时 日 月 星期），这里有 {parts.Length} 个", $"a cron has five fields (minute hour day month weekday), here are {parts.Length}");
        if (parts.Length != Fields.Length) return null;
        error = ("日和星期不能同时限定，其中一个要写 *", "day of month and day of week cannot both be restricted; one must be *");
        if (parts[2] != "*" && parts[4] != "*") return null;
        var allowed = new bool[Fields.Length][];
        for (var i = 0; i < Fields.Length; i++)
        {
            var (zh, en, low, high) = Fields[i];
            error = ($"“{parts[i]}”不是{zh}（{low}–{high}）", $"'{parts[i]}' is no {en} ({low}-{high})");
            if (Numbers(parts[i], low, high) is not { } numbers) return null;
            allowed[i] = numbers;
        }
        allowed[4][0] |= allowed[4][7];
        var cron = new Cron(string.Join(' ', parts), zone, allowed);
        error = ("这个 cron 永远不会到点", "this cron never fires");
        return cron.Next(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)) is null ? null : cron;
    }

    protected override DateTimeOffset? FirstAfter(DateTimeOffset moment)
    {
        // A repeated hour can map a later wall-clock time to an instant already passed; start a little before and compare instants.
        var passed = TimeZoneInfo.ConvertTime(moment, Zone).DateTime.AddHours(-3);
        var day = passed.Date;
        for (var last = day.AddDays(DaysAhead); day <= last; day = day.AddDays(1))
        {
            if (!allowed[3][day.Month] || !allowed[2][day.Day] || !allowed[4][(int)day.DayOfWeek]) continue;
            // No clock is set back by more than three hours, so what the wall shows earlier than that has passed: most of a day need not be placed.
            var next = Times(day).Where(local => local > passed).Select(Instant).Where(time => time > moment).Select(time => (DateTimeOffset?)time).Min();
            if (next is not null) return next;
        }
        return null;
    }

    IEnumerable<DateTime> Times(DateTime day) =>
        from hour in Enumerable.Range(0, 24) where allowed[1][hour]
        from minute in Enumerable.Range(0, 60) where allowed[0][minute]
        select day.AddHours(hour).AddMinutes(minute);

    static bool[]? Numbers(string field, int low, int high)
    {
        var numbers = new bool[high + 1];
        foreach (var part in field.Split(','))
        {
            if (part.Split('/') is not [var span, .. { Length: <= 1 } steps]) return null;
            var step = 1;
            // No engine takes a step that is wider than its field: it would only ever mean the first number.
            if (steps is [var text] && (!Number(text, out step) || step == 0 || step > high - low)) return null;
            var (first, last) = (low, high);
            if (span != "*")
            {
                if (span.Split('-') is not [var from, .. { Length: <= 1 } to] || !Number(from, out first)) return null;
                last = to.Length == 0 && steps.Length == 0 ? first : high;
                if (to is [var end] && !Number(end, out last)) return null;
            }
            if (first < low || last > high || first > last) return null;
            for (var n = first; n <= last; n += step) numbers[n] = true;
        }
        return numbers;
    }

    static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Reporting.Portal.Commands;

/// <summary>The usual timings of jobs.json in words; what is written in other ways stands as it is written.</summary>
static partial class TimingWords
{
    const string Weekdays = "日一二三四五六日";

    /// <returns>Null where it is none of the usual ones.</returns>
    public static string? Of(string timing)
    {
        var words = timing.Trim();
        if (words == "* * * * *") return "每分钟";
        if (EachMinutes().Match(words) is { Success: true } each) return $"每 {each.Groups[1].Value} 分钟";
        if (WorkingDay().Match(words) is { Success: true } working) return $"每月第 {working.Groups[1].Value} 个工作日 {working.Groups[2].Value}";
        if (Daily().Match(words) is not { Success: true } at) return null;
        var clock = $"{int.Parse(at.Groups[2].Value, CultureInfo.InvariantCulture):00}:{int.Parse(at.Groups[1].Value, CultureInfo.InvariantCulture):00}";
        return (at.Groups[3].Value, at.Groups[4].Value) switch
        {
            ("*", "*") => $"每天 {clock}",
            (var day, "*") => $"每月 {day} 日 {clock}",
            ("*", var weekday) => $"每周{Weekdays[weekday[0] - '0']} {clock}",
            _ => null,
        };
    }

    [GeneratedRegex(@"^\*/(\d+) \* \* \* \*$")]
    private static partial Regex EachMinutes();

    [GeneratedRegex(@"^working-day (\d+), (\d\d:\d\d)$")]
    private static partial Regex WorkingDay();

    [GeneratedRegex(@"^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|[0-7])$")]
    private static partial Regex Daily();
}

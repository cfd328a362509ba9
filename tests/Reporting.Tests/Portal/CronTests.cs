using System.Globalization;
using Reporting.Portal;
using Reporting.Portal.Engine;

namespace Reporting.Tests.Portal;

public class CronTests
{
    [Theory]
    [InlineData("* * * * *", "每分钟"), InlineData("*/5 * * * *", "每 5 分钟"), InlineData("30 8 * * *", "每天 08:30"), InlineData("0 5 1 * *", "每月 1 日 05:00"), InlineData("0 3 * * 6", "每周六 03:00")]
    [InlineData("0 3 * * 7", "每周日 03:00"), InlineData("working-day 1, 08:15", "每月第 1 个工作日 08:15"), InlineData("0 8 1 * 1", null), InlineData("0 8-17 * * *", null), InlineData("0 8 1 6 *", null)]
    public void The_usual_timings_are_said_in_words(string timing, string? words) => Assert.Equal(words, Reporting.Portal.Commands.TimingWords.Of(timing));

    static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>cron; moment; next firing, both as Shanghai reads them.</summary>
    public static TheoryData<string, string, string> Firings => new()
    {
        { "0 8 * * *", "2022-03-01 07:59", "2022-03-01 08:00" },
        { "0 8 * * *", "2022-03-01 08:00", "2022-03-02 08:00" },
        { "*/15 * * * *", "2022-03-01 08:46", "2022-03-01 09:00" },
        { "30 2 31 * *", "2022-01-31 02:30", "2022-03-31 02:30" }, // February and April have no 31st
        { "0 0 29 2 *", "2022-01-01 00:00", "2024-02-29 00:00" },
        { "0 0 29 2 *", "2096-03-01 00:00", "2104-02-29 00:00" }, // 2100 is no leap year
        { "0 9 * * 1-5", "2022-03-04 09:00", "2022-03-07 09:00" },
        { "0 9 * * 7", "2022-03-04 09:00", "2022-03-06 09:00" },
        { "0 9 * * 0", "2022-03-04 09:00", "2022-03-06 09:00" },
        { "5,35 8-10/2 1 */3 *", "2022-01-01 10:06", "2022-01-01 10:35" },
        { "5,35 8-10/2 1 */3 *", "2022-01-01 10:36", "2022-04-01 08:05" },
        { "59 23 31 12 *", "2022-12-31 23:58", "2022-12-31 23:59" },
        { "*/59 */23 * * *", "2022-03-01 00:59", "2022-03-01 23:00" },
        { "5 6 */30 * *", "2022-03-02 00:00", "2022-03-31 06:05" },
        { "0 9 * */11 *", "2022-02-01 00:00", "2022-12-01 09:00" },
        { "0 9 * * */2", "2022-03-04 09:00", "2022-03-05 09:00" },
        { "0 9 * * 5-7", "2022-03-05 09:00", "2022-03-06 09:00" },
        { "0 9 * * 0-7", "2022-03-05 09:00", "2022-03-06 09:00" },
    };

    [Theory]
    [MemberData(nameof(Firings))]
    public void Fires_next(string text, string moment, string expected) =>
        Assert.Equal(At(expected), Parsed(text).Next(At(moment)));

    /// <summary>Our own reading decides what was missed; the engine's decides when to call. They must be one.</summary>
    [Theory]
    [MemberData(nameof(Firings))]
    public async Task The_engine_reads_a_cron_as_we_do(string text, string moment, string expected)
    {
        _ = (moment, expected);
        var engine = Engines.Compiled();
        await engine.Start(new((_, _) => Task.CompletedTask, (_, _) => Task.CompletedTask));
        var cron = Parsed(text);
        var before = cron.Next(DateTimeOffset.UtcNow);
        await engine.Schedule("job", cron);
        var next = await engine.NextFireTime("job");
        Assert.Contains(next, new[] { before, cron.Next(DateTimeOffset.UtcNow) }); // a firing may pass between the two looks
        await engine.Remove("job");
        Assert.Null(await engine.NextFireTime("job"));
        await engine.ShutDown();
    }

    [Theory]
    [InlineData("2022-03-27 00:59", "2022-03-27 03:00")] // 02:30 is skipped: right after the gap
    [InlineData("2022-10-29 12:00", "2022-10-30 02:30")] // 02:30 comes twice: the first time
    public void A_clock_change_neither_loses_nor_doubles_a_firing(string moment, string expected)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var cron = Cron.Parse("30 2 * * *", berlin, out _)!;
        var next = cron.Next(new DateTimeOffset(Time(moment), berlin.GetUtcOffset(Time(moment))))!.Value;
        Assert.Equal(Time(expected), TimeZoneInfo.ConvertTime(next, berlin).DateTime);
        Assert.True(cron.Next(next) - next > TimeSpan.FromHours(22));
    }

    [Theory]
    [InlineData("0 8 * *", "五个字段")]
    [InlineData("0 0 8 * * *", "五个字段")]
    [InlineData("0 8 1 * 1", "日和星期")]
    [InlineData("60 8 * * *", "60")]
    [InlineData("0 8 0 * *", "“0”")]
    [InlineData("0 8 * * MON", "MON")]
    [InlineData("0 8-6 * * *", "8-6")]
    [InlineData("*/0 8 * * *", "*/0")]
    [InlineData("*/90 * * * *", "*/90")] // engines refuse it
    [InlineData("0 */24 * * *", "*/24")]
    [InlineData("0 8 30 2 *", "永远")]
    [InlineData("0 8, * * *", "8,")]
    public void What_is_no_cron_is_refused(string text, string says)
    {
        Assert.Null(Cron.Parse(text, Shanghai, out var error));
        Assert.Contains(says, error.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("* * * * *", "2021-01-01 00:00", "2022-03-01 08:46", "2022-03-01 08:46")]
    [InlineData("0 8 * * *", "2022-02-20 08:00", "2022-03-01 07:59", "2022-02-28 08:00")]
    [InlineData("0 8 1 * *", "2021-02-01 08:00", "2022-03-01 07:59", "2022-02-01 08:00")]
    [InlineData("0 8 * * *", "2022-03-01 08:00", "2022-03-02 07:59", null)]
    public void The_latest_firing_of_a_span(string text, string after, string until, string? expected) =>
        Assert.Equal(expected is null ? null : At(expected), Parsed(text).Latest(At(after), At(until)));

    static Cron Parsed(string text) => Cron.Parse(text, Shanghai, out var error) ?? throw new InvalidOperationException(error.En);

    static DateTimeOffset At(string text) => new(Time(text), TimeSpan.FromHours(8));

    static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Reporting.Portal;
using Reporting.Tests.Corpus;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Jobs;

/// <summary>Working days of a month by the holidays as the State Council published them.</summary>
public class WorkingDayRuleTests
{
    static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>rule; moment; next firing, both as Shanghai reads them.</summary>
    [Theory]
    [InlineData("working-day 8, 08:00", "2022-03-01 00:00", "2022-03-10 08:00")]
    [InlineData("working-day 8, 08:00", "2022-03-10 08:00", "2022-04-13 08:00")] // 清明 3–5, Saturday the 2nd is worked
    [InlineData("working-day 1, 09:00", "2022-09-02 00:00", "2022-10-08 09:00")] // 国庆 1–7, the Saturday and Sunday after it are worked
    [InlineData("working-day 2, 09:00", "2022-10-01 00:00", "2022-10-09 09:00")]
    [InlineData("working-day 8, 08:00", "2022-10-01 00:00", "2022-10-17 08:00")]
    [InlineData("working-day 1, 08:00", "2022-01-29 00:00", "2022-02-07 08:00")] // 春节 31 January – 6 February
    [InlineData("working-day -1, 17:00", "2022-01-05 00:00", "2022-01-30 17:00")] // a Sunday that is worked for it
    [InlineData("working-day -1, 17:00", "2022-01-30 17:00", "2022-02-28 17:00")]
    [InlineData("working-day -2, 17:00", "2024-09-29 17:00", "2024-10-30 17:00")]
    [InlineData("working-day -1, 17:00", "2024-02-20 00:00", "2024-02-29 17:00")]
    [InlineData("working-day 8, 08:00", "2024-02-01 00:00", "2024-02-09 08:00")] // Sunday the 4th is worked, the eve is no holiday
    [InlineData("working-day 15, 00:00", "2024-02-09 08:00", "2024-02-26 00:00")]
    [InlineData("working-day 1, 00:05", "2022-12-31 23:59", "2023-01-03 00:05")] // 元旦 and the Monday after it
    public void Fires_next(string text, string moment, string expected) => Assert.Equal(At(expected), Parsed(text).Next(At(moment)));

    [Fact]
    public void Every_month_of_the_published_years_has_fifteen_from_either_end()
    {
        var (rules, moment) = ((string[])["working-day 15, 08:00", "working-day -15, 08:00"], At("2016-01-01 00:00"));
        foreach (var rule in rules.Select(Parsed))
        {
            var firings = new List<DateTimeOffset>();
            for (var next = rule.Next(moment); next < At("2027-01-01 00:00"); next = rule.Next(next.Value)) firings.Add(next.Value);
            Assert.Equal(11 * 12, firings.Select(firing => firing.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM", CultureInfo.InvariantCulture)).Distinct().Count());
            Assert.Equal(11 * 12, firings.Count);
        }
    }

    [Fact]
    public void A_year_whose_holidays_are_not_published_is_provisional()
    {
        var rule = Parsed("working-day 1, 08:00");
        Assert.False(rule.IsProvisional(At("2026-01-05 08:00")));
        Assert.True(rule.IsProvisional(At("2027-01-01 08:00")));
    }

    /// <summary>A table of a new year is known from the day on which it is entered.</summary>
    [Fact]
    public void Working_days_are_asked_for_at_each_question()
    {
        var known = WorkingDays.WeekOnly;
        var rule = WorkingDayRule.Parse("working-day 1, 08:00", Shanghai, () => known, out _)!;
        Assert.Equal(At("2027-01-01 08:00"), rule.Next(At("2026-12-31 00:00")));
        known = new(new Dictionary<DateOnly, bool> { [new(2027, 1, 1)] = false });
        Assert.Equal(At("2027-01-04 08:00"), rule.Next(At("2026-12-31 00:00")));
    }

    [Theory]
    [InlineData("working-day 0, 08:00", "1 到 15")]
    [InlineData("working-day 16, 08:00", "1 到 15")]
    [InlineData("working-day -16, 08:00", "1 到 15")]
    [InlineData("working-day 8, 24:00", "24:00")]
    [InlineData("working-day 8, 8:00", "8:00")]
    [InlineData("working-day 8", "working-day 8, 08:00")]
    [InlineData("workday 8, 08:00", "working-day 8, 08:00")]
    [InlineData("working-day 8, 08:00 daily", "working-day 8, 08:00")]
    public void What_is_no_rule_is_refused(string text, string says)
    {
        Assert.Null(WorkingDayRule.Parse(text, Shanghai, () => WorkingDays.WeekOnly, out var error));
        Assert.Contains(says, error.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void An_engine_looks_every_day_at_the_hour()
    {
        var rule = Parsed(" working-day  8 , 08:05 ");
        Assert.Equal(("working-day 8, 08:05", "5 8 * * *"), (rule.Text, rule.Looks.Text));
    }

    static WorkingDayRule Parsed(string text) =>
        WorkingDayRule.Parse(text, Shanghai, () => ShippedCatalog.Catalog.WorkingDays, out var error) ?? throw new InvalidOperationException(error.En);

    static DateTimeOffset At(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}

using Reporting.Warehouse;

namespace Reporting.Tests;

public class PeriodTests
{
    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31", "2022年")]
    [InlineData("2022-H2", "2022-07-01", "2022-12-31", "2022年下半年")]
    [InlineData("2022-Q3", "2022-07-01", "2022-09-30", "2022年第三季度")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "2024年2月")]
    [InlineData("2022-W52", "2022-12-26", "2023-01-01", "2022年第52周")]
    [InlineData("2022-03-05", "2022-03-05", "2022-03-05", "2022年3月5日")]
    [InlineData("2021/2025", "2021-01-01", "2025-12-31", "2021—2025年")]
    public void A_period_is_read_and_written_back(string text, string start, string end, string words)
    {
        var period = Period.Parse(text);
        Assert.Equal((start, end, words, text),
            ($"{period.Start:yyyy-MM-dd}", $"{period.End:yyyy-MM-dd}", period.InWords(), period.ToString()));
    }

    [Theory]
    [InlineData("2022-13"), InlineData("2022-Q5"), InlineData("22-03"), InlineData("2022-3"), InlineData("2025/2021"), InlineData("2021-W53"), InlineData("")]
    public void What_is_no_period_is_refused(string text) => Assert.False(Period.TryParse(text, out _));

    [Theory]
    [InlineData("2022-12", 1, "2023-01"), InlineData("2022-Q1", -1, "2021-Q4"), InlineData("2022-H2", 1, "2023-H1"), InlineData("2021/2025", 1, "2026/2030"), InlineData("2022-W52", 1, "2023-W01")]
    public void Periods_follow_one_another(string text, int steps, string expected) =>
        Assert.Equal(expected, Period.Parse(text).Next(steps).ToString());
}

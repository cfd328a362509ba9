using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Tests.Rules;

/// <summary>The jump rule against made-up series: seldom wrong over season, growth and bursts, always right about a 万.</summary>
public class JumpTests
{
    // Shares of a year by month: graduates leave in summer, little is held around the Spring Festival.
    static readonly double[] Season = [0.5, 0.35, 1.1, 1.0, 1.1, 1.6, 2.1, 1.3, 1.0, 0.9, 0.8, 0.6];

    [Fact]
    public void Seasonal_series_are_seldom_asked_about()
    {
        var random = new Random(20221231);
        var (cells, alarms) = (0, 0);
        for (var series = 0; series < 3000; series++)
        {
            var months = Series(random, level: Math.Exp(random.NextDouble() * 7), burst: series % 4 == 0);
            for (var month = 3; month < months.Count; month++, cells++)
                if (JumpRules.OutOfLine(months[month], History(months, month), Default) is not null) alarms++;
        }
        Assert.True(alarms < cells * 0.005, $"{alarms} alarms in {cells} cells");
    }

    [Fact]
    public void A_figure_written_in_the_wrong_unit_is_always_asked_about()
    {
        var random = new Random(20221230);
        for (var series = 0; series < 500; series++)
        {
            var months = Series(random, level: Math.Exp(3 + random.NextDouble() * 5), burst: false);
            var (value, history) = (months[^1] + 1, History(months, months.Count - 1));
            Assert.NotNull(JumpRules.OutOfLine(value * 10_000, history, Default));
            if (history.Min() >= 1000) Assert.NotNull(JumpRules.OutOfLine(value / 10_000, history, Default));
        }
    }

    [Fact]
    public void A_stock_that_has_lost_a_digit_is_asked_about_and_a_quiet_month_of_a_flow_is_not()
    {
        List<decimal> registered = [262, 270, 266], paidSinceJanuary = [270, 500, 900, 1_300, 1_700, 2_000, 2_200, 2_400, 2_550, 2_650, 2_720, 2_771], few = [12, 14, 11];
        Assert.Equal("> 52", JumpRules.OutOfLine(30, registered, Default, 0, isStock: true));
        Assert.Null(JumpRules.OutOfLine(60, registered, Default, 0, isStock: true));
        Assert.Null(JumpRules.OutOfLine(30, registered, Default, 0));
        Assert.Null(JumpRules.OutOfLine(276, paidSinceJanuary, Default, 0, isStock: true)); // the next year begins
        Assert.Null(JumpRules.OutOfLine(1, few, Default, 0, isStock: true));
    }

    [Fact]
    public void The_season_of_earlier_years_is_seldom_asked_about_either()
    {
        var random = new Random(20231231);
        var (cells, alarms) = (0, 0);
        for (var series = 0; series < 3000; series++)
        {
            var level = Math.Exp(random.NextDouble() * 7);
            var months = Series(random, level, burst: series % 4 == 0).Concat(Series(random, level * (1 + random.NextDouble()), burst: series % 4 == 0)).ToList();
            for (var month = 24; month < months.Count; month++, cells++)
                if (SeasonOf(months, month, random.Next(1, 3)).OutOfIt(months[month], Latest(months, month), OfYear) is not null) alarms++;
        }
        Assert.True(alarms < cells * 0.002, $"{alarms} alarms in {cells} cells");
    }

    [Fact]
    public void A_quiet_month_with_the_figure_of_a_busy_one_is_asked_about()
    {
        List<decimal> quiet = [20, 25, 22], year = [24, 200, 210, 190, 220, 200, 210, 190, 220, 200, 210, 190];
        Assert.Null(JumpRules.OutOfLine(210, year, Default));
        Assert.Equal("≤ 125", new Season(Period.Month(2022, 2), [2021], quiet).OutOfIt(210, year, OfYear));
        Assert.Null(new Season(Period.Month(2022, 2), [2021], quiet).OutOfIt(60, year, OfYear));
    }

    static Season SeasonOf(List<decimal> months, int month, int years) => new(Period.Month(2022, 1), [.. Enumerable.Range(1, years)],
        [.. Enumerable.Range(1, years).SelectMany(back => new[] { 0, -1, 1 }.Select(step => month - 12 * back + step)).Where(index => index >= 0).Select(index => months[index])]);

    static List<decimal> Latest(List<decimal> months, int before) => [.. History(months, before).AsEnumerable().Reverse()];

    static decimal OfYear(string name) => RuleTexts.YearJump.Parameters.Single(parameter => parameter.Name == name).Default;

    static decimal Default(string name) => RuleTexts.MonthJump.Parameters.Single(parameter => parameter.Name == name).Default;

    static List<decimal> History(List<decimal> months, int before) => months[Math.Max(0, before - 12)..before];

    /// <summary>Two years: season, noise that small figures have more of, now and then an event; bursts stand between zeros.</summary>
    static List<decimal> Series(Random random, double level, bool burst) =>
    [
        .. Enumerable.Range(0, 24).Select(month =>
        {
            var mean = level * Season[month % 12] * (month < 12 ? 1 : 1.1) * (random.Next(40) == 0 ? 2 : 1);
            if (burst) mean = random.Next(3) == 0 ? mean * 3 : 0;
            var noise = Math.Sqrt(mean) + mean * 0.2;
            return (decimal)Math.Max(0, Math.Round(mean + noise * Normal(random)));
        }),
    ];

    static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

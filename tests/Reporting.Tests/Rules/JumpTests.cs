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

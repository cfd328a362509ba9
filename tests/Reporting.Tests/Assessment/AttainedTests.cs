using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Targets;

namespace Reporting.Tests.Assessment;

/// <summary>How much of a number is reached, by whether more or less is better; and the pace to the last figure.</summary>
public class AttainedTests
{
    [Theory]
    // More is better; half is half, and beyond the number is more than all.
    [InlineData(">=", 50, 100, "0.5"), InlineData(">=", 150, 100, "1.5"), InlineData(">", 100, 100, "1"), InlineData(">=", -10, 100, "-0.1")]
    // Less is better: within it all, twice as much half, and being far below earns nothing.
    [InlineData("<=", 2, 5, "1"), InlineData("<=", 5, 5, "1"), InlineData("<=", 10, 5, "0.5"), InlineData("<", 10, 5, "0.5"), InlineData("<=", 0, 0, "1"), InlineData("<=", 3, 0, "0"), InlineData("<=", -3, -5, "0"), InlineData("<=", -6, -5, "1")]
    // There is no part of nothing, nor of less than nothing.
    [InlineData(">=", 5, 0, null), InlineData(">=", -2, -5, null)]
    public void Attainment_goes_by_the_direction(string comparator, int value, int target, string? attained) =>
        Assert.Equal(attained is null ? null : decimal.Parse(attained, System.Globalization.CultureInfo.InvariantCulture), Attained.Of(comparator, value, target));

    /// <summary>One number, "at most 5 %" or "at most 100", under each kind that can say so: a little above it is missed and below one, below it is met and one.</summary>
    [Theory]
    [InlineData("ratio"), InlineData("benchmark"), InlineData("kept_level"), InlineData("annual_total"), InlineData("level_by_end"), InlineData("growth_on_base"), InlineData("ceiling")]
    public void What_should_be_little_is_reached_when_it_is_little(string kind)
    {
        Evaluation Of(decimal value)
        {
            var given = new Given(kind, "<=", kind == "benchmark" ? null : 100, kind is "level_by_end" or "growth_on_base" ? "by_end" : "each_year", kind == "ratio" ? "%" : "人")
                .With(c => c with { Benchmark = kind == "benchmark" ? "city" : null, BaseYear = kind == "growth_on_base" ? 2020 : null, CheckPoints = kind == "kept_level" ? "year" : null });
            if (kind == "benchmark") given.Year(2025, 100, indicator: "city");
            if (kind == "growth_on_base") given.Year(2020, 100);
            return given.Year(2025, kind == "growth_on_base" ? 100 + value : value, denominator: kind == "ratio" ? 100 : null).One(2025);
        }
        Assert.Equal((AssessmentState.missed, 0.8m), (Of(125).State, Of(125).Attainment));
        Assert.Equal((AssessmentState.met, 1m), (Of(100).State, Of(100).Attainment));
        Assert.Equal((AssessmentState.met, 1m), (Of(40).State, Of(40).Attainment));
    }

    /// <summary>Each year at most 5 %: of several years over it the one shown is the one furthest over.</summary>
    [Fact]
    public void The_worst_year_of_what_should_be_little_is_the_highest()
    {
        var given = new Given("ratio", "<=", 5, unit: "%");
        foreach (var (year, value) in new[] { (2021, 6), (2022, 9), (2023, 4), (2024, 4), (2025, 7) }) given.Year(year, value, denominator: 100);
        Assert.Equal((AssessmentState.missed, 9m), (given.One(null).State, given.One(null).Value));
    }

    /// <summary>A straight line that was stored is cut at eight decimals; who is exactly on it is on pace.</summary>
    [Theory]
    [InlineData(1), InlineData(4), InlineData(7), InlineData(8), InlineData(10)]
    public void A_stored_straight_line_is_as_exact_as_none(int through)
    {
        var given = new Given("annual_total", value: 1200).Curve(2022, Curves.LinearYear, method: CurveMethod.linear).Year(2022, 100 * through, through);
        Assert.Equal((AssessmentState.on_pace, 100m * through), (given.One(2022, through).State, given.One(2022, through).Expected));
    }

    [Theory]
    [InlineData("annual_total", 6, "达到序时"), InlineData("annual_total", 5, "落后")]
    [InlineData("ratio", 6, "目前达标"), InlineData("ratio", 5, "目前未达标")]
    [InlineData("benchmark", 6, "目前达标"), InlineData("benchmark", 5, "目前未达标")]
    [InlineData("ceiling", 12, "目前在控制数内"), InlineData("ceiling", 13, "目前超出控制数")]
    [InlineData("zero_events", 0, "至今没有发生")]
    public void How_it_goes_is_said_as_fits_the_kind(string kind, int value, string words)
    {
        var given = new Given(kind, kind == "ceiling" ? "<=" : ">=", kind switch { "benchmark" or "zero_events" => null, "ratio" => 6, _ => 12 }, unit: kind == "ratio" ? "%" : "人")
            .With(c => c with { Benchmark = kind == "benchmark" ? "city" : null });
        if (kind == "benchmark") given.Year(2022, 6, 6, indicator: "city");
        var one = given.Year(2022, value, 6, denominator: kind == "ratio" ? 100 : null).One(2022, 6);
        Assert.Equal((words, words.Contains("序时", StringComparison.Ordinal) || words == "落后"), (one.Words, one.Pace is not null));
    }
}

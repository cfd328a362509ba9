using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment.Scoring;

/// <summary>Each method by numbers worked out by hand.</summary>
public class PointsTests
{
    static readonly Dictionary<string, SchemeRule> Rules = new()
    {
        ["linear"] = Scored.Rule(ScoringMethod.linear, 20),
        ["linear to 120%"] = Scored.Rule(ScoringMethod.linear, 20) with { Cap = 1.2m },
        ["linear from 8"] = Scored.Rule(ScoringMethod.linear, 20) with { Least = 8 },
        ["banded"] = Scored.Rule(ScoringMethod.banded, 2) with { Bands = [new(100, 2), new(80, 1), new(50, 0.5m)] },
        ["interpolated"] = Scored.Rule(ScoringMethod.interpolated, 10) with { Bands = [new(120, 12), new(100, 10), new(80, 8)] },
        ["stepped"] = Scored.Rule(ScoringMethod.stepped, 1.5m) with { Step = 5, Each = 0.1m, Least = 1 },
        ["all or nothing"] = Scored.Rule(ScoringMethod.all_or_nothing, 3),
        ["count down"] = Scored.Rule(ScoringMethod.count_down, 5) with { Each = 1 },
        ["bonus"] = Scored.Rule(ScoringMethod.bonus, 0) with { Step = 10, Each = 0.5m, Most = 2 },
        ["deduction"] = Scored.Rule(ScoringMethod.deduction, 0) with { Each = 0.2m, Most = 4 },
    };

    [Theory]
    [InlineData("linear", "0.93", "18.6"), InlineData("linear", "1", "20"), InlineData("linear", "1.5", "20"), InlineData("linear", "0", "0"), InlineData("linear", "0.666667", "13.33334")]
    [InlineData("linear to 120%", "1.1", "22"), InlineData("linear to 120%", "1.3", "24")]
    [InlineData("linear from 8", "0.3", "8"), InlineData("linear from 8", "0.4", "8"), InlineData("linear from 8", "0.5", "10")]
    [InlineData("banded", "1", "2"), InlineData("banded", "0.999999", "1"), InlineData("banded", "0.8", "1"), InlineData("banded", "0.799999", "0.5"), InlineData("banded", "0.5", "0.5"), InlineData("banded", "0.49", "0")]
    [InlineData("interpolated", "0.79", "0"), InlineData("interpolated", "0.8", "8"), InlineData("interpolated", "0.95", "9.5"), InlineData("interpolated", "1", "10"), InlineData("interpolated", "1.15", "11.5"), InlineData("interpolated", "1.4", "12")]
    [InlineData("stepped", "1", "1.5"), InlineData("stepped", "0.96", "1.5"), InlineData("stepped", "0.95", "1.4"), InlineData("stepped", "0.89", "1.3"), InlineData("stepped", "0.75", "1"), InlineData("stepped", "0.2", "1")]
    [InlineData("all or nothing", "1", "3"), InlineData("all or nothing", "0.999999", "0")]
    [InlineData("count down", "0", "5"), InlineData("count down", "2", "3"), InlineData("count down", "9", "0")]
    [InlineData("bonus", "1", "0"), InlineData("bonus", "1.09", "0"), InlineData("bonus", "1.1", "0.5"), InlineData("bonus", "1.25", "1"), InlineData("bonus", "1.9", "2")]
    [InlineData("deduction", "0", "0"), InlineData("deduction", "3", "-0.6"), InlineData("deduction", "40", "-4")]
    public void A_method_gives_what_a_person_works_out(string rule, string quantity, string points) =>
        Assert.Equal(Number(points), Points.Of(Rules[rule], Number(quantity)).Points);

    /// <summary>The arithmetic stands in the words of the rule, down to the rounded points.</summary>
    [Theory]
    [InlineData("linear", "0.93", "完成率 93%；得分 = 20 × 93% = 18.6"), InlineData("linear", "1.5", "完成率 150%；得分 = 20 × 100%（超额不加分） = 20")]
    [InlineData("linear", "0.6666666", "完成率 66.6667%；得分 = 20 × 66.6667% = 13.33")]
    [InlineData("linear from 8", "0.3", "完成率 30%；得分 = 20 × 30%，扣到 8 为止 = 8")]
    [InlineData("banded", "0.85", "完成率 85%；得分 = 达到 80% 档，得 1 = 1")]
    [InlineData("interpolated", "0.95", "完成率 95%；得分 = 8 +（10 − 8）×（95 − 80）÷（100 − 80） = 9.5")]
    [InlineData("stepped", "0.89", "完成率 89%；得分 = 1.5 − 2 × 0.1（每低 5 个百分点扣 0.1） = 1.3")]
    [InlineData("all or nothing", "0.5", "完成率 50%；得分 = 未达标不得分 = 0")]
    [InlineData("bonus", "1.9", "完成率 190%；加分 = 每超 10 个百分点加 0.5：9 × 0.5，最多加 2 = 2")]
    public void The_words_show_the_arithmetic(string rule, string attainment, string words) =>
        Assert.Equal(words, Assert.Single(new Scored(Rules[rule]).Unit("a", Scored.Evaluation(attainment: Number(attainment))).One().Rules).Words);

    [Theory]
    [InlineData(0, "迟报 0 次，不扣分"), InlineData(3, "迟报 3 次；扣分 = 3 × 0.2 = 0.6"), InlineData(40, "迟报 40 次；扣分 = 40 × 0.2，最多扣 4 = 4")]
    public void A_deduction_is_told_as_one(int late, string words) => Assert.Equal(words, Assert.Single(
        new Scored(Scored.Conducted(ScoringMethod.deduction, ConductMeasure.late) with { Each = 0.2m, Most = 4 }).Unit("a", conduct: new("a", 50, late, 0, 0, 0, 0)).One().Rules).Words);

    [Fact]
    public void A_completion_is_held_against_the_pace_while_the_year_runs()
    {
        static ScoredRule Of(string kind, decimal? pace) => Assert.Single(new Scored(Rules["linear"]).Unit("a", Scored.Evaluation(kind: kind, attainment: 0.45m, pace: pace)).One().Rules);
        Assert.Equal("完成率 45% ÷ 序时 50% = 90%；得分 = 20 × 90% = 18", Of("annual_total", 0.5m).Words);
        Assert.Equal(9, Of("annual_total", 1).Score);
        Assert.Equal(9, Of("ratio", null).Score);
        // A ceiling that is exceeded is exceeded, however early it is in the year.
        Assert.Equal(9, Of("ceiling", 0.5m).Score);
    }

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

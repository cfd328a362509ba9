namespace Reporting.Tests.Assessment;

/// <summary>Explanations read as somebody of 考核组 reads them: units beside numbers, signs that mean what they say, nothing told twice.</summary>
public class ExplanationTests
{
    [Fact]
    public void A_rate_is_in_per_cent_and_a_kind_without_pace_says_what_its_state_means()
    {
        var words = new Given("ratio", value: 92, unit: "%").Year(2022, 851, 6, denominator: 940).One(2022, 6).Explanation;
        Has(words, "目标：≥ 92%，", "851 ÷ 940 = 90.5319%", "计算：90.5319% ≥ 92%：不成立", "结果：目前未达标（没有序时，到期末才判定）");
        Assert.DoesNotContain("序时", new Given("ratio", value: 92, unit: "%").Year(2022, 900, denominator: 940).One(2022).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reduction_is_promised_by_its_size() => Has(
        new Given("yearly_reduction", "<=", 10, unit: "%").With(one => one with { BaseYear = 2020, Path = "chain" }).Year(2021, 100).Year(2022, 95, 6).One(2022, 6).Explanation,
        "目标：降幅 ≥ 10%，", "逐年环比：上年数 100 × (1 − 10%) = 90", "降幅 = 1 − 95 ÷ 100 = 5%", "结果：未到期（到期末才判定）");

    [Fact]
    public void A_direction_agrees_or_does_not()
    {
        var down = new Given("direction").With(one => one with { Path = "up" }).Year(2021, 100).Year(2022, 90).One(2022);
        Assert.Equal("只看方向（下降，与要求方向不一致）", down.Words);
    }

    [Fact]
    public void Check_points_after_the_worst_are_told_in_one_line_a_year()
    {
        var given = new Given("kept_level", value: 200);
        for (var month = 1; month <= 12; month++) given.Year(2022, month == 3 ? 197 : 200 + month, month);
        var lines = given.One(2022).Explanation.Split('\n').Where(line => line.StartsWith("依据：", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, lines.Count);
        Has(lines[0], "2022年3月末 197");
        Has(lines[1], "2022年1月末 201、2月末 202、4月末 204", "12月末 212");
    }

    [Fact]
    public void A_unit_without_a_target_is_told_so()
    {
        var words = new Given("annual_total", value: 100).At("310999101").Year(2022, 50).One(2022).Explanation;
        Has(words, "说明：没有给本单位下达这一项的目标，只列数，不判定", "结果：本级无目标");
        // What the district promised is no sum that a unit could fail.
        var fallen = new Given("yearly_reduction", "<=", 10, unit: "%").With(one => one with { BaseYear = 2020, Path = "chain" }).At("310999101").Year(2021, 100).Year(2022, 95).One(2022).Explanation;
        Has(fallen, "降幅 = 1 − 95 ÷ 100 = 5%");
        Assert.DoesNotContain("不成立", fallen, StringComparison.Ordinal);
    }

    [Fact]
    public void January_is_one_month() => Has(new Given("annual_total", value: 120).Year(2022, 5, 1).One(2022, 1).Explanation, "2022年1月 5 人");

    [Fact]
    public void A_number_that_moves_says_of_which_year_it_is()
    {
        var plan = new Given("annual_total").Decided(2021, 100).Decided(2022, 90, load: 10).Year(2021, 120).Year(2022, 50).One(null, horizon: 2022);
        Has(plan.Explanation, "目标：≥ 90 人，", "（这是 2022 年的，各年不同）");
    }

    static void Has(string words, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, words, StringComparison.Ordinal));
}

using Reporting.Etl.Sheets;

namespace Reporting.Tests.Sheets;

public class PeriodWordsTests
{
    [Theory]
    [InlineData("2022年3月就业工作月报表", "2022-03"), InlineData("二〇二二年十一月", "2022-11"), InlineData("２０２２年１２月份", "2022-12"), InlineData("2022.03", "2022-03")]
    [InlineData("2022-3", "2022-03"), InlineData("2022/03", "2022-03"), InlineData("2022年 3 月", "2022-03"), InlineData("2022年1—3月", "2022-03"), InlineData("二〇二二年一至九月", "2022-09")]
    [InlineData("2022年一季度", "2022-Q1"), InlineData("2022年第3季度", "2022-Q3"), InlineData("2022年上半年", "2022-H1"), InlineData("2022年度", "2022"), InlineData("（2017）", "2017")]
    [InlineData("2016～2017", "2016/2017"), InlineData("2021—2025年", "2021/2025"), InlineData("崇明区2022年度3月份报表", "2022-03"), InlineData("截至2022年6月30日", "2022-06")]
    [InlineData("“十三五”时期基数和历史数据表", "2016/2020"), InlineData("\"十三五\"期间", "2016/2020"), InlineData("十四五合计", "2021/2025"), InlineData("2016—2020年", "2016/2020"), InlineData("十五五规划", "2026/2030")]
    [InlineData("2016年末", "2016"), InlineData("2015年（基数）", "2015"), InlineData("2015年（“十二五”期末）", "2015"), InlineData("“十四五”规划2022年3月进度", "2022-03"), InlineData("2022年度市下达指标", "2022")]
    public void A_period_is_found_in_words(string text, string expected) => Assert.Equal(expected, PeriodWords.Find(text)?.Period?.ToString());

    [Theory]
    [InlineData("就业工作月报表"), InlineData("崇统制〔2021〕12号"), InlineData("16-24周岁"), InlineData("12.5"), InlineData("310151"), InlineData("台账十五"), InlineData("三十三五"), InlineData("第三十五条")]
    public void Other_words_are_no_period(string text) => Assert.Null(PeriodWords.Find(text)?.Period);

    [Theory]
    [InlineData("城桥镇202203.xlsx", "2022-03"), InlineData("月报_2022_11.csv", "2022-11"), InlineData("2022-04 堡镇.xlsx", "2022-04"), InlineData("2022年5月.xlsx", "2022-05"), InlineData("2022.xlsx", "2022"), InlineData("堡镇20220405.xlsx", "2022-04")]
    [InlineData("310151-20220211-000019 2022-01 就业.xlsx", "2022-01"), InlineData("310151-20220211-000019 附件1：就业工作月报(最终版).xlsx", null)]
    public void A_period_is_found_in_a_file_name(string name, string? expected) => Assert.Equal(expected, PeriodWords.FindInName(name)?.Period?.ToString());

    [Theory]
    [InlineData("2023年13月就业工作月报表", "2023年13月"), InlineData("2023年0月", "2023年0月")]
    public void A_month_that_no_year_has_is_quoted_and_is_no_month(string text, string words)
    {
        var found = PeriodWords.Find(text)!;
        Assert.Equal((words, Reporting.Warehouse.PeriodKind.year), (found.Words, found.Kind));
        Assert.NotNull(PeriodWords.ImpossibleMonth(found.Words));
        Assert.Null(PeriodWords.ImpossibleMonth("2023年12月"));
    }

    [Theory]
    [InlineData("3月", 3), InlineData("十二月", 12), InlineData("1月份", 1)]
    public void A_month_without_its_year_waits_for_one(string label, int month) => Assert.Equal((month, null), (PeriodWords.OfLabel(label)!.Month, PeriodWords.OfLabel(label)!.Period));
}

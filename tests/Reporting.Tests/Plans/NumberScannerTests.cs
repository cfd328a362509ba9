namespace Reporting.Tests.Plans;

public class NumberScannerTests
{
    [Theory]
    [InlineData("每年不低于 9000 人", "1:9000"), InlineData("不低于1.5万个,共计 1.18 亿元", "1:1.5万,1:1.18亿")]
    [InlineData("每年减\n\n少 1\n0%", "3:10"), InlineData("面临形势 1\n1.全面强化", "1:1,2:1"), InlineData("第十四个五年规划，三色预警，十三五", "1:五,1:三")]
    [InlineData("环大学城”五大创新特色，第三方评估，一街一品", "1:五,1:一"), InlineData("没有数", "")]
    public void Numbers_are_found_across_breaks_and_in_Chinese_where_they_count(string text, string found) =>
        Assert.Equal(found, string.Join(',', NumberScanner.Of(text).Select(number => $"{number.Line}:{number.Number}")));
}

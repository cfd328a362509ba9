using Reporting.Etl.Rules;

namespace Reporting.Tests.Rules;

/// <summary>What is written where a reason is asked for, and whether it is one.</summary>
public class EmptyPhrasesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("　 …… ")]
    [InlineData("属实")]
    [InlineData("核实无误")]
    [InlineData("经核实，数据准确。")]
    [InlineData("已与相关部门再次核对，以上数据真实有效，情况属实！")]
    [InlineData("我镇已反复核对，确实如此")]
    [InlineData("无")]
    [InlineData("同上")]
    [InlineData("数字没有错误，请通过，谢谢")]
    [InlineData("正常")]
    [InlineData("经领导审核，填报无误，特此说明")]
    [InlineData("12345")]
    [InlineData("OK")]
    [InlineData("verified, correct")]
    [InlineData("Confirmed.")]
    [InlineData("N/A")]
    [InlineData("The data has been verified and is correct")]
    [InlineData("checked, no error")]
    [InlineData("as reported")]
    [InlineData("数据已确认，领导已确认")]
    [InlineData("经多方确认，情况确认")]
    [InlineData("确认是零")]
    [InlineData("以实际为准")]
    [InlineData("按要求填报")]
    [InlineData("核对过，就是这么多")]
    [InlineData("已和领导汇报")]
    [InlineData("如实上报，请予通过")]
    public void Says_only_that_the_figure_stands(string words) => Assert.True(EmptyPhrases.Are(words), words);

    [Theory]
    [InlineData("企业搬迁")]
    [InlineData("3 月 12 日承办市级招聘会，当场录用 210 人")]
    [InlineData("经核实，本月新开一家服装厂，招女工 80 人")]
    [InlineData("春节放假，企业停工")]
    [InlineData("上年同期受疫情影响基数低")]
    [InlineData("园区企业集中裁员，数据属实")]
    [InlineData("口径调整：不再含灵活就业")]
    [InlineData("按市级口径要求，含灵活就业")]
    [InlineData("以前月份漏报，本月补上")]
    [InlineData("补报去年漏统计的 12 人")]
    [InlineData("A city job fair, 210 hired on the spot")]
    [InlineData("Factory closed in March")]
    public void Says_what_happened(string words) => Assert.False(EmptyPhrases.Are(words), words);
}

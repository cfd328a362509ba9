using Reporting.Etl.Rules;

namespace Reporting.Tests.Rules;

/// <summary>What is written where it is asked whether blanks are noughts.</summary>
public class YesAnswerTests
{
    [Theory]
    [InlineData("是")]
    [InlineData("是的。")]
    [InlineData("是，都是0")]
    [InlineData("都是 0")]
    [InlineData("均为零")]
    [InlineData("确认是零")]
    [InlineData("这几格确实都是0。")]
    [InlineData("以上12格均为 0")]
    [InlineData("没有发生")]
    [InlineData("本月均未发生，都是0")]
    [InlineData("窗口装修停办，这几格确为 0")]
    [InlineData("yes")]
    public void Says_yes(string words) => Assert.True(YesAnswer.Is(words), words);

    [Theory]
    [InlineData("")]
    [InlineData("不是")]
    [InlineData("否")]
    [InlineData("不都是0")]
    [InlineData("除第3行外都是0")]
    [InlineData("是，但第3行还没统计")]
    [InlineData("这三项数据尚未统计完成，下月补报")]
    [InlineData("尚未统计，暂按 0")]
    [InlineData("核实无误")]
    [InlineData("受高温影响，企业停工放假")]
    [InlineData("10")]
    [InlineData("第1行是10")]
    [InlineData("no")]
    public void Does_not(string words) => Assert.False(YesAnswer.Is(words), words);
}

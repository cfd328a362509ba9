using System.Text.Json;
using Reporting.Tests.Reports;

namespace Reporting.Tests.Portal;

/// <summary>A plan's review through the verb: text, JSON, workbook, and what does not go with it.</summary>
public sealed class ReviewVerbTests : IDisposable
{
    readonly OutsideOffice outside = new();

    public ReviewVerbTests() => outside.Submit(OutsideOffice.Totals);

    public void Dispose() => outside.Dispose();

    [Fact]
    public void It_is_told_field_by_field()
    {
        var text = outside.Ask("assess", "--plan", "outside-plan", "--review").Out;
        Assert.Contains("邻区三年计划期末评估  2021—2023 年，截至 2023-12\n共 2 项：约束性 1、预期性 1；未完成 2", text, StringComparison.Ordinal);
        Assert.Contains("【劳动关系】\n  劳动争议结案率（%）  约束性  未完成（2023 年）\n      目标：每年不低于 94%\n      完成情况：2021 年 96.19%；2022 年 94.25%；2023 年 92.4%；2023 年完成率 98.3%\n"
            + "      规划期合计（与各年分开看）：2021—2023年 94.18% = 5,776 ÷ 6,133\n", text, StringComparison.Ordinal);
        Assert.Contains("2022 年 2.23%；2023 年 2.14%；2022 年完成率 98.6%", text, StringComparison.Ordinal);
        Assert.Contains("中期评估  2021—2023 年，截至 2022-06", outside.Ask("assess", "--plan", "outside-plan", "--review", "--mid").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void As_JSON_every_line_carries_its_years_and_its_whole()
    {
        var lines = outside.Json("assess", "--plan", "outside-plan", "--review").GetProperty("lines").EnumerateArray().ToDictionary(line => line.GetProperty("id").GetString()!);
        Assert.Equal([96.19m, 94.25m, 92.40m], lines["outside-closing"].GetProperty("years").EnumerateArray().Select(year => year.GetProperty("value").GetDecimal()));
        Assert.Equal(94.18m, lines["outside-closing"].GetProperty("whole").GetProperty("value").GetDecimal());
        Assert.Equal(("binding", "missed"), (lines["outside-closing"].GetProperty("strength").GetString(), lines["outside-closing"].GetProperty("state").GetString()));
        // A rate of levels is not pooled.
        Assert.Equal(JsonValueKind.Null, lines["outside-unemployed"].GetProperty("whole").ValueKind);
    }

    [Fact]
    public void The_workbook_is_written_where_it_was_asked() =>
        Assert.Equal(["总览", "完成情况", "分年情况", "文中所列结果", "口径说明", "数据", "来源"], new WorkbookText(Assert.Single(outside.Ask("assess", "--plan", "outside-plan", "--review", "--out", "评估.xlsx").Files!).Bytes).Sheets);

    [Theory]
    [InlineData("用 --plan 指明", "--review"), InlineData("--year 不能和 --review", "--review", "--plan", "outside-plan", "--year", "2022")]
    [InlineData("--org 不能和 --review", "--review", "--plan", "outside-plan", "--org", "320599"), InlineData("--mid 要同 --review", "--mid", "--plan", "outside-plan")]
    [InlineData("不能再用 --through", "--review", "--mid", "--plan", "outside-plan", "--through", "6")]
    public void What_does_not_go_together_is_misuse(string words, params string[] asked)
    {
        var answer = outside.Try(["assess", .. asked]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(words, answer.Error, StringComparison.Ordinal);
    }
}

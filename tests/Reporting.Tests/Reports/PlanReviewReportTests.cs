using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Reporting.Reports;
using Reporting.Tests.Assessment;

namespace Reporting.Tests.Reports;

/// <summary>The review's tables: what the review says stands in them, and nothing else.</summary>
public class PlanReviewReportTests
{
    static readonly string[] Sheets = ["完成情况", "分年情况", "文中所列结果", "口径说明"];

    [Fact]
    public void Every_target_result_and_verdict_stands_in_its_cell()
    {
        var content = Content();
        var text = new WorkbookText(PlanReviewReport.Render(content));
        Assert.Equal(Sheets, text.Sheets);
        foreach (var head in new[] { "类型", "指标名称", "单位", "目标", "完成情况" }) Assert.Single(text.FindAll(Sheets[0], head));
        // Found by its name, which two of them share.
        foreach (var line in content.Review.Promises.GroupBy(line => line.Name).Where(same => same.Count() == 1).Select(same => same.Single()))
        {
            Assert.Equal(line.Target, text.At(Sheets[0], line.Name, "目标"));
            Assert.StartsWith(line.Result, text.At(Sheets[0], line.Name, "完成情况"), StringComparison.Ordinal);
            Assert.Equal(line.Judged.Words, text.At(Sheets[0], line.Name, "评估"));
        }
        foreach (var fact in content.Review.Facts) Assert.Equal("一致", text.At(Sheets[2], fact.Name, "核对"));
        Assert.Equal("18000", text.At(Sheets[1], "新增岗位（原目标）", "2018年"));
        Assert.Contains("98.26", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("9405 ÷ 9572", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("（演示数据）", text.ToString(), StringComparison.Ordinal);
        Assert.False(text.HasFormula);
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        var content = Content();
        Assert.Equal(PlanReviewReport.Render(content), PlanReviewReport.Render(content));
    }

    [Fact]
    public void The_tables_are_valid_for_each_Office()
    {
        var bytes = PlanReviewReport.Render(Content());
        foreach (var version in new[] { FileFormatVersions.Office2007, FileFormatVersions.Office2016, FileFormatVersions.Microsoft365 })
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
            Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(error => $"{version} {error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        }
    }

    static PlanReviewContent Content()
    {
        using var warehouse = FinishedPlan.Filled();
        return new(new(FinishedPlan.District, "试验区", []), ReviewTests.Review(warehouse, isMid: false), new Dictionary<string, string>(), 9, new(2021, 5, 1, 1, 0, 0, DateTimeKind.Utc), Demo: true);
    }
}

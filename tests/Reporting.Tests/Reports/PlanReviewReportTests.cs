using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Reports;
using Reporting.Reports.Layout;
using Reporting.Reports.Lineage;
using Reporting.Tests.Assessment;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Reports;

/// <summary>The review's tables: what the review says stands in them, and nothing else.</summary>
public sealed class PlanReviewReportTests : IDisposable
{
    static readonly string[] Sheets = ["总览", "完成情况", "分年情况", "文中所列结果", "口径说明", "数据", "来源"];
    static readonly Lazy<byte[]> Store = new(() =>
    {
        using var warehouse = FinishedPlan.Filled();
        return warehouse.Closed();
    });

    readonly TestFolder folder = new();
    readonly OpenWarehouse warehouse;

    public PlanReviewReportTests()
    {
        File.WriteAllBytes(folder.Data.WarehouseFile, Store.Value);
        warehouse = OpenWarehouse.Open(folder.Data);
    }

    public void Dispose()
    {
        warehouse.Dispose();
        folder.Dispose();
    }

    ReportAsk Ask(int year) => new(warehouse, FinishedPlan.District, Period.Year(year), warehouse.Marts.LastLoad()!, Stamp: null, Demo: true);

    [Theory, InlineData(2020, "end"), InlineData(2018, "middle")]
    public void A_workbook_is_valid_and_the_golden_text(int year, string name)
    {
        var bytes = Report.Named("plan-review").Render(Ask(year));
        Workbooks.AssertValid(bytes);
        GoldenText.Check($"plan-review-{name}.txt", new WorkbookText(bytes).ToString());
        Assert.Equal(bytes, Report.Named("plan-review").Render(Ask(year)));
    }

    [Fact]
    public void Every_target_result_and_verdict_stands_in_its_cell()
    {
        var content = PlanReviewReading.Read(Ask(2020));
        var text = new WorkbookText(PlanReviewReport.Render(content));
        Assert.Equal(Sheets, text.Sheets);
        foreach (var head in new[] { "类型", "指标名称", "单位", "目标", "完成情况" }) Assert.Single(text.FindAll(Sheets[1], head));
        // Found by its name, which two of them share.
        foreach (var line in content.Review.Promises.GroupBy(line => line.Name).Where(same => same.Count() == 1).Select(same => same.Single()))
        {
            Assert.Equal(line.Target, text.At(Sheets[1], line.Name, "目标"));
            Assert.StartsWith(line.Result, text.At(Sheets[1], line.Name, "完成情况"), StringComparison.Ordinal);
            Assert.Equal(line.Judged.Words, text.At(Sheets[1], line.Name, "评估"));
        }
        foreach (var fact in content.Review.Facts) Assert.Equal("一致", text.At(Sheets[3], fact.Name, "核对"));
        Assert.Equal("18000", text.At(Sheets[2], "新增岗位（原目标）", "2018年"));
        Assert.Contains("98.26", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("9405 ÷ 9572", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("（演示数据）", text.ToString(), StringComparison.Ordinal);
        Assert.False(text.HasFormula);
    }

    [Fact]
    public void The_last_year_asks_for_the_end_and_any_other_for_what_was_so_by_then()
    {
        Assert.Equal(("期末评估", "2020-12"), Told(2020));
        Assert.Equal(("中期评估", "2018-06"), Told(2018)); // half of five years
        Assert.Equal(("中期评估", "2017-12"), Told(2017));
        Assert.Equal(("中期评估", "2019-12"), Told(2019));
        Assert.Throws<NoReportException>(() => PlanReviewReading.Read(Ask(2021)));

        (string, string) Told(int year) => PlanReviewReading.Read(Ask(year)).Review is var review ? (review.Title, review.Through) : default;
    }

    [Fact]
    public void Each_number_of_a_sentence_is_bound_to_its_fact()
    {
        var content = PlanReviewReading.Read(Ask(2020));
        var (lines, facts) = (content.Review.Promises, content.Review.Facts);
        var sentences = PlanReviewReport.Layout(content).Sheets[0].Blocks.OfType<Line>().Where(line => line.Kind == LineKind.paragraph).ToList();
        Assert.NotEmpty(sentences.SelectMany(line => line.Numbers));
        foreach (var line in sentences)
        {
            Assert.Equal(line.Numbers.Select(told => told.Text), Regex.Matches(line.Text, @"\d+").Select(match => match.Value).Skip(1));
            foreach (var told in line.Numbers)
                Assert.Equal(told.Value, told.Fact switch
                {
                    Fact.review_promises => lines.Where(each => told.Subject.Length == 0 || each.Strength == told.Subject).Select(each => each.Judged.Id).Distinct().Count(),
                    Fact.review_in_state => lines.Count(each => each.Judged.State.ToString() == told.Subject),
                    Fact.review_facts => facts.Count(each => told.Subject switch { "一致" => each.Judged.Reproduced == true, "不一致" => each.Judged.Reproduced == false, "不能核对" => each.Judged.Reproduced is null, _ => true }),
                    _ => throw new ArgumentOutOfRangeException(nameof(content), told, "a fact that nobody looks up"),
                });
        }
    }

    /// <summary>A year's figure leads to its cell by the workbook alone, of whatever year of the plan.</summary>
    [Fact]
    public void The_figure_of_a_year_leads_to_its_cell()
    {
        var bytes = PlanReviewReport.Render(PlanReviewReading.Read(Ask(2020)));
        var text = new WorkbookText(bytes);
        foreach (var year in new[] { 2016, 2018, 2020 })
        {
            var found = WorkbookLineage.Of(new MemoryStream(bytes), "分年情况", text.AddressOf("分年情况", "新增岗位（原目标）", $"{year}年"));
            Assert.Null(found.Fault);
            var source = Assert.Single(found.Sources);
            Assert.Equal((18000m, $"{year}"), (decimal.Parse(source["数值"], CultureInfo.InvariantCulture), source["报告期"]));
        }
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Reports;
using Reporting.Reports.Feedback;
using Reporting.Reports.Layout;
using Reporting.Reports.Lineage;
using Reporting.Tests.Jobs;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>基层反馈表: one unit's own figures, place and work; of others nothing.</summary>
public class FeedbackReportTests
{
    public static TheoryData<string> Cases => [.. Variants.Keys];

    static readonly Dictionary<string, Func<FeedbackContent>> Variants = new()
    {
        ["busy"] = SampleFeedback.Busy, ["quiet"] = SampleFeedback.Quiet, ["bare"] = SampleFeedback.Bare, ["hostile"] = SampleFeedback.Hostile,
    };

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_the_golden_text(string name) => GoldenText.Check($"feedback-{name}.txt", new WorkbookText(FeedbackReport.Render(Variants[name]())).ToString());

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_valid_for_each_Office(string name) => Workbooks.AssertValid(FeedbackReport.Render(Variants[name]()));

    [Fact]
    public void The_same_content_gives_the_same_bytes() => Assert.Equal(FeedbackReport.Render(SampleFeedback.Busy()), FeedbackReport.Render(SampleFeedback.Busy()));

    [Theory, InlineData("busy"), InlineData("quiet")]
    public void Every_figure_and_place_is_that_of_the_marts(string name)
    {
        var (content, district) = (Variants[name](), SampleFeedback.Content());
        var text = new WorkbookText(FeedbackReport.Render(content));
        Assert.Equal(["c1", "c2", "c3", "c5"], content.Lines.Select(line => line.Own!.Commitment.Id));
        foreach (var line in content.Lines)
        {
            var figure = district.Figures.Single(each => each.OrgUnit == content.Unit.Code && each.Indicator == line.Indicator.Id && each is { Year: SampleContent.Year, Through: SampleContent.Month });
            var one = district.Months[^1].Standings.Single(unit => unit.OrgUnit == content.Unit.Code).Evaluations.Single(each => each.Id == line.Own!.Commitment.Id);
            Assert.Equal(figure.Numerator, Decimal(Of(text, line.Name, "本年累计")));
            Assert.Equal((Thousandths(one.Attainment), Thousandths(one.Pace), one.Words), (Number(Of(text, line.Name, "完成率")), Number(Of(text, line.Name, "序时")), Of(text, line.Name, "结论")));
            var at = Of(text, line.Name, "本月");
            Assert.Equal(SampleContent.MonthValue(content.Unit, line.Indicator.Id, SampleContent.Year, SampleContent.Month), Decimal(at));
            Assert.Equal(at, Of(text, $"{line.Indicator.Name}（{line.Indicator.Unit}）", "8月", "填报"));
        }
        var shares = district.Months[^1].Standings.Where(unit => unit.OrgUnit != SampleContent.District).SelectMany(unit => unit.Evaluations.Where(each => each is { Id: "c3", Attainment: not null }).Select(each => (unit.OrgUnit, Share: Thousandths(each.Attainment)))).ToList();
        Assert.Equal(1 + shares.Count(other => other.Share > shares.Single(own => own.OrgUnit == content.Unit.Code).Share), Decimal(Of(text, "帮助长期失业青年实现就业创业", "名次")));
        Assert.Equal(Thousandths(district.Evaluations.Single(each => each.Id == "c3").Attainment), Decimal(Of(text, "帮助长期失业青年实现就业创业", "全区")));
    }

    // By what units are ranked is called like a head, and findings have their months too: the head that is meant stands first.
    static string Of(WorkbookText text, string name, string head, string sheet = "反馈") => text[sheet, text.FindAll(sheet, head).First()[..1] + text.FindAll(sheet, name).First()[1..]];

    [Fact]
    public void What_is_urgent_comes_first()
    {
        var steps = NextSteps.Of(SampleFeedback.Busy()).Select(step => step.Text).ToList();
        Assert.Equal(7, steps.Count);
        Assert.Equal("就业工作月报表有1份未报齐（7月），已过期34天，请即补报；没有发生的，报零报告。", steps[0]);
        Assert.Equal("就业工作月报表有1份被退回未重报（6月），原因：合计与分项不符，请核对；请改正后重报整个文件。", steps[1]);
        Assert.Equal("就业工作月报表有1份（5月）有数要说明原因，请写明。", steps[2]);
        Assert.Equal("督办3号：查明原因，九月底前补上，期限9月10日，已逾期5天。", steps[3]);
        Assert.StartsWith("新增就业亮", steps[4], StringComparison.Ordinal);
        Assert.StartsWith("填报中最常见的问题是", steps[5], StringComparison.Ordinal);
        Assert.Equal("9月20日前报送就业工作月报表（8月）。", steps[6]);
        Assert.Equal(["本期各表都已报送，没有要补、要改的；请按期报送下一期报表。"], NextSteps.Of(SampleFeedback.Bare()).Select(step => step.Text));
    }

    [Theory, InlineData("busy"), InlineData("quiet"), InlineData("bare")]
    public void Each_number_of_a_step_is_bound_to_its_fact(string name)
    {
        var content = Variants[name]();
        foreach (var step in NextSteps.Of(content))
        {
            // Days by the calendar are no figures, nor are numbers that somebody wrote into a demand.
            var plain = Regex.Replace(step.Text, @"\d+月\d+日", "");
            Assert.Equal(step.Numbers.Select(told => told.Text), Regex.Matches(plain, @"\d[\d,.]*\d|\d").Select(match => match.Value));
            foreach (var told in step.Numbers) Assert.Equal(told.Value, Expected(content, told, step));
        }
    }

    static decimal Expected(FeedbackContent content, Told told, Sentence step)
    {
        var own = content.Lines.Select(line => line.Own!.Standing).FirstOrDefault(one => one.Id == told.Subject);
        return told.Fact switch
        {
            Fact.missing_here => content.Submissions.Count(status => status is { PastDue: true, State: "missing" }),
            Fact.returned_here => content.Submissions.Count(status => status.State == "returned"),
            Fact.waiting_here => content.Submissions.Count(status => status.State == told.Subject),
            Fact.overdue_days => content.Day.DayNumber - (told.Subject.Length > 0 ? content.Submissions.Where(status => status.State == "missing").Min(status => status.DueDate) : content.Cases[0].Order.Deadline).DayNumber,
            Fact.order_number => content.Cases[0].Order.Number,
            Fact.month => content.Submissions.Single(status => status.PeriodStart.Month == told.Value && status.State is "missing" or "returned" or "awaiting_explanation" or "not_due" && status.PeriodStart.Month == told.Value).PeriodStart.Month,
            Fact.own_share => Math.Round(own!.Attainment!.Value * 100, 1, MidpointRounding.AwayFromZero),
            Fact.own_pace => Math.Round(own!.Pace!.Value * 100, 1, MidpointRounding.AwayFromZero),
            Fact.own_gap => own!.Gap!.Value,
            Fact.finding_times => content.Findings.Where(finding => finding.Code == told.Subject).Sum(finding => finding.Times),
            _ => throw new ArgumentOutOfRangeException(nameof(told), told, $"a fact that nobody looks up: {step.Text}"),
        };
    }

    [Fact]
    public void The_five_most_frequent_findings_are_told_by_month()
    {
        var text = new WorkbookText(FeedbackReport.Render(SampleFeedback.Busy()));
        var frequent = ReportingSheet.Frequent(SampleFeedback.Busy());
        Assert.Equal([("month_jump", 6), ("sum_differs", 4), ("period_guessed", 1), ("quoted_differs", 1), ("value_negative", 1)], frequent.Select(finding => (finding.Code, finding.Times)));
        var row = int.Parse(text.Find("填报", $"{frequent[0].Title}（month_jump）")[1..], CultureInfo.InvariantCulture);
        Assert.Equal(["1", "0", "2", "3", "0", "0", "0", "0", "未到期"], "BCDEFGHIJ".Select(column => text["填报", $"{column}{row}"]));
        Assert.All(frequent, finding => Assert.DoesNotContain('_', finding.Title));
    }

    /// <summary>Names, codes and cells of other units, and who sent what, are nobody's to read here.</summary>
    [Theory, MemberData(nameof(Cases))]
    public void Nothing_of_others_but_the_place_is_in_the_book(string name)
    {
        var content = Variants[name]();
        var text = Everything(FeedbackReport.Render(content));
        foreach (var other in SampleContent.Units.Where(unit => unit.Code != content.Unit.Code && unit.Code != SampleContent.District))
        {
            Assert.DoesNotContain(other.Code, text, StringComparison.Ordinal);
            Assert.DoesNotContain(other.Name, text.Replace("全区计入汇总的街镇", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("张三", text, StringComparison.Ordinal);
        Assert.DoesNotContain("中心代报", text, StringComparison.Ordinal);
        Assert.DoesNotContain("三星镇自己的原因", text, StringComparison.Ordinal);
    }

    static string Everything(byte[] workbook)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        return string.Concat(zip.Entries.Select(entry => { using var reader = new StreamReader(entry.Open()); return reader.ReadToEnd(); }));
    }

    [Fact]
    public void What_others_write_stays_text()
    {
        var text = new WorkbookText(FeedbackReport.Render(SampleFeedback.Hostile()));
        Assert.False(text.HasFormula);
        foreach (var words in SampleVariants.Hostile.TakeLast(12))
            Assert.All(text.FindAll("填报", SampleVariants.AsCarried(words)), cell => Assert.False(text.IsNumber("填报", cell)));
        Assert.NotEmpty(text.FindAll("填报", SampleVariants.AsCarried(SampleVariants.Hostile[^1])));
    }

    /// <summary>Real sheets on their whole way: what is printed leads to the unit's own cell, the second book is cut from what the first has read.</summary>
    [Fact]
    public void A_printed_figure_leads_to_the_cell_that_the_unit_sent()
    {
        using var folder = new TestFolder();
        using var warehouse = OpenWarehouse.Open(folder.Data);
        warehouse.Definitions.Enter(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, folder.Data.Definitions), new(2022, 1, 1), TestWarehouse.At(new(2022, 1, 1)));
        var sheets = JanuarySheets.All.Take(4).ToList();
        JanuarySheets.Send(warehouse, sheets, JanuarySheets.Now);
        var ask = new ReportAsk(warehouse, "310151", JanuarySheets.January, warehouse.Marts.LastLoad()!, Stamp: null, Demo: false);
        foreach (var unit in sheets.Select(sheet => sheet.OrgUnit))
        {
            var bytes = Report.Named("feedback").Render(ask with { Unit = unit });
            Assert.Equal(bytes, Report.Named("feedback").Render(ask with { Unit = unit, Shared = new() }));
            var found = WorkbookLineage.Of(new MemoryStream(bytes), "反馈", new WorkbookText(bytes).AddressOf("反馈", "新增就业", "本年累计"));
            Assert.Null(found.Fault);
            Assert.Equal(decimal.Parse(found.Printed!.Value, null), found.Sources.Sum(source => decimal.Parse(source["数值"], null)));
            Assert.Equal([sheets.Single(sheet => sheet.OrgUnit == unit).FileName], found.Sources.Select(source => source["文件"]).Distinct());
        }
        Assert.Throws<NoReportException>(() => FeedbackReading.Read(ask with { Unit = "310151-JYCJ" }));
    }

    static decimal? Thousandths(decimal? share) => share is { } some ? Math.Round(some, 3, MidpointRounding.AwayFromZero) : null;
    static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

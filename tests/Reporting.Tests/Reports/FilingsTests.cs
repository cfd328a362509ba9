using System.Globalization;
using Reporting.Reports;
using Reporting.Reports.Filings;
using Reporting.Reports.Layout;
using Reporting.Reports.Lineage;
using Reporting.Tests.Jobs;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>报送情况通报: every count is what the statuses say, and each number of the sentences is bound to it.</summary>
public class FilingsTests
{
    static readonly string[] Sheets = ["总览", "逐月情况", "尚欠和退回", "口径与来源", "数据"];

    static readonly Dictionary<string, Func<FilingsContent>> Variants = new()
    {
        ["chongming"] = SampleFilings.Chongming, ["draft"] = SampleFilings.Draft, ["empty"] = SampleFilings.Empty, ["not-due"] = SampleFilings.NotDue, ["injection"] = SampleFilings.Injection,
    };

    public static TheoryData<string> Cases => [.. Variants.Keys];

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_the_golden_text(string name) => GoldenText.Check($"filings-{name}.txt", new WorkbookText(FilingsReport.Render(Variants[name]())).ToString());

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_valid_for_each_Office(string name) => Workbooks.AssertValid(FilingsReport.Render(Variants[name]()));

    [Fact]
    public void The_same_content_gives_the_same_bytes() => Assert.Equal(FilingsReport.Render(SampleFilings.Chongming()), FilingsReport.Render(SampleFilings.Chongming()));

    [Fact]
    public void Each_units_counts_are_those_of_its_sheets()
    {
        var content = SampleFilings.Chongming();
        var text = new WorkbookText(FilingsReport.Render(content));
        Assert.Equal(Sheets, text.Sheets);
        var year = content.Statuses.Where(status => status.PeriodStart.Year == SampleContent.Year).ToList();
        foreach (var unit in year.GroupBy(status => status.OrgUnit))
        {
            var name = content.Catalog.OrgUnit(unit.Key)!.Name;
            int Cell(string head) => int.Parse(text.At("总览", name, head), CultureInfo.InvariantCulture);
            Assert.Equal((8, unit.Count(IsIn), unit.Count(status => IsIn(status) && !status.Late), unit.Count(status => IsIn(status) && status.Late)), (Cell("本年\n到期"), Cell("本年\n入库"), Cell("本年\n按时"), Cell("本年\n迟报")));
            Assert.Equal((unit.Count(status => status.State == "nil"), unit.Count(status => !IsIn(status)), unit.Sum(status => status.Returned)), (Cell("本年\n零报告"), Cell("本年\n未完成"), Cell("本年\n退回")));
            Assert.Equal(Math.Round(unit.Count(status => IsIn(status) && !status.Late) / 8m, 3, MidpointRounding.AwayFromZero), decimal.Parse(text.At("总览", name, "本年\n按时率"), CultureInfo.InvariantCulture));
        }
        // Five have one sheet of eight that is not in; 庙镇 has two that came late.
        Assert.Equal(("1", "18", "23"), (text.At("总览", "城桥镇", "名次"), text.At("总览", "横沙乡", "名次"), text.At("总览", "庙镇", "名次")));
    }

    [Fact]
    public void Each_cell_of_the_months_is_its_sheets_state()
    {
        var text = new WorkbookText(FilingsReport.Render(SampleFilings.Chongming()));
        Assert.Equal(("√", "迟", "零", "缺", "退", "询", "核", "说", "√"), (Cell("城桥镇", 1), Cell("庙镇", 3), Cell("三星镇", 4), Cell("横沙乡", 8), Cell("上实现代农业园区", 8), Cell("新村乡", 8), Cell("港西镇", 8), Cell("建设镇", 8), Cell("城桥镇", 8)));
        Assert.Equal("18/23", Cell("合计（入库/到期）", 8));

        string Cell(string unit, int month) => text.At("逐月情况", unit, $"{month}月");
    }

    /// <summary>Each sheet stands under one mark, so the marks add up to the sheets.</summary>
    [Theory, MemberData(nameof(Cases))]
    public void The_marks_add_up(string name)
    {
        var facts = new FilingsFacts(Variants[name]());
        var legend = FilingsReport.Layout(facts.Content).Sheets[1].Blocks.OfType<Table>().Last();
        Assert.Equal((facts.OfMonth.Count, facts.OfYear.Count), (legend.Rows.Sum(row => (int)((Number)row.Cells[2]).Value), legend.Rows.Sum(row => (int)((Number)row.Cells[3]).Value)));
    }

    [Fact]
    public void What_is_owed_stands_with_its_day_whatever_its_year()
    {
        var content = SampleFilings.Chongming();
        var text = new WorkbookText(FilingsReport.Render(content));
        Assert.Equal(("2021年3月", "2021-04-12", "521", "过期未报"), (text["尚欠和退回", "D5"], text["尚欠和退回", "E5"], text["尚欠和退回", "F5"], text["尚欠和退回", "G5"]));
        Assert.Equal(6, content.Statuses.Count(status => !IsIn(status)));
        Assert.Equal(6, FilingsReport.Layout(content).Sheets[2].Blocks.OfType<Table>().First().Rows.Count);
    }

    [Fact]
    public void What_was_sent_back_is_counted_by_what_was_found()
    {
        var content = SampleFilings.Chongming();
        var text = new WorkbookText(FilingsReport.Render(content));
        Assert.Equal(5, content.Returns.DistinctBy(row => row.TableId).Count());
        Assert.Equal(("4", "8"), (text.At("尚欠和退回", "填的不是数字", "份数"), text.At("尚欠和退回", "填的不是数字", "处数")));
        Assert.Equal("1", text.At("尚欠和退回", "审核退回（没有核对出错误）", "份数"));
        Assert.Single(text.FindAll("尚欠和退回", "审核意见：与台账不符，请核实后重报"));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Each_number_of_the_sentences_is_its_fact(string name)
    {
        var content = Variants[name]();
        foreach (var told in FilingsSentences.Of(new(content)).SelectMany(sentence => sentence.Numbers)) Assert.True(Expected(content, told) == told.Value, $"{told}: {Expected(content, told)}");
    }

    [Theory, MemberData(nameof(Cases))]
    public void No_number_stands_beside_them(string name) => BoundNumbers.AssertAlone(FilingsSentences.Of(new(name == "injection" ? SampleFilings.Chongming() : Variants[name]())));

    [Fact]
    public void What_people_write_stays_text()
    {
        var text = new WorkbookText(FilingsReport.Render(SampleFilings.Injection()));
        Assert.False(text.HasFormula);
        Assert.True(text.QuotePrefix("总览", text.Find("总览", "=1+1")));
        foreach (var words in SampleVariants.Hostile.Where(words => words.Length < 1000)) Assert.Single(text.FindAll("尚欠和退回", $"审核意见：{SampleVariants.AsCarried(words)}"));
    }

    [Fact]
    public void It_is_about_a_month() => Assert.Throws<ArgumentException>(() => new FilingsContent(SampleContent.Cover with { Period = Period.Year(2022) }, Catalog.Empty, [], []));

    /// <summary>It counts sheets: a number of it is told, and leads to no cell of a sender.</summary>
    [Fact]
    public void A_count_has_no_source_and_says_so()
    {
        var bytes = FilingsReport.Render(SampleFilings.Chongming());
        var text = new WorkbookText(bytes);
        var cell = $"{text.Find("总览", "本年\n到期")[0]}{text.Find("总览", "城桥镇")[1..]}";
        var found = WorkbookLineage.Of(new MemoryStream(bytes), "总览", cell);
        Assert.Equal((LineageFault.no_source, "8"), (found.Fault, found.Printed!.Value));
    }

    /// <summary>Out of a warehouse: what the marts say stands in the cells, and repeats itself to the byte.</summary>
    [Fact]
    public void A_warehouse_is_told_as_its_marts_tell_it()
    {
        using var folder = new TestFolder();
        using var warehouse = OpenWarehouse.Open(folder.Data);
        warehouse.Definitions.Enter(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, folder.Data.Definitions), new(2022, 1, 1), TestWarehouse.At(new(2022, 1, 1)));
        JanuarySheets.Send(warehouse, JanuarySheets.All.Take(4), JanuarySheets.Now);
        var ask = new ReportAsk(warehouse, "310151", JanuarySheets.January, warehouse.Marts.LastLoad()!, Stamp: null, Demo: false);
        var content = FilingsReading.Read(ask);
        var statuses = warehouse.Marts.SubmissionStatusAsOf("310151", new(2022, 1, 1), new(2022, 1, 31), ask.AsOf).Where(status => content.Catalog.Form(status.Form, new(2022, 1, 1))!.Period == PeriodKind.month).ToList();
        var text = new WorkbookText(Report.Named("submission-status").Render(ask));
        Assert.Equal(statuses.Count(status => status.PastDue || IsIn(status)), int.Parse(text.At("总览", "合计", "本年\n到期"), CultureInfo.InvariantCulture));
        Assert.Equal(4, statuses.Count(IsIn));
        Assert.Equal("4", text.At("总览", "合计", "本年\n入库"));
        Workbooks.AssertValid(Report.Named("submission-status").Render(ask));
        Assert.Equal(Report.Named("submission-status").Render(ask), Report.Named("submission-status").Render(ask));
    }

    /// <summary>A sheet sent back stands there with its codes; once a better one is in it stays told, and the unit owes nothing.</summary>
    [Fact]
    public void A_returned_sheet_is_read_with_its_codes()
    {
        using var trial = new TrialDistrict();
        var before = trial.Warehouse.Marts.LastLoad()!;
        var answer = trial.Submit("二月.csv", ReturnedText, "310999101");
        Assert.Equal(TableState.returned, answer.State);
        var rows = trial.Warehouse.Marts.SheetReturns("310999", new(2022, 1, 1), new(2022, 12, 31), trial.Warehouse.Marts.LastLoad()!.LoadId, TrialDistrict.Now);
        Assert.All(rows, row => Assert.Equal(answer.Submission.Receipt, row.Receipt));
        var errors = answer.Tables.SelectMany(table => table.Findings).Where(finding => finding.Severity == Severity.error).GroupBy(finding => finding.Code).OrderBy(code => code.Key, StringComparer.Ordinal);
        Assert.NotEmpty(rows);
        Assert.Equal(errors.Select(code => (code.Key, code.Count())), rows.Select(row => (row.Code!, row.Times)));
        Assert.Empty(trial.Warehouse.Marts.SheetReturnsAsOf("310999", new(2022, 1, 1), new(2022, 12, 31), before)); // decided after that load
    }

    const string ReturnedText = "就业月报表\n填报单位：甲河镇,2022年2月\n项目,本月数,本年累计\n新增就业岗位,12,很多\n其中：女性,很多,2\n";

    static bool IsIn(UnitPeriodStatus status) => status.State is "reported" or "nil";

    static decimal Expected(FilingsContent content, Told told)
    {
        var year = content.Statuses.Where(status => status.PeriodStart.Year == SampleContent.Year).ToList();
        var span = told.Subject is "month" ? year.Where(status => status.PeriodStart.Month == SampleContent.Month).ToList() : told.Subject is "before" ? [.. year.Where(status => status.PeriodStart.Month == SampleContent.Month - 1)] : year;
        if (told.OrgUnit.Length > 0) span = [.. span.Where(status => status.OrgUnit == told.OrgUnit)];
        var (due, late) = (span.Where(status => status.State != "not_due").ToList(), (Func<UnitPeriodStatus, bool>)(status => IsIn(status) && status.Late));
        var owed = content.Statuses.Where(status => status.PastDue && !IsIn(status)).ToList();
        var states = year.GroupBy(status => status.OrgUnit).ToList();
        return told.Fact switch
        {
            Fact.month => SampleContent.Month,
            Fact.filings_due => due.Count,
            Fact.filings_in => due.Count(IsIn),
            Fact.filings_on_time => due.Count(status => IsIn(status) && !status.Late),
            Fact.filings_late => due.Count(late),
            Fact.filings_nil => due.Count(status => status.State == "nil"),
            Fact.filings_open => told.Subject == "awaiting_explanation" ? year.Count(status => status.State == told.Subject) : due.Count(status => !IsIn(status)),
            Fact.on_time_share => Math.Round((decimal)due.Count(status => IsIn(status) && !status.Late) / due.Count, 3, MidpointRounding.AwayFromZero),
            Fact.units_owing => states.Count(unit => unit.Any(status => status.State != "not_due")),
            Fact.units_all_on_time => states.Count(unit => unit.All(status => status.State == "not_due" || IsIn(status) && !status.Late)),
            Fact.units_late => year.Where(status => status.PeriodStart.Month == SampleContent.Month && late(status)).Select(status => status.OrgUnit).Distinct().Count(),
            Fact.sheets_returned => content.Returns.Select(row => row.TableId).Distinct().Count(),
            Fact.units_returned => content.Returns.Select(row => row.OrgUnit).Distinct().Count(),
            Fact.returned_with => content.Returns.Where(row => (row.Code is null ? "审核退回（没有核对出错误）" : Reporting.Warehouse.Rules.RuleTexts.TitleOf(row.Code)) == told.Subject).Select(row => row.TableId).Distinct().Count(),
            Fact.returned_open => content.Returns.Select(row => (row.OrgUnit, row.PeriodStart)).Distinct().Count(sheet => year.Single(status => status.OrgUnit == sheet.OrgUnit && status.PeriodStart == sheet.PeriodStart).State == "returned"),
            Fact.warnings => year.Sum(status => status.Warnings),
            Fact.explained => year.Sum(status => status.Explained),
            Fact.owed => owed.Count,
            Fact.owed_in_state => owed.Count(status => status.State == told.Subject),
            Fact.units_owed => owed.Select(status => status.OrgUnit).Distinct().Count(),
            Fact.days_overdue => owed.Max(status => content.Day.DayNumber - status.DueDate.DayNumber),
            _ => throw new ArgumentOutOfRangeException(nameof(told), told, "a fact that nobody looks up"),
        };
    }
}

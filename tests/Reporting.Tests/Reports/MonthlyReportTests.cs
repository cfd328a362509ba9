using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Reporting.Reports;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

public class MonthlyReportTests
{
    static readonly string[] Sheets = ["总览", "指标进度", "走势", "分月情况", "分街镇", "街镇排名", "预警与督办", "报送情况", "口径与来源", "数据", "来源"];

    public static TheoryData<string> Cases => [.. Variants.Keys];

    /// <summary>What a workbook has to survive; each is validated, compared with itself, and held to its golden text.</summary>
    static readonly Dictionary<string, Func<MonthlyContent>> Variants = new()
    {
        ["chongming"] = SampleContent.Chongming,
        ["draft"] = () => SampleContent.Chongming() with { Cover = SampleContent.Cover with { Edition = null, Demo = false } },
        ["empty"] = SampleContent.Empty,
        ["nothing-reported"] = SampleVariants.NothingReported,
        ["states"] = SampleVariants.States,
        ["injection"] = SampleVariants.Injection,
        ["behind"] = SampleVariants.Behind,
    };

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_the_golden_text(string name)
    {
        var text = new WorkbookText(MonthlyReport.Render(Variants[name]())).ToString();
        GoldenText.Check($"monthly-{name}.txt", text);
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_valid_for_each_Office(string name) => Workbooks.AssertValid(MonthlyReport.Render(Variants[name]()));

    [Fact]
    public void Forty_units_and_twenty_indicators_fit()
    {
        var bytes = MonthlyReport.Render(SampleVariants.Wide(40, 20));
        Workbooks.AssertValid(bytes);
        var text = new WorkbookText(bytes);
        Assert.Equal(["总览", "指标进度", "走势", "分月情况", "分街镇1", "分街镇2", "预警与督办", "报送情况", "口径与来源", "数据", "来源"], text.Sheets);
        Assert.Equal("1019039", text.At("分街镇2", "第40镇", "指标第19项（人）"));
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        Assert.Equal(MonthlyReport.Render(SampleContent.Chongming()), MonthlyReport.Render(SampleContent.Chongming()));
        var later = SampleContent.Chongming() with { Cover = SampleContent.Cover with { LoadCommittedAt = new(2022, 9, 20, 0, 0, 0, DateTimeKind.Utc) } };
        Assert.NotEqual(MonthlyReport.Render(SampleContent.Chongming()), MonthlyReport.Render(later));
    }

    /// <summary>Recorded once: another process, day or time zone must come to the same bytes.</summary>
    [Fact]
    public void Another_process_gives_the_same_parts()
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(MonthlyReport.Render(SampleContent.Chongming())));
        var parts = zip.Entries.Select(entry =>
        {
            using var content = entry.Open();
            return $"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))[..16]} {entry.LastWriteTime.Year} {entry.FullName}\n";
        });
        GoldenText.Check("monthly-chongming-parts.txt", string.Concat(parts));
    }

    [Fact]
    public void Each_figure_of_district_and_units_stands_in_its_cell()
    {
        var content = SampleContent.Chongming();
        var text = new WorkbookText(MonthlyReport.Render(content));
        var checkedFigures = 0;
        foreach (var figure in content.Figures.Where(figure => figure is { Year: SampleContent.Year, Through: SampleContent.Month } && figure.Numerator is not null))
        {
            var indicator = content.Catalog.Indicator(figure.Indicator, content.Period.Start)!;
            var head = $"{indicator.Name}（{indicator.Unit}）";
            var unit = content.Catalog.OrgUnit(figure.OrgUnit)!;
            var row = unit.Kind == OrgUnitKind.district ? "全区合计" : unit.Counts ? unit.Name : unit.Name + "（不计入全区）";
            if (figure.Indicator == "skill_training") Assert.Empty(text.FindAll("分街镇", head)); // a department's own: no township has it
            else Assert.Equal(figure.Numerator, Decimal(text.At("分街镇", row, head)));
            if (unit.Kind == OrgUnitKind.district) Assert.Equal(figure.Numerator, Decimal(text.At("总览", indicator.Name, "完成值")));
            checkedFigures++;
        }
        Assert.Equal(5 + 18 * 4 + 3 * 2, checkedFigures);
    }

    /// <summary>The report lays out: no number of the overview is another than the evaluation's.</summary>
    [Theory, InlineData("chongming"), InlineData("behind"), InlineData("states"), InlineData("nothing-reported"), InlineData("empty")]
    public void Every_number_of_the_overview_is_the_evaluations(string name)
    {
        var content = Variants[name]();
        var text = new WorkbookText(MonthlyReport.Render(content));
        var numbered = content.Evaluations.Where(one => one.Target is not null || one.State == AssessmentState.awaiting_issue).ToList();
        Assert.NotEmpty(numbered);
        foreach (var one in numbered)
        {
            string Cell(string head) => text.At("总览", one.Kind == "plan_total" ? $"{one.Name}（规划期累计）" : one.Name, head);
            Assert.Equal((Share(one.Value, one.Unit), Share(one.Target, one.Unit)), (Number(Cell("完成值")), Number(Cell("目标"))));
            Assert.Equal((Thousandths(one.Attainment), Thousandths(one.Pace), one.Words), (Number(Cell("完成率")), Number(Cell("序时")), Cell("结论")));
        }
    }

    [Fact]
    public void What_awaits_its_number_shows_no_percentage()
    {
        var text = new WorkbookText(MonthlyReport.Render(SampleContent.Chongming()));
        foreach (var sheet in new[] { "总览", "指标进度" })
            Assert.Equal(("待下达", "—", "—", "待下达"), (Cell(sheet, "目标"), Cell(sheet, "完成率"), Cell(sheet, "序时"), Cell(sheet, "结论")));
        Assert.Contains("待下达1项（城乡登记失业人数）", text["总览", "A7"], StringComparison.Ordinal);

        string Cell(string sheet, string head) => text.At(sheet, "城乡登记失业人数", head);
    }

    [Fact]
    public void Tasks_directions_and_what_is_only_striven_for_are_told_as_such()
    {
        var text = new WorkbookText(MonthlyReport.Render(SampleVariants.States()));
        Assert.Equal(("力争", "未达到（力争目标，不计未完成）"), (text.At("指标进度", "力争控制的补报人数", "性质"), text.At("指标进度", "力争控制的补报人数", "结论")));
        Assert.Equal(("方向要求", "提高", "—"), (text.At("指标进度", "公益岗位逐步增加", "类型"), text.At("指标进度", "公益岗位逐步增加", "目标"), text.At("指标进度", "公益岗位逐步增加", "完成率")));
        Assert.Equal(("节点任务", "2023年12月底前", "—"), (text.At("指标进度", "监测报告制度", "类型"), text.At("指标进度", "监测报告制度", "目标"), text.At("指标进度", "监测报告制度", "完成值")));
        Assert.All(new[] { "公益岗位逐步增加", "监测报告制度" }, name => Assert.Empty(text.FindAll("总览", name)));
        Assert.Contains("力争控制的补报人数〔力争〕", text["总览", "A7"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_forms_of_a_month_share_a_cell()
    {
        var content = SampleContent.Chongming();
        var second = content.Submissions.Select(status => status with { Form = "second_monthly", State = "reported", Late = status.OrgUnit == "310151101" });
        var text = new WorkbookText(MonthlyReport.Render(content with { Submissions = [.. content.Submissions, .. second] }));
        Assert.Equal(("2/2迟", "√", "2/2迟", "1/2缺", "1/2询"), (Cell("城桥镇", 1), Cell("堡镇", 1), Cell("庙镇", 3), Cell("横沙乡", 8), Cell("新村乡", 8)));

        string Cell(string unit, int month) => text.At("报送情况", unit, $"{month}月");
    }

    [Fact]
    public void A_ratio_is_divided_and_rounded_once()
    {
        var text = new WorkbookText(MonthlyReport.Render(SampleVariants.States()));
        Assert.Equal(("0.9235", "1.004", "-0.54"), // 181 ÷ 196 = 0.923469…; ÷ 92 % = 1.00377…; less 0.92886… a year before
            (text.At("总览", "仲裁年度结案率", "完成值"), text.At("总览", "仲裁年度结案率", "完成率"), text.At("总览", "仲裁年度结案率", "同比")));
    }

    /// <summary>The width is told from the formatted text, so this also fails where the library cannot format.</summary>
    [Fact]
    public void A_figure_wider_than_its_column_shrinks_and_others_do_not()
    {
        var text = new WorkbookText(MonthlyReport.Render(SampleVariants.States()));
        var (wide, narrow) = (text.Find("总览", "-0.54"), text.Find("总览", "1.004"));
        Assert.Equal((true, false), (text.Shrinks("总览", wide), text.Shrinks("总览", narrow)));
    }

    [Fact]
    public void Another_reader_finds_the_same_figures()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var reader = ExcelDataReader.ExcelReaderFactory.CreateReader(new MemoryStream(MonthlyReport.Render(SampleContent.Chongming())));
        var names = new List<string>();
        do names.Add(reader.Name); while (reader.NextResult());
        Assert.Equal(Sheets, names);
        reader.Reset();
        var found = new Dictionary<string, object?>();
        while (reader.Read()) if (reader.GetValue(0) is string label) found[label] = reader.GetValue(3);
        Assert.Equal((11062d, 171d, 7260d), (found["新增就业"], found["帮扶引领成功创业"], found["职业技能培训"]));
    }

    [Fact]
    public void What_senders_write_stays_text()
    {
        var text = new WorkbookText(MonthlyReport.Render(SampleVariants.Injection()));
        Assert.False(text.HasFormula);
        foreach (var words in SampleVariants.Hostile)
        {
            var cells = text.FindAll("口径与来源", SampleVariants.AsCarried(words)).ToList();
            Assert.NotEmpty(cells);
            Assert.All(cells, cell => Assert.False(text.IsNumber("口径与来源", cell)));
            if (words[0] is '=' or '+' or '-' or '@' or '\t') Assert.All(cells, cell => Assert.True(text.QuotePrefix("口径与来源", cell), words));
        }
    }

    [Fact]
    public void Every_sheet_says_what_is_invented_and_what_is_unsigned()
    {
        foreach (var (content, inTitle, inHeader) in new[] { (SampleContent.Chongming(), true, "演示数据"), (SampleContent.Empty(), false, "未签发") })
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(MonthlyReport.Render(content)), false);
            foreach (var part in document.WorkbookPart!.WorksheetParts)
                Assert.Contains(inHeader, part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.OddHeader>().Single().Text);
            var text = new WorkbookText(MonthlyReport.Render(content));
            Assert.All(text.Sheets, sheet => Assert.Equal(inTitle, text[sheet, "A1"].EndsWith("（演示数据）", StringComparison.Ordinal)));
        }
    }

    /// <summary>Three months for one: the heads say so, and the figure of the period is that of its months.</summary>
    [Fact]
    public void A_quarter_and_a_half_year_are_told_like_a_month()
    {
        foreach (var (period, through, head) in new[] { (Period.Quarter(2022, 2), 6, "本季"), (Period.Half(2022, 1), 6, "本半年") })
        {
            var month = SampleContent.Chongming();
            var content = month with
            {
                Cover = month.Cover with { Period = period, Title = MonthlyReport.TitleOf(period.Kind) },
                Months = [.. month.Months.Take(through)],
                Evaluations = month.Months[through - 1].Standings[0].Evaluations,
                Figures = [.. month.Figures.Where(figure => figure.OrgUnit != SampleContent.District || figure.Through <= through)],
            };
            var text = new WorkbookText(MonthlyReport.Render(content));
            decimal At(int to) => to == 0 ? 0 : content.Figures.Single(figure => figure is { OrgUnit: SampleContent.District, Indicator: "skill_training", Year: 2022 } && figure.Through == to).Numerator!.Value;
            Assert.Equal(At(6) - At(period.Start.Month - 1), Decimal(text.At("总览", "职业技能培训", head)));
            Assert.Equal(At(6), Decimal(text.At("总览", "职业技能培训", "完成值")));
            Assert.Equal("统计期间：2022年1—6月", text["总览", "A4"]);
            Assert.StartsWith("1. 截至6月", text["总览", "A6"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_report_is_not_about_a_whole_year() =>
        Assert.Throws<ArgumentException>(() => new MonthlyContent(SampleContent.Cover with { Period = Period.Year(2022) }, Catalog.Empty, [], [], [], []));

    static decimal? Share(decimal? value, string unit) => unit == "%" ? value / 100 : value;

    static decimal? Thousandths(decimal? share) => share is { } some ? Math.Round(some, 3, MidpointRounding.AwayFromZero) : null;

    static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

using Reporting.Reports;
using Reporting.Reports.Handbook;
using Reporting.Reports.Layout;
using Reporting.Tests.Corpus;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Plans;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>指标口径册: everything that is defined for a district and year stands in it once, as it is defined.</summary>
public class HandbookTests
{
    static readonly string[] Sheets = ["总览", "指标", "填报指标", "承诺和目标", "报表", "口径变动", "数据"];

    static readonly Dictionary<string, Func<HandbookContent>> Variants = new() { ["chongming"] = Sample, ["changed"] = Changed, ["injection"] = Injection, ["nothing"] = Nothing };

    public static TheoryData<string> Cases => [.. Variants.Keys];

    static Cover Cover(string district = SampleContent.District, int year = SampleContent.Year, Catalog? catalog = null) =>
        SampleContent.Cover with { Title = HandbookReport.Title, Period = Period.Year(year), District = (catalog ?? SampleContent.Catalog()).District(district)!, Edition = new(1, new(2022, 12, 30, 1, 0, 0, DateTimeKind.Utc)) };

    static HandbookContent Of(Catalog catalog, string district = SampleContent.District, int year = SampleContent.Year) =>
        new(Cover(district, year, catalog), catalog, [.. catalog.PlansOf(district, year).SelectMany(plan => Enumerable.Range(plan.FirstYear, plan.LastYear - plan.FirstYear + 1)).Distinct().SelectMany(each => PlanTargets.Of(catalog, district, each))]);

    static HandbookContent Sample() => Of(SampleContent.Catalog());

    /// <summary>An element whose unit changed with the year, an indicator that ends with it, a number that was revised.</summary>
    static HandbookContent Changed()
    {
        var plain = SampleContent.Catalog(commitments: [SampleContent.Commitment("c1", "new_employment", "annual_total", ">=", 9000, "人", "每年新增就业不低于9000人。", "") with { Category = "就业", Revisions = [new(9500, 2023, "崇府发〔2022〕9号", new(2022, 12, 1), "中期调整")] }]);
        var old = plain.Elements.Single(element => element.Id == "skill_training");
        return Of(new(plain.Districts,
            [.. plain.Elements.Where(element => element != old), old with { AppliesUntil = new(2021, 12, 31), Unit = "人" }, old with { Version = 2, AppliesFrom = new(2022, 1, 1), Unit = "人次", Meaning = "按人次计" }],
            plain.Breakdowns, [.. plain.Indicators.Select(indicator => indicator.Id == "startup_support" ? indicator with { AppliesUntil = new(2022, 12, 31) } : indicator)], plain.Forms, plain.Plans, WorkingDays.WeekOnly));
    }

    static HandbookContent Injection() => Of(SampleContent.Catalog(commitments: [.. SampleVariants.Hostile.Select((words, index) => SampleContent.Commitment($"h{index}", "new_employment", "annual_total", ">=", 9000, "人", words, "") with { Name = words.Length > 99 ? "长" : words, Place = words })]));

    static HandbookContent Nothing() => new(Cover(year: 2019), SampleContent.Catalog(), []);

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_the_golden_text(string name) => GoldenText.Check($"handbook-{name}.txt", new WorkbookText(HandbookReport.Render(Variants[name]())).ToString());

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_valid_for_each_Office(string name) => Workbooks.AssertValid(HandbookReport.Render(Variants[name]()));

    /// <summary>Of the definitions that ship: each element that a form of the district asks for, each indicator, commitment and form, once and by its code.</summary>
    [Theory, InlineData("310151", 2023), InlineData("310117", 2023), InlineData("310151", 2021)]
    public void Everything_that_ships_stands_in_it_once(string district, int year)
    {
        var catalog = ShippedCatalog.Catalog;
        var content = Of(catalog, district, year);
        var bytes = HandbookReport.Render(content);
        Workbooks.AssertValid(bytes);
        var text = new WorkbookText(bytes);
        Assert.Equal(Sheets, text.Sheets);
        bool Holds(DateOnly from, DateOnly? until) => from.Year <= year && (until?.Year ?? 9999) >= year;
        var forms = catalog.Forms.Where(form => form.District == district && Holds(form.AppliesFrom, form.AppliesUntil)).ToList();
        var elements = forms.SelectMany(form => form.Lines).Select(line => line.Element).Distinct().ToList();
        Assert.True(elements.Count > 30, $"{elements.Count} elements");
        foreach (var id in elements.Where(id => catalog.Elements.Any(element => element.Id == id && Holds(element.AppliesFrom, element.AppliesUntil)))) Assert.Single(WithCode(text, "填报指标", id));
        var promised = catalog.PlansOf(district, year).SelectMany(plan => plan.Commitments).Where(commitment => commitment.Kind != "fact").ToList();
        foreach (var id in promised.Select(commitment => commitment.Indicator).OfType<string>().Distinct().Where(id => catalog.Indicators.Any(one => one.Id == id && Holds(one.AppliesFrom, one.AppliesUntil)))) Assert.Single(WithCode(text, "指标", id));
        Assert.Equal(promised.Count, HandbookReport.Layout(content).Sheets[3].Blocks.OfType<Table>().Single().Rows.Count(row => row.Kind == RowKind.plain));
        Assert.Equal(forms.Count, HandbookReport.Layout(content).Sheets[4].Blocks.OfType<Table>().Single().Rows.Count);
        Assert.False(text.HasFormula);
    }

    [Fact]
    public void Each_years_target_is_the_marts()
    {
        var content = Changed();
        var text = new WorkbookText(HandbookReport.Render(content));
        foreach (var target in content.Targets) Assert.Equal(target.Value is { } value ? value.ToString(System.Globalization.CultureInfo.InvariantCulture) : "待下达", text.At("承诺和目标", "新增就业", $"{target.Year}年\n目标"));
        Assert.Equal(("9000", "9500"), (text.At("承诺和目标", "新增就业", "2022年\n目标"), text.At("承诺和目标", "新增就业", "2023年\n目标")));
    }

    [Fact]
    public void What_changed_is_told_with_both_versions()
    {
        var text = new WorkbookText(HandbookReport.Render(Changed()));
        Assert.Equal(["第一版", "计量单位由“人”改为“人次”；口径改写，见左"], WithCode(text, "口径变动", "skill_training").Select(cell => text["口径变动", "H" + cell[1..]]));
        Assert.Contains("本年起用新口径的1项（职业技能培训数），本年停用的1项（帮扶引领成功创业）", text["总览", "A8"], StringComparison.Ordinal);
        Assert.Single(WithCode(text, "填报指标", "skill_training")); // the version of the year only
    }

    [Fact]
    public void Each_number_of_the_sentences_is_its_fact()
    {
        foreach (var content in Variants.Values.Select(make => make()))
        {
            var sentences = CoverSheet.Sentences(new(content)).ToList();
            var text = HandbookReport.Layout(content).Sheets;
            int Rows(int sheet) => text[sheet].Blocks.OfType<Table>().Single().Rows.Count(row => row.Kind == RowKind.plain);
            foreach (var told in sentences.SelectMany(sentence => sentence.Numbers)) Assert.Equal(told.Fact switch
            {
                Fact.year => content.Year,
                Fact.definitions => Rows(told.Subject == "indicator" ? 1 : 2),
                Fact.forms_in_force => Rows(4),
                Fact.commitments => Rows(3),
                Fact.commitments_without_target => content.Targets.Count(target => target.Year == content.Year && target.State == TargetState.awaiting_issue),
                Fact.definitions_new => content.Catalog.Elements.Count(element => element.AppliesFrom.Year == content.Year),
                Fact.definitions_ended => content.Catalog.Indicators.Count(indicator => indicator.AppliesUntil?.Year == content.Year),
                _ => throw new ArgumentOutOfRangeException(nameof(told), told, "a fact that nobody looks up"),
            }, told.Value);
            BoundNumbers.AssertAlone(sentences);
        }
    }

    [Fact]
    public void What_a_definition_says_stays_text()
    {
        var text = new WorkbookText(HandbookReport.Render(Injection()));
        Assert.False(text.HasFormula);
        foreach (var words in SampleVariants.Hostile.Where(words => words.Length < 1000)) Assert.NotEmpty(text.FindAll("承诺和目标", SampleVariants.AsCarried(words)));
    }

    [Fact]
    public void It_is_about_a_year() => Assert.Throws<ArgumentException>(() => new HandbookContent(SampleContent.Cover, Catalog.Empty, []));

    // The code stands below the name, in one cell.
    static IEnumerable<string> WithCode(WorkbookText text, string sheet, string code) => text.FindEnding(sheet, "\n" + code);

    /// <summary>As of an earlier load it says what was defined then, and repeats itself to the byte.</summary>
    [Fact]
    public void It_is_read_as_of_a_load()
    {
        using var folder = new TestFolder();
        using var warehouse = OpenWarehouse.Open(folder.Data);
        warehouse.Definitions.Enter(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, folder.Data.Definitions), new(2022, 1, 1), TestWarehouse.At(new(2022, 1, 1)));
        var ask = new ReportAsk(warehouse, "310151", Period.Year(2022), warehouse.Marts.LastLoad()!, Stamp: null, Demo: false);
        var bytes = Report.Named("definitions").Render(ask);
        Assert.Equal(bytes, Report.Named("definitions").Render(ask));
        var content = HandbookReading.Read(ask);
        Assert.Equal(warehouse.Marts.Targets("310151", 2022, ask.AsOf.LoadId).Where(target => target.OrgUnit == "310151"), content.Targets.Where(target => target.Year == 2022));
        Assert.Contains(content.Targets, target => target is { Year: 2025, Value: not null });
    }
}

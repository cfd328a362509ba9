using System.Globalization;
using Reporting.Reports;
using Reporting.Reports.Bulletin;
using Reporting.Reports.Layout;
using Reporting.Reports.Lineage;
using Reporting.Tests.Jobs;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>预警快报: lights, changes, gaps and demands are those of the assessment, and each number of the sentences is bound to it.</summary>
public class BulletinTests
{
    static readonly Dictionary<string, Func<MonthlyContent>> Variants = new()
    {
        ["behind"] = Behind, ["none-lit"] = () => Titled(SampleContent.Chongming()), ["first-month"] = FirstMonth, ["states"] = () => Titled(SampleVariants.States()), ["empty"] = () => Titled(SampleContent.Empty()),
    };

    public static TheoryData<string> Cases => [.. Variants.Keys];

    static MonthlyContent Titled(MonthlyContent content) => content with { Cover = content.Cover with { Title = BulletinReport.Title } };

    /// <summary>Young people's numbers stand still; one township's demand is past its day, another's is not.</summary>
    static MonthlyContent Behind()
    {
        var content = Titled(SampleVariants.Behind());
        return content with { Cases = [.. content.Cases, new(new(4, SampleContent.District, "310151102", "c3", "补报七月台账", new(2022, 9, 5), new(2022, 8, 20), "黄", "甲", "", 121), [])] };
    }

    static MonthlyContent FirstMonth()
    {
        var content = Titled(SampleVariants.Behind());
        return content with { Cover = content.Cover with { Period = Period.Month(SampleContent.Year, 1) }, Months = [content.Months[0]], Evaluations = content.Months[0].Standings[0].Evaluations, Alerts = [.. content.Alerts.Where(alert => alert.Months.Count == content.Months.Count).Select(alert => alert with { Months = [alert.Months[0]], Shortfall = null })] };
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_the_golden_text(string name) => GoldenText.Check($"bulletin-{name}.txt", WithoutSources(new WorkbookText(BulletinReport.Render(Variants[name]())).ToString()));

    // 来源 is the monthly report's, and stands in its golden texts.
    static string WithoutSources(string text) => string.Concat(text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("来源!", StringComparison.Ordinal)).Select(line => line + "\n"));

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_valid_for_each_Office(string name) => Workbooks.AssertValid(BulletinReport.Render(Variants[name]()));

    [Fact]
    public void Each_light_and_gap_is_the_assessments()
    {
        var content = Behind();
        var text = new WorkbookText(BulletinReport.Render(content));
        Assert.Equal(["快报", "缺口和督办", "口径与来源", "数据", "来源"], text.Sheets);
        var alert = content.Alerts.Single(one => one.IsLit && one.Evaluation.OrgUnit == SampleContent.District);
        Assert.Single(text.FindAll("快报", "新亮"));
        var named = alert.Shortfall!.Behind.Take(6).ToList();
        Assert.True(named.Count > 3, $"{named.Count} units");
        foreach (var gap in named)
        {
            var name = content.Catalog.OrgUnit(gap.OrgUnit)!.Name;
            Assert.Contains(text.FindAll("缺口和督办", name), cell => Row(text, "缺口和督办", cell, "E") == Math.Round(gap.Amount, 1, MidpointRounding.AwayFromZero) && Row(text, "缺口和督办", cell, "G") == gap.Share / 100);
        }
    }

    /// <summary>The chart stands on cells that hold every unit behind, from the largest gap to the least.</summary>
    [Fact]
    public void The_chart_is_drawn_from_the_gaps()
    {
        var content = Behind();
        var table = BulletinReport.Layout(content).Sheets[0].Blocks.OfType<Beside>().Single().Table;
        var gaps = content.Alerts.Single(one => one.IsLit && one.Evaluation.OrgUnit == SampleContent.District).Shortfall!.Behind;
        Assert.Equal(gaps.Select(gap => Math.Round(gap.Amount, 1, MidpointRounding.AwayFromZero)), table.Rows.Select(row => ((Number)row.Cells[1]).Value));
        Assert.All(table.Rows, row => Assert.NotNull(row.Cells[1].Of));
        // Without a light it is the course of the promise that most needs a look.
        Assert.Equal(12, BulletinReport.Layout(Titled(SampleContent.Chongming())).Sheets[0].Blocks.OfType<Beside>().Single().Table.Rows.Count);
    }

    [Fact]
    public void What_is_overdue_comes_first_with_its_days()
    {
        var cases = BulletinReport.Layout(Behind()).Sheets[1].Blocks.OfType<Table>().Single(table => table.Columns.Any(column => column.Head == "逾期天数"));
        Assert.Equal([("堡镇", 9m), ("新河镇", 0m)], cases.Rows.Select(row => (((Words)row.Cells[1]).Text, ((Number)row.Cells[5]).Value)));
    }

    [Fact]
    public void When_nothing_is_lit_it_says_so()
    {
        var text = new WorkbookText(BulletinReport.Render(Titled(SampleContent.Chongming())));
        Assert.Equal("1. 截至8月，可评的4项承诺都是绿灯，没有亮灯。", text["快报", "A6"]);
        Assert.Single(text.FindAll("快报", "没有亮灯的承诺"));
        Assert.Single(text.FindAll("缺口和督办", "没有未销号的督办"));
    }

    [Fact]
    public void Every_change_since_the_month_before_has_its_word()
    {
        var content = Behind();
        var alert = content.Alerts.Single(one => one.IsLit && one.Evaluation.OrgUnit == SampleContent.District);
        foreach (var (before, now, change) in new[]
        {
            (LightColour.green, LightColour.yellow, LightTurn.lit), (LightColour.grey, LightColour.red, LightTurn.lit), (LightColour.yellow, LightColour.red, LightTurn.worsened), (LightColour.red, LightColour.orange, LightTurn.eased),
            (LightColour.red, LightColour.green, LightTurn.gone_out), (LightColour.yellow, LightColour.grey, LightTurn.unjudged), (LightColour.orange, LightColour.orange, LightTurn.none), (LightColour.grey, LightColour.green, LightTurn.none),
        })
            Assert.Equal(change, LightTurns.Of(new(content), alert with { Months = [new(7, before, null, ""), new(8, now, null, "")] }));
        Assert.Equal(LightTurn.none, LightTurns.Of(new(content), alert with { Months = [new(8, LightColour.red, null, "")] }));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Each_number_of_the_sentences_is_its_fact(string name)
    {
        var content = Variants[name]();
        foreach (var told in NewsSentences.Of(new(content)).SelectMany(sentence => sentence.Numbers)) Assert.True(Expected(content, told) == told.Value, $"{told}: {Expected(content, told)}");
    }

    [Theory, MemberData(nameof(Cases))]
    public void No_number_stands_beside_them(string name) => BoundNumbers.AssertAlone(NewsSentences.Of(new(Variants[name]())));

    [Fact]
    public void What_people_write_stays_text()
    {
        var content = Behind();
        var hostile = SampleVariants.Hostile.Where(words => words.Length < 1000).ToList();
        var text = new WorkbookText(BulletinReport.Render(content with { Cases = [.. hostile.Select(words => content.Cases[0] with { Order = content.Cases[0].Order with { Demand = words } })] }));
        Assert.False(text.HasFormula);
        Assert.All(hostile, words => Assert.Single(text.FindAll("缺口和督办", SampleVariants.AsCarried(words))));
    }

    /// <summary>Out of a warehouse: the same lights as the month's alerts, a printed figure leads to its cells, and it repeats itself to the byte.</summary>
    [Fact]
    public void A_warehouse_is_told_and_its_figures_are_followed()
    {
        using var folder = new TestFolder();
        using var warehouse = OpenWarehouse.Open(folder.Data);
        warehouse.Definitions.Enter(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, folder.Data.Definitions), new(2022, 1, 1), TestWarehouse.At(new(2022, 1, 1)));
        JanuarySheets.Send(warehouse, JanuarySheets.All.Take(4), JanuarySheets.Now);
        var ask = new ReportAsk(warehouse, "310151", JanuarySheets.January, warehouse.Marts.LastLoad()!, Stamp: null, Demo: false);
        var bytes = Report.Named("alerts").Render(ask);
        Workbooks.AssertValid(bytes);
        Assert.Equal(bytes, Report.Named("alerts").Render(ask));
        var lit = Alerts.Of(AlertReading.Input(warehouse.Marts, ask.Catalog, "310151", 2022, 1, ask.AsOf)).Where(alert => alert.IsLit && alert.Evaluation.OrgUnit == "310151").ToList();
        var table = BulletinReport.Layout(BulletinReading.Read(ask)).Sheets[0].Blocks.OfType<Table>().Single(each => each.Columns.Any(column => column.Head == "预计结论"));
        Assert.Equal(lit.Select(alert => alert.Evaluation.Name).Order(), table.Rows.Select(row => ((Words)row.Cells[0]).Text.Split('（')[0]).Order());
        // The cells of the chart beside the page are shown figures too.
        using var book = new ClosedXML.Excel.XLWorkbook(new MemoryStream(bytes));
        var shown = book.Worksheet("数据").Tables.Single().DataRange.Rows().First(row => row.Field("指标代码").GetString().Length > 0 && row.Field("数值").DataType == ClosedXML.Excel.XLDataType.Number);
        var found = WorkbookLineage.Of(new MemoryStream(bytes), shown.Field("工作表").GetString(), shown.Field("单元格").GetString());
        Assert.Null(found.Fault);
        Assert.NotEmpty(found.Sources);
    }

    static decimal Row(WorkbookText text, string sheet, string cell, string column)
    {
        try { return decimal.Parse(text[sheet, column + cell[1..]], CultureInfo.InvariantCulture); }
        catch (Exception missing) when (missing is KeyNotFoundException or FormatException) { return decimal.MinValue; }
    }

    static decimal Expected(MonthlyContent content, Told told)
    {
        var month = content.Period.Start.Month;
        var own = content.Alerts.Where(alert => alert.Evaluation.OrgUnit == SampleContent.District).ToList();
        var units = content.Alerts.Where(alert => alert.Evaluation.OrgUnit != SampleContent.District).ToList();
        var judged = own.Where(alert => alert.Now.Light != LightColour.grey).ToList();
        var ends = own.Where(alert => alert.IsLit && content.Evaluations.Any(one => one.Id == alert.Evaluation.Id && one.Target is not null)).Select(alert => content.Landings.GetValueOrDefault(alert.Evaluation.Id)?.YearEnd).OfType<LandedEnd>().Where(end => end.Outlook != Outlook.unjudged).ToList();
        var gaps = own.SingleOrDefault(alert => alert.Evaluation.Id == told.Subject)?.Shortfall;
        var day = ShanghaiTime.DateOf(content.Cover.LoadCommittedAt);
        return told.Fact switch
        {
            Fact.month => month,
            Fact.lights => judged.Count,
            Fact.lights_lit => judged.Count(alert => alert.IsLit),
            Fact.lights_of_colour => judged.Count(alert => alert.Now.Light.ToString() == told.Subject),
            Fact.lights_changed => own.Count(alert => Turned(alert.Before?.Light, alert.Now.Light) == told.Subject),
            Fact.landings => ends.Count,
            Fact.landings_of_outlook => ends.Count(end => end.OutlookWords == told.Subject),
            Fact.gap => Math.Round(gaps!.Behind.Sum(gap => gap.Amount), 1, MidpointRounding.AwayFromZero),
            Fact.units_behind => gaps!.Behind.Count,
            Fact.gap_share => gaps!.Behind.Single(gap => gap.OrgUnit == told.OrgUnit).Share!.Value,
            Fact.units_lit => units.Where(alert => alert.IsLit).Select(alert => alert.Evaluation.OrgUnit).Distinct().Count(),
            Fact.unit_lights => units.Count(alert => alert.IsLit),
            Fact.units_newly_lit => units.Where(alert => Turned(alert.Before?.Light, alert.Now.Light) is "lit" or "worsened").Select(alert => alert.Evaluation.OrgUnit).Distinct().Count(),
            Fact.cases_open => content.Cases.Count,
            Fact.cases_overdue => content.Cases.Count(one => one.Order.Deadline < day),
            _ => throw new ArgumentOutOfRangeException(nameof(told), told, "a fact that nobody looks up"),
        };
    }

    static string Turned(LightColour? before, LightColour now) => (before, now) switch
    {
        (null, _) => "none",
        ( <= LightColour.green, > LightColour.green) => "lit",
        ( > LightColour.green, LightColour.grey) => "unjudged",
        ( > LightColour.green, LightColour.green) => "gone_out",
        ({ } was, _) when was > LightColour.green && now > was => "worsened",
        ({ } was, _) when was > LightColour.green && now < was => "eased",
        _ => "none",
    };
}

using System.Xml.Linq;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using Reporting.Reports.Drawing;
using Reporting.Reports.Layout;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>What the workbook library cannot say and is put into the file it saved: charts, lines and bars in cells, flat tables, links.</summary>
public class DrawingTests
{
    static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    static readonly Table Months = new(
        [new("指标"), .. Enumerable.Range(1, 6).Select(month => new Column($"{month}月", Alignment.right)), new("走势", Alignment.center), new("亮灯", Alignment.center)],
        [Row("新增就业", 3), Row("职业技能培训", 5)]);

    static readonly Table Course = new(
        [new("月份"), new("累计完成", Alignment.right), new("序时", Alignment.right)],
        [.. Enumerable.Range(1, 6).Select(month => new Row([$"{month}月", month == 4 ? new NoPoint() : new Number(month * 90), new Number(month * 100)]))]);

    static readonly Table Ranks = new(
        [new("街镇"), new("完成率", Alignment.right), new("") { IsBars = true }],
        [.. Enumerable.Range(1, 8).Select(unit => new Row([$"第{unit}镇", new Number(1 - unit / 20m, "0.0%"), new Number(1 - unit / 20m, "0.0%")]))]);

    internal static byte[] Book()
    {
        var first = new SheetLayout("总览", false, [20, 9, 9, 9, 9, 9, 9, 14, 10, 10, 12, 12],
        [
            new Line(LineKind.title, "样表"),
            new Beside(Course),
            new ChartBand(
            [
                new("新增就业（人）", "各月累计与序时", CellBlock.Down(Course, 0),
                    [new(CellBlock.Of(Course, -1, 1), CellBlock.Down(Course, 1), SeriesKind.column), new(CellBlock.Of(Course, -1, 2), CellBlock.Down(Course, 2), SeriesKind.dashed)]),
                new("新增就业按月（人）", "一行中的各月", CellBlock.Across(Months, -1, 1, 6), [new(CellBlock.Of(Months, 0, 0), CellBlock.Across(Months, 0, 1, 6), SeriesKind.line)]),
            ]),
            Months,
            new PageBreak(),
            new Line(LineKind.note, "第二页"),
        ], MostPages: 0)
        { AsideColumns = 3 };
        var ranks = new SheetLayout("分街镇", false, [20, 12, 20], [new Line(LineKind.title, "排名"), Ranks,
            new ChartBand([new("完成率", "从高到低", CellBlock.Down(Ranks, 0), [new(CellBlock.Of(Ranks, -1, 1), CellBlock.Down(Ranks, 1), SeriesKind.bar)], "0.0%") { ShowsValues = true }])], MostPages: 1);
        var data = new SheetLayout("数据", false, [12, 12], [new Line(LineKind.title, "数据"), new Line(LineKind.note, "供筛选和透视用。")], MostPages: 1)
        {
            Flat = new("数据表", [new("名称", 12), new("数值", 12), new("备注", 20)], [["新增就业", 540.5m, null], ["=1+1 <&>", 2m, "@x"]]),
        };
        return WorkbookWriter.Write(new("样表", "测试", "", new(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc), [first, ranks, data]) { HasContents = true });
    }

    static Row Row(string name, int step) => new([name, .. Enumerable.Range(1, 6).Select(month => (Cell)new Number(month * step)), new Sparkline(1, 6), new Light(LightColour.red, "红")]);

    [Fact]
    public void Each_Office_takes_what_was_added() => Workbooks.AssertValid(Book());

    [Fact]
    public void The_same_declaration_gives_the_same_bytes() => Assert.Equal(Book(), Book());

    [Fact]
    public void A_chart_points_at_the_cells_that_hold_its_figures()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Book()), false);
        var charts = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.DrawingsPart?.ChartParts ?? []).Select(part => XDocument.Load(part.GetStream())).ToList();
        Assert.Equal(3, charts.Count);
        var text = new WorkbookText(Book());
        foreach (var values in charts.SelectMany(chart => chart.Descendants(C + "numRef")))
        {
            var cells = Cells(values.Element(C + "f")!.Value).ToList();
            var kept = values.Descendants(C + "pt").ToDictionary(point => (int)point.Attribute("idx")!, point => point.Element(C + "v")!.Value);
            Assert.NotEmpty(kept);
            foreach (var (index, cell) in cells.Index())
                if (kept.TryGetValue(index, out var value)) Assert.Equal(decimal.Parse(value, null), decimal.Parse(text[cell.Sheet, cell.Address], null));
                else Assert.Throws<KeyNotFoundException>(() => text[cell.Sheet, cell.Address]); // a month without a value breaks the line
        }
    }

    [Fact]
    public void Columns_and_bars_stand_on_zero_and_lines_need_not()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Book()), false);
        var charts = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.DrawingsPart?.ChartParts ?? []).Select(part => XDocument.Load(part.GetStream())).ToList();
        Assert.All(charts, chart => Assert.Equal(chart.Descendants(C + "barChart").Any() ? "0" : null, chart.Descendants(C + "valAx").Single().Descendants(C + "min").SingleOrDefault()?.Attribute("val")?.Value));
        Assert.Contains(charts, chart => !chart.Descendants(C + "barChart").Any());
    }

    [Fact]
    public void A_flat_table_is_read_by_another_library_as_one()
    {
        using var book = new XLWorkbook(new MemoryStream(Book()));
        var table = book.Worksheet("数据").Tables.Single();
        Assert.Equal("数据表", table.Name);
        Assert.Equal(["新增就业", "=1+1 <&>"], table.DataRange.Rows().Select(row => row.Field("名称").GetString()));
        Assert.Equal([540.5, 2.0], table.DataRange.Rows().Select(row => row.Field("数值").GetDouble()));
        Assert.DoesNotContain(table.DataRange.Cells(), cell => cell.HasFormula);
    }

    [Fact]
    public void The_contents_lead_to_each_sheet_and_back()
    {
        using var book = new XLWorkbook(new MemoryStream(Book()));
        string[] Links(string sheet) => [.. book.Worksheet(sheet).Hyperlinks.Select(link => link.InternalAddress)];
        Assert.Equal(["'分街镇'!A1", "'数据'!A1"], Links("总览"));
        Assert.Equal(["'总览'!A1"], Links("数据"));
        Assert.All(book.Worksheets, sheet => Assert.NotEmpty(sheet.PageSetup.PrintAreas));
    }

    /// <summary>The cells of a reference such as <c>'总览'!$J$3:$J$8</c>.</summary>
    static IEnumerable<(string Sheet, string Address)> Cells(string reference)
    {
        var (sheet, range) = (reference[1..reference.IndexOf("'!", StringComparison.Ordinal)], reference[(reference.IndexOf('!') + 1)..].Replace("$", "", StringComparison.Ordinal));
        using var book = new XLWorkbook(new MemoryStream(Book()));
        return [.. book.Worksheet(sheet).Range(range).Cells().Select(cell => (sheet, cell.Address.ToString()!))];
    }
}

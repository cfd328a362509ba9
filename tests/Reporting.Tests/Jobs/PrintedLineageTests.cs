using ClosedXML.Excel;
using Reporting.Reports;
using Reporting.Reports.Lineage;
using Reporting.Tests.Demo;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Jobs;

/// <summary>From a figure that is printed to the cells of the senders' files, by the workbook alone; the cells are read again by another library.</summary>
public sealed class PrintedLineageTests : IDisposable
{
    const int Sent = 4, Drawn = 10;

    readonly TestFolder folder = new();
    readonly byte[] workbook;

    public PrintedLineageTests()
    {
        using var warehouse = OpenWarehouse.Open(folder.Data);
        warehouse.Definitions.Enter(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, folder.Data.Definitions), new(2022, 1, 1), TestWarehouse.At(new(2022, 1, 1)));
        JanuarySheets.Send(warehouse, JanuarySheets.All.Take(Sent), JanuarySheets.Now);
        workbook = Report.Named("monthly").Render(new(warehouse, "310151", JanuarySheets.January, warehouse.Marts.LastLoad()!, Stamp: null, Demo: false));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Ten_figures_drawn_by_lot_lead_to_cells_that_hold_what_they_say()
    {
        var figures = Figures();
        new Random(20220131).Shuffle(figures);
        Assert.True(figures.Length > Drawn, $"{figures.Length} figures");
        foreach (var (sheet, cell, value) in figures.Take(Drawn))
        {
            var found = Of(sheet, cell);
            Assert.Null(found.Fault);
            Assert.Equal(value, decimal.Parse(found.Printed!.Value, null));
            Assert.NotEmpty(found.Sources);
            foreach (var source in found.Sources)
            {
                var sent = JanuarySheets.All.Take(Sent).Single(each => each.FileName == source["文件"]);
                var cells = ReadBack.Cells(sent);
                Assert.Equal(decimal.Parse(source["数值"], null), ReadBack.Number(cells[source["单元格"]]) * (ReadBack.InTenThousands(cells) ? 10_000 : 1));
            }
        }
    }

    /// <summary>A township's own sum of one month is what its one source says, and the district's the sum of all.</summary>
    [Fact]
    public void Sums_of_sources_are_what_is_printed()
    {
        var checkedFigures = 0;
        foreach (var (sheet, cell, value) in Figures().Where(figure => figure.Sheet.StartsWith("分街镇", StringComparison.Ordinal) && decimal.IsInteger(figure.Value)))
        {
            var found = Of(sheet, cell);
            if (found.Printed!.Column.Contains("名次", StringComparison.Ordinal) || found.Sources.Select(source => source["填报指标"]).Distinct().Count() != 1) continue;
            Assert.Equal(value, found.Sources.Sum(source => decimal.Parse(source["数值"], null)));
            checkedFigures++;
        }
        Assert.True(checkedFigures > Sent, $"{checkedFigures} figures");
    }

    [Fact]
    public void What_leads_nowhere_says_why()
    {
        Assert.Equal(LineageFault.no_sheet, Of("没有的表", "A1").Fault);
        Assert.Contains("总览", Of("没有的表", "A1").Sheets);
        Assert.Equal(LineageFault.no_figure, Of("总览", "ZZ99").Fault);
        Assert.Equal(LineageFault.no_workbook, WorkbookLineage.Of(new MemoryStream([1, 2, 3]), "总览", "A1").Fault);
        using var other = new XLWorkbook();
        other.AddWorksheet("总览").Cell(1, 1).SetValue(1);
        using var bytes = new MemoryStream();
        other.SaveAs(bytes);
        Assert.Equal(LineageFault.no_index, WorkbookLineage.Of(bytes, "总览", "A1").Fault);
    }

    LineageOfCell Of(string sheet, string cell) => WorkbookLineage.Of(new MemoryStream(workbook), sheet, cell);

    /// <summary>The printed numbers that are a figure of an indicator, as the sheet 数据 lists them.</summary>
    (string Sheet, string Cell, decimal Value)[] Figures()
    {
        using var book = new XLWorkbook(new MemoryStream(workbook));
        return [.. book.Worksheet("数据").Tables.Single().DataRange.Rows().Where(row => row.Field("指标代码").GetString().Length > 0 && row.Field("数值").DataType == XLDataType.Number)
            .Select(row => (row.Field("工作表").GetString(), row.Field("单元格").GetString(), (decimal)row.Field("数值").GetDouble()))];
    }
}

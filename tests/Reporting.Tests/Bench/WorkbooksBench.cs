using System.Diagnostics;
using System.Globalization;
using Reporting.Reports;
using Reporting.Reports.Bulk;

namespace Reporting.Tests.Bench;

/// <summary>
/// The monthly workbook of 20 units × 30 indicators × 24 months, and a million rows of 12 columns, each beside a bare writer that puts the
/// same cells. Peak memory is the most that a process of its own ever had resident (VmHWM), its program and runtime included.
/// <c>bench workbooks</c>
/// </summary>
static class WorkbooksBench
{
    const int Rows = 1_000_000;

    public static string Run()
    {
        using var folder = new Warehouse.TestFolder();
        var content = LargeMonth.Of(units: 20, indicators: 30);
        var workbook = MonthlyReport.Render(content);
        var cells = BareWorkbook.CellsOf(workbook);
        var monthly = Rounds.Of(1, 5,
            ("monthly workbook", () => MonthlyReport.Render(content)),
            ("bare writer, same cells", () => BareWorkbook.Write(new MemoryStream(), cells)));
        var bulk = Rounds.Of(1, 3,
            ("a million rows of 12 columns", () => Bulk(folder)),
            ("bare writer, same cells", () => BareRows(folder)));
        return string.Join('\n',
        [
            $"monthly workbook: 20 units × 30 indicators × 24 months, {content.Figures.Count:#,##0} figures, {content.Sources.Count + content.UnitSources.Count:#,##0} sources; {cells.Sum(sheet => sheet.Rows.Sum(row => row.Count)):#,##0} cells, {workbook.Length:#,##0} bytes; median of 5 rounds in turn after 1",
            .. Lines(monthly), $"  most memory of a process that writes it once: {Peak("workbooks-month")}",
            $"bulk: {Rows:#,##0} rows × 12 columns to .xlsx, {Bulk(folder):#,##0} bytes (bare {BareRows(folder):#,##0}); median of 3 rounds in turn after 1",
            .. Lines(bulk), $"  most memory of a process that writes it once: {Peak("workbooks-rows")}",
        ]);
    }

    /// <summary>One workbook in a process of its own, which then says how much memory it ever had.</summary>
    public static string Alone(string name)
    {
        using var folder = new Warehouse.TestFolder();
        if (name == "workbooks-month") MonthlyReport.Render(LargeMonth.Of(20, 30));
        else Bulk(folder);
        var line = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return $"{long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2], CultureInfo.InvariantCulture) / 1024} MB";
    }

    static IEnumerable<string> Lines(IReadOnlyList<(string Name, double Milliseconds, long Bytes)> ways) => ways.Select(way =>
        $"  {way.Name,-32} {Rounds.Text(way.Milliseconds),9} ms {Rounds.Text(way.Milliseconds / ways[^1].Milliseconds),6} × {way.Bytes / 1024 / 1024,8:#,##0} MB allocated");

    static long Bulk(Warehouse.TestFolder folder)
    {
        using var file = File.Create(Path.Combine(folder.Data.Root, "rows.xlsx"));
        StreamedBook.Write(file, new("填报值", "填报值", "测试", new(2022, 1, 1)), [.. Enumerable.Range(1, 12).Select(number => new SheetColumn($"第{number}列", 12))], Made());
        return file.Length;
    }

    static long BareRows(Warehouse.TestFolder folder)
    {
        using var file = File.Create(Path.Combine(folder.Data.Root, "bare.xlsx"));
        BareWorkbook.Write(file, [("rows", Made())]);
        return file.Length;
    }

    static IEnumerable<IReadOnlyList<object?>> Made()
    {
        for (var row = 0; row < Rows; row++)
            yield return
            [
                "310151", $"3101511{row % 18:00}", "new_employment", $"20{16 + row % 10}-{row % 12 + 1:00}", "本期", "total", row % 9973 + 0.25m, "已报", "城桥镇", "新增就业人数", $"310151-20220309-{row % 1_000_000:000000}", (long)(row % 400),
            ];
    }

    static string Peak(string name)
    {
        using var folder = new Warehouse.TestFolder(); // this process has the data folder where it runs
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(WorkbooksBench).Assembly.Location, "bench", name]) { WorkingDirectory = folder.Data.Root, RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said.Trim();
    }
}

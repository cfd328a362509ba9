using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using ExcelDataReader;
using Reporting.Reports;
using Reporting.Reports.Drawing;
using Reporting.Tests.Reports;
using Reporting.Warehouse;

namespace Reporting.Tests.Demo;

/// <summary>Every report of the family, for both districts of the demo: sound for whatever opens it here, one sheet saying what the other prints, and few pages.</summary>
[Collection(SharedDemoRun.Name)]
public sealed class DemoFamilyTests(DemoRun run)
{
    static readonly string[] Districts = [DemoRun.Chongming, DemoRun.Songjiang];

    /// <summary>Printed pages that a leader, or a township, is to read at most.</summary>
    static readonly Dictionary<string, int> MostPages = new() { ["monthly"] = 12, ["quarterly"] = 12, ["half-year"] = 12, ["alerts"] = 12, ["feedback"] = 3 };

    public static TheoryData<string, string> Books
    {
        get
        {
            var books = new TheoryData<string, string>();
            foreach (var report in Report.All)
                foreach (var district in Districts) books.Add(report.Name, district);
            return books;
        }
    }

    [Theory, MemberData(nameof(Books))]
    public void A_workbook_is_sound_and_its_data_sheet_says_what_is_printed(string report, string district)
    {
        var bytes = Draft(report, district);
        Workbooks.AssertValid(bytes);
        using var book = new XLWorkbook(new MemoryStream(bytes));
        Assert.True(book.Worksheet(1).TabActive);
        Assert.All(book.Worksheets, sheet => Assert.NotEqual("", sheet.Cell("A1").GetString()));
        Assert.Equal(book.Worksheets.Count, book.Worksheets.Select(sheet => sheet.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain(book.Worksheets.SelectMany(sheet => sheet.CellsUsed()), cell => cell.HasFormula);

        var cells = ByAnotherReader(bytes);
        Assert.Equal(book.Worksheets.Select(sheet => sheet.Name), cells.Keys);
        if (!book.TryGetWorksheet(DataSheet.Name, out var data)) return; // of words alone
        var figures = data.Tables.Single().DataRange.Rows().Where(row => row.Field("数值").Value is double).ToList();
        Assert.NotEmpty(figures);
        foreach (var row in figures)
        {
            var place = XLHelper.GetColumnNumberFromLetter(Regex.Match(row.Field("单元格").GetString(), "[A-Z]+").Value);
            var number = int.Parse(Regex.Match(row.Field("单元格").GetString(), "[0-9]+").Value, CultureInfo.InvariantCulture);
            Assert.Equal(row.Field("数值").GetDouble(), cells[row.Field("工作表").GetString()][number - 1][place - 1]);
        }
    }

    [DebianFact("libreoffice-calc-nogui fonts-noto-cjk poppler-utils", "soffice", "pdfinfo", "pdftotext")]
    public void Each_prints_on_few_pages_and_none_is_empty()
    {
        var folder = Directory.CreateTempSubdirectory("reporting-family-").FullName;
        try
        {
            List<(string Report, string Name)> books = [.. Report.All.SelectMany(report => Districts, (report, district) => (report.Name, $"{report.Name}-{district}"))];
            foreach (var (report, name) in books) File.WriteAllBytes(Path.Combine(folder, name + ".xlsx"), PrintedSheets.Of(Draft(report, name[^6..])));
            RenderedTests.Run(folder, "soffice", [$"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to", "pdf", .. books.Select(book => book.Name + ".xlsx")]);
            foreach (var (report, name) in books)
            {
                var pages = RenderedTests.Run(folder, "pdftotext", "-layout", name + ".pdf", "-").TrimEnd('\f').Split('\f');
                Assert.InRange(pages.Length, 1, MostPages.GetValueOrDefault(report, 60));
                Assert.All(pages, page => Assert.True(page.Split('\n').Count(line => line.Trim().Length > 0) >= 4, $"{name}: a page with next to nothing on it:\n{page}"));
                Assert.All(pages, page => Assert.DoesNotContain("###", page, StringComparison.Ordinal));
                Assert.Equal($"第{pages.Length}页共{pages.Length}页", pages[^1].TrimEnd().Split('\n')[^1].Replace(" ", "", StringComparison.Ordinal));
            }
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    /// <summary>What one test has had made the other looks at, too.</summary>
    static readonly ConcurrentDictionary<(string Report, string District), byte[]> Drafts = [];

    byte[] Draft(string report, string district) => Drafts.GetOrAdd((report, district), key => Made(key.Report, key.District));

    /// <summary>As of the last load; of a report about units, that of the district's first township.</summary>
    byte[] Made(string report, string district)
    {
        List<string> words = ["report", report, "--district", district, "--as-of", run.Office.Warehouse.Marts.LastLoad()!.LoadId.ToString(CultureInfo.InvariantCulture), "--out", Path.Combine(run.Program.Home, "book.xlsx")];
        if (Report.Named(report).IsOfUnit)
            words.AddRange(["--org", run.Office.Warehouse.Definitions.Current.District(district)!.Units.First(unit => unit is { Counts: true, Kind: OrgUnitKind.township, ValidTo: null }).Code]);
        return Assert.Single(run.Ask([.. words]).Files!).Bytes;
    }

    static Dictionary<string, List<object?[]>> ByAnotherReader(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        var sheets = new Dictionary<string, List<object?[]>>();
        do
        {
            var rows = sheets[reader.Name] = [];
            while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }
        while (reader.NextResult());
        return sheets;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Reports;
using Reporting.Reports.Drawing;
using Reporting.Reports.Bulletin;
using Reporting.Reports.Filings;

namespace Reporting.Tests.Reports;

/// <summary>The workbooks as they leave a printer: pages, title, and no figure that its cell is too narrow for.</summary>
public class RenderedTests
{
    const int MostPages = 12;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [DebianFact("libreoffice-calc-nogui fonts-noto-cjk poppler-utils", "soffice", "pdfinfo", "pdftotext")]
    public void The_monthly_workbook_prints_on_few_pages()
    {
        var folder = Directory.CreateTempSubdirectory("reporting-rendered-").FullName;
        try
        {
            var (pages, text) = Rendered(MonthlyReport.Render(SampleContent.Chongming()), folder);
            Assert.InRange(pages, 1, MostPages);
            var sheets = text.Split('\f');
            Assert.Contains("二、有数量目标的承诺", sheets[0], StringComparison.Ordinal);
            Assert.Contains("指标进度", sheets[1], StringComparison.Ordinal); // the overview ended on its one page
            Assert.Contains("崇明区就业和社会保障规划指标监测月报", text, StringComparison.Ordinal);
            foreach (var heading in new[] { "指标进度", "各项承诺走势", "预警与督办", "街镇排名", "各街镇本年累计", "报送情况", "口径与来源" }) Assert.Contains(heading, text, StringComparison.Ordinal);
            Assert.DoesNotContain("###", text, StringComparison.Ordinal);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    /// <summary>Forty units, twenty commitments and the longest words: what does not fit is printed smaller, never on more pages.</summary>
    [DebianFact("libreoffice-calc-nogui fonts-noto-cjk poppler-utils", "soffice", "pdfinfo", "pdftotext")]
    public void A_large_district_prints_on_no_more_pages()
    {
        var folder = Directory.CreateTempSubdirectory("reporting-rendered-").FullName;
        try
        {
            var (pages, _) = Rendered(MonthlyReport.Render(SampleVariants.Wide(40, 20) with { Submissions = SampleContent.Chongming().Submissions }), folder);
            Assert.InRange(pages, 1, MostPages);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    /// <summary>A chart is drawn from the cells, not from a picture of them: who changes a figure sees the bar's number change.</summary>
    [DebianFact("libreoffice-calc-nogui fonts-noto-cjk poppler-utils", "soffice", "pdfinfo", "pdftotext")]
    public void Changing_a_cell_moves_the_rendered_chart()
    {
        var folder = Directory.CreateTempSubdirectory("reporting-rendered-").FullName;
        try
        {
            var book = DrawingTests.Book();
            var before = Rendered(book, folder).Text;
            Assert.Equal((2, 0), (Times(before, "95.0%"), Times(before, "31.0%"))); // in its cell and at its bar
            var package = new Package(book);
            package.Edit(package.PartOf("分街镇"), sheet => sheet.Descendants(Package.Main + "v").First(value => value.Value == "0.95").Value = "0.31");
            var after = Rendered(package.ToArray(), folder).Text;
            Assert.Equal((0, 2), (Times(after, "95.0%"), Times(after, "31.0%")));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    static int Times(string text, string words) => text.Split(words).Length - 1;

    /// <summary>通报 and 快报 are short, the 口径册 is as long as it is; none has a figure that its cell is too narrow for. Two hidden sheets are among the pages.</summary>
    [DebianFact("libreoffice-calc-nogui fonts-noto-cjk poppler-utils", "soffice", "pdfinfo", "pdftotext")]
    public void The_others_of_the_family_print()
    {
        var alerts = SampleVariants.Behind() with { Cover = SampleContent.Cover with { Title = BulletinReport.Title } };
        foreach (var (workbook, most, headings) in new (byte[], int, string[])[]
        {
            (FilingsReport.Render(SampleFilings.Chongming()), 6, ["二、各单位报送", "标记的含义和份数", "一、尚欠的报表", "一、报送义务"]),
            (BulletinReport.Render(alerts), 6, ["一、要点", "亮着的灯", "二、未销号的督办", "一、亮灯标准"]),
        })
        {
            var folder = Directory.CreateTempSubdirectory("reporting-rendered-").FullName;
            try
            {
                var (pages, text) = Rendered(workbook, folder);
                Assert.InRange(pages, 3, most);
                Assert.All(headings, heading => Assert.Contains(heading, text, StringComparison.Ordinal));
                Assert.DoesNotContain("###", text, StringComparison.Ordinal);
            }
            finally { Directory.Delete(folder, recursive: true); }
        }
    }

    static (int Pages, string Text) Rendered(byte[] workbook, string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "monthly.xlsx"), workbook);
        // A profile of its own: two renderings at a time, or another user's office, would share the default one.
        Run(folder, "soffice", $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to", "pdf", "monthly.xlsx");
        var pages = Regex.Match(Run(folder, "pdfinfo", "monthly.pdf"), @"Pages:\s+(\d+)").Groups[1].Value;
        return (int.Parse(pages, CultureInfo.InvariantCulture), Run(folder, "pdftotext", "-layout", "monthly.pdf", "-"));
    }

    internal static string Run(string folder, string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end within {Patience}");
        }
        Assert.True(process.ExitCode == 0, $"{program}: {error.Result}");
        return output.Result;
    }
}

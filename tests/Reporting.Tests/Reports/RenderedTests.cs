using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Reports;

namespace Reporting.Tests.Reports;

/// <summary>The monthly workbook as it leaves a printer: pages, title, and no figure that its cell is too narrow for.</summary>
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
            foreach (var heading in new[] { "指标进度", "各街镇本年累计", "报送情况", "口径与来源" }) Assert.Contains(heading, text, StringComparison.Ordinal);
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

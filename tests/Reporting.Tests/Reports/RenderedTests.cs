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
            Assert.Contains("崇明区就业和社会保障规划指标监测月报", text, StringComparison.Ordinal);
            foreach (var heading in new[] { "指标进度", "各街镇本年累计", "报送情况", "口径与来源" }) Assert.Contains(heading, text, StringComparison.Ordinal);
            Assert.DoesNotContain("###", text, StringComparison.Ordinal);
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

    static string Run(string folder, string program, params string[] args)
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

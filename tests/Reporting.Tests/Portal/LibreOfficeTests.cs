using System.Diagnostics;
using Reporting.Portal;
using Reporting.Reports;
using Reporting.Tests.Reports;
using Reporting.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>A workbook as PDF, and what is said where there is none.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    static readonly byte[] Book = DrawingTests.Book();

    readonly string folder = Directory.CreateTempSubdirectory("reporting-soffice-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [DebianFact("libreoffice-calc-nogui fonts-noto-cjk poppler-utils", "soffice", "pdftotext")]
    public void A_report_becomes_the_PDF_that_it_prints()
    {
        var pdf = Path.Combine(folder, "F.pdf");
        File.WriteAllBytes(pdf, LibreOffice.Pdf(MonthlyReport.Render(SampleContent.Chongming()), default));
        var text = RenderedTests.Run(folder, "pdftotext", "-layout", "F.pdf", "-");
        Assert.Contains("崇明区就业和社会保障规划指标监测月报", text, StringComparison.Ordinal);
        Assert.DoesNotContain("此表隐藏，不打印", text, StringComparison.Ordinal); // 数据 and 来源 are for looking up
        var pages = text.TrimEnd('\f').Split('\f');
        Assert.Equal($"第{pages.Length}页共{pages.Length}页", pages[^1].TrimEnd().Split('\n')[^1].Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_it_is_absent_the_answer_says_what_to_install()
    {
        var error = Assert.Throws<FailureException>(() => LibreOffice.Pdf(Book, default, Path.Combine(folder, "absent")));
        Assert.Contains("apt-get install libreoffice-calc-nogui", error.In("zh"), StringComparison.Ordinal);
        Assert.Contains("没有装 LibreOffice", error.In("zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_makes_nothing_is_told_with_its_own_words()
    {
        var error = Assert.Throws<FailureException>(() => LibreOffice.Pdf(Book, default, Program("echo 'source file could not be loaded' >&2; exit 1")));
        Assert.Contains("source file could not be loaded", error.In("zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_takes_too_long_is_ended_with_all_that_it_started()
    {
        var children = Path.Combine(folder, "children");
        var program = Program($"echo $HOME/book.xlsx > {folder}/where; echo $$ >> {children}\nsh -c 'echo $$ >> {children}; sleep 600; true' &\nwait");
        var since = Stopwatch.StartNew();
        var error = Assert.Throws<FailureException>(() => LibreOffice.Pdf(Book, default, program, TimeSpan.FromSeconds(2)));
        Assert.Contains("2 秒内没有转完", error.In("zh"), StringComparison.Ordinal);
        Assert.True(since.Elapsed < TimeSpan.FromSeconds(60));
        var ids = File.ReadAllLines(children);
        Assert.Equal(2, ids.Length);
        Assert.All(ids, id => RunningProgram.Until(() => IsAlive(id), alive => !alive));
        Assert.False(Directory.Exists(Path.GetDirectoryName(File.ReadAllText(Path.Combine(folder, "where")).Trim()))); // its profile and what it was given
    }

    [Fact]
    public void Who_has_gone_waits_for_nothing()
    {
        using var gone = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        Assert.ThrowsAny<OperationCanceledException>(() => LibreOffice.Pdf(Book, gone.Token, Program("exec sleep 600")));
    }

    // A killed child that nobody has waited for yet is still listed.
    static bool IsAlive(string id) => File.Exists($"/proc/{id}/stat") && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);

    string Program(string body)
    {
        var path = Path.Combine(folder, "soffice");
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        RenderedTests.Run(folder, "chmod", "+x", path);
        return path;
    }
}

using System.ComponentModel;
using System.Diagnostics;
using Reporting.Reports.Drawing;

namespace Reporting.Portal;

/// <summary>
/// The only file that knows LibreOffice: a workbook becomes the PDF that it prints. Each run has a profile and a folder of its own, so that
/// neither another run nor a user's open office is touched, and a time limit after which it is ended with all that it started.
/// </summary>
static class LibreOffice
{
    const string Program = "soffice";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static bool IsPdf(string path) => Path.GetExtension(path).Equals(".pdf", StringComparison.OrdinalIgnoreCase);

    /// <param name="program">For tests; else the one on the path.</param>
    /// <exception cref="FailureException">It is not installed, took too long or made nothing; says what to do.</exception>
    public static byte[] Pdf(byte[] workbook, CancellationToken gone, string program = Program, TimeSpan? patience = null)
    {
        var folder = Directory.CreateTempSubdirectory("reporting-pdf-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "book.xlsx"), PrintedSheets.Of(workbook));
            var said = Run(program, folder, patience ?? Patience, gone);
            var made = Path.Combine(folder, "book.pdf");
            return File.Exists(made) ? File.ReadAllBytes(made) : throw new FailureException(
                $"LibreOffice 没有生成 PDF：{said}。工作簿本身没有问题：把 --out 写成 .xlsx 取工作簿。", $"LibreOffice made no PDF: {said}. The workbook is fine: name --out F.xlsx to get it.");
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    /// <returns>The last thing that it said.</returns>
    static string Run(string program, string folder, TimeSpan patience, CancellationToken gone)
    {
        using var process = Started(program, folder);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(gone);
        limit.CancelAfter(patience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            return (error.GetAwaiter().GetResult() + output.GetAwaiter().GetResult()).Trim().Split('\n')[^1] is { Length: > 0 } last ? last : $"exit code {process.ExitCode}";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            gone.ThrowIfCancellationRequested();
            throw new FailureException($"LibreOffice {patience.TotalSeconds:0} 秒内没有转完，已结束它；稍后再试，或把 --out 写成 .xlsx 取工作簿。",
                $"LibreOffice did not finish within {patience.TotalSeconds:0} s and was ended; try again, or name --out F.xlsx to get the workbook.");
        }
    }

    static Process Started(string program, string folder)
    {
        var start = new ProcessStartInfo(program,
            [$"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", "pdf:calc_pdf_Export", "--outdir", folder, "book.xlsx"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["HOME"] = folder; // what it keeps beside its profile goes with the folder too
        try { return Process.Start(start)!; }
        catch (Win32Exception absent)
        {
            throw new FailureException("没有装 LibreOffice（找不到 soffice），不能生成 PDF：apt-get install libreoffice-calc-nogui fonts-noto-cjk，或把 --out 写成 .xlsx 取工作簿。",
                "LibreOffice is not installed (there is no soffice), so there can be no PDF: apt-get install libreoffice-calc-nogui fonts-noto-cjk, or name --out F.xlsx to get the workbook.", absent);
        }
    }
}

using System.Text;
using System.Xml;
using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

/// <summary>
/// Bytes become a grid of typed cells. What a file is, is told from its content. Bad input is never an exception: it comes back as
/// a file without sheets whose one error finding says what to do.
/// </summary>
public static class FileReader
{
    // GB18030 for text files, and what old programs declare in their XML.
    static FileReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="fileName">As sent; only to speak of the file.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled; passing the time limit is a finding.</exception>
    public static ReadFile Read(ReadOnlyMemory<byte> bytes, string fileName, ReadLimits limits, CancellationToken cancel = default)
    {
        if (bytes.Length > limits.FileBytes) return ReadFindings.Refusal("unknown", ReadFindings.FileTooLarge(bytes.Length, limits.FileBytes));
        if (bytes.IsEmpty) return ReadFindings.Refusal("empty", ReadFindings.Empty(fileName));
        var format = FileFormat.Of(bytes.Span);
        // An office's lock file: its content may be any few bytes, its name nobody else gives. A workbook renamed so is still one.
        if (format is "csv" or "unknown" && fileName.StartsWith("~$", StringComparison.Ordinal)) format = "lock";
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(limits.Time);
        try
        {
            return Checked(ReadAs(ref format, bytes, fileName, new(limits, bytes.Length, deadline.Token)), fileName);
        }
        catch (FileLimitException passed) { return ReadFindings.Refusal(format, passed.Finding); }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { return ReadFindings.Refusal(format, ReadFindings.TookTooLong(limits.Time)); }
        catch (DecoderFallbackException) { return ReadFindings.Refusal(format, ReadFindings.TextEncoding(fileName)); }
        catch (Exception broken) when (IsBadInput(broken)) { return ReadFindings.Refusal(format, ReadFindings.Unreadable(fileName, format, broken.Message)); }
    }

    static ReadFile ReadAs(ref string format, ReadOnlyMemory<byte> bytes, string fileName, ReadBudget budget)
    {
        if (NilReturn.IsOne(bytes.Span))
        {
            format = NilReturn.Format;
            return NilReturn.Read(bytes.Span) is { } said ? new(format, "utf-8", [], []) { Nil = said } : ReadFindings.Refusal(format, ReadFindings.NilUnreadable(fileName));
        }
        if (format == "csv") return LongCsv.IsLong(bytes.Span) ? LongCsv.Read(bytes.Span, budget) : CsvReader.Read(bytes.Span, budget);
        if (format == "html") return HtmlReader.Read(bytes.Span, fileName, budget);
        if (format == "spreadsheetml") return SpreadsheetMlReader.Read(bytes, fileName, budget);
        if (format == "xls") return XlsReader.Read(bytes, fileName, budget);
        if (format != "zip") return ReadFindings.Refusal(format, ReadFindings.Refused(fileName, format));
        using var package = new XlsxPackage(bytes, budget);
        if (package.IsEncrypted) return ReadFindings.Refusal(format, ReadFindings.Refused(fileName, "encrypted"));
        format = FileFormat.OfZip(package);
        return format == "xlsx" ? XlsxReader.Read(package, fileName, budget) : ReadFindings.Refusal(format, ReadFindings.Refused(fileName, format));
    }

    // Sheets are handed on only where they can be trusted and hold something.
    static ReadFile Checked(ReadFile file, string fileName)
    {
        if (file.Findings.Any(finding => finding.Severity == Severity.error)) return file with { Sheets = [] };
        if (file.Sheets.Any(OwnMarks.IsOwn)) file = file with { Sheets = [.. file.Sheets.Where(sheet => !OwnMarks.IsOwn(sheet))], Marks = [.. file.Sheets.Where(OwnMarks.IsOwn)] };
        return file.Rows is null && file.Nil is null && file.Sheets.All(sheet => sheet.Cells.Count == 0)
            ? file with { Sheets = [], Findings = [.. file.Findings, ReadFindings.Empty(fileName)] }
            : file;
    }

    // What the zip, XML and text readers of the framework throw over broken bytes; anything else is a fault of the program.
    static bool IsBadInput(Exception exception) => exception is InvalidDataException or XmlException or IOException or FormatException
        or OverflowException or NotSupportedException or ArgumentException;
}

using System.Buffers;
using System.Text;

namespace Reporting.Etl.Intake;

/// <summary>What bytes are, told from the bytes alone; a name proves nothing. The words are the ones of <see cref="ReadFile.Format"/>.</summary>
static class FileFormat
{
    const int HeadBytes = 4096;
    // What no text file has: control characters other than tab, line ends, form feed and the old end-of-file mark.
    static readonly SearchValues<byte> ControlBytes =
        SearchValues.Create([.. Enumerable.Range(0, 32).Except([9, 10, 12, 13, 26, 27]).Select(code => (byte)code), 127]);

    static readonly (byte[] Magic, string Format)[] Magics =
    [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "ole"),
        ([(byte)'P', (byte)'K', 3, 4], "zip"), ([(byte)'P', (byte)'K', 5, 6], "zip"),
        ("%PDF"u8.ToArray(), "pdf"), ("{\\rtf"u8.ToArray(), "rtf"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "image"), ([0xFF, 0xD8, 0xFF], "image"), ("GIF8"u8.ToArray(), "image"),
        ("II*\0"u8.ToArray(), "image"), ("MM\0*"u8.ToArray(), "image"),
        ("Rar!"u8.ToArray(), "archive"), ([(byte)'7', (byte)'z', 0xBC, 0xAF], "archive"), ([0x1F, 0x8B], "archive"),
        // A BIFF stream without its container, as Excel 2 to 4 and some programs wrote it.
        ([9, 0, 4, 0], "xls"), ([9, 2, 6, 0], "xls"), ([9, 4, 6, 0], "xls"), ([9, 8], "xls"),
    ];

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, format) in Magics)
            if (bytes.StartsWith(magic)) return format == "ole" ? OfOle(bytes) : format;
        if (CsvText.HasMark(bytes)) return OfText(CsvText.Head(bytes, HeadBytes));
        var head = bytes[..Math.Min(bytes.Length, HeadBytes)];
        return head.IndexOfAny(ControlBytes) >= 0 ? "unknown" : OfText(Encoding.Latin1.GetString(head));
    }

    /// <summary>What a zip file holds; <c>xlsx</c> stands for .xlsm too.</summary>
    public static string OfZip(XlsxPackage package)
    {
        if (package.Head("mimetype", 100).StartsWith("application/vnd.oasis.opendocument", StringComparison.Ordinal)) return "ods";
        var main = XlsxWorkbook.PartOf(package);
        if (main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) || package.Has("xl/workbook.bin")) return "xlsb";
        if (package.HasFolder("word/")) return "word";
        if (package.HasFolder("ppt/")) return "powerpoint";
        return package.Has(main) || package.HasFolder("xl/") ? "xlsx" : "zip";
    }

    // The names of the streams inside stand in the container's directory as UTF-16.
    static string OfOle(ReadOnlySpan<byte> bytes) =>
        Holds(bytes, "EncryptedPackage") ? "encrypted"
        : Holds(bytes, "Workbook") || Holds(bytes, "Book") ? "xls"
        : Holds(bytes, "WordDocument") ? "word"
        : Holds(bytes, "PowerPoint Document") ? "powerpoint"
        : "ole";

    static bool Holds(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;

    static string OfText(string head)
    {
        var start = head.AsSpan().TrimStart();
        if (start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)) return "html";
        if (!start.StartsWith("<")) return "csv";
        if (head.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) && !Mentions(head, "<html")) return "spreadsheetml";
        if (Mentions(head, "<html") || Mentions(head, "<!doctype html") || Mentions(head, "<table") || Mentions(head, "<meta")) return "html";
        return start.StartsWith("<?xml") ? "xml" : "csv";
    }

    static bool Mentions(string head, string tag) => head.Contains(tag, StringComparison.OrdinalIgnoreCase);
}

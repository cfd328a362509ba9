using System.Buffers;
using System.Text;

namespace Reporting.Etl.Intake;

/// <summary>What bytes are, told from the bytes alone; a name proves nothing. The words are the ones of <see cref="ReadFile.Format"/>.</summary>
static class FileFormat
{
    const int HeadBytes = 4096;
    // What no text file has: control characters other than tab, line ends, a break within a cell, form feed and the old end-of-file mark.
    static readonly SearchValues<byte> ControlBytes =
        SearchValues.Create([.. Enumerable.Range(0, 32).Except([9, 10, 11, 12, 13, 26, 27]).Select(code => (byte)code), 127]);

    static readonly (byte[] Magic, string Format)[] Magics =
    [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "ole"),
        ([(byte)'P', (byte)'K', 3, 4], "zip"), ([(byte)'P', (byte)'K', 5, 6], "zip"),
        ("%PDF"u8.ToArray(), "pdf"), ("{\\rtf"u8.ToArray(), "rtf"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "image"), ([0xFF, 0xD8, 0xFF], "image"), ("GIF8"u8.ToArray(), "image"),
        ("\0\0\0\u0001Bud1"u8.ToArray(), "system"), ("[.ShellClassInfo]"u8.ToArray(), "system"),
        ("II*\0"u8.ToArray(), "image"), ("MM\0*"u8.ToArray(), "image"),
        ("Rar!"u8.ToArray(), "archive"), ([(byte)'7', (byte)'z', 0xBC, 0xAF], "archive"), ([0x1F, 0x8B], "archive"),
        // A BIFF stream without its container, as Excel 2 to 4 and some programs wrote it.
        ([9, 0, 4, 0], "xls"), ([9, 2, 6, 0], "xls"), ([9, 4, 6, 0], "xls"), ([9, 8], "xls"),
    ];

    static readonly (string Name, string Format)[] OleStreams =
        [("EncryptedPackage", "encrypted"), ("Workbook", "xls"), ("Book", "xls"), ("WordDocument", "word"), ("PowerPoint Document", "powerpoint"), ("Catalog", "system")];

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (IsLock(bytes)) return "lock";
        foreach (var (magic, format) in Magics)
            if (bytes.StartsWith(magic)) return format == "ole" ? OfOle(bytes) : format;
        if (IsPicture(bytes)) return "image";
        if (CsvText.IsMarked(bytes)) return OfText(CsvText.Head(bytes, HeadBytes));
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

    // A text may embed a workbook and a workbook a text: what lies at the top decides. Where the container is broken, the names that
    // its directory wrote as UTF-16 still tell what it was.
    static string OfOle(ReadOnlySpan<byte> bytes)
    {
        try { return OfOle(new OleContainer(bytes).TopStreams().ContainsKey); }
        catch (InvalidDataException)
        {
            foreach (var (name, format) in OleStreams)
                if (bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0) return format;
            return "ole";
        }
    }

    static string OfOle(Func<string, bool> holds) => OleStreams.FirstOrDefault(stream => holds(stream.Name)).Format ?? "ole";

    static string OfText(string head)
    {
        var start = head.AsSpan().TrimStart();
        if (start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)) return "mht";
        if (!start.StartsWith("<")) return "csv";
        if (head.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) && !Mentions(head, "<html")) return "spreadsheetml";
        if (start is ['<', '!' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..] || Mentions(head, "<html")) return "html";
        return start.StartsWith("<?xml") ? "xml" : "csv";
    }

    // While a workbook is open, Excel and WPS keep beside it who has opened it: a length, a name, blanks, and all of it again in UTF-16.
    static bool IsLock(ReadOnlySpan<byte> bytes) => bytes.Length is 162 or 165 && bytes[0] is > 0 and <= 54
        && bytes[(bytes[0] + 1)..54].IndexOfAnyExcept((byte)' ', (byte)0) < 0;

    // Pictures whose first letters a text might have too: BMP, WebP, and what telephones take (HEIC).
    static bool IsPicture(ReadOnlySpan<byte> bytes) => bytes is [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..]
        || (bytes.Length > 12 && (bytes[4..].StartsWith("ftyp"u8) || (bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))));

    static bool Mentions(string head, string tag) => head.Contains(tag, StringComparison.OrdinalIgnoreCase);
}

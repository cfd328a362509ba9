using System.Text;
using Reporting.Warehouse;

namespace Reporting.Tests.Intake;

public class ForeignFileTests
{
    static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    public static TheoryData<string, byte[], string, string> Files => new()
    {
        { "empty", [], "file_empty", "是空的" },
        { "empty", [0xEF, 0xBB, 0xBF], "file_empty", "是空的" },
        { "empty", "\r\n , ,\r\n"u8.ToArray(), "file_empty", "是空的" },
        { "empty", Book.OfRows(""), "file_empty", "是空的" },
        { "xls", [.. Ole, .. Encoding.Unicode.GetBytes("Workbook")], "file_unreadable", "损坏" },
        { "xls", [.. Ole, .. Encoding.Unicode.GetBytes("Book")], "file_unreadable", "另存为" },
        { "xls", [9, 8, 16, 0, 0, 5], "file_unreadable", "损坏" },
        { "doc", [.. Ole, .. Encoding.Unicode.GetBytes("WordDocument")], "format_unsupported", "Word" },
        { "encrypted", [.. Ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "file_encrypted", "取消密码" },
        { "ole", Ole, "format_unsupported", "无法识别" },
        { "html", "<html><body>请先登录</body></html>"u8.ToArray(), "format_unsupported", "没有表格" },
        { "html", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("  <!DOCTYPE html><title>表</title>")], "format_unsupported", "HTML" },
        { "mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related"u8.ToArray(), "format_unsupported", "单个文件网页" },
        { "spreadsheetml", "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"u8.ToArray(), "file_unreadable", "没有可以读取的工作表" },
        { "xml", "<?xml version='1.0'?><a/>"u8.ToArray(), "format_unsupported", "XML 文件" },
        { "pdf", "%PDF-1.7"u8.ToArray(), "format_unsupported", "PDF" },
        { "png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], "format_unsupported", "图片" },
        { "jpg", [0xFF, 0xD8, 0xFF, 0xE0], "format_unsupported", "图片" },
        { "bmp", [.. "BM"u8, 0xB6, 0x9C, 1, 0, 0, 0, 0, 0, 0x36, 0], "format_unsupported", "图片" },
        { "heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], "format_unsupported", "图片" },
        { "webp", [.. "RIFF"u8, 9, 0, 0, 0, .. "WEBPVP8 "u8], "format_unsupported", "图片" },
        { "lock", [3, .. "abc"u8, .. Enumerable.Repeat((byte)' ', 51), 3, 0, .. Encoding.Unicode.GetBytes("abc"), .. new byte[102]], "format_unsupported", "临时文件" },
        { "DS_Store", [0, 0, 0, 1, .. "Bud1"u8, 0, 0], "format_unsupported", "自动生成" },
        { "desktop.ini", "[.ShellClassInfo]\r\nIconFile=a.ico"u8.ToArray(), "format_unsupported", "自动生成" },
        { "Thumbs.db", OleFile.Of("Catalog", new byte[600]), "format_unsupported", "自动生成" },
        { "rar", "Rar!\x1A\a"u8.ToArray(), "format_unsupported", "压缩包" },
        { "rtf", "{\\rtf1}"u8.ToArray(), "format_unsupported", "RTF" },
        { "zip", Book.Zip([("a.txt", "1"u8.ToArray())]), "format_unsupported", "压缩包" },
        { "zip", Book.Zip([]), "format_unsupported", "压缩包" },
        { "xlsb", Book.Zip([("xl/workbook.bin", [1]), ("_rels/.rels", Encoding.UTF8.GetBytes(Book.Links(("r", "x/officeDocument", "xl/workbook.bin"))))]), "format_unsupported", ".xlsb" },
        { "ods", Book.Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()), ("content.xml", [1])]), "format_unsupported", "OpenDocument" },
        { "docx", Book.Zip([("word/document.xml", [1])]), "format_unsupported", "Word" },
        { "no sheets", Book.OfSheet("", ("xl/workbook.xml", Book.Workbook(""))), "file_unreadable", "没有可以读取的工作表" },
        { "no workbook", Book.Zip([("xl/worksheets/sheet1.xml", [1])]), "file_unreadable", "没有可以读取的工作表" },
        { "cut zip", Book.OfRows("<row/>")[..200], "file_unreadable", "损坏" },
        { "bytes", [0, 1, 2, 3, 255, 254, 7], "format_unsupported", "无法识别" },
        { "neither", [.. "a,b\n"u8, 0xFF, 0xFF, 0xFF], "file_unreadable", "GB18030" },
        { "odd utf-16", [0xFF, 0xFE, 0x61], "file_unreadable", "损坏|编码" },
    };

    [Theory, MemberData(nameof(Files))]
    public void What_is_no_readable_table_is_refused_with_what_to_do(string kind, byte[] bytes, string code, string words)
    {
        var file = Book.Read(bytes, name: $"{kind}.xlsx");
        var finding = Assert.Single(file.Findings);
        Assert.Equal((code, Severity.error, 0), (finding.Code, finding.Severity, file.Sheets.Count));
        Assert.Contains(words.Split('|'), word => finding.Message.Contains(word, StringComparison.Ordinal));
        Assert.Contains($"{kind}.xlsx", finding.MessageEn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_locked_by_a_password_is_told_as_such()
    {
        var book = Book.OfRows("<row><c><v>1</v></c></row>");
        foreach (var (signature, flags) in new[] { ("PK\u0003\u0004", 6), ("PK\u0001\u0002", 8) })
            for (var at = 0; at < book.Length - 30; at++)
                if (book.AsSpan(at).StartsWith(Encoding.Latin1.GetBytes(signature))) book[at + flags] |= 1;
        Assert.Equal("file_encrypted", Book.Codes(Book.Read(book)));
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        var random = new Random(7);
        for (var round = 0; round < 100; round++)
        {
            var bytes = new byte[random.Next(64, 5000)];
            random.NextBytes(bytes);
            Assert.Contains(Book.Read(bytes).Findings, finding => finding.Code is "format_unsupported" or "file_unreadable");
        }
    }
}

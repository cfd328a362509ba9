using System.Text;

namespace Reporting.Tests.Intake;

public class CsvTests
{
    [Theory]
    [InlineData("a,b\n1,2", "A1 Text a; B1 Text b; A2 Number 1; B2 Number 2")]
    [InlineData("a\tb\r\n1\t2\r\n", "A1 Text a; B1 Text b; A2 Number 1; B2 Number 2")]
    [InlineData("a;b\r1,5;2,5\r", "A1 Text a; B1 Text b; A2 Text 1,5; B2 Text 2,5")]
    [InlineData("a|b\n1|2\n", "A1 Text a; B1 Text b; A2 Number 1; B2 Number 2")]
    [InlineData("sep=;\r\na;b,c", "A1 Text a; B1 Text b,c")]
    [InlineData("就业工作月报表\n单位,\"人数,合计\"\n甲,3", "A1 Text 就业工作月报表; A2 Text 单位; B2 Text 人数,合计; A3 Text 甲; B3 Number 3")]
    [InlineData("\"a\"\"b\",\"c\nd\"\r\n,x", "A1 Text a\"b; B1 Text c\nd; B2 Text x")]
    [InlineData("\"a\"b,\"\",\"\"\"\"", "A1 Text ab; C1 Text \"")]
    [InlineData("a\"b,c", "A1 Text a\"b; B1 Text c")]
    [InlineData("a,b,c\n1\n1,2,3,4\n\n,,\nz", "A1 Text a; B1 Text b; C1 Text c; A2 Number 1; A3 Number 1; B3 Number 2; C3 Number 3; D3 Number 4; A6 Text z")]
    [InlineData("只有一列\n5", "A1 Text 只有一列; A2 Number 5")]
    [InlineData("\"1;2\",\"3;4\"\n\"5;6\",x", "A1 Text 1;2; B1 Text 3;4; A2 Text 5;6; B2 Text x")]
    [InlineData("a\u000Bb,c", "A1 Text a\u000Bb; B1 Text c")]
    [InlineData("a, ,\u3000,d", "A1 Text a; D1 Text d")]
    public void Fields_are_cut_as_written(string text, string expected) => Assert.Equal(expected, Cells(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("0", "Number 0")]
    [InlineData("-3", "Number -3")]
    [InlineData("12.50", "Number 12.50 (12.5)")]
    [InlineData("0.30000000000000004", "Number 0.30000000000000004 (0.3)")]
    [InlineData("123456789012345", "Number 123456789012345")]
    [InlineData("1234567890123456", "Text 1234567890123456")]
    [InlineData("310151199001011234", "Text 310151199001011234")]
    [InlineData("007", "Text 007")]
    [InlineData("-01", "Text -01")]
    [InlineData("1E5", "Text 1E5")]
    [InlineData("+5", "Text +5")]
    [InlineData(".5", "Text .5")]
    [InlineData("5.", "Text 5.")]
    [InlineData("--5", "Text --5")]
    [InlineData("12%", "Text 12%")]
    [InlineData("１２", "Text １２")]
    [InlineData("1,234", "Text 1,234")]
    [InlineData(" 5", "Text  5")]
    [InlineData("2022-03-05", "Text 2022-03-05")]
    public void Only_plain_numbers_are_numbers(string field, string expected) =>
        Assert.Equal("A1 " + expected + "; B1 Text x", Cells(Encoding.UTF8.GetBytes($"\"{field}\",x")));

    [Theory]
    [InlineData("utf-8", false, "utf-8")]
    [InlineData("utf-8", true, "utf-8")]
    [InlineData("utf-16", true, "utf-16")]
    [InlineData("utf-16BE", true, "utf-16")]
    [InlineData("utf-16", false, "utf-16")]
    [InlineData("utf-16BE", false, "utf-16")]
    [InlineData("gb18030", false, "gb18030")]
    [InlineData("gb2312", false, "gb18030")]
    public void Each_encoding_is_found(string encoding, bool mark, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var letters = Encoding.GetEncoding(encoding);
        foreach (var delimiter in ",\t;|")
        {
            var bytes = letters.GetBytes($"街镇{delimiter}新增就业\n\"城桥镇\"{delimiter}95");
            var file = Book.Read(mark ? [.. letters.GetPreamble(), .. bytes] : bytes, name: "月报.csv");
            Assert.Equal(("csv", name, "", "A1 Text 街镇; B1 Text 新增就业; A2 Text 城桥镇; B2 Number 95"),
                (file.Format, file.Encoding, file.Sheets[0].Name, Book.Cells(file)));
        }
    }

    [Fact]
    public void Rare_characters_of_gb18030_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal("A1 Text 㐀镕; B1 Text \U00020000", Cells(Encoding.GetEncoding("gb18030").GetBytes("㐀镕,\U00020000")));
    }

    [Theory]
    [InlineData("hello\n\0world\0\n")]
    [InlineData("3,3 \u0012\"200,12,\0@,15,15\",\"6,")]
    public void Stray_zeros_make_no_wide_text(string text) => Assert.Equal("unknown", Book.Read(Encoding.UTF8.GetBytes(text)).Format);

    [Fact]
    public void A_quote_that_nothing_closes_is_told_with_its_row() =>
        Assert.Equal("quote_open@A2", Book.Codes(Book.Read("a,b\n1,\"2\n3,4\n"u8.ToArray())));

    [Fact]
    public void A_name_proves_nothing() =>
        Assert.Equal(("csv", "xlsx"), (Book.Read("a,b"u8.ToArray(), name: "x.xlsx").Format, Book.Read(Book.OfRows("<row><c><v>1</v></c></row>"), name: "x.csv").Format));

    static string Cells(byte[] bytes) => Book.Cells(Book.Read(bytes, name: "月报.csv"));
}

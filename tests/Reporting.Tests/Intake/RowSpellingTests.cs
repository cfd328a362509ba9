using System.Text;
using Reporting.Etl.Intake;

namespace Reporting.Tests.Intake;

/// <summary>
/// Rows in the usual spelling are read from the bytes, all others by the XML reader; the two must not differ. A comment before the rows
/// leaves everything to the XML reader, so each book is read both ways.
/// </summary>
public class RowSpellingTests
{
    static readonly (string, string)[] Parts = [("xl/sharedStrings.xml", Book.Strings("<si><t>甲</t></si><si><t> </t></si>")), ("xl/styles.xml", Book.Styles("", 0, 9, 14))];

    static readonly string[] All =
    [
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>0.5</v></c><c r=\"C1\" s=\"2\"><v>44562</v></c></row>",
        "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#DIV/0!</v></c></row>",
        "<row r=\"3\" hidden=\"1\"><c r=\"C3\" t=\"s\"><v>0</v></c><c r=\"A3\" t=\"s\"><v>1</v></c></row><row/><row r=\"9\"/><row><c><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\"><f t=\"shared\" si=\"0\"/><v>3</v></c><c r=\"C1\" t=\"str\"><f>A1&amp;\"x\"</f><v>2x</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><f>NOW()</f></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"B2\"><v>5</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>直接</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><r><t>粗</t></r><r><t>细</t></r></is></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><v>旁</v><is><t xml:space=\"preserve\"> 内 </t></is></c><c r='B1' t='str'><v>单</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>A&amp;B</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v><![CDATA[<x>]]></v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>_x0041__x000D_乙</v></c><c r=\"B1\"><v> 12 </v></c><c r=\"C1\"><v>一二</v></c></row>",
        "<row r = \"2\"><c r = \"B2\" ><v>1</v></c></row>",
        "\n  <row r=\"1\">\n    <c r=\"A1\">\n      <v>1</v>\n    </c>\n    <c r=\"B1\"><v/></c><c r=\"C1\"><v /></c>\n  </row>\n",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><!-- two --><c r=\"B1\"><v>2</v></c></row>",
        "<x:row xmlns:x=\"u\" r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2022-03-01T00:00:00</v></c><c r=\"B1\" t=\"d\"><v>三月</v></c><c r=\"$C$1\"><v>3</v></c><c r=\"??\"><v>4</v></c></row>",
        "<row r=\"5\"><c r=\"A5\"><v>5</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c><c r=\"A2\"><v>3</v></c></row>",
        "<row r=\"1\" ht=\"a>b\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1e3</v></c><c r=\"B2\"><v>-0.30000000000000004</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><extLst><ext><c r=\"Z9\"><v>9</v></c></ext></extLst></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><sheetData><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1</c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\u0001</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></row></c>",
    ];

    public static TheoryData<string> Spellings => [.. All];

    [Theory, MemberData(nameof(Spellings))]
    public void A_row_is_read_alike_however_it_is_spelled(string rows) => SameBothWays(rows);

    [Fact]
    public void Rows_made_of_spellings_at_random_are_read_alike()
    {
        var random = new Random(20);
        string[] pieces = [.. All.Where(row => !row.Contains("sheetData", StringComparison.Ordinal)).Take(17)];
        for (var book = 0; book < 300; book++)
            SameBothWays(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)])));
    }

    [Fact]
    public void A_letter_changed_anywhere_is_taken_alike_or_refused_by_both()
    {
        var (random, whole) = (new Random(21), string.Concat(All.Take(6)));
        const string letters = "<>/\"'= &;rcvts019A\u0002\n\ud83d";
        for (var change = 0; change < 1500; change++)
        {
            var text = new StringBuilder(whole);
            for (var times = random.Next(1, 4); times > 0; times--) text[random.Next(text.Length)] = letters[random.Next(letters.Length)];
            SameBothWays(text.ToString());
        }
    }

    [Fact]
    public void A_row_longer_than_any_window_is_read()
    {
        var cells = string.Concat(Enumerable.Range(1, 900).Select(column => $"<c r=\"{Address.Of(2, column)}\" t=\"inlineStr\"><is><t>{new string('长', 6000)}</t></is></c>"));
        var read = Book.Read(Book.OfRows($"<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\">{cells}</row><row r=\"3\"><c r=\"A3\"><v>3</v></c></row>"), new() { InflationRatio = 100_000 });
        Assert.Equal(902, Assert.Single(read.Sheets).Cells.Count);
    }

    [Theory, InlineData("utf-16"), InlineData("gb18030")]
    public void Another_encoding_is_left_to_the_xml_reader(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var xml = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>" + Book.Sheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>甲乙</v></c></row></sheetData>");
        var whole = Book.OfSheet("<sheetData/>");
        var parts = new System.IO.Compression.ZipArchive(new MemoryStream(whole)).Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return (entry.FullName, entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)
                ? [.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(xml)] : copy.ToArray());
        });
        Assert.Equal("A1 Text 甲乙", Book.Cells(Book.Read(Book.Zip(parts))));
    }

    static void SameBothWays(string rows)
    {
        var (fast, slow) = (Book.Read(Book.OfRows(rows, Parts)), Book.Read(Book.OfSheet($"<!-- read by XML --><sheetData>{rows}</sheetData>", Parts)));
        Assert.True(Text(fast) == Text(slow), $"{rows}\n{Text(fast)}\n{Text(slow)}");
    }

    // Of a broken part only the place in the file may be told differently.
    static string Text(ReadFile file) => file.Findings.Any(finding => finding.Code == "file_unreadable") ? "unreadable"
        : $"{Book.Cells(file)} | {string.Join("; ", file.Sheets.Select(sheet => string.Join(',', sheet.HiddenRows.Order())))} | {string.Join("; ", file.Findings)}";
}

using System.Text;
using System.Text.RegularExpressions;
using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Portal.Demo;
using Reporting.Tests.Intake;
using Reporting.Warehouse;

namespace Reporting.Tests.Answers;

/// <summary>Words that go out with a marked workbook and come back in it, old formats, copies for others, and what is no workbook.</summary>
public class MarkedReturnTests
{
    [Fact]
    public void Reasons_are_read_and_kept_beside_the_same_finding()
    {
        var marked = MarkedBooks.Mark(MarkedBooks.Of(FileKind.wps), MarkedBooks.Findings());
        var answered = WithReason(marked.Bytes, "J5", "本月举办两场专场招聘会，新增 87 人");
        var reason = Assert.Single(MarkedWorkbook.Reasons(MarkedBooks.Read(answered)));
        Assert.Equal(new GivenReason("就业", "D8", "month_jump", "本月举办两场专场招聘会，新增 87 人"), reason with { Question = "" });
        Assert.NotEqual("", reason.Question);
        Assert.Equal(reason, Assert.Single(MarkedWorkbook.Reasons(MarkedBooks.Read(MarkedBooks.Mark(answered, MarkedBooks.Findings()).Bytes))));
        Assert.Empty(MarkedWorkbook.Reasons(MarkedBooks.Read(MarkedBooks.Mark(answered, [MarkedBooks.Finding("month_jump", Severity.warning, "D9")]).Bytes)));
        Assert.Empty(MarkedWorkbook.Reasons(MarkedBooks.Read(marked.Bytes)));
    }

    [Fact]
    public void A_senders_own_sheet_of_our_name_is_a_sheet()
    {
        var bytes = MarkedBooks.Of(FileKind.excel, MarkedBooks.Grid(), MarkedBooks.Grid(OwnMarks.ResultSheet), MarkedBooks.Grid(OwnMarks.HelpSheet));
        var marked = MarkedBooks.Mark(MarkedBooks.Mark(bytes, MarkedBooks.Findings()).Bytes, MarkedBooks.Findings());
        var read = MarkedBooks.Read(marked.Bytes);
        Assert.Equal(["就业", "审核结果", "审核说明"], read.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(["审核说明2", "审核结果2"], read.Marks.Select(sheet => sheet.Name));
    }

    [Fact]
    public void A_cell_that_has_moved_loses_its_mark_too()
    {
        var marked = MarkedBooks.Mark(MarkedBooks.Of(FileKind.excel), MarkedBooks.Findings());
        // As after a row put in above: every row of the sheet one further down.
        var moved = Changed(marked.Bytes, "xl/worksheets/sheet1.xml", xml => Regex.Replace(xml, "(<row r=\"|<c r=\"[A-Z]+)([0-9]+)\"", match => $"{match.Groups[1].Value}{int.Parse(match.Groups[2].Value, null) + 1}\""));
        var looks = MarkedLooks.Of(MarkedBooks.Mark(moved, []).Bytes);
        Assert.DoesNotContain("medium", looks, StringComparison.Ordinal);
        Assert.DoesNotContain("solid", looks, StringComparison.Ordinal);
        Assert.Contains("就业!E7 |thin thin thin thin|3|", looks, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+SUM(A1:A9)")]
    [InlineData("-2+3")]
    [InlineData("@cmd")]
    [InlineData("<f>1</f>_x0041_ & \"'")]
    public void Nothing_that_a_sender_wrote_becomes_a_formula(string words)
    {
        var findings = new[] { MarkedBooks.Finding("month_jump", Severity.error, "E6", found: words, expected: words, message: words) };
        var bytes = MarkedBooks.Mark(MarkedBooks.Of(FileKind.excel), findings).Bytes;
        Assert.DoesNotContain(MarkedBooks.Parts(bytes), part => part.Key.Contains("sheets/sheet", StringComparison.Ordinal) && Encoding.UTF8.GetString(part.Value).Contains("<f", StringComparison.Ordinal));
        var result = MarkedBooks.Read(bytes).Marks.Single(OwnMarks.IsResult);
        Assert.Equal((CellKind.Text, words, CellKind.Text), (result.At(2, 6)!.Value.Kind, result.At(2, 6)!.Value.Text, result.At(2, 7)!.Value.Kind));
        var csv = Encoding.UTF8.GetBytes($"指标,本月数\n\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\",12\n");
        var made = MarkedWorkbook.Of(csv, MarkedBooks.Read(csv, "a.csv"), MarkedBooks.Answer([]), Audience.sender, new())!;
        Assert.Equal(words, Assert.Single(MarkedBooks.Read(made.Bytes).Sheets).At(2, 1)!.Value.Text);
        Assert.DoesNotContain("<f>", MarkedBooks.Part(made.Bytes, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_csv_comes_back_as_a_workbook_with_its_values()
    {
        var csv = MarkedBooks.Of(FileKind.csv_gb18030);
        var read = MarkedBooks.Read(csv, "就业.csv");
        var made = MarkedWorkbook.Of(csv, read, MarkedBooks.Answer(MarkedBooks.Findings(null!)), Audience.sender, new())!;
        var back = MarkedBooks.Read(made.Bytes);
        Assert.Equal((".xlsx", Book.Cells(read)), (made.Extension, Book.Cells(back)));
        Assert.Empty(MarkedPartsTests.Broken(made.Bytes));
        Assert.Contains("E6 solid FFFDC9CD", MarkedLooks.Of(made.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Xml_spreadsheets_keep_formats_widths_and_long_numbers()
    {
        const string xml = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles><Style ss:ID=\"p\"><NumberFormat ss:Format=\"0.0%\"/></Style><Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style></Styles>"
            + "<Worksheet ss:Name=\"就业\"><Table><Column ss:Width=\"105\"/><Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">310151198001011234</Data></Cell></Row>"
            + "<Row><Cell ss:StyleID=\"p\"><Data ss:Type=\"Number\">0.923</Data></Cell><Cell ss:StyleID=\"d\"><Data ss:Type=\"DateTime\">2022-03-05T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>";
        var read = MarkedBooks.Read(Encoding.UTF8.GetBytes(xml), "a.xls");
        var made = MarkedWorkbook.Of(Encoding.UTF8.GetBytes(xml), read, MarkedBooks.Answer([MarkedBooks.Finding("month_jump", Severity.warning, "A2")]), Audience.sender, new())!;
        var back = MarkedBooks.Read(made.Bytes);
        Assert.Equal("A1 Text 310151198001011234; A2 Number 0.923 %; B2 Date 2022-03-05 (44625)", Book.Cells(back));
        Assert.Equal("A1:B1", Assert.Single(back.Sheets[0].Merges).ToString());
        Assert.Contains("width=\"20\"", MarkedBooks.Part(made.Bytes, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Contains("formatCode=\"0.0%\"", MarkedBooks.Part(made.Bytes, "xl/styles.xml"), StringComparison.Ordinal);
        Assert.Empty(MarkedPartsTests.Broken(made.Bytes));
    }

    [Fact]
    public void What_cannot_be_read_is_not_marked()
    {
        foreach (var bytes in new[] { Array.Empty<byte>(), "%PDF-1.7"u8.ToArray(), MarkedBooks.Of(FileKind.excel)[..2000], "district,org,element,period,basis,breakdown,value,state\n310151,310151103,new_jobs,2022-03,in_period,,1,reported\n"u8.ToArray() })
            Assert.Null(MarkedWorkbook.Of(bytes, MarkedBooks.Read(bytes), MarkedBooks.Answer([]), Audience.sender, new()));
    }

    [Fact]
    public void Without_findings_there_is_a_verdict_and_nothing_is_marked()
    {
        var original = MarkedBooks.Of(FileKind.excel);
        var bytes = MarkedBooks.Mark(original, []).Bytes;
        Assert.Equal(MarkedLooks.Of(original), MarkedLooks.Of(bytes));
        Assert.Contains("已接收", MarkedBooks.Read(bytes).Marks.Single(OwnMarks.IsResult).At(2, 9)!.Value.Text, StringComparison.Ordinal);
    }

    static byte[] WithReason(byte[] workbook, string cell, string words) => Changed(workbook, MarkedBooks.Parts(workbook).First(part => Encoding.UTF8.GetString(part.Value).Contains("autoFilter", StringComparison.Ordinal)).Key,
        xml => Regex.Replace(xml, $"<c r=\"{cell}\" s=\"([0-9]+)\"/>", $"<c r=\"{cell}\" s=\"$1\" t=\"inlineStr\"><is><t>{words}</t></is></c>"));

    public static byte[] Changed(byte[] workbook, string part, Func<string, string> change) => Book.Zip(MarkedBooks.Parts(workbook)
        .Select(each => (each.Key, each.Key == part ? Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(each.Value))) : each.Value)));
}

using System.Text;
using Reporting.Etl.Intake;

namespace Reporting.Tests.Intake;

public class HtmlTests
{
    [Theory]
    [InlineData("<table><tr><td>项目</td><td>人数</td></tr><tr><td>新增就业</td><td>95</td></tr></table>", "A1 Text 项目; B1 Text 人数; A2 Text 新增就业; B2 Number 95")]
    [InlineData("<table><tr><td>a<td>b<tr><td>1<td>2</table>", "A1 Text a; B1 Text b; A2 Number 1; B2 Number 2")]
    [InlineData("<table><thead><tr><th>a</th></tr></thead><tfoot><tr><td>z</td></tr></tfoot><tbody><tr><td>1</td></tr></tbody></table>", "A1 Text a; A2 Text z; A3 Number 1")]
    [InlineData("<h3>月报表</h3><p>单位：人</p><table><caption>表一</caption><tr><td>1</td></tr></table>填表人：张三<br>审核人：李四",
        "A1 Text 月报表; A2 Text 单位：人; A3 Text 表一; A4 Number 1; A5 Text 填表人：张三; A6 Text 审核人：李四")]
    [InlineData("<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>", "A1 Number 1; A2 Number 2")]
    // one space for all white space of the source, breaks as breaks, entities as letters
    [InlineData("<table><tr><td> 新增 \r\n\t就业<br>人数 </td><td>a&amp;b&lt;&#20154;</td><td><b>合</b><i>计</i></td><td>&nbsp;</td></tr></table>", "A1 Text 新增 就业\n人数; B1 Text a&b<人; C1 Text 合计")]
    // what Excel writes beside what it shows
    [InlineData("<table><tr><td x:num='0.9231' style='mso-number-format:\"0\\.0%\"'>92.3%</td><td x:num>1234</td><td x:num='12'>12.00</td><td x:str>007</td><td x:err='#DIV/0!'>#DIV/0!</td></tr></table>",
        "A1 Number 0.9231 %; B1 Number 1234; C1 Number 12; D1 Text 007; E1 Error #DIV/0!")]
    [InlineData("<style>.xl65{mso-number-format:\"yyyy\\0022年\\0022m\\0022月\\0022\";} td.xl66, .xl67 {color:red;mso-number-format:\"\\@\"} .p{mso-number-format:Percent}</style>"
        + "<table><tr><td class=xl65 x:num=44625>2022年3月</td><td class='a xl67'>12</td><td class=p x:num=0.5>50%</td></tr></table>", "A1 Date 2022-03-05 (44625); B1 Text 12; C1 Number 0.5 %")]
    [InlineData("<table><tr><td style='vnd.ms-excel.numberformat:@'>310151199001011234</td><td>12%</td><td>1,234</td></tr></table>", "A1 Text 310151199001011234; B1 Text 12%; C1 Text 1,234")]
    // nothing is run and nothing that is not shown is read
    [InlineData("<script>document.write('<table><tr><td>9</td></tr></table>')</script><table><tr><td>1<script>2</script><span style='display: none'>3</span></td></tr></table>", "A1 Number 1")]
    // a table that only arranges words belongs to its cell; one of figures follows below
    [InlineData("<table><tr><td><table><tr><td>合</td><td>计</td></tr></table></td><td>5</td></tr></table>", "A1 Text 合 计; B1 Number 5")]
    [InlineData("<table><tr><td>标题<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table></td></tr><tr><td>注</td></tr></table>", "A1 Text 标题; A2 Text a; B2 Number 1; A3 Text b; B3 Number 2; A4 Text 注")]
    public void A_page_is_laid_out_as_Excel_would(string body, string expected) => Assert.Equal(expected, Book.Cells(Read($"<html><body>{body}</body></html>")));

    [Fact]
    public void Spans_are_merges_and_push_aside()
    {
        var sheet = Read("<html><table><tr><td rowspan=2>项目</td><td colspan=2>人数</td><td rowspan=99>备注</td></tr><tr style='display:none'><td>男</td><td>女</td></tr><tr><td>甲</td><td>1</td><td>2</td></tr></table></html>").Sheets[0];
        Assert.Equal(("A1:A2,B1:C1,D1:D3", "2"), (string.Join(',', sheet.Merges), string.Join(',', sheet.HiddenRows)));
        Assert.Equal("A1 项目, B1 人数, D1 备注, B2 男, C2 女, A3 甲, B3 1, C3 2", string.Join(", ", sheet.Cells.Select(cell => $"{Address.Of(cell.Row, cell.Column)} {cell.Text}")));
    }

    [Theory]
    [InlineData("gb18030", "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>", "gb18030")]
    [InlineData("gb18030", "", "gb18030")]
    [InlineData("utf-8", "<meta charset=gb2312>", "utf-8")] // the declaration is often left over: what fits is believed
    [InlineData("big5", "<meta charset=\"big5\">", "big5")]
    public void The_encoding_is_found(string encoding, string declared, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = Book.Read(Encoding.GetEncoding(encoding).GetBytes($"<html><head>{declared}</head><table><tr><td>人口月報</td></tr></table></html>"), name: "a.xls");
        Assert.Equal((name, "A1 Text 人口月報"), (file.Encoding, Book.Cells(file)));
    }

    [Theory]
    [InlineData("<html><body>您没有登录</body></html>", "format_unsupported")]
    [InlineData("<html><frameset><frame src='sheet001.htm'></frameset></html>", "format_unsupported")]
    [InlineData("<table><tr><td> </td></tr></table>", "file_empty")]
    [InlineData("<STYLE>.a{}</STYLE>", "format_unsupported")]
    public void A_page_without_figures_is_told_as_such(string page, string code) => Assert.Equal(code, Book.Codes(Read(page)));

    [Fact]
    public void Deep_and_endless_pages_end()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("A1 Number 1", Book.Cells(Read($"<html>{Many("<div>", 500)}<table><tr><td>1</td></tr></table></html>")));
        Assert.Equal("A20000 Number 1", Book.Cells(Read($"<table>{Many("<tr><td><font>", 20_000)}1</table>"))); // never closed, yet not deep
        Assert.Equal("file_limit", Book.Codes(Read($"<html>{Many("<div>", 100_000)}<table><tr><td>1</td></tr></table></html>")));
        Assert.Equal("file_limit", Book.Codes(Read($"<table><tr><td>1</td><td>{Many("<table><tr><td>", 30_000)}")));
        Assert.Equal("file_limit", Book.Codes(Read($"<table>{Many("<tr><td>1", 300_000)}")));
        Assert.Equal("file_limit@ALM1", Book.Codes(Read($"<table><tr>{Many("<td>1", 1_001)}")));
        Assert.Equal("file_limit", Book.Codes(Read($"<table><tr><td>{new string('x', 40_000)}")));
        Assert.Equal("file_limit@ALM2", Book.Codes(Read($"<table>{Many("<tr><td rowspan=65534 colspan=1000>1</td></tr>", 300)}"))); // the second stands right of the first
        Assert.NotEmpty(Read($"<style>{Many(".a{mso-number-format:", 20_000)}</style><table><tr><td>1</td></tr></table>").Sheets);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 15);
    }

    [Fact]
    public void Mutated_pages_are_read_or_refused_never_thrown_at_us()
    {
        const string Page = "<html><style>.p{mso-number-format:\"0%\"}</style><body><p>月报</p><table border=1><tr><td rowspan=2 class=p x:num='0.5'>50%</td><th>a</th></tr><tr><td colspan=3>b<br>c</td></tr></table></body></html>";
        const string Signs = "<>/='\" \ntdr0921&;#%\0!-";
        var random = new Random(202203);
        for (var round = 0; round < 1000; round++)
        {
            var mutated = Page.ToCharArray();
            for (var change = random.Next(1, 10); change > 0; change--) mutated[random.Next(6, mutated.Length)] = Signs[random.Next(Signs.Length)];
            var file = Read(new string(mutated));
            Assert.True(file.Sheets.Count == 1 || file.Findings.Count > 0);
        }
    }

    static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    static ReadFile Read(string page) => Book.Read(Encoding.UTF8.GetBytes(page), name: "报表.xls");
}

using Reporting.Etl.Arrivals;

namespace Reporting.Tests.Arrivals;

/// <summary>What is read out of the pages with which servers list folders.</summary>
public class ListingPageTests
{
    static readonly Uri Page = new("http://files.example/up/310151102/");

    [Theory]
    // nginx, Apache, Python, a table without quotes
    [InlineData("<html><head><title>Index of /up/310151102/</title></head><body><h1>Index of /up/</h1><hr><pre><a href=\"../\">../</a>\n<a href=\"%E4%B8%80%E6%9C%88.xlsx\">一月.xlsx</a>   08-Feb-2022 01:02    7410\n<a href=\"sub/\">sub/</a> -\n</pre></html>", "一月.xlsx=一月.xlsx 08-Feb-2022 01:02 7410")]
    [InlineData("<table><tr><th><a href=\"?C=N;O=D\">Name</a></th></tr><tr><td><a href=\"/up/\">Parent Directory</a></td></tr><tr><td><a href=\"a&amp;b.xlsx\">a&amp;b</a></td><td align=right>2022-02-08 01:02  </td><td>7.2K</td></tr></table>", "a&b.xlsx=a&b 2022-02-08 01:02 7.2K")]
    [InlineData("<h1>Directory listing for /</h1><ul><li><a href=\"a%23b.csv\">a#b.csv</a></li><li><a href='c.csv'>c.csv</a></li></ul>", "a#b.csv=a#b.csv,c.csv=c.csv")]
    [InlineData("<A HREF=/up/310151102/d.csv>d</A> 1", "d.csv=d 1")]
    [InlineData("<a href=\"http://files.example/up/310151102/e.csv\">e</a><a href=\"e.csv\">again</a>", "e.csv=e")]
    [InlineData("<title>Index of /</title>", "")]
    public void A_listing_names_its_files(string html, string files) => Assert.Equal(files, Text(html));

    [Theory]
    [InlineData("https://files.example/up/310151102/a.csv"), InlineData("http://other.example/up/310151102/a.csv"), InlineData("http://files.example:81/up/310151102/a.csv"), InlineData("//other.example/a.csv")]
    [InlineData("../310151202/a.csv"), InlineData("..%2f310151202%2fa.csv"), InlineData("%2e%2e/a.csv"), InlineData("a%5c..%5cb.csv"), InlineData("sub/a.csv"), InlineData("a.csv?x=1"), InlineData("a%00.csv"), InlineData("a%0a.csv")]
    [InlineData("file:///etc/passwd"), InlineData("javascript:alert(1)"), InlineData("http://u:p@files.example/up/310151102/a.csv"), InlineData(""), InlineData("."), InlineData("%2e%2e")]
    public void A_link_to_anywhere_else_is_no_file_of_it(string link) => Assert.Equal("", Text($"<title>Index of /</title><a href=\"{link}\">a.csv</a>"));

    [Theory, InlineData(""), InlineData("PK\u0003\u0004\u0000\u0000"), InlineData("<html><form action=/login>登录<input name=user></form><a href=\"/help\">帮助</a></html>"), InlineData("<a <a <a href <a href= <a href=\"")]
    public void What_is_no_listing_is_not_taken_for_an_empty_one(string html) => Assert.Null(Text(html));

    [Fact]
    public void A_crooked_page_takes_no_longer_than_a_straight_one()
    {
        foreach (var crooked in (string[])["<a ", "<a \"", "<a href=\"", "<a '<", "<"]) Assert.Null(ListingPage.Read(Page, string.Concat(Enumerable.Repeat(crooked, 20_000))));
    }

    static string? Text(string html) => ListingPage.Read(Page, html) is { } files ? string.Join(',', files.Select(file => $"{file.Name}={file.Row}")) : null;
}

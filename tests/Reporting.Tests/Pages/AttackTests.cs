using System.Net;
using System.Text;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Pages;

/// <summary>What somebody who is let in might try with words, names, files and other people's things. Each stands for a way that was once open, or would be.</summary>
public sealed class AttackTests : SendingTests
{
    const string Script = "<img src=x onerror=alert(1)>";

    [Fact]
    public void Names_and_reasons_are_words_on_every_page_that_shows_them()
    {
        served.Office.Operations.AddAccount("mallory", Script, null, "no password", "tests", served.Office.Time.GetUtcNow());
        using var clerk = served.As(Role.reporter, District, Town);
        Send(clerk, ($"{Script}.csv", Sheet()));
        var receipt = Only().Receipt;
        clerk.Post($"/submit/{receipt}", $"/submit/{receipt}?handler=Withdraw", ("Reason", Script));
        served.Office.Accounts.IssueToken(clerk.Login, Script, 3);
        using var reviewer = served.As(Role.reviewer, District);
        using var admin = served.As(Role.admin);
        foreach (var (visitor, path) in ((Visitor, string)[])[(clerk, $"/submit/{receipt}"), (clerk, $"/submit?r={receipt}"), (clerk, "/me"), (reviewer, $"/review/{receipt}"), (admin, "/admin/audit"), (admin, "/admin/people"), (admin, "/admin/people/mallory")])
        {
            var seen = visitor.Open(path);
            Assert.Contains("onerror=alert(1)", WebUtility.HtmlDecode(seen.Html), StringComparison.Ordinal); // it is there …
            Assert.DoesNotContain("<img src=x", seen.Html, StringComparison.Ordinal); // … as words
        }
    }

    [Fact]
    public void A_formula_that_is_typed_as_words_is_words_in_the_workbook()
    {
        using var clerk = served.As(Role.reporter, District, Town);
        var page = $"/entry?form=employment-monthly&org={Town}&period=2022-01";
        var fields = System.Text.RegularExpressions.Regex.Matches(clerk.Open(page).Html, "name=\"(v-[^\"]+)\"").Select(match => (match.Groups[1].Value, "6"));
        clerk.Post(page, "/entry", [("form", "employment-monthly"), ("org", Town), ("period", "2022-01"), .. fields, ("r-1", "=HYPERLINK(\"http://evil.example\")"), ("s-0", "=1+1")]);
        using var book = new System.IO.Compression.ZipArchive(new MemoryStream(clerk.Download($"/submit/{Only().Receipt}?handler=Original")));
        var parts = book.Entries.Where(part => part.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(part => new StreamReader(part.Open()).ReadToEnd()).ToList();
        Assert.Contains(parts, part => part.Contains("evil.example", StringComparison.Ordinal));
        Assert.DoesNotContain(parts.SelectMany(part => System.Text.RegularExpressions.Regex.Matches(part, "<(?:x:)?f[ >][^<]*")), formula => formula.Value.Contains("evil", StringComparison.Ordinal) || formula.Value.EndsWith("1+1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../../../etc/一月.csv", "一月.csv"), InlineData("C:\\data\\一月.csv", "一月.csv"), InlineData("..", ".."), InlineData("a\u202e一月.csv", "a一月.csv"), InlineData("/", "未命名")]
    public async Task No_name_from_outside_is_a_path(string given, string kept)
    {
        using var program = served.Program(served.As(Role.reporter, District, Town).Login);
        using var body = new ByteArrayContent(Sheet());
        using var answer = await program.PostAsync($"/api/v1/submissions?name={Uri.EscapeDataString(given)}", body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var row = Assert.Single(Rows());
        Assert.Equal(kept, row.FileName);
        Assert.Equal([served.Office.Warehouse.Archive.PathOf(row.Sha256)], Directory.GetFiles(served.Data.Archive, "*", SearchOption.AllDirectories));
        Assert.DoesNotContain(Directory.GetFiles(served.Data.Root, "*", SearchOption.AllDirectories), path => path.EndsWith("一月.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void What_one_sent_for_a_unit_opens_nothing_once_one_reports_for_it_no_more()
    {
        using var clerk = served.As("two", (Role.reporter, District, Town), (Role.reporter, District, Neighbour));
        Send(clerk, ("邻镇.csv", Sheet(unit: NameOf(Neighbour))));
        var receipt = Only().Receipt;
        Assert.Equal(HttpStatusCode.OK, clerk.Get($"/submit/{receipt}").Status);
        var grant = served.Office.Accounts.History("two").Single(stored => stored.Grant.Unit == Neighbour).Grant;
        served.Office.Accounts.EndGrant(grant.GrantId, null, "tests");
        FiguresOffice.IsNotThere(clerk, $"/submit/{receipt}", $"/submit/{receipt}?handler=Original", $"/lineage?handler=File&receipt={receipt}");
        Assert.DoesNotContain(receipt, clerk.Open("/submit").Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_tells_of_two_units_is_shown_to_neither_of_them_alone()
    {
        using var both = served.As("both", (Role.reporter, District, Town), (Role.reporter, District, Neighbour));
        using var one = served.As(Role.reporter, District, Town);
        both.Upload("/submit", "/submit", "files", [("两镇.csv", TwoTowns())]);
        var receipt = Only().Receipt;
        Assert.Equal(HttpStatusCode.OK, both.Get($"/submit/{receipt}").Status);
        FiguresOffice.IsNotThere(one, $"/submit/{receipt}", $"/submit/{receipt}?handler=Original", $"/lineage?handler=File&receipt={receipt}");
    }

    [Fact]
    public void Of_a_list_of_persons_no_copy_leaves_the_archive()
    {
        const string Identity = "110101199003078512";
        using var clerk = served.As(Role.reporter, District, Town);
        Send(clerk, ("名册.csv", Encoding.UTF8.GetBytes($"就业月报表\n填报单位：城桥镇,2022年2月\n序号,姓名,身份证号,联系电话,住址\n1,张三,{Identity},13812345678,甲弄\n2,李四,{Identity},13812345679,乙弄\n")));
        var receipt = Only().Receipt;
        using var reviewer = served.As(Role.reviewer, District);
        FiguresOffice.IsNotThere(clerk, $"/submit/{receipt}?handler=Original", $"/submit/{receipt}?handler=Marked", $"/lineage?handler=File&receipt={receipt}");
        FiguresOffice.IsNotThere(reviewer, $"/review/{receipt}?handler=Marked", $"/lineage?handler=File&receipt={receipt}");
        Assert.DoesNotContain(Identity, clerk.Open($"/submit/{receipt}").Html + reviewer.Open($"/review/{receipt}").Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_keeps_the_accounts_gives_themselves_no_figures()
    {
        using var admin = served.As(Role.admin);
        var seen = admin.Post($"/admin/people/{admin.Login}", $"/admin/people/{admin.Login}?handler=Grant", ("role", "leader"), ("place", District));
        Assert.Contains("不能给自己加看数的角色", seen.Text, StringComparison.Ordinal);
        Assert.Throws<Reporting.Portal.MisuseException>(() => served.Office.Accounts.AddGrant(new(0, admin.Login, Role.leader, District, null, null, new(2020, 1, 1), null, admin.Login.ToUpperInvariant(), served.Office.Time.GetUtcNow())));
        Assert.Equal(HttpStatusCode.Forbidden, admin.Get("/board").Status);
    }

    [Fact]
    public void Words_without_end_are_refused_where_they_are_typed()
    {
        using var clerk = served.As(Role.reporter, District, Town);
        Send(clerk, ("一月.csv", Sheet()));
        var receipt = Only().Receipt;
        Assert.Contains("写得太长了（2001 个字）", clerk.Post($"/submit/{receipt}", $"/submit/{receipt}?handler=Withdraw", ("Reason", new string('长', 2_001))).Text, StringComparison.Ordinal);
        Assert.Contains("已撤回", clerk.Post($"/submit/{receipt}", $"/submit/{receipt}?handler=Withdraw", ("Reason", new string('长', 2_000))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_page_says_next_never_outgrows_its_cookie()
    {
        var kept = new Dictionary<string, object?>();
        var page = new SayingPage(served.Office) { TempData = new Microsoft.AspNetCore.Mvc.ViewFeatures.TempDataDictionary(new Microsoft.AspNetCore.Http.DefaultHttpContext(), new Keeping(kept)) };
        page.Say();
        Assert.Equal(2, page.TempData.Count);
        Assert.All(page.TempData.Values, words => Assert.InRange(((string)words!).Length, 1, 900));
    }

    [Fact]
    public void The_audit_is_shown_whatever_was_asked()
    {
        using var clerk = served.As(Role.reporter, District, Town);
        Send(clerk, ("一月.csv", Sheet()));
        foreach (var arguments in (string[])["[]", "\"words\"", "{\"a\":{\"b\":[1,null]}}"]) served.Office.Operations.Audit(new(served.Office.Time.GetUtcNow(), "x", "x", arguments, null, 0, null));
        using var admin = served.As(Role.admin);
        Assert.Contains("一月.csv", admin.Open("/admin/audit").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_or_a_kind_of_file_that_there_is_not_is_not_there()
    {
        using var office = new FiguresOffice();
        using var leader = office.As(Role.leader);
        foreach (var path in (string[])["/targets?district=310151&year=1999", "/query?handler=File&district=310151&format=0", "/query?handler=File&district=310151&format=7", "/reports?handler=Draft&district=310117"])
            Assert.Equal((path, HttpStatusCode.NotFound), (path, leader.Get(path).Status));
    }

    [Fact]
    public async Task What_judges_a_year_waits_its_turn_two_at_a_time()
    {
        var (now, most, gate) = (0, 0, new Lock());
        var two = new ManualResetEventSlim();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() => KeptAnswers.InTurn(() =>
        {
            lock (gate) most = Math.Max(most, ++now);
            if (most == 2) two.Set();
            // Another test may have one of the two turns: the second comes when it is done.
            Assert.True(two.Wait(TimeSpan.FromMinutes(2)), "never two at once");
            Thread.Sleep(60);
            lock (gate) return now--;
        }), TaskCreationOptions.LongRunning)));
        Assert.Equal(2, most);
    }

    byte[] TwoTowns() => [.. Sheet(), .. "\n\n"u8, .. Sheet(unit: NameOf(Neighbour))[3..]];

    sealed class SayingPage(Reporting.Portal.Office office) : Reporting.Portal.Pages.OfficePage(office)
    {
        public void Say()
        {
            SayDone(new string('长', 100_000));
            SayFailed(string.Join('\n', Enumerable.Repeat("一句话", 10_000)));
        }
    }

    sealed class Keeping(Dictionary<string, object?> kept) : Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(Microsoft.AspNetCore.Http.HttpContext context) => kept!;
        public void SaveTempData(Microsoft.AspNetCore.Http.HttpContext context, IDictionary<string, object> values) { }
    }
}

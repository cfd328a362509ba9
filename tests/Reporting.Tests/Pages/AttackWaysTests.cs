// Over 200 lines: the ways stand beside one another, each a few lines.
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using static Reporting.Tests.Pages.FiguresOffice;

namespace Reporting.Tests.Pages;

/// <summary>What somebody might try on the way in: with sessions, forms, headers and bodies. Each stands for a way that was once open, or would be.</summary>
public sealed class AttackWaysTests : IDisposable
{
    readonly ServedOffice served = new();

    public void Dispose() => served.Dispose();

    [Theory]
    [InlineData("/submit", "/submit"), InlineData("//evil.example/x", "/"), InlineData("https://evil.example/", "/"), InlineData("/\\evil.example", "/"), InlineData("\\\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/"), InlineData("javascript:alert(1)", "/"), InlineData(" //evil.example", "/"), InlineData("/%2f/evil.example", "/%2f/evil.example")]
    public void Signing_in_leads_nowhere_but_here(string next, string to)
    {
        var once = Account("wang");
        using var nobody = served.Nobody();
        using var answer = SignIn(nobody, "wang", once, next);
        Assert.Equal((HttpStatusCode.Redirect, to), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_session_that_somebody_else_laid_into_the_browser_never_becomes_the_victims()
    {
        var once = Account("victim");
        using var attacker = served.As(Role.leader, Chongming);
        // The attacker's cookie in the victim's browser: the sign-in ends it, and signs nobody in.
        using (var over = SignIn(attacker, "victim", once, null, page: "/me")) Assert.Equal("/sign-in", over.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, attacker.Get("/").Status);
        Assert.Empty(served.Office.Accounts.SessionsOf("victim"));
        Assert.Empty(served.Office.Accounts.SessionsOf(attacker.Login));

        using var browser = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = served.Address };
        using var laid = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", "reporting=made-up-by-the-attacker" } } };
        using var led = await browser.SendAsync(laid);
        Assert.Equal(HttpStatusCode.Redirect, led.StatusCode);
        using var nobody = served.Nobody();
        using var into = SignIn(nobody, "victim", once, null);
        Assert.Contains(into.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("reporting=", StringComparison.Ordinal) && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) && cookie.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase));
        Assert.Single(served.Office.Accounts.SessionsOf("victim"));
    }

    [Fact]
    public async Task No_form_acts_without_its_token_nor_with_somebody_elses()
    {
        using var office = new MatrixOffice();
        var (wrong, foreign) = (new List<string>(), office.Other(Role.leader).Pages.TokenOn("/me"));
        foreach (var (pattern, allowed, handler) in EndpointList.Handlers(office.Served, "OnPost"))
        {
            var visitor = office.Own(allowed is [var first, ..] ? first : Role.leader).Pages;
            var path = pattern.Replace("{receipt}", office.Receipt, StringComparison.Ordinal).Replace("{number:long}", "1", StringComparison.Ordinal).Replace("{id:long}", "1", StringComparison.Ordinal)
                .Replace("{commitment}", MatrixOffice.Task, StringComparison.Ordinal).Replace("{year:int}", "2022", StringComparison.Ordinal).Replace("{login}", "somebody", StringComparison.Ordinal).Replace("{id?}/{version:int?}", "", StringComparison.Ordinal);
            foreach (var token in (string?[])[null, "nonsense", foreign])
            {
                using var form = new FormUrlEncodedContent(token is null ? [] : [new("form-token", token)]);
                using var answer = await visitor.Client.PostAsync($"/{path}?handler={handler}", form);
                if (answer.StatusCode != HttpStatusCode.BadRequest) wrong.Add($"{pattern} {handler} {token}: {(int)answer.StatusCode}");
            }
        }
        Assert.Empty(wrong);
        Assert.DoesNotContain(office.Served.Office.Accounts.SessionsOf(office.Own(Role.leader).Pages.Login), session => session.EndsAt < DateTimeOffset.UtcNow);
    }

    /// <summary>A cookie alone opens no API: no page of somebody else's can talk a browser into a call.</summary>
    [Fact]
    public async Task The_API_takes_tokens_and_no_session()
    {
        using var clerk = served.As(Role.reporter, Chongming, "310151101");
        foreach (var path in (string[])["/api/v1/me", "/api/v1/submissions/310151-20220101-000001"]) Assert.Equal(HttpStatusCode.Unauthorized, clerk.Get(path).Status);
        using var sent = await clerk.Client.PostAsync("/api/v1/submissions?name=a.csv", new ByteArrayContent("a"u8.ToArray()));
        Assert.Equal(HttpStatusCode.Unauthorized, sent.StatusCode);
        using var program = served.Program(clerk.Login);
        Assert.Equal(HttpStatusCode.Redirect, (await new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = served.Address, DefaultRequestHeaders = { Authorization = program.DefaultRequestHeaders.Authorization } }.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Where_no_proxy_is_named_nobody_says_from_where_they_come()
    {
        Account("wang");
        using var nobody = served.Nobody();
        var token = nobody.TokenOn("/sign-in");
        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < 62; number++)
        {
            using var form = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("Login", number < 6 ? "wang" : $"stranger{number}"), new("Password", "nonsense"), new("form-token", token)]) };
            form.Headers.Add("X-Forwarded-For", $"203.0.113.{number}");
            form.Headers.Add("Forwarded", $"for=203.0.113.{number}");
            form.Headers.Add("X-Real-IP", $"203.0.113.{number}");
            using var answer = await nobody.Client.SendAsync(form);
            statuses.Add(answer.StatusCode);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]); // one address, whatever it says
        Assert.Equal(60, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(["127.0.0.1"], served.Office.Operations.AuditEntries(50).Where(entry => entry.Verb == "sign-in").Select(entry => entry.FromAddress).Distinct());
    }

    [Theory]
    [InlineData("192.0.2.1", true), InlineData("192.0.2.9", false), InlineData("::ffff:192.0.2.1", true), InlineData("127.0.0.1", true)]
    public void Past_a_proxy_that_encrypts_nobody_comes_unencrypted(string from, bool admitted)
    {
        var reach = Reach.Loopback("http://127.0.0.1:0") with { Proxies = [IPAddress.Parse("192.0.2.1")] };
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(from) } };
        Assert.Equal(admitted, reach.Admits(context));
        Assert.True((reach with { AllowsHttp = true }).Admits(context));
    }

    [Fact]
    public async Task Where_things_lie_is_told_on_this_machine_alone()
    {
        using var behind = new ServedOffice(reach: Reach.Loopback("http://127.0.0.1:0") with { Proxies = [IPAddress.Loopback] });
        using var client = new HttpClient { BaseAddress = behind.Address };
        Assert.Contains("stores", await (await client.GetAsync("/healthz")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Matches("^\\{\\s*\"state\": \"[a-z]+\"\\s*\\}$", await (await client.GetAsync("/healthz")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task No_address_is_made_of_the_name_by_which_somebody_came()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = served.Address };
        foreach (var path in (string[])["/", "/submit?r=1", "/sign-in"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example" } };
            using var answer = await client.SendAsync(request);
            Assert.DoesNotContain("evil.example", $"{answer.Headers}{await answer.Content.ReadAsStringAsync()}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Forms_without_their_fields_are_answered_beside_the_fields()
    {
        using var nobody = served.Nobody();
        Assert.Contains("账号或密码不对", nobody.Post("/sign-in", "/sign-in").Text, StringComparison.Ordinal);
        using (SignIn(nobody, "wang", Account("wang"), null)) Assert.Contains("原密码不对", nobody.Post("/me/password", "/me/password").Text, StringComparison.Ordinal);
        using var leader = served.As(Role.leader, Chongming);
        Assert.Equal(HttpStatusCode.OK, leader.Post("/me", "/me?handler=Issue").Status);
    }

    /// <summary>The body has no length and no end: it is cut at the limit, however much more there would be.</summary>
    [Theory]
    [InlineData("/api/v1/submissions?name=a.bin", "application/octet-stream", 64), InlineData("/submit", "multipart/form-data; boundary=b", 64), InlineData("/sign-in", "application/x-www-form-urlencoded", 1)]
    public void A_body_without_end_is_cut_off_at_the_limit(string path, string type, int megabytes)
    {
        using var clerk = served.As(Role.reporter, Chongming, "310151101");
        var token = served.Office.Accounts.IssueToken(clerk.Login, "试", 1).Token;
        using var socket = new TcpClient();
        socket.Connect(served.Address.Host, served.Address.Port);
        var stream = socket.GetStream();
        stream.ReadTimeout = 30_000;
        var cookie = path == "/submit" ? $"Cookie: reporting={clerk.SessionCookie}\r\n" : "";
        stream.Write(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n{cookie}Content-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n"));
        if (path == "/submit") Chunk(stream, "--b\r\nContent-Disposition: form-data; name=files; filename=a.csv\r\n\r\n"u8);
        var (block, sent) = (new byte[64 * 1024], 0L);
        Array.Fill(block, (byte)'a');
        var cut = false;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var mostHeld = before;
        try
        {
            for (; sent < megabytes * 4L * 1024 * 1024 && !(socket.Available > 0); sent += block.Length)
            {
                Chunk(stream, block);
                if (sent % (4 * 1024 * 1024) == 0) mostHeld = Math.Max(mostHeld, GC.GetTotalMemory(forceFullCollection: false));
            }
            var answer = new byte[4096];
            var read = stream.Read(answer);
            cut = read == 0 || Encoding.ASCII.GetString(answer, 0, read).StartsWith("HTTP/1.1 413", StringComparison.Ordinal);
        }
        catch (IOException) { cut = true; } // the connection is gone
        Assert.True(cut);
        Assert.InRange(sent, megabytes * 1024 * 1024 / 2, megabytes * 1024L * 1024 + 24 * 1024 * 1024);
        Assert.InRange(mostHeld - before, long.MinValue, 48L * 1024 * 1024);
        Assert.Empty(served.Office.Warehouse.Submissions.Received(DateTime.UnixEpoch, DateTime.UtcNow.AddDays(1)));
    }

    /// <summary>A leader with a password for once.</summary>
    string Account(string login)
    {
        var once = served.Office.Accounts.Add(login, "王一", null, "tests");
        served.Office.Operations.AddGrant(new(0, login, Role.leader, Chongming, null, null, new(2020, 1, 1), null, "tests", served.Office.Time.GetUtcNow()));
        return once;
    }

    static void Chunk(NetworkStream to, ReadOnlySpan<byte> bytes)
    {
        to.Write(Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"));
        to.Write(bytes);
        to.Write("\r\n"u8);
    }

    static HttpResponseMessage SignIn(Visitor visitor, string login, string password, string? next, string page = "/sign-in")
    {
        var token = visitor.TokenOn(page);
        var form = new List<KeyValuePair<string, string>> { new("Login", login), new("Password", password), new("form-token", token) };
        if (next is not null) form.Add(new("Next", next));
        return visitor.Client.PostAsync("/sign-in", new FormUrlEncodedContent(form)).GetAwaiter().GetResult();
    }
}

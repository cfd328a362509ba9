// Over 200 lines: each way to be refused is a few rows, held against one way of saying it.
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Reporting.Portal.Accounts;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Pages;

/// <summary>Whatever goes wrong is told in one shape, with a sentence: problem details to programs, a page to people; never as an unforeseen error where a sender did it.</summary>
public sealed class ApiProblemsTests : SendingTests
{
    readonly Visitor clerk;
    readonly HttpClient program;

    public ApiProblemsTests()
    {
        clerk = served.As(Role.reporter, District, Town);
        program = served.Program(clerk.Login);
    }

    [Theory]
    [InlineData("GET", "/api/v1/me"), InlineData("GET", "/api/v1/no/such"), InlineData("DELETE", "/api/v1/me"), InlineData("POST", "/api/v1/submissions"), InlineData("GET", "/api"), InlineData("GET", "/api/v1/openapi.json")]
    public async Task Without_a_token_nothing_is_told_but_how_to_come(string method, string path)
    {
        foreach (var token in (string?[])[null, "Bearer nonsense", "Basic d2FuZzp3YW5n"])
        {
            using var nobody = new HttpClient { BaseAddress = served.Address };
            using var request = new HttpRequestMessage(new(method), path);
            if (token is not null) request.Headers.Authorization = AuthenticationHeaderValue.Parse(token);
            using var answer = await nobody.SendAsync(request);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
            Is(answer, 401, "没有令牌");
        }
    }

    [Theory]
    [InlineData("GET", "/api/v1/no/such", 404, "没有"), InlineData("GET", "/api", 404, "没有"), InlineData("GET", "/api/v2/openapi.json", 404, "没有"), InlineData("GET", "/api/v1/editions/none/file", 404, "没有")]
    [InlineData("GET", "/api/v1/submissions/310151-20220101-999999", 404, "没有这个回执号"), InlineData("GET", "/api/v1/editions/999/file", 404, "没有")]
    [InlineData("DELETE", "/api/v1/me", 405, "方法不对", "GET"), InlineData("GET", "/api/v1/submissions", 405, "方法不对", "POST"), InlineData("PUT", "/api/v1/submissions/310151-20220101-999999", 405, "方法不对", "GET")]
    [InlineData("GET", "/api/v1/query", 400, "问得不对")]
    public async Task What_is_not_there_or_not_so_is_told_to_who_may_ask(string method, string path, int status, string title, string? allow = null)
    {
        using var answer = await program.SendAsync(new(new(method), path));
        Is(answer, status, title);
        Assert.Equal(allow ?? "", string.Join(',', answer.Content.Headers.Allow));
    }

    [Fact]
    public async Task Who_has_no_such_role_or_a_password_of_somebody_elses_is_refused()
    {
        using var admin = served.Program(served.As(Role.admin).Login);
        Is(await admin.GetAsync("/api/v1/editions"), 403, "没有权限");
        served.Office.Accounts.Add("wang", "王一", null, "tests");
        using var first = served.Program("wang");
        Assert.Contains("改掉", Is(await first.GetAsync("/api/v1/me"), 403, "没有权限").GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", null), InlineData("multipart/mixed; boundary=x", null), InlineData("application/octet-stream", "gzip"), InlineData("application/x-www-form-urlencoded", null), InlineData("nonsense", null)]
    public async Task Another_kind_of_body_is_refused(string type, string? packed)
    {
        using var body = new ByteArrayContent("--x\r\n\r\nx\r\n--x--"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        if (packed is not null) body.Headers.ContentEncoding.Add(packed);
        Is(await program.PostAsync("/api/v1/submissions", body), 415, "内容的类型不对");
        NothingCame();
    }

    /// <summary>curl calls whatever it sends the fields of a form.</summary>
    [Theory]
    [InlineData("application/x-www-form-urlencoded"), InlineData("application/octet-stream"), InlineData(null)]
    public async Task One_file_as_the_body_is_taken_under_its_name(string? type)
    {
        using var body = new ByteArrayContent(Sheet());
        if (type is not null) body.Headers.ContentType = new(type);
        using var answer = await program.PostAsync("/api/v1/submissions?name=%E4%B8%80%E6%9C%88.csv", body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(("一月.csv", "loaded"), (Rows().Single().FileName, Json(answer).GetProperty("answers")[0].GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Too_much_is_refused_before_it_is_sent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/submissions") { Content = new ByteArrayContent(new byte[65 * 1024 * 1024]), Headers = { ExpectContinue = true } };
        Is(await program.SendAsync(request), 413, "太大");
        foreach (var (page, to, most) in ((string, string, int)[])[("/submit", "/submit", 65), ("/me", "/me?handler=Issue", 2)])
        {
            using var form = new MultipartFormDataContent { { new StringContent(clerk.TokenOn(page)), "form-token" }, { new ByteArrayContent(new byte[most * 1024 * 1024]), "files", "大.xlsx" } };
            using var sent = new HttpRequestMessage(HttpMethod.Post, to) { Content = form, Headers = { ExpectContinue = true } };
            using var answer = await clerk.Client.SendAsync(sent);
            Assert.Equal((to, HttpStatusCode.RequestEntityTooLarge), (to, answer.StatusCode));
            Assert.Contains($"一次最多 {most - 1} MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        NothingCame();
    }

    public static TheoryData<string, string, int> Malformed => new()
    {
        { "multipart/form-data", "--b\r\nContent-Disposition: form-data; name=f; filename=a.csv\r\n\r\nx\r\n--b--\r\n", 400 },
        { "multipart/form-data; boundary=other", "--b\r\nContent-Disposition: form-data; name=f; filename=a.csv\r\n\r\nx\r\n--b--\r\n", 400 },
        { "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=f; filename=a.csv\r\n\r\nx", 400 },
        { "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=f; filename=a.csv", 400 },
        { "multipart/form-data; boundary=b", "not a form at all", 400 },
        { $"multipart/form-data; boundary={new string('b', 300)}", "x", 413 },
        { "multipart/form-data; boundary=b", $"--b\r\nContent-Disposition: form-data; name=f; filename={new string('a', 20_000)}.csv\r\n\r\nx\r\n--b--\r\n", 413 },
        { "multipart/form-data; boundary=b", string.Concat(Enumerable.Range(0, 1_100).Select(number => $"--b\r\nContent-Disposition: form-data; name=f; filename={number}.csv\r\n\r\n{number}\r\n")) + "--b--\r\n", 413 },
    };

    [Theory, MemberData(nameof(Malformed))]
    public async Task A_form_that_cannot_be_read_is_its_senders_affair(string type, string body, int status)
    {
        var problem = Is(await program.PostAsync("/api/v1/submissions", Content()), status, status == 400 ? "问得不对" : "太大");
        Assert.Contains("一份都没有收", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var reviewer = served.As(Role.reviewer, District);
        foreach (var (visitor, page) in ((Visitor, string)[])[(clerk, "/submit"), (reviewer, $"/targets/tasks/{MatrixOffice.Task}?handler=Report")])
        {
            using var seen = await visitor.Client.PostAsync(page, Content());
            Assert.Equal((page, status), (page, (int)seen.StatusCode));
            Assert.Contains("一份都没有收", await seen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        NothingCame();
        Assert.False(Directory.Exists(served.Data.Logs), "a sender's mistake is no unforeseen error");

        ByteArrayContent Content()
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            return content;
        }
    }

    /// <summary>Of the request itself: the server answers it before anybody here is asked.</summary>
    [Fact]
    public async Task Headers_without_end_are_refused_at_the_door()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me") { Headers = { { "X-Long", new string('a', 40_000) } } };
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await program.SendAsync(request)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/me")).StatusCode);
    }

    [Theory]
    [InlineData("POST", "/me?handler=Nothing", 404), InlineData("OPTIONS", "/submit/310151-20220101-999999", 405), InlineData("TRACE", "/submit", 405)]
    public async Task A_page_is_not_drawn_without_one_of_its_handlers(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (method == "POST") request.Content = new FormUrlEncodedContent([new("form-token", clerk.TokenOn("/submit"))]);
        using var answer = await clerk.Client.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains("没有这一页", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_foresaw_has_a_reference_that_is_found_in_the_log_and_tells_nothing_of_the_machine()
    {
        clerk.Upload("/submit", "/submit", "files", [("一月.csv", ManyWomen())]);
        var receipt = Rows().Single().Receipt;
        File.Delete(served.Office.Warehouse.Archive.PathOf(served.Office.Warehouse.Submissions.Find(receipt)!.Sha256));
        var problem = Is(await program.GetAsync($"/api/v1/submissions/{receipt}/marked"), 500, "出了意料之外的错误");
        var seen = clerk.Get($"/submit/{receipt}?handler=Marked");
        Assert.Equal(HttpStatusCode.InternalServerError, seen.Status);
        Assert.Contains("default-src 'none'", seen.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        var onPage = System.Text.RegularExpressions.Regex.Match(seen.Text, "编号 ([0-9a-f]{8})").Groups[1].Value;
        var log = string.Concat(Directory.GetFiles(served.Data.Logs).Select(File.ReadAllText));
        foreach (var reference in (string[])[problem.GetProperty("reference").GetString()!, onPage])
            Assert.True(reference.Length == 8 && log.Contains(reference, StringComparison.Ordinal), $"'{reference}' is not in the log");
        Assert.DoesNotContain(served.Data.Root, problem + seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_again_and_others_are_not_kept_waiting()
    {
        using var other = served.Program(served.As(Role.reporter, District, Town).Login);
        using var person = served.As(Role.leader, District);
        foreach (var asking in (Func<Task<HttpResponseMessage>>[])[() => program.GetAsync("/api/v1/me"), () => person.Client.GetAsync("/sign-in")])
        {
            var statuses = await Task.WhenAll(Enumerable.Range(0, 1_300).Select(async _ =>
            {
                using var one = await asking();
                return (int)one.StatusCode;
            }));
            Assert.InRange(statuses.Count(status => status == 429), 90, 110);
            using var answer = await asking();
            Assert.Equal((429, "60"), ((int)answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
            Assert.Contains("太频繁", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Is(await program.GetAsync("/api/v1/no/such"), 429, "太频繁");
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/me")).StatusCode);
    }

    static JsonElement Is(HttpResponseMessage answer, int status, string title)
    {
        var problem = Json(answer);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal((status, title), (problem.GetProperty("status").GetInt32(), problem.GetProperty("title").GetString()));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}.*。$", problem.GetProperty("detail").GetString());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("reference").GetString()));
        Assert.StartsWith("/api", problem.GetProperty("instance").GetString(), StringComparison.Ordinal);
        return problem;
    }

    static JsonElement Json(HttpResponseMessage answer)
    {
        var text = answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        try { return JsonDocument.Parse(text).RootElement; }
        catch (JsonException) { throw new InvalidOperationException($"{(int)answer.StatusCode} with '{text}'"); }
    }

    byte[] ManyWomen() => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Sheet()).Replace("其中：女性,5,5,4", "其中：女性,9999,9999,4", StringComparison.Ordinal));

    void NothingCame()
    {
        Assert.Empty(Rows());
        Assert.DoesNotContain(served.Office.Operations.AuditEntries(50), entry => entry.Verb == "submit");
    }
}

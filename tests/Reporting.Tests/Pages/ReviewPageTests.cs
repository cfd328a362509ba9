using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Pages;

/// <summary>What a reviewer decides on pages, and what another system asks of the API.</summary>
public sealed class ReviewPageTests : SendingTests
{
    const string Form = "employment-monthly";

    [Fact]
    public void What_waits_is_accepted_by_another_person_and_its_lines_are_seen()
    {
        var receipt = Waiting();
        using var reviewer = served.As(Role.reviewer, District);
        var seen = reviewer.Open($"/review/{receipt}");
        Assert.Contains("新增就业人数", seen.Text, StringComparison.Ordinal);
        Assert.Contains("行无异常", seen.Text, StringComparison.Ordinal);
        Assert.Contains("入库", reviewer.Post($"/review/{receipt}", $"/review/{receipt}?handler=Accept").Text, StringComparison.Ordinal);
        Assert.Equal(TableState.loaded, State(receipt));
    }

    [Fact]
    public void Plain_sheets_are_accepted_together()
    {
        var receipt = Waiting();
        using var reviewer = served.As(Role.reviewer, District);
        Assert.Contains("还没有勾选", reviewer.Post("/review", $"/review?district={District}").Text, StringComparison.Ordinal);
        Assert.Contains("已通过 1 份", reviewer.Post("/review", $"/review?district={District}", ("receipts", receipt)).Text, StringComparison.Ordinal);
        Assert.Equal(TableState.loaded, State(receipt));
    }

    [Fact]
    public void Nobody_accepts_what_they_sent_by_the_page()
    {
        using var both = served.As("both", (Role.reporter, District, Town), (Role.reviewer, District, null));
        var receipt = Waiting(both);
        Assert.Contains("要由另一人审核", both.Open($"/review/{receipt}").Text, StringComparison.Ordinal);
        Assert.Contains("要由另一人审核", both.Post($"/review/{receipt}", $"/review/{receipt}?handler=Accept").Text, StringComparison.Ordinal);
        Assert.Equal(TableState.awaiting_review, State(receipt));
    }

    [Fact]
    public void What_is_sent_back_needs_words_and_its_sender_reads_them()
    {
        using var clerk = served.As(Role.reporter, District, Town);
        using var reviewer = served.As(Role.reviewer, District);
        var receipt = Waiting(clerk);
        Assert.Contains("写明为什么退回", reviewer.Post($"/review/{receipt}", $"/review/{receipt}?handler=Return", ("Code", "口径不符"), ("Reason", "")).Text, StringComparison.Ordinal);
        reviewer.Post($"/review/{receipt}", $"/review/{receipt}?handler=Return", ("Code", "口径不符"), ("Reason", "女性要含灵活就业"));
        Assert.Equal(TableState.returned, State(receipt));
        Assert.Contains("口径不符：女性要含灵活就业", clerk.Open($"/submit/{receipt}").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Voiding_takes_two_people()
    {
        var receipt = Waiting();
        using var one = served.As(Role.reviewer, District);
        using var two = served.As(Role.reviewer, District);
        (string, string)[] asked = [("Code", "duplicate"), ("Reason", "报了两份")];
        one.Post($"/review/{receipt}", $"/review/{receipt}?handler=Void", asked);
        one.Post($"/review/{receipt}", $"/review/{receipt}?handler=Void", asked);
        Assert.Equal(TableState.awaiting_review, State(receipt));
        Assert.Contains(receipt, two.Open($"/review?district={District}").Html, StringComparison.Ordinal);
        two.Post($"/review/{receipt}", $"/review/{receipt}?handler=Void", asked);
        Assert.Equal(TableState.voided, State(receipt));
    }

    [Fact]
    public void Another_districts_reviewer_finds_nothing()
    {
        var receipt = Waiting();
        using var reviewer = served.As(Role.reviewer, "310117");
        foreach (var path in (string[])[$"/review/{receipt}", $"/review/{receipt}?handler=Marked", $"/review?district={District}", $"/review/grid?district={District}", $"/review/reminders?district={District}", $"/review/periods?district={District}", $"/submit/sheets?form={Form}&org={Town}&period=2022-01"])
            Assert.Equal((path, HttpStatusCode.NotFound), (path, reviewer.Get(path).Status));
        Assert.Equal(HttpStatusCode.NotFound, reviewer.Post("/review/periods", $"/review/{receipt}?handler=Accept").Status);
        Assert.Equal(HttpStatusCode.NotFound, reviewer.Post("/review/periods", "/review?district=310117", ("receipts", receipt)).Status);
        Assert.Equal(HttpStatusCode.NotFound, reviewer.Post("/review/periods", "/review/periods?handler=Lock&district=310117", ("form", Form), ("period", "2022-02"), ("reason", "试")).Status);
    }

    [Fact]
    public void The_grid_the_log_and_the_locks_are_there()
    {
        Waiting();
        using var reviewer = served.As(Role.reviewer, District);
        var grid = reviewer.Open($"/review/grid?district={District}&form={Form}&year=2022").Text;
        Assert.Contains("待审核", grid, StringComparison.Ordinal);
        Assert.Matches("2022年2月 [0-9]+ 家：.*城桥镇", grid); // whom to call
        reviewer.Open("/review/reminders");
        Assert.Contains("锁定", reviewer.Open("/review/periods").Text, StringComparison.Ordinal);
        Assert.Contains("缺少“延到、有效到”", reviewer.Post("/review/periods", $"/review/periods?handler=Extend&district={District}", ("form", Form), ("period", "2022-01"), ("reason", "停电")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_system_sends_by_token_and_asks_for_the_verdict()
    {
        using var api = Api(Town);
        var sent = Answered(api.PostAsync("/api/v1/submissions?name=一月.csv", new ByteArrayContent(Sheet())), HttpStatusCode.Created).GetProperty("answers")[0];
        var receipt = sent.GetProperty("receipt").GetString()!;
        Assert.Equal("loaded", sent.GetProperty("state").GetString());
        Assert.Equal(receipt, Answered(api.GetAsync($"/api/v1/submissions/{receipt}"), HttpStatusCode.OK).GetProperty("receipt").GetString());
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Sheet(13)), "file", "二.csv" } };
        Assert.Equal("二.csv", Answered(api.PostAsync("/api/v1/submissions", form), HttpStatusCode.Created).GetProperty("answers")[0].GetProperty("file_name").GetString());
        using var foreign = Api("310151102");
        Assert.Equal("没有这个回执号", Answered(foreign.GetAsync($"/api/v1/submissions/{receipt}"), HttpStatusCode.NotFound).GetProperty("title").GetString());
        Assert.Equal(400, Answered(foreign.PostAsync("/api/v1/submissions", new ByteArrayContent([])), HttpStatusCode.BadRequest).GetProperty("status").GetInt32());
        Assert.Equal("没有这个单位", Answered(foreign.PostAsync($"/api/v1/submissions?unit={Town}", new ByteArrayContent(Sheet())), HttpStatusCode.NotFound).GetProperty("title").GetString());
    }

    HttpClient Api(string unit)
    {
        var login = $"system{unit}";
        served.Add(login, (Role.reporter, District, unit));
        var client = new HttpClient { BaseAddress = served.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", served.Office.Accounts.IssueToken(login, "报表系统", 30).Token);
        return client;
    }

    static JsonElement Answered(Task<HttpResponseMessage> asked, HttpStatusCode status)
    {
        using var answer = asked.GetAwaiter().GetResult();
        var text = answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>After a lock a sheet waits for a review.</summary>
    string Waiting(Visitor? sender = null)
    {
        served.Add("locker", (Role.reviewer, District, null));
        var locked = new Acting(served.Office, from: null).Do(new("locker", "locker", false, []), PeriodLocking.Lock, "锁定", ("--form", Form), ("--period", "2022-01"));
        Assert.True(locked.ExitCode == 0, locked.Error);
        var own = sender ?? served.As(Role.reporter, District, Town);
        own.Upload("/submit", "/submit", "files", [("一月.csv", Sheet())]);
        var receipt = served.Office.Warehouse.Reviews.Waiting(District).Single(table => table.State == TableState.awaiting_explanation).Receipt;
        Assert.Contains("没有说明原因", own.Post($"/submit/{receipt}", $"/submit/{receipt}?handler=Explain", ("Reasons[0].Code", "period_locked"), ("Reasons[0].Words", "属实")).Text, StringComparison.Ordinal);
        own.Post($"/submit/{receipt}", $"/submit/{receipt}?handler=Explain", ("Reasons[0].Code", "period_locked"), ("Reasons[0].Words", "一月停电，当时没有报上来"));
        if (sender is null) own.Dispose();
        Assert.Equal(TableState.awaiting_review, State(receipt));
        return receipt;
    }

    TableState State(string receipt) => served.Office.Warehouse.Submissions.TablesOf(served.Office.Warehouse.Submissions.Find(receipt)!.SubmissionId).Single().State;
}

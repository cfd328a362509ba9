using System.Net;
using System.Text;
using Reporting.Portal.Accounts;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Pages;

/// <summary>What a clerk sends by page, and what becomes of it: only for their own unit, answered at once, nothing lost.</summary>
public sealed class SubmitPageTests : SendingTests
{
    [Fact]
    public void A_sheet_is_read_without_being_told_form_or_period_and_is_taken_in_its_units_channel()
    {
        using var clerk = Clerk();
        var seen = Send(clerk, ("一月.csv", Sheet()));
        Assert.Contains("读作： 城桥镇 · 2022年1月 · 就业工作月报表", seen.Text, StringComparison.Ordinal);
        Assert.Contains("已入库", seen.Text, StringComparison.Ordinal);
        var kept = Only();
        Assert.Equal(("page", Town, clerk.Login), (kept.Channel, kept.ChannelUnit, kept.SentBy));
        Assert.Contains(served.Office.Operations.AuditEntries(20), entry => entry.Verb == "submit" && entry.Login == clerk.Login && entry.Arguments.Contains(kept.Receipt, StringComparison.Ordinal));
    }

    [Fact]
    public void Several_files_get_a_card_each_and_the_same_bytes_the_receipt_they_have()
    {
        using var clerk = Clerk();
        var seen = Send(clerk, ("一月.csv", Sheet()), ("又一份.csv", Sheet(month: 13)), ("坏.xlsx", Encoding.ASCII.GetBytes("%PDF-1.4")));
        Assert.Contains("刚报送的 3 份", seen.Text, StringComparison.Ordinal);
        Assert.Contains("已退回", seen.Text, StringComparison.Ordinal);
        Send(clerk, ("一月.csv", Sheet(month: 13)));
        Assert.Equal(3, Rows().Select(row => row.Receipt).Distinct().Count());
    }

    /// <summary>The older sheet goes on counting, so nothing is due; the correction still came back.</summary>
    [Fact]
    public void A_returned_correction_is_to_be_done_though_an_older_sheet_counts()
    {
        using var clerk = Clerk();
        Send(clerk, ("一月.csv", Sheet()));
        Assert.DoesNotContain("退回来的", clerk.Open("/submit").Text, StringComparison.Ordinal);
        Send(clerk, ("改坏了.csv", Sheet(month: -5)));
        Assert.Equal([TableState.returned, TableState.loaded], Rows().OrderByDescending(row => row.SubmissionId).Select(row => row.State!.Value));
        foreach (var page in new[] { "/", "/submit" }) Assert.Matches("要办的.*退回来的、要答复的.*改坏了", clerk.Open(page).Text);
        Send(clerk, ("改好了.csv", Sheet(month: 13)));
        foreach (var page in new[] { "/", "/submit" }) Assert.DoesNotContain("退回来的", clerk.Open(page).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_of_another_unit_is_asked_about_and_cannot_be_answered_to_be_theirs_who_did_not_send_it()
    {
        using var clerk = Clerk();
        var seen = Send(clerk, ("邻镇.csv", Sheet(unit: NameOf(Neighbour))));
        Assert.Contains("待确认", seen.Text, StringComparison.Ordinal);
        var receipt = Only().Receipt;
        var answered = clerk.Post($"/submit/{receipt}", $"/submit/{receipt}?handler=Name", ("Named.Org", Neighbour));
        Assert.Contains("不在你的填报范围内", answered.Text, StringComparison.Ordinal);
        Assert.Single(Rows());
    }

    [Fact]
    public void A_sheet_that_names_another_unit_and_is_said_to_be_ones_own_waits_for_somebody_elses_look()
    {
        using var clerk = Clerk();
        Send(clerk, ("邻镇.csv", Sheet(unit: NameOf(Neighbour))));
        clerk.Post($"/submit/{Only().Receipt}", $"/submit/{Only().Receipt}?handler=Name", ("Named.Org", Town));
        var taken = Rows().MaxBy(row => row.SubmissionId)!;
        Assert.Equal((Town, TableState.awaiting_review), (taken.OrgUnit, taken.State));
        using var both = served.As("both", (Role.reporter, District, Town), (Role.reviewer, District, null));
        both.Post($"/review/{taken.Receipt}", $"/review/{taken.Receipt}?handler=Accept");
        Assert.Equal(TableState.loaded, Rows().MaxBy(row => row.SubmissionId)!.State);
    }

    [Fact]
    public void Whoever_answers_for_a_sender_does_not_take_their_place()
    {
        using var sender = served.As("sender", (Role.reporter, District, Town), (Role.reviewer, District, null));
        Send(sender, ("邻镇.csv", Sheet(unit: NameOf(Neighbour))));
        using var colleague = served.As("colleague", (Role.reporter, District, Town));
        colleague.Post($"/submit/{Only().Receipt}", $"/submit/{Only().Receipt}?handler=Name", ("Named.Org", Town));
        var taken = Rows().MaxBy(row => row.SubmissionId)!;
        Assert.Equal("sender", served.Office.Warehouse.Submissions.Find(taken.Receipt)!.SentBy);
        Assert.Contains("要由另一人审核", sender.Post($"/review/{taken.Receipt}", $"/review/{taken.Receipt}?handler=Accept").Text, StringComparison.Ordinal);
        Assert.Equal(TableState.awaiting_review, Rows().MaxBy(row => row.SubmissionId)!.State);
    }

    [Fact]
    public void Who_reports_for_two_units_sends_for_each_and_for_nobody_else()
    {
        using var clerk = served.As("two", (Role.reporter, District, Town), (Role.reporter, District, Neighbour));
        Send(clerk, ("甲.csv", Sheet()), ("乙.csv", Sheet(unit: NameOf(Neighbour))), ("丙.csv", Sheet(unit: NameOf("310151103"))));
        Assert.Equal([(Town, TableState.loaded), (Neighbour, TableState.loaded), (Town, TableState.unclear)], Rows().OrderBy(row => row.SubmissionId).Select(row => (row.ChannelUnit, row.State!.Value)));
    }

    [Fact]
    public void What_was_asked_is_answered_on_the_page()
    {
        using var clerk = Clerk();
        Assert.Contains("待确认", Send(clerk, ("报表.csv", Sheet(period: ""))).Text, StringComparison.Ordinal);
        var receipt = Only().Receipt;
        var page = clerk.Open($"/submit/{receipt}").Html;
        Assert.Contains("Named_Period", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Named_Period", StringComparison.Ordinal) < page.IndexOf("还有别的要说明", StringComparison.Ordinal) && page.IndexOf("还有别的要说明", StringComparison.Ordinal) < page.IndexOf("Named_Org", StringComparison.Ordinal)); // who and which form was plain
        Assert.Contains("不是报告期", clerk.Post($"/submit/{receipt}", $"/submit/{receipt}?handler=Name", ("Named.Period", "正月")).Text, StringComparison.Ordinal);
        Assert.Contains("2022年1月 · 就业工作月报表", clerk.Post($"/submit/{receipt}", $"/submit/{receipt}?handler=Name", ("Named.Period", "2022年1月")).Text, StringComparison.Ordinal);
        Assert.Contains(Rows(), row => row.State == TableState.loaded);
    }

    [Fact]
    public void A_receipt_of_another_unit_is_answered_as_one_that_is_not_there()
    {
        using var clerk = Clerk();
        using var other = Clerk(Neighbour);
        Send(clerk, ("一月.csv", Sheet()));
        var receipt = Only().Receipt;
        foreach (var path in (string[])["", "?handler=Marked", "?handler=Receipt", "?handler=Original"])
            Assert.Equal((HttpStatusCode.NotFound, other.Get($"/submit/310151-20220101-999999{path}").Text), (other.Get($"/submit/{receipt}{path}").Status, other.Get($"/submit/{receipt}{path}").Text));
        Assert.Equal(HttpStatusCode.NotFound, other.Post("/submit", $"/submit/{receipt}?handler=Withdraw", ("Reason", "不是我的")).Status);
        Assert.Equal(HttpStatusCode.NotFound, other.Get($"/entry?from={receipt}").Status);
        Assert.Equal(HttpStatusCode.NotFound, other.Get($"/entry?form=employment-monthly&org={Town}&period=2022-01").Status);
        Assert.Equal(HttpStatusCode.NotFound, other.Get($"/submit/history?org={Town}").Status);
        Assert.Equal(HttpStatusCode.NotFound, other.Get($"/submit/sheets?form=employment-monthly&org={Town}&period=2022-01").Status);
        Assert.Equal(HttpStatusCode.NotFound, other.Get($"/submit/templates?take=true&org={Town}&period=2022-01").Status);
        Assert.Equal(HttpStatusCode.NotFound, other.Post("/submit", "/submit/nil", ("org", Town), ("form", "employment-monthly"), ("period", "2022-01")).Status);
    }

    [Fact]
    public void A_sheet_is_taken_back_with_a_reason()
    {
        using var clerk = Clerk();
        Send(clerk, ("一月.csv", Sheet()));
        var receipt = Only().Receipt;
        Assert.Contains("要写明撤回的原因", clerk.Post($"/submit/{receipt}", $"/submit/{receipt}?handler=Withdraw", ("Reason", " ")).Text, StringComparison.Ordinal);
        Assert.Contains("已撤回", clerk.Post($"/submit/{receipt}", $"/submit/{receipt}?handler=Withdraw", ("Reason", "报错了")).Text, StringComparison.Ordinal);
        Assert.Equal(TableState.withdrawn, Rows().Single().State);
    }

    [Fact]
    public void Many_who_send_at_once_are_each_answered_once_and_all_of_it_is_kept()
    {
        const int People = 10, Each = 4;
        var clerks = Enumerable.Range(0, People).Select(_ => Clerk()).ToList();
        var receipts = clerks.SelectMany((clerk, person) => Enumerable.Range(0, Each).Select(number => (clerk, Sheet: Sheet(month: 100 + person * Each + number)))).ToList()
            .AsParallel().WithDegreeOfParallelism(People).Select(one => Send(one.clerk, ("一月.csv", one.Sheet))).Select(seen => System.Text.RegularExpressions.Regex.Match(seen.Html, "310151-[0-9]{8}-[0-9]{6}").Value).ToList();
        Assert.Equal(People * Each, receipts.Distinct().Count());
        Assert.Empty(served.Office.Warehouse.Submissions.Unsettled());
        Assert.Equal(People * Each, Rows().Select(row => row.Receipt).Distinct().Count());
        foreach (var clerk in clerks) clerk.Dispose();
    }

    [Fact]
    public void An_empty_or_missing_file_is_told_beside_the_field()
    {
        using var clerk = Clerk();
        Assert.Contains("0 字节", Send(clerk, ("空.xlsx", [])).Text, StringComparison.Ordinal);
        Assert.Contains("还没有选文件", clerk.Upload("/submit", "/submit", "files", []).Text, StringComparison.Ordinal);
        Assert.Empty(Rows());
    }
}

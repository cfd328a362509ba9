using System.Security.Cryptography;
using System.Text.Json;
using Reporting.Portal.Operations;

namespace Reporting.Tests.Delivery;

/// <summary>What a real mail server receives, refuses and cuts off, and what is known of it afterwards.</summary>
[Collection(PostfixServer.Name)]
public sealed class DeliveryTests(PostfixServer postfix) : IDisposable
{
    const string Package = "postfix", Program = "postfix";

    public void Dispose()
    {
        postfix.Answers();
        postfix.Forget();
    }

    [DebianFact(Package, Program, AsRoot = true)]
    public void Editions_and_notices_arrive_whole_under_their_Chinese_names_and_once()
    {
        using var office = new MailedOffice(postfix.Port);
        var first = office.Run("role:leader", "other@example.test");
        Assert.Equal((0, 0), (first.Added, first.Arrived));
        Assert.Contains(first.Warnings, warning => warning.Contains("此前签发的 1 期不补送", StringComparison.Ordinal));
        Assert.Contains(first.Warnings, warning => warning.Contains("通知从现在起", StringComparison.Ordinal));

        var edition = office.Issue(50_000);
        office.Announce("returned", MailedOffice.Unit, "已退回 310151-1 城桥镇一月.xlsx", "第 5 行合计不符\n请改好重报");
        office.Announce("reminder", MailedOffice.Unit, "催报 就业月报", "2 月 16 日到期");
        office.Announce("reminder_leader", "310151202", "催报（领导） 就业月报", "逾期 3 个工作日");
        office.Announce("source_down", null, "来源中断 sftp-bh", "收不到文件");
        office.Announce("edition_held", MailedOffice.District, "待签字 崇明区季报", "请签字");
        var run = office.Run("role:leader", "other@example.test");
        Assert.Equal((7, 7, 0, 0), (run.Added, run.Arrived, run.NotArrived, run.Later));

        foreach (var (box, name) in new[] { ("leader", "李区长 <leader@example.test>"), ("other", "other@example.test") })
        {
            var mail = postfix.Mails(box, box == "leader" ? 2 : 1).Single(mail => mail.Subject.StartsWith("崇明区", StringComparison.Ordinal));
            Assert.Equal(("崇明区就业和社会保障月报 2022年1月 第2期", name), (mail.Subject, mail.To.Replace("\"", "", StringComparison.Ordinal)));
            Assert.Contains("规划监测考核系统", mail.From, StringComparison.Ordinal);
            var workbook = Assert.Single(mail.Attachments);
            Assert.Equal((edition.FileName, edition.FileName), (workbook.FileName, workbook.FormerName));
            Assert.Equal(edition.Sha256, Convert.ToHexStringLower(SHA256.HashData(workbook.Bytes)));
            Assert.Contains(edition.Sha256, mail.Text, StringComparison.Ordinal);
            Assert.Equal(mail.MessageId, office.Store.Deliveries(100).Single(row => row.Kind == DeliveryKind.edition && row.Recipient == $"{box}@example.test").MessageId);
        }
        var clerk = Assert.Single(postfix.Mails("clerk")); // two notices in one mail
        Assert.StartsWith("2 条通知：", clerk.Subject, StringComparison.Ordinal);
        Assert.Contains("第 5 行合计不符\n请改好重报", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("2 月 16 日到期", clerk.Text, StringComparison.Ordinal);
        Assert.Equal("来源中断 sftp-bh", Assert.Single(postfix.Mails("ops")).Subject);
        Assert.Equal("待签字 崇明区季报", Assert.Single(postfix.Mails("reviewer")).Subject);
        Assert.Contains("催报（领导） 就业月报", postfix.Mails("leader", 2).Select(mail => mail.Subject));

        Assert.Equal((0, 0), office.Run("role:leader", "other@example.test") is var again ? (again.Added, again.Arrived) : default);
        Assert.Equal([2, 1, 1, 1, 1], new[] { "leader", "other", "clerk", "ops", "reviewer" }.Select(box => postfix.Settled(box).Count));
        Assert.All(office.Store.Deliveries(100), row => Assert.Equal((DeliveryState.sent, 250, 1), (row.State, row.Code, row.Attempts)));
    }

    [DebianFact(Package, Program, AsRoot = true)]
    public void Refused_for_good_is_told_and_a_full_mailbox_is_tried_again_while_the_others_have_theirs()
    {
        string[] to = ["gone@example.test", "full@example.test", "busy@example.test", "fine@example.test"];
        using var office = new MailedOffice(postfix.Port).Begun(to);
        postfix.Answers(("gone", "550 5.1.1 no such person"), ("full", "452 4.2.2 mailbox full"), ("busy", "450 4.7.1 come back later"));
        office.Issue();
        var run = office.Run(to);
        Assert.Equal((4, 1, 1, 2), (run.Added, run.Arrived, run.NotArrived, run.Later));
        Assert.Equal((DeliveryState.failed, 550), (office.Row(to[0]).State, office.Row(to[0]).Code));
        Assert.Contains("no such person", office.Row(to[0]).Answer, StringComparison.Ordinal);
        Assert.Equal((DeliveryState.pending, 452, 450), (office.Row(to[1]).State, office.Row(to[1]).Code, office.Row(to[2]).Code));
        Assert.Single(postfix.Mails("fine"));
        Assert.Contains("gone@example.test", Assert.Single(Reports(office)).Body, StringComparison.Ordinal);
        Assert.Contains("550", office.Said("deliveries", "list", "--failed"), StringComparison.Ordinal);

        Assert.Equal(0, office.Run(to).Later); // their time has not come; operations' mail about it goes
        office.Kept.Clock.Now += TimeSpan.FromMinutes(5);
        postfix.Answers(("full", "452 4.2.2 mailbox full"));
        Assert.Equal((1, 1), office.Run(to) is var third ? (third.Arrived, third.Later) : default);
        Assert.True(office.Row(to[1]).NextAttemptAt - office.Kept.Clock.Now >= TimeSpan.FromMinutes(9)); // doubled

        office.Kept.Clock.Now += TimeSpan.FromMinutes(11);
        Assert.Equal(1, office.Run(office.Orders(to) with { MostAttempts = 3 }).NotArrived);
        Assert.Equal((DeliveryState.given_up, 3, 452), (office.Row(to[1]).State, office.Row(to[1]).Attempts, office.Row(to[1]).Code));
        Assert.Equal([1, 1], Reports(office).Select(report => JsonSerializer.Deserialize<JsonElement>(report.Body).GetProperty("deliveries").GetArrayLength()));

        postfix.Answers();
        Assert.Throws<Reporting.Portal.MisuseException>(() => office.Ask("deliveries", "resend", $"{office.Row(to[1]).DeliveryId}")); // says no reason
        office.Said("deliveries", "resend", $"{office.Row(to[1]).DeliveryId}", "--by", "ops", "--reason", "邮箱已清理");
        Assert.Equal(2, office.Run(to).Arrived); // and operations' mail about what was given up
        Assert.Equal(1, office.Ask("deliveries", "resend", $"{office.Row(to[3]).DeliveryId}", "--by", "ops", "--reason", "再来一份").ExitCode);
        Assert.Single(postfix.Mails("full"));
        office.Run(to);
        Assert.Equal([0, 1, 1, 1, 2], new[] { "gone", "full", "busy", "fine", "ops" }.Select(box => postfix.Settled(box).Count));
    }

    [DebianFact(Package, Program, AsRoot = true)]
    public void A_line_that_breaks_before_the_end_is_tried_again_and_one_after_it_is_left_to_a_person()
    {
        using var relay = new CuttingRelay(postfix.Port);
        using var office = new MailedOffice(relay.Port).Begun("one@example.test");
        office.Issue(6_500_000);
        foreach (var cut in new[] { Cut.at_data, Cut.in_the_middle })
        {
            relay.Cut = cut;
            var run = office.Run("one@example.test");
            var row = office.Row("one@example.test");
            // What the operating system had taken of a mail when the line broke nobody can tell from what the server has: then it is left to a person.
            if (cut == Cut.in_the_middle && row.State == DeliveryState.uncertain) office.Said("deliveries", "resend", $"{row.DeliveryId}", "--by", "ops", "--reason", "对方说没有收到");
            else Assert.Equal((cut, DeliveryState.pending, null, 1), (cut, row.State, row.Code, run.Later));
            office.Kept.Clock.Now += TimeSpan.FromHours(1);
        }
        Assert.Empty(postfix.Settled("one"));

        relay.Cut = Cut.before_the_answer;
        Assert.Equal((0, 0), office.Run("one@example.test") is var last ? (last.Arrived, last.Later) : default); // nothing is sent on; operations may have been written to by the same line
        Assert.Equal(DeliveryState.uncertain, office.Row("one@example.test").State);
        relay.Cut = Cut.never;
        office.Kept.Clock.Now += TimeSpan.FromDays(10);
        office.Run("one@example.test");
        office.Run("one@example.test");
        var there = Assert.Single(postfix.Settled("one")); // it had arrived, and did not come again
        Assert.All(postfix.Mails("ops"), told => Assert.Contains("不能确定", told.Text, StringComparison.Ordinal));

        office.Said("deliveries", "resend", $"{office.Row("one@example.test").DeliveryId}", "--by", "ops", "--reason", "对方说没有收到");
        Assert.Equal(1, office.Run("one@example.test").Arrived);
        Assert.All(postfix.Mails("one", 2), mail => Assert.Equal(there.MessageId, mail.MessageId)); // who has both can tell
    }

    [DebianFact(Package, Program, AsRoot = true)]
    public void A_server_that_is_down_keeps_nobody_waiting_and_loses_nothing()
    {
        string[] to = [.. Enumerable.Range(1, 5).Select(number => $"p{number}@example.test")];
        var port = Arrivals.ArrivalOffice.FreePort();
        using var office = new MailedOffice(port).Begun(to);
        office.Issue();
        var run = office.Run(to);
        Assert.Equal((5, 0, 3, 2), (run.Added, run.Arrived, run.Later, run.Waiting));
        Assert.Equal(3, office.Store.Deliveries(10).Count(row => row.Attempts == 1));
        File.WriteAllText(office.Kept.Data.Mail, File.ReadAllText(office.Kept.Data.Mail).Replace($"{port}", $"{postfix.Port}", StringComparison.Ordinal));
        office.Kept.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.Equal(5, office.Run(to).Arrived);
        Assert.All(to, one => Assert.Single(postfix.Mails(one.Split('@')[0])));
    }

    [DebianFact(Package, Program, AsRoot = true)]
    public void What_is_too_large_is_linked_and_each_unit_gets_its_own_book_alone()
    {
        using var office = new MailedOffice(postfix.Port, new { attachment_bytes = 20_000, base_url = "https://plan.example/x" }).Begun("role:leader");
        var (large, own) = (office.Issue(30_000), office.Issue(500, "feedback", MailedOffice.Unit));
        Assert.Equal(2, office.Run("role:leader").Arrived);
        var mail = Assert.Single(postfix.Mails("leader"));
        Assert.Empty(mail.Attachments);
        Assert.Contains($"https://plan.example/x/editions/{Uri.EscapeDataString(large.FileName)}", mail.Text, StringComparison.Ordinal);
        Assert.Equal(own.FileName, Assert.Single(Assert.Single(postfix.Mails("clerk")).Attachments).FileName);
        office.Issue(30_000, "quarterly");
        Assert.Equal(0, office.Run(office.Orders("role:leader") with { Reports = ["monthly"] }).Added); // not of this entry's reports
    }

    [DebianFact(Package, Program, AsRoot = true)]
    public void Long_and_odd_names_are_encoded_word_by_word()
    {
        using var office = new MailedOffice(postfix.Port).Begun();
        var subject = string.Concat(Enumerable.Repeat("关于𠮷田“引号”、'单引'与 & % 的通知；", 8));
        office.Announce("reminder", MailedOffice.Unit, subject, $"一行\n.\n..两点\n{new string('长', 2000)}");
        office.Run();
        var mail = Assert.Single(postfix.Mails("clerk"));
        Assert.Equal(subject, mail.Subject);
        Assert.Contains($"一行\n.\n..两点\n{new string('长', 2000)}\n", mail.Text, StringComparison.Ordinal);
    }

    [DebianFact(Package, Program, AsRoot = true)]
    public void The_digest_goes_once_a_day_and_not_where_nothing_is_open()
    {
        using var office = new MailedOffice(postfix.Port);
        Assert.Equal(1, office.Run(office.Orders("role:leader") with { IsDigest = true }).Arrived); // 崇明; the other district has no figures
        Assert.Equal(0, office.Run(office.Orders("role:leader") with { IsDigest = true }).Added);
        Assert.Equal(0, office.Run(office.Orders("role:leader") with { IsDigest = true, District = "310117" }).Added);
        var mail = Assert.Single(postfix.Mails("leader"));
        Assert.StartsWith("崇明区亮灯摘要 2022年2月", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(office.Said("alerts", "--district", MailedOffice.District), mail.Text, StringComparison.Ordinal);
        office.Kept.Clock.Now += TimeSpan.FromDays(7);
        Assert.Equal(1, office.Run("role:leader") is var plain ? office.Run(office.Orders("role:leader") with { IsDigest = true }).Arrived + plain.Added : 0);
    }

    static List<CopiedNotice> Reports(MailedOffice office) => [.. office.Store.Notices().Where(notice => notice.Kind == "delivery_failed")];
}

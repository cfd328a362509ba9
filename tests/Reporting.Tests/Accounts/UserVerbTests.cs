using System.Text.Json;
using System.Text.RegularExpressions;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Delivery;
using Reporting.Portal.Operations;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Accounts;

/// <summary>Accounts as the command line keeps them: also where no page can be reached.</summary>
public sealed class UserVerbTests : IDisposable
{
    const string Unit = "310151102", District = "310151";

    readonly HandClock clock = new(new(2022, 3, 1, 1, 0, 0, TimeSpan.Zero));
    readonly ShippedOffice office;

    public UserVerbTests() => office = new(clock);

    public void Dispose() => office.Dispose();

    static JsonElement Json(Answer answer) => JsonSerializer.Deserialize<JsonElement>(answer.Out);

    [Fact]
    public void Somebody_is_added_handed_over_closed_and_opened_again()
    {
        var added = Json(office.Done("user", "add", "chen", "--name", "陈一", "--mail", "Chen@Example.test", "--role", "填报", "--org", Unit, "--post", "统计员", "--by", "wang", "--json"));
        var password = added.GetProperty("one_time_password").GetString()!;
        Assert.Equal((District, Unit, "统计员", "wang"), (added.GetProperty("grants")[0].GetProperty("district").GetString(), added.GetProperty("grants")[0].GetProperty("unit").GetString(), added.GetProperty("grants")[0].GetProperty("post").GetString(), added.GetProperty("grants")[0].GetProperty("granted_by").GetString()));
        Assert.True(office.Office.Accounts.SignIn("chen", password).IsIn);
        Assert.True(office.Office.Accounts.CallerOf("chen")!.CoversUnit(District, Unit, Role.reporter));

        office.Done("user", "add", "lin", "--name", "林二");
        office.Done("user", "hand-over", "chen", "lin", "--on", "2022-03-10", "--by", "wang");
        office.Done("user", "grant", "chen", "--role", "reviewer", "--district", District, "--to", "2022-12-31");
        Assert.Contains("到 2022-06-30 止", office.Done("user", "revoke", "3", "--last-day", "2022-06-30").Out, StringComparison.Ordinal);
        var list = office.Done("user", "list").Out;
        Assert.All(new[] { "chen  陈一  chen@example.test", "lin  林二", "一次性密码还没有改", "填报", "统计员", "2022-03-01 至 2022-03-09", "2022-03-10 起", "2022-03-01 至 2022-06-30" }, words => Assert.Contains(words, list, StringComparison.Ordinal));

        office.Done("user", "close", "chen", "--reason", "调离");
        Assert.DoesNotContain("chen", office.Done("user", "list").Out.Split('\n')[0], StringComparison.Ordinal);
        var all = Json(office.Done("user", "list", "--all", "--json")).GetProperty("accounts");
        Assert.Equal(("chen", "调离", 2), (all[0].GetProperty("login").GetString(), all[0].GetProperty("closed_because").GetString(), all[0].GetProperty("grants").GetArrayLength()));
        office.Done("user", "reopen", "chen");
        Assert.Contains("一次性密码", office.Done("user", "reset", "chen").Out, StringComparison.Ordinal);

        var audited = office.Office.Operations.AuditEntries(50);
        Assert.Equal(["user reset", "user reopen", "user close", "user revoke", "user grant", "user hand-over", "user add", "sign-in", "user add"], audited.Select(entry => entry.Verb));
        Assert.DoesNotContain(audited, entry => $"{entry}".Contains(password, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_wrong_is_said_and_leaves_nothing_behind()
    {
        office.Refused("填报要指明单位", "user", "add", "chen", "--name", "陈一", "--role", "填报");
        office.Refused("没有单位", "user", "add", "chen", "--name", "陈一", "--role", "填报", "--org", "999");
        office.Refused("--role", "user", "add", "chen", "--name", "陈一", "--district", District);
        office.Refused("--role 只能是", "user", "add", "chen", "--name", "陈一", "--role", "老板");
        office.Refused("不是日期", "user", "add", "chen", "--name", "陈一", "--role", "leader", "--to", "年底");
        Assert.Empty(office.Office.Accounts.All());
        Assert.Contains("还没有账号", office.Done("user", "list").Out, StringComparison.Ordinal);
        office.Refused("没有开着的账号", "user", "reset", "chen");
        office.Refused("没有授权 7 号", "user", "revoke", "7");
        office.Refused("--reason", "user", "close", "chen");
        office.Done("user", "add", "chen", "--name", "陈一");
        office.Refused("已经有了", "user", "add", "Chen", "--name", "陈一");
        office.Refused("没有停用", "user", "reopen", "chen");
    }

    [Fact]
    public void All_admins_are_told_who_is_given_power()
    {
        office.Done("user", "add", "chen", "--name", "陈一", "--mail", "chen@example.test", "--role", "管理", "--by", "wang");
        office.Done("user", "grant", "chen", "--role", "leader");
        office.Done("user", "add", "lin", "--name", "林二", "--role", "运维", "--by", "chen");
        var notices = office.Office.Operations.Notices().Where(notice => notice.Kind == AdminNotices.GrantedKind).ToList();
        Assert.Equal(["管理权限给了 陈一（chen）", "运维权限给了 林二（lin）", "领导权限给了 陈一（chen）"], notices.Select(notice => Regex.Replace(notice.Subject, "，授权 [0-9]+ 号", "")).Order(StringComparer.Ordinal));
        Assert.Equal(3, notices.Select(notice => notice.Subject).Distinct().Count());
        Assert.All(notices, notice => Assert.Equal(["chen@example.test"], Audience.Of(notice, office.Office.Mail.People).Select(person => person.Mail)));
        office.Done("user", "grant", "lin", "--role", "reporter", "--org", Unit); // one unit's figures are no power
        Assert.Equal(3, office.Office.Operations.Notices().Count(notice => notice.Kind == AdminNotices.GrantedKind));
        office.Done("user", "revoke", $"{office.Office.Accounts.History("lin").First(stored => stored.Role == Role.operations).Grant.GrantId}", "--by", "chen");
        Assert.Contains("运维权限收回：林二（lin", Assert.Single(office.Office.Operations.Notices(), notice => notice.Kind == AdminNotices.EndedKind).Subject, StringComparison.Ordinal);
        // The same is granted again, and both are told: a later one lies beside an earlier one.
        office.Done("user", "grant", "lin", "--role", "运维");
        Assert.Equal(4, office.Office.Operations.Notices().Where(notice => notice.Kind == AdminNotices.GrantedKind).Select(notice => notice.Subject).Distinct().Count());
    }

    [Fact]
    public void Whoever_was_not_there_for_half_a_year_is_closed_but_for_the_last_admin()
    {
        office.Done("user", "add", "chen", "--name", "陈一", "--role", "管理");
        office.Done("user", "add", "lin", "--name", "林二", "--role", "管理");
        office.Done("user", "add", "xu", "--name", "徐三", "--role", "领导");
        clock.Now += AccountBook.MayIdle - TimeSpan.FromDays(1);
        office.Done("user", "reset", "xu"); // somebody asked for it: there again
        Assert.Empty(office.Office.Accounts.CloseIdle());
        clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(["chen"], office.Office.Accounts.CloseIdle());
        Assert.Empty(office.Office.Accounts.CloseIdle());
        Assert.Equal("180 天没有人登录", office.Office.Accounts.Find("chen")!.ClosedBecause);
        var told = Assert.Single(office.Office.Operations.Notices(), notice => notice.Kind == AdminNotices.ClosedKind);
        Assert.Contains("user reopen chen", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Accounts_are_people_who_are_written_to_and_know_better_than_the_file()
    {
        File.WriteAllText(office.Office.Data.Mail, $$"""
            { "people": [ { "name": "旧名", "mail": "chen@example.test", "roles": ["operations"] }, { "name": "王科", "mail": "wang@example.test", "roles": ["reviewer"] },
                          { "name": "林", "mail": "lin@example.test", "unit": "{{Unit}}" } ] }
            """);
        office.Done("user", "add", "chen", "--name", "陈一", "--mail", "CHEN@example.test", "--role", "领导", "--district", District);
        office.Done("user", "add", "zhou", "--name", "周", "--mail", "zhou@example.test", "--role", "填报", "--org", Unit);
        office.Done("user", "add", "nomail", "--name", "无", "--role", "审核");
        var people = office.Office.Mail.People;
        Assert.Equal(["陈一"], people.Of("signer", District).Select(person => person.Name));
        Assert.Equal(["陈一"], people.Of("leader", null).Select(person => person.Name));
        Assert.Empty(people.Of("leader", "310117"));
        Assert.Empty(people.Of("operations", null));
        Assert.Equal(["王科"], people.Of("reviewer", District).Select(person => person.Name));
        Assert.Equal(["周", "林"], people.OfUnit(Unit).Select(person => person.Name));
        office.Done("user", "close", "zhou", "--reason", "调离");
        Assert.Equal(["林"], office.Office.Mail.People.OfUnit(Unit).Select(person => person.Name));
        office.Done("user", "revoke", "1");
        Assert.Empty(office.Office.Mail.People.Of("leader", null)); // the account stays the one that knows
        Assert.Empty(office.Office.Mail.People.Of("operations", null));
    }
}

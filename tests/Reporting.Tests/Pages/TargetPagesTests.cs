using System.Net;
using Reporting.Portal.Accounts;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Pages;

/// <summary>目标, 任务 and 督办 as a district's people work with them: what each sees, what is decided, and that a foreign thing is not there.</summary>
public sealed class TargetPagesTests : IDisposable
{
    const string Chongming = "310151", Songjiang = "310117", Chengqiao = "310151101", Bao = "310151102";
    const string Promise = "chongming-145-new-employment", Page = $"/targets/of/{Promise}/2025", Task = "chongming-145-collective-bargaining", TaskPage = $"/targets/tasks/{Task}";
    readonly ServedOffice served = new();

    public void Dispose() => served.Dispose();

    Commitment Commitment(string id) => served.Office.Warehouse.Definitions.Current.Plans.SelectMany(plan => plan.Commitments).First(one => one.Id == id);

    long LastLoad => served.Office.Warehouse.Marts.LastLoad()!.LoadId;

    [Fact]
    public void A_target_is_split_issued_and_then_only_revised()
    {
        using var reviewer = served.As(Role.reviewer, Chongming);
        Assert.Contains("9,000 人", reviewer.Open("/targets?year=2025").Text, StringComparison.Ordinal);
        Assert.Contains("已登记", Split(reviewer, "1,000", "8000").Text, StringComparison.Ordinal);
        Assert.Contains("与全区目标一致", reviewer.Open(Page).Text, StringComparison.Ordinal);
        Assert.Contains("已下达", reviewer.Post(Page, $"{Page}?handler=Issue", ("document", "区政府通知"), ("reason", "年度安排")).Text, StringComparison.Ordinal);
        Assert.Contains("要调整勾选“已下达的要调整”", Split(reviewer, "900", "8000").Text, StringComparison.Ordinal);
        Assert.Contains("比全区目标少 100", Split(reviewer, "900", "8000", ("revise", "1")).Text, StringComparison.Ordinal);
        Assert.Contains("2 个单位合计 8,900", reviewer.Open("/targets?year=2025").Text, StringComparison.Ordinal);
        Assert.Contains(served.Office.Operations.AuditEntries(20), entry => (entry.Login, entry.Verb, entry.ExitCode) == (reviewer.Login, "target issue", 0));
    }

    [Fact]
    public void The_sum_of_typed_parts_is_told_and_nothing_is_written()
    {
        using var reviewer = served.As(Role.reviewer, Chongming);
        var before = LastLoad;
        Assert.Contains("已填 2 家，合计 8,500 人 比全区目标少 500", reviewer.Post(Page, $"{Page}?handler=Sum", ($"part-{Chengqiao}", "500"), ($"part-{Bao}", "8,000")).Text, StringComparison.Ordinal);
        Assert.Contains("有的不是数", reviewer.Post(Page, $"{Page}?handler=Sum", ($"part-{Chengqiao}", "很多")).Text, StringComparison.Ordinal);
        Assert.Equal(before, LastLoad);
    }

    [Fact]
    public void A_refused_target_says_why_and_keeps_what_was_typed()
    {
        using var reviewer = served.As(Role.reviewer, Chongming);
        var before = LastLoad;
        var refused = reviewer.Post(Page, $"{Page}?handler=Set", ("value", "9000.5"), ("from", "2025"), ("document", "文件甲"), ("reason", "理由乙"));
        Assert.Contains("要写整数", refused.Text, StringComparison.Ordinal);
        Assert.All((string[])["9000.5", "文件甲", "理由乙"], typed => Assert.Contains($"value=\"{typed}\"", refused.Html, StringComparison.Ordinal));
        Assert.Contains("有的不是数", Split(reviewer, "abc", "1").Text, StringComparison.Ordinal);
        Assert.Equal(before, LastLoad);
    }

    [Fact]
    public void Who_is_of_another_district_finds_nothing_and_who_only_reads_decides_nothing()
    {
        using var foreign = served.As(Role.reviewer, Songjiang);
        using var leader = served.As(Role.leader, Chongming);
        foreach (var path in (string[])[$"/targets?district={Chongming}", $"/targets/tasks?district={Chongming}", $"/targets/lights?district={Chongming}", $"/targets/supervision?district={Chongming}", Page, TaskPage, "/targets/of/no-such/2025", "/targets/supervision/99"])
            Assert.Equal(HttpStatusCode.NotFound, foreign.Get(path).Status);
        Assert.DoesNotContain("办理", leader.Open(Page).Text, StringComparison.Ordinal);
        foreach (var visitor in (Visitor[])[foreign, leader])
            foreach (var act in (string[])[$"{Page}?handler=Set", $"{Page}?handler=Split", $"{Page}?handler=Issue", $"{Page}?handler=Curve", $"{Page}?handler=Sum", $"{TaskPage}?handler=Report", $"{TaskPage}?handler=Judge",
                $"/targets/supervision?handler=Open&district={Chongming}", $"/targets/lights?handler=Acknowledge&district={Chongming}"])
                Assert.Equal(HttpStatusCode.NotFound, visitor.Post("/targets", act, ("commitment", Promise), ("org", Chengqiao), ("reason", "x"), ("value", "1"), ("state", "reached"), ("verdict", "met")).Status);
    }

    [Fact]
    public void A_township_sees_its_own_target_and_no_other()
    {
        using var reviewer = served.As(Role.reviewer, Chongming);
        using var township = served.As(Role.reporter, Chongming, Chengqiao);
        using var other = served.As(Role.reporter, Chongming, "310151103");
        Split(reviewer, "1234", "7766");
        Assert.Contains("1,234", township.Open("/targets?year=2025").Text, StringComparison.Ordinal);
        var page = township.Open(Page).Text;
        Assert.Contains("1,234", page, StringComparison.Ordinal);
        Assert.DoesNotContain("7,766", page, StringComparison.Ordinal);
        Assert.DoesNotContain("全区目标的各版", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, other.Get(Page).Status);
    }

    [Fact]
    public void A_department_reports_its_task_with_a_file_and_another_person_judges_it()
    {
        var lead = Commitment(Task).Departments[0];
        using var department = served.As(Role.reporter, Chongming, lead);
        using var reviewer = served.As(Role.reviewer, Chongming);
        using var township = served.As(Role.reporter, Chongming, Chengqiao);
        Assert.Contains("要写明依据", department.Post(TaskPage, $"{TaskPage}?handler=Report", ("state", "reached"), ("words", "做完了")).Text, StringComparison.Ordinal);
        var told = department.Upload(TaskPage, $"{TaskPage}?handler=Report", "files", [("通知 一.txt", "内容"u8.ToArray())], ("state", "reached"), ("words", "签了协议"), ("quarter", "2025-Q4"));
        Assert.Contains("留存文件 1 份", told.Text, StringComparison.Ordinal);
        var file = System.Text.RegularExpressions.Regex.Match(told.Html, "href=\"(\\?handler=File[^\"]+)\"").Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);
        Assert.Equal("内容"u8.ToArray(), reviewer.Download(TaskPage + file));
        Assert.Equal(HttpStatusCode.NotFound, township.Get(TaskPage + file).Status);
        Assert.Equal(HttpStatusCode.NotFound, reviewer.Get($"{TaskPage}?handler=File&sha256={new string('0', 64)}").Status);
        Assert.Equal(HttpStatusCode.NotFound, department.Post(TaskPage, $"{TaskPage}?handler=Judge", ("verdict", "met"), ("reason", "好")).Status);
        Assert.Contains("评定为完成", reviewer.Post(TaskPage, $"{TaskPage}?handler=Judge", ("verdict", "met"), ("reason", "有协议")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Commitment(Task).Name ?? Task, township.Open("/targets/tasks").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_demanded_is_answered_by_the_unit_sent_back_and_closed_by_another_person()
    {
        using var reviewer = served.As(Role.reviewer, Chongming);
        using var unit = served.As(Role.reporter, Chongming, Chengqiao);
        using var other = served.As(Role.reporter, Chongming, Bao);
        const string open = "/targets/supervision", one = $"{open}/1";
        var deadline = $"{DateTime.UtcNow.AddDays(30):yyyy-MM-dd}";
        Assert.Contains("已开督办 1 号", reviewer.Post(open, $"{open}?handler=Open&district={Chongming}", ("org", Chengqiao), ("demand", "查明原因"), ("deadline", deadline)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, other.Get(one).Status);
        Assert.Contains("没有督办", other.Open(open).Text, StringComparison.Ordinal);
        Assert.Contains("已反馈待销号", unit.Upload(one, $"{one}?handler=Feedback", "evidence", [("照片.jpg", [1, 2])], ("words", "已经整改")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unit.Post(one, $"{one}?handler=Close").Status);
        Assert.Contains("退回要写明还缺什么", reviewer.Post(one, $"{one}?handler=Return", ("reason", " ")).Text, StringComparison.Ordinal);
        Assert.Contains("已退回待重报", reviewer.Post(one, $"{one}?handler=Return", ("reason", "没有照片")).Text, StringComparison.Ordinal);
        unit.Post(one, $"{one}?handler=Feedback", ("words", "补了照片"));
        Assert.Contains("已销号", reviewer.Post(one, $"{one}?handler=Close").Text, StringComparison.Ordinal);
    }

    static Seen Split(Visitor reviewer, string first, string second, params (string, string)[] more) => reviewer.Post(Page, $"{Page}?handler=Split",
        [("method", "given"), ("trial", "false"), ($"part-{Chengqiao}", first), ($"part-{Bao}", second), ("document", "分解方案"), ("reason", "年度安排"), .. more]);
}

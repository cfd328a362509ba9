using System.Net;
using Reporting.Portal.Accounts;
using Reporting.Portal.Operations;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Tests.Pages;

/// <summary>管理 but for people: units, words, forms, rules, the check of definitions and the record of acts; without figures, and of the own district alone.</summary>
public sealed class AdminPagesTests : IDisposable
{
    const string Chongming = "310151", Songjiang = "310117";
    readonly ServedOffice served = new();

    public void Dispose() => served.Dispose();

    [Fact]
    public void Nobody_else_administers()
    {
        foreach (var role in RoleWords.All.Except([Role.admin]))
        {
            using var visitor = served.As(role, role is Role.operations ? null : Chongming, role == Role.reporter ? "310151101" : null);
            foreach (var path in (string[])["/admin", "/admin/units", "/admin/aliases", "/admin/forms", "/admin/rules", "/admin/definitions", "/admin/audit"]) Assert.Equal(HttpStatusCode.Forbidden, visitor.Get(path).Status);
        }
    }

    [Fact]
    public void Units_are_shown_with_who_went_on_with_them_and_only_of_districts_administered()
    {
        using var admin = served.As(Role.admin, Chongming);
        var today = admin.Open("/admin/units").Text;
        Assert.All(served.Office.Warehouse.Definitions.Current.District(Chongming)!.Units.Where(unit => unit.ValidTo is null), unit => Assert.Contains(unit.Name, today, StringComparison.Ordinal));
        Assert.Contains("由 崇明区 承继（100%）", admin.Open("/admin/units?history=true").Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, admin.Get($"/admin/units?district={Songjiang}").Status);
        Assert.All((string[])["/admin/definitions", "/admin/audit"], path => Assert.Equal(HttpStatusCode.NotFound, admin.Get(path).Status)); // of no district: for who administers all
    }

    [Fact]
    public void A_wrong_meaning_of_words_is_forgotten_by_whoever_administers_the_district()
    {
        served.Office.Warehouse.Decisions.SetAlias(new(AliasKind.org_unit, Chongming, "城桥镇政府", "310151101", "li", 0), served.Office.Now);
        served.Office.Warehouse.Definitions.Refresh();
        using var foreign = served.As(Role.admin, Songjiang);
        using var admin = served.As(Role.admin);
        Assert.DoesNotContain("城桥镇政府", foreign.Open("/admin/aliases").Text, StringComparison.Ordinal);
        (string, string)[] wrong = [("district", Chongming), ("words", "城桥镇政府"), ("reason", "记错了")];
        Assert.Equal(HttpStatusCode.NotFound, foreign.Post("/admin/aliases", "/admin/aliases?handler=Forget", wrong).Status);
        Assert.Contains("单位：城桥镇", admin.Open("/admin/aliases").Text, StringComparison.Ordinal);
        Assert.Contains("要写明原因", admin.Post("/admin/aliases", "/admin/aliases?handler=Forget", [.. wrong[..2], ("reason", " ")]).Text, StringComparison.Ordinal);
        Assert.Contains("已忘掉", admin.Post("/admin/aliases", "/admin/aliases?handler=Forget", wrong).Text, StringComparison.Ordinal);
        Assert.Empty(served.Office.Warehouse.Definitions.Current.Aliases);
    }

    [Fact]
    public void Every_form_and_rule_is_shown_in_words()
    {
        using var admin = served.As(Role.admin);
        foreach (var form in served.Office.Warehouse.Definitions.Current.Forms)
        {
            var page = admin.Open($"/admin/forms/{form.Id}/{form.Version}").Text;
            Assert.All(form.Lines, line => Assert.Contains(line.Label, page, StringComparison.Ordinal));
        }
        Assert.Equal(HttpStatusCode.NotFound, admin.Get("/admin/forms/no-such/1").Status);
        var rules = admin.Open("/admin/rules").Text;
        Assert.All(RuleTexts.All.Where(rule => rule != RuleTexts.CrossLine), rule => Assert.Contains(rule.Code, rules, StringComparison.Ordinal));
    }

    [Fact]
    public void Definition_files_are_checked_and_a_wrong_one_is_named()
    {
        using var admin = served.As(Role.admin);
        Assert.Contains("没有改动", admin.Post("/admin/definitions", "/admin/definitions").Text, StringComparison.Ordinal);
        Directory.CreateDirectory(served.Data.Definitions);
        File.WriteAllText(Path.Combine(served.Data.Definitions, "breakdowns.yaml"), "nonsense: [");
        var page = admin.Post("/admin/definitions", "/admin/definitions").Text;
        Assert.Contains("处错误", page, StringComparison.Ordinal);
        Assert.Contains("breakdowns.yaml", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Acts_are_found_by_login_verb_and_day_and_show_no_figures()
    {
        void Did(string login, string verb, string arguments, string at) => served.Office.Operations.Audit(new(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), login, verb, arguments, "年中调整", 0, null));
        Did("zhang", "target set", """{"COMMITMENT":["c-1"],"--value":["98765"]}""", "2022-07-01T17:30:00Z"); // the 2nd in Shanghai
        Did("li", "alias forget", """{"WORDS":["城桥"]}""", "2022-07-01T02:00:00Z");
        using var admin = served.As(Role.admin);
        var all = admin.Open("/admin/audit").Text;
        Assert.All((string[])["zhang", "li", "c-1", "年中调整", "2022-07-02 01:30:00"], words => Assert.Contains(words, all, StringComparison.Ordinal));
        Assert.DoesNotContain("98765", all, StringComparison.Ordinal);
        Assert.DoesNotContain("城桥", admin.Open("/admin/audit?login=zhang").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("c-1", admin.Open("/admin/audit?verb=alias%20forget").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("城桥", admin.Open("/admin/audit?day=2022-07-02").Text, StringComparison.Ordinal);
        Assert.Contains("c-1", admin.Open("/admin/audit?day=2022-07-02").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("城桥", admin.Open("/admin/audit?day=2022-07-02&to=2022-07-03").Text, StringComparison.Ordinal);
        Assert.Contains("城桥", admin.Open("/admin/audit?day=2022-07-01&to=2022-07-02").Text, StringComparison.Ordinal);
        var file = admin.Get("/admin/audit?handler=File&day=2022-07-01&to=2022-07-02").Text;
        Assert.Contains("2022-07-02 01:30:00,zhang,服务器命令行,", file, StringComparison.Ordinal);
        Assert.Contains("承诺 c-1；数值 （不显示）", file, StringComparison.Ordinal);
        Assert.DoesNotContain("98765", file, StringComparison.Ordinal);
    }
}

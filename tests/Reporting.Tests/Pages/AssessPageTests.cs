using System.Net;
using Reporting.Portal.Accounts;
using Reporting.Warehouse;
using static Reporting.Tests.Pages.FiguresOffice;

namespace Reporting.Tests.Pages;

/// <summary>考核 and 报告: what is frozen and issued there is what the verbs freeze and issue, by whoever may.</summary>
public sealed class AssessPageTests(FiguresOffice office) : IClassFixture<FiguresOffice>
{
    [Fact]
    public void An_assessor_freezes_with_a_reason_and_others_look_on()
    {
        using var assessor = office.As(Role.assessor);
        Assert.Contains("冻结的考核", assessor.Open($"/assess?district={Chongming}&year=2022").Text, StringComparison.Ordinal);
        var page = $"/assess/freeze?district={Chongming}&year=2022";
        var refused = assessor.Post(page, page, ("district", Chongming), ("year", "2022"), ("Reason", "先试"));
        Assert.Contains("没有冻结", refused.Text, StringComparison.Ordinal);
        Assert.Contains("先试", refused.Html, StringComparison.Ordinal);
        Assert.Contains("要写明原因", assessor.Post(page, page, ("district", Chongming), ("year", "2022"), ("uncertified-ok", "true")).Text, StringComparison.Ordinal);
        Assert.Contains("已冻结：考核", assessor.Post(page, page, ("district", Chongming), ("year", "2022"), ("uncertified-ok", "true"), ("Reason", "演练")).Text, StringComparison.Ordinal);
        var run = office.Served.Office.Warehouse.Marts.AssessmentRuns(Chongming, long.MaxValue - 1)[^1];
        Assert.Equal((assessor.Login, "演练"), (run.DecidedBy, run.Reason));
        using var leader = office.As(Role.leader);
        Assert.Contains("演练", leader.Open($"/assess/runs/{run.Run}").Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, leader.Get(page).Status);
        Assert.Contains("重算一致", assessor.Post($"/assess/runs/{run.Run}", $"/assess/runs/{run.Run}?handler=Replay").Text, StringComparison.Ordinal);
        using var stranger = office.As(Role.assessor, Songjiang);
        IsNotThere(stranger, $"/assess/runs/{run.Run}", $"/assess/diff?before={run.Run}&after={run.Run}", $"/assess?district={Chongming}", page, $"/assess/what-if?district={Chongming}", $"/assess/certify?district={Chongming}", $"/assess/unit?run={run.Run}&scheme={run.Schemes.Split(',')[0]}&org={office.Town}");
    }

    [Fact]
    public void The_sheets_that_points_are_taken_off_for_are_listed_and_are_those_that_are_counted()
    {
        var marts = office.Served.Office.Warehouse.Marts;
        var (load, from, to) = (marts.LastLoad()!, new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31));
        var conducts = ScoringReading.Conducts(marts, Chongming, from, to, load, new Dictionary<string, int>());
        Assert.Contains(conducts, conduct => conduct.Missing > 0);
        Assert.All(conducts, conduct =>
        {
            var listed = ScoringReading.Blemishes(marts, Chongming, conduct.OrgUnit, from, to, load);
            Assert.Equal((conduct.Late, conduct.Missing, conduct.Returned), (listed.Count(sheet => sheet.IsLate), listed.Count(sheet => sheet.IsMissing), listed.Sum(sheet => sheet.Status.Returned)));
        });
        using var assessor = office.As(Role.assessor);
        var page = assessor.Open($"/assess/unit?district={Chongming}&year=2022&scheme=chongming-townships&org={office.Town}").Text;
        Assert.Contains("计入报送情况的报表", page, StringComparison.Ordinal);
        Assert.Contains($"按批次 {load.LoadId}", page, StringComparison.Ordinal);
        Assert.Contains("未报", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_supposed_is_shown_and_not_stored()
    {
        using var assessor = office.As(Role.assessor);
        var loads = office.Served.Office.Warehouse.Marts.LastLoad();
        var seen = assessor.Open($"/assess/what-if?district={Chongming}&year=2022&what={Commitment}:target&unit=&number=1");
        Assert.Contains("假设（不存储）", seen.Text, StringComparison.Ordinal);
        Assert.Contains("看不懂", assessor.Open($"/assess/what-if?district={Chongming}&year=2022&what={Commitment}:target&unit=&number=很多").Text, StringComparison.Ordinal);
        Assert.Equal(loads, office.Served.Office.Warehouse.Marts.LastLoad());
    }

    [Fact]
    public void A_unit_certifies_itself_and_nobody_else()
    {
        using var reporter = office.As(Role.reporter, Chongming, office.Town);
        var page = $"/assess/certify?district={Chongming}&year=2021";
        Assert.Contains("已认证", reporter.Post(page, $"{page}&handler=Certify&org={office.Town}", ("Person", "张三 镇长")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(office.OtherTown, reporter.Open(page).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, reporter.Post(page, $"{page}&handler=Certify&org={office.OtherTown}", ("Person", "张三")).Status);
        using var assessor = office.As(Role.assessor);
        Assert.Contains("张三 镇长", assessor.Open(page).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_held_signed_and_then_served_as_it_was_issued()
    {
        using var reviewer = office.As(Role.reviewer);
        using var leader = office.As(Role.leader);
        using var assessor = office.As(Role.assessor);
        var made = reviewer.Post("/reports", "/reports?handler=Issue", ("district", Chongming), ("report", "definitions"), ("period", "2022"));
        Assert.Contains("已做成待签稿", made.Text, StringComparison.Ordinal);
        var held = office.Served.Office.Warehouse.Editions.All()[^1];
        IsNotThere(assessor, $"/reports/{held.EditionId}", $"/reports?handler=File&id={held.EditionId}");
        Assert.Contains("已签发", leader.Post($"/reports/{held.EditionId}", $"/reports/{held.EditionId}?handler=Sign", ("Remark", "同意")).Text, StringComparison.Ordinal);
        var issued = office.Served.Office.Warehouse.Editions.All().MaxBy(edition => edition.EditionId)!;
        Assert.Equal(office.Served.Office.Warehouse.Archive.Read(issued.Sha256), assessor.Download($"/reports?handler=File&id={issued.EditionId}"));
        Assert.Contains("各种报告什么时候来", assessor.Open("/reports").Text, StringComparison.Ordinal);
        Assert.NotEmpty(assessor.Download($"/reports?handler=Draft&district={Chongming}&report=submission-status&period=2022-01"));
        using var stranger = office.As(Role.reviewer, Songjiang);
        IsNotThere(stranger, $"/reports/{issued.EditionId}", $"/reports?handler=File&id={issued.EditionId}", $"/reports?district={Chongming}", $"/reports?handler=Draft&district={Chongming}&report=monthly");
        using var reporter = office.As(Role.reporter, Chongming, office.Town);
        IsNotThere(reporter, $"/reports/{issued.EditionId}", $"/reports?handler=Draft&district={Chongming}&report=monthly");
        Assert.Equal(HttpStatusCode.NotFound, assessor.Post("/reports", "/reports?handler=Issue", ("district", Chongming), ("report", "monthly"), ("period", "2022-01")).Status);
    }
}

using System.Net;
using System.Text;
using Reporting.Portal.Accounts;
using static Reporting.Tests.Pages.FiguresOffice;

namespace Reporting.Tests.Pages;

/// <summary>看板, 查询 and 溯源: figures lead to their cells, and nobody sees another's.</summary>
public sealed class FigurePageTests(FiguresOffice office) : IClassFixture<FiguresOffice>
{
    [Fact]
    public void A_leader_follows_a_light_to_its_cell_and_takes_the_file()
    {
        using var leader = office.As(Role.leader);
        var board = leader.Open("/board?year=2022");
        Assert.Contains("崇明区", board.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("松江区", board.Text, StringComparison.Ordinal);
        Assert.Contains($"/board/commitment?district={Chongming}&amp;id={Commitment}", board.Html, StringComparison.Ordinal);
        var promise = leader.Open($"/board/commitment?district={Chongming}&id={Commitment}&year=2022");
        Assert.Contains("怎样判定", promise.Text, StringComparison.Ordinal);
        var lineage = leader.Open($"/lineage?district={Chongming}&org={office.Town}&indicator={Indicator}&year=2022");
        Assert.Contains(office.Receipt, lineage.Text, StringComparison.Ordinal);
        Assert.Contains("算法：", lineage.Text, StringComparison.Ordinal);
        Assert.NotEmpty(leader.Download($"/lineage?handler=File&receipt={office.Receipt}"));
    }

    [Fact]
    public void What_is_another_districts_is_not_there()
    {
        using var stranger = office.As(Role.leader, Songjiang);
        IsNotThere(stranger, $"/board?district={Chongming}", $"/board/commitment?district={Chongming}&id={Commitment}", $"/board?org={office.Town}", $"/query?district={Chongming}", $"/query?district={Songjiang}&org={office.Town}",
            $"/lineage?district={Chongming}&indicator={Indicator}", $"/lineage?district={Songjiang}&org={office.Town}&indicator={Indicator}", $"/lineage?handler=File&receipt={office.Receipt}", $"/query?district={Chongming}&handler=File&format=csv");
    }

    [Fact]
    public void A_reporter_reads_the_own_unit_and_no_other()
    {
        using var reporter = office.As(Role.reporter, Chongming, office.Town);
        Assert.Equal(HttpStatusCode.Forbidden, reporter.Get("/board").Status);
        var query = reporter.Open($"/query?of=indicator:{Indicator}&from=2022&to=2022");
        Assert.Contains($"/lineage?district={Chongming}&amp;indicator={Indicator}&amp;org={office.Town}", query.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(office.OtherTown, query.Html, StringComparison.Ordinal);
        Assert.Contains(office.Receipt, reporter.Open($"/lineage?district={Chongming}&indicator={Indicator}&year=2022").Text, StringComparison.Ordinal);
        var csv = Encoding.UTF8.GetString(reporter.Download("/query?from=2022&to=2022&handler=File&format=csv"));
        Assert.Contains(office.Town, csv, StringComparison.Ordinal);
        Assert.DoesNotContain(office.OtherTown, csv, StringComparison.Ordinal);
        IsNotThere(reporter, $"/query?org={office.OtherTown}", "/query?org=all", $"/query?org={Chongming}", $"/lineage?district={Chongming}&org={office.OtherTown}&indicator={Indicator}", $"/lineage?district={Chongming}&org={Chongming}&indicator={Indicator}", "/query?org=all&handler=File&format=csv");
    }

    [Fact]
    public void A_query_is_laid_out_asked_again_as_of_a_load_and_kept_under_a_name()
    {
        using var assessor = office.As(Role.assessor);
        var path = $"/query?district={Chongming}&of=indicator:{Indicator}&from=2021&to=2022&org=all&rows=units";
        var seen = assessor.Open(path);
        Assert.Contains("2022年1—1月", seen.Text, StringComparison.Ordinal);
        Assert.Contains("data-chart", seen.Html, StringComparison.Ordinal);
        Assert.Contains("没有批次 9999", assessor.Open($"{path}&as-of=9999").Text, StringComparison.Ordinal);
        var kept = assessor.Post(path, $"{path}&handler=Save", ("Name", "两年新增就业"));
        Assert.Contains("已存为“两年新增就业”", kept.Text, StringComparison.Ordinal);
        Assert.Contains("起个名字", assessor.Post(path, $"{path}&handler=Save", ("Name", "")).Text, StringComparison.Ordinal);
        var saved = Assert.Single(office.Served.Office.Operations.SavedQueries(assessor.Login));
        Assert.Contains("2022年1—1月", assessor.Open(saved.Address).Text, StringComparison.Ordinal);
        using var other = office.As(Role.assessor);
        Assert.DoesNotContain("两年新增就业", other.Open("/query").Text, StringComparison.Ordinal);
        other.Post("/query", "/query?handler=Forget", ("id", $"{saved.QueryId}"));
        Assert.Single(office.Served.Office.Operations.SavedQueries(assessor.Login));
        assessor.Post("/query", "/query?handler=Forget", ("id", $"{saved.QueryId}"));
        Assert.Empty(office.Served.Office.Operations.SavedQueries(assessor.Login));
    }

    [Fact]
    public void Who_keeps_the_system_sees_no_figures()
    {
        using var admin = office.As(Role.admin, null);
        foreach (var path in (string[])["/board", "/query", "/lineage", "/assess", "/reports"]) Assert.Equal(HttpStatusCode.Forbidden, admin.Get(path).Status);
    }
}

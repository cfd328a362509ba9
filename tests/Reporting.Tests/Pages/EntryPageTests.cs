using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Reporting.Portal.Accounts;
using Reporting.Warehouse;

namespace Reporting.Tests.Pages;

/// <summary>A form that is filled in on the page: it is archived as a workbook, opens with what counts, and shows nothing of another unit.</summary>
public sealed class EntryPageTests : SendingTests
{
    [Fact]
    public void A_form_filled_in_on_the_page_is_archived_as_a_workbook_and_goes_the_same_way()
    {
        using var clerk = Clerk();
        var (form, page) = ("employment-monthly", $"/entry?form=employment-monthly&org={Town}&period=2022-01");
        Assert.Contains("新增就业人数", clerk.Open(page).Text, StringComparison.Ordinal);
        (string, string)[] asked = [("form", form), ("org", Town), ("period", "2022-01")];
        Assert.Contains("一个数都还没有填", clerk.Post(page, "/entry", asked).Text, StringComparison.Ordinal);
        var fields = Regex.Matches(clerk.Open(page).Html, "name=\"(v-[^\"]+)\"").Select(match => (match.Groups[1].Value, "6"));
        var seen = clerk.Post(page, "/entry", [.. asked, .. fields, ("s-0", "张三"), ("r-1", "=1+1 备注")]);
        Assert.Contains("城桥镇 · 2022年1月 · 就业工作月报表", seen.Text, StringComparison.Ordinal);
        var kept = Only();
        Assert.Equal("PK"u8.ToArray(), served.Office.Warehouse.Archive.Read(kept.Sha256)[..2]);
        Assert.Contains("value=\"6\"", clerk.Open($"/entry?from={kept.Receipt}").Html, StringComparison.Ordinal);
        Assert.Contains("=1+1 备注", WebUtility.HtmlDecode(clerk.Open($"/entry?from={kept.Receipt}").Html), StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_that_counts_already_opens_with_what_counts()
    {
        using var clerk = Clerk();
        var address = $"/entry?form=employment-monthly&org={Town}&period=2022-01";
        static Dictionary<string, string> Filled(string html) => Regex.Matches(html, "name=\"(v-[^\"]+)\" value=\"([^\"]+)\"").ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        Assert.Empty(Filled(clerk.Open(address).Html));
        Send(clerk, ("一月.csv", Sheet()));
        Assert.Equal(TableState.loaded, Assert.Single(Rows()).State);
        var page = clerk.Open(address);
        Assert.Contains("这一期已经入库", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("已锁定", page.Text, StringComparison.Ordinal);
        var filled = Filled(page.Html);
        Assert.Equal(["12", "5", "3", "2", "1", "4", "2", "30", "9", "210"], filled.Where(field => field.Key.EndsWith("-month", StringComparison.Ordinal)).OrderBy(field => int.Parse(field.Key.Split('-')[1], CultureInfo.InvariantCulture)).Select(field => field.Value));
        // Saved as it stands it is the same figures.
        var seen = clerk.Post(address, "/entry", [("form", "employment-monthly"), ("org", Town), ("period", "2022-01"), .. filled.Select(field => (field.Key, field.Value))]);
        Assert.Contains("城桥镇 · 2022年1月", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("改了", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_counts_of_another_unit_in_the_same_file_is_not_shown()
    {
        using var clerk = served.As("two", (Role.reporter, District, Town), (Role.reporter, District, Neighbour));
        Send(clerk, ("两镇.csv", [.. Sheet(), .. "\n\n"u8, .. Sheet(unit: NameOf(Neighbour))[3..]]));
        using var one = Clerk();
        var before = served.Office.Warehouse.Marts.LastLoad();
        var page = one.Open($"/entry?form=employment-monthly&org={Town}&period=2022-01");
        Assert.DoesNotContain(NameOf(Neighbour), page.Text, StringComparison.Ordinal);
        Assert.Equal(before, served.Office.Warehouse.Marts.LastLoad());
    }
}

using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Playwright;
using Reporting.Portal.Web;

namespace Reporting.Tests.Walks;

/// <summary>
/// Every page there is, made from the pages that were compiled, each with the addresses at which it shows something real of the demo's office.
/// A page that stands for one thing has to say here where such a thing is found; a new one that does not fails.
/// </summary>
sealed partial class PageList(WalkedOffice office, IPage page)
{
    const string Form = "employment-monthly", Commitment = "chongming-145-new-employment";
    const string District = WalkedOffice.Chongming, Town = WalkedOffice.Town;

    /// <summary>Who sees them all.</summary>
    public static readonly string[] Everything =
        [$"--role reporter --org {Town}", $"--role reviewer --district {District}", $"--role leader --district {District}", $"--role assessor --district {District}", "--role operations", "--role admin"];

    /// <summary>Pages with nothing to look at: signing out answers with another page, and 登录 is for whoever is not in.</summary>
    static readonly string[] LeftOut = ["/sign-out", "/sign-in"];

    public static IReadOnlyList<string> Templates { get; } =
    [
        .. typeof(ForAttribute).Assembly.GetCustomAttributes(typeof(RazorCompiledItemAttribute), false).Cast<RazorCompiledItemAttribute>()
            .SelectMany(item => item.Type.GetCustomAttributes(typeof(RazorCompiledItemMetadataAttribute), true).Cast<RazorCompiledItemMetadataAttribute>()).Where(each => each.Key == "RouteTemplate").Select(each => each.Value).Order(StringComparer.Ordinal),
    ];

    /// <summary>Addresses by the route of their page.</summary>
    public async Task<IReadOnlyList<(string Template, string Path)>> Addresses()
    {
        var (returned, waiting) = (await Returned(), await Waiting());
        var run = await Find($"/assess?district={District}&year=2022", "/assess/runs/");
        var known = new Dictionary<string, string[]>
        {
            ["/submit"] = ["/submit", $"/submit?r={returned}"], ["/submit/{receipt}"] = [$"/submit/{returned}", $"/submit/{waiting}", await Find("/submit", "/submit/3")],
            ["/submit/sheets"] = [$"/submit/sheets?form={Form}&org={Town}&period=2022-03"], ["/submit/history"] = [$"/submit/history?org={Town}&form={Form}&year=2022"],
            ["/entry"] = ["/entry", $"/entry?org={Town}&form={Form}&period=2023-06", $"/entry?from={returned}"],
            ["/review/{receipt}"] = [$"/review/{waiting}", $"/review/{returned}", await Find($"/review?district={District}&state=unclear", "/review/3")], ["/review/grid"] = [$"/review/grid?district={District}&form={Form}&year=2023"],
            ["/board"] = [$"/board?district={District}", $"/board?district={District}&light=red", $"/board?district={District}&org={Town}"],
            ["/board/commitment"] = [$"/board/commitment?district={District}&id={Commitment}&year=2023&through=6", $"/board/commitment?district={District}&id={Commitment}&year=2023&through=6&org={Town}"],
            ["/query"] = ["/query", $"/query?district={District}&of=indicator:new_employment&org=all&from=2021&to=2023", $"/query?district={District}&of=indicator:new_employment&as-of=gestern"],
            ["/lineage"] = [$"/lineage?district={District}&org={Town}&indicator=new_employment&year=2022"],
            ["/assess/runs/{number:long}"] = [run], ["/assess/unit"] = [$"/assess/unit?run={run.Split('/')[^1]}&scheme=chongming-townships&org={Town}"],
            ["/assess/diff"] = [await Find($"/assess?district={District}&year=2021", "/assess/diff")],
            ["/assess/what-if"] = [$"/assess/what-if?district={District}&year=2022", $"/assess/what-if?district={District}&year=2022&what={Commitment}:target&unit=&number=20000"],
            ["/targets/of/{commitment}/{year:int}"] = [$"/targets/of/{Commitment}/2023", "/targets/of/chongming-145-training-sessions/2023"], ["/targets/tasks/{commitment}"] = [await Find($"/targets/tasks?district={District}", "/targets/tasks/")],
            ["/targets/supervision/{number:long}"] = [await Find($"/targets/supervision?district={District}", "/targets/supervision/")], ["/targets/lights"] = [$"/targets/lights?district={District}", $"/targets/lights?district={District}&units=true"],
            ["/reports/{id:long}"] = [await Find("/reports", "/reports/"), await Find("/", "/reports/")], ["/jobs/runs/{number:long}"] = [await Find("/jobs/runs", "/jobs/runs/")],
            ["/admin/people/{login}"] = [await Find("/admin/people", "/admin/people/")], ["/admin/forms/{id?}/{version:int?}"] = ["/admin/forms", $"/admin/forms/{Form}/1"], ["/trouble/{code:int}"] = ["/trouble/404"],
        };
        var lacking = Templates.Except(LeftOut).Where(template => template.Contains('{', StringComparison.Ordinal) && !known.ContainsKey(template)).ToList();
        Assert.True(lacking.Count == 0, $"in no list: {string.Join(", ", lacking)}");
        Assert.Empty(known.Keys.Except(Templates));
        return [.. Templates.Except(LeftOut).SelectMany(template => (known.GetValueOrDefault(template) ?? [template]).Select(path => (template, path)))];
    }

    public Task<IResponse?> Open(string path) => page.GotoAsync(new Uri(office.Address, path).ToString(), new() { Timeout = 60_000 });

    /// <summary>The first link of a page that begins so.</summary>
    async Task<string> Find(string path, string begins)
    {
        await Open(path);
        return await page.Locator($"main a[href^='{begins}']").First.GetAttributeAsync("href") is { } found ? found : throw new InvalidOperationException($"{path} has no link to {begins}");
    }

    const string Jobless = "期末城乡登记失业人数";

    /// <summary>A sheet with a wrong cell and a warning.</summary>
    Task<string> Returned() => Send("退回的.xlsx", ("其中:女性", 76), (Jobless, JuneSheet.Value(office, Town, Jobless) + 600));

    /// <summary>A correction after the lock that has its reason and waits for review.</summary>
    async Task<string> Waiting()
    {
        var locked = office.Program.RunShipped("review", "lock", "--form", Form, "--period", "2023-06", "--reason", "数据已上报", "--by", "all");
        Assert.True(locked.ExitCode == 0, locked.Error);
        var receipt = await Send("等审核的.xlsx", (Jobless, JuneSheet.Value(office, Town, Jobless) + 1));
        var explained = office.Program.RunShipped("review", "explain", receipt, "--reason", "上月漏计一人", "--by", "all");
        Assert.True(explained.ExitCode == 0, explained.Error);
        return receipt;
    }

    async Task<string> Send(string name, params (string, decimal)[] changes)
    {
        await Open("/submit");
        await page.GetByLabel("把报表文件拖到这里").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = JuneSheet.Of(office, Town, changes) });
        await page.GetByRole(AriaRole.Heading, new() { Name = "刚报送的 1 份" }).WaitForAsync();
        return Receipts().Match(Uri.UnescapeDataString(page.Url)).Value;
    }

    [GeneratedRegex(@"\d{6}-\d{8}-\d{6}")]
    private static partial Regex Receipts();
}

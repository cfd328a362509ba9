using Microsoft.Playwright;
using Reporting.Tests.Demo;

namespace Reporting.Tests.Walks;

/// <summary>The week of each user, walked through in a real browser over the demo's office.</summary>
[Collection(SharedDemoRun.Name)]
public sealed class WeekTests(WalkedOffice office) : IClassFixture<WalkedOffice>
{
    const string Jobless = "期末城乡登记失业人数", Women = "女性 本月数";

    static FilePayload Sheet(string name, byte[] bytes) => new() { Name = name, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = bytes };

    Task<IResponse?> Open(IPage page, string path) => page.GotoAsync(new Uri(office.Address, path).ToString());

    static ILocator Body(IPage page) => page.Locator("main");

    async Task Send(IPage page, string name, byte[] bytes)
    {
        await Open(page, "/submit");
        await page.GetByLabel("把报表文件拖到这里").SetInputFilesAsync(Sheet(name, bytes));
        await Body(page).GetByRole(AriaRole.Heading, new() { Name = "刚报送的 1 份" }).WaitForAsync();
    }

    [DebianFact("chromium", "chromium")]
    public async Task A_clerk_sends_a_wrong_sheet_reads_the_marks_mends_a_cell_explains_and_has_the_receipt()
    {
        var page = await office.As("clerk", $"--role reporter --org {WalkedOffice.Town}");
        var jobless = JuneSheet.Value(office, WalkedOffice.Town, Jobless) + 600;
        await Send(page, "就业六月.xlsx", JuneSheet.Of(office, WalkedOffice.Town, ("其中:女性", 76), (Jobless, jobless)));
        await Body(page).GetByText("读作：堡镇 · 2023年6月 · 就业工作月报表").WaitForAsync();
        await WalkedOffice.Picture(page, "help-submit");
        await page.GetByRole(AriaRole.Link, new() { Name = "看结论和要改的地方" }).ClickAsync();
        await Body(page).GetByText("已退回").First.WaitForAsync();
        var marked = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载标好问题的工作簿" }).ClickAsync());
        Assert.EndsWith(".xlsx", marked.SuggestedFilename, StringComparison.Ordinal);
        await WalkedOffice.Picture(page, "help-returned");

        await page.GetByRole(AriaRole.Link, new() { Name = "在页面里改" }).ClickAsync();
        var wrong = page.Locator("input[aria-invalid=true]");
        Assert.Equal("76", await wrong.First.InputValueAsync());
        await WalkedOffice.Picture(page, "help-entry");
        await wrong.First.FillAsync("26");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并报送" }).ClickAsync();

        await Body(page).GetByText("待说明").First.WaitForAsync();
        await Body(page).GetByRole(AriaRole.Textbox).First.FillAsync("镇办企业六月停产，集中登记失业六百人，有停产公告");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记原因" }).ClickAsync();
        await Body(page).GetByText("已入库").First.WaitForAsync();
        var receipt = page.Url.Split('/')[^1];
        Assert.Matches(@"^310151-\d{8}-\d{6}$", receipt);
        Assert.Equal(0, office.Program.RunShipped("verify", "--receipt", receipt).ExitCode);
        var held = office.Program.RunShipped("query", "--district", WalkedOffice.Chongming, "--element", "registered_unemployed", "--year", "2023", "--org", WalkedOffice.Town, "--through", "6", "--json").Json;
        Assert.Equal(jobless, held.GetProperty("rows")[0].GetProperty("value").GetDecimal());
    }

    [DebianFact("chromium", "chromium")]
    public async Task A_reviewer_locks_a_month_returns_one_correction_and_accepts_the_rest_in_bulk()
    {
        var reviewer = await office.As("reviewer", $"--role reviewer --district {WalkedOffice.Chongming}");
        await Open(reviewer, "/review/periods");
        await reviewer.GetByLabel("报表").SelectOptionAsync(new SelectOptionValue { Label = "就业工作月报表" });
        await reviewer.GetByLabel("报告期").FillAsync("2023-06");
        await reviewer.GetByLabel("原因").FillAsync("上半年数据已上报");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "锁定这一期" }).ClickAsync();
        await reviewer.GetByRole(AriaRole.Cell, new() { Name = "上半年数据已上报" }).First.WaitForAsync();

        var towns = Enumerable.Range(3, 15).Select(number => $"3101511{number:00}").Where(town => JuneSheet.Sent(office, town) is not null).Take(3).ToList();
        foreach (var (town, number) in towns.Select((town, index) => (town, index + 1)))
        {
            var clerk = await office.As($"clerk{number}", $"--role reporter --org {town}");
            await Send(clerk, $"更正{number}.xlsx", JuneSheet.Of(office, town, (Jobless, JuneSheet.Value(office, town, Jobless) + 1)));
            await clerk.GetByRole(AriaRole.Link, new() { Name = "看结论和要改的地方" }).ClickAsync();
            await Body(clerk).GetByRole(AriaRole.Textbox).First.FillAsync("上月漏计一人，已补登记");
            await clerk.GetByRole(AriaRole.Button, new() { Name = "登记原因" }).ClickAsync();
            await Body(clerk).GetByText("待审核").First.WaitForAsync();
        }
        await Open(reviewer, "/review");
        await WalkedOffice.Picture(reviewer, "help-review");
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "更正1.xlsx" }).ClickAsync();
        await Body(reviewer).GetByText("行无异常").First.WaitForAsync();
        await WalkedOffice.Picture(reviewer, "help-review-sheet");
        await reviewer.GetByLabel("写给报送人").FillAsync("与公安口径不符，请核对登记失业人数");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "退回" }).ClickAsync();
        await reviewer.GetByText("已退回").First.WaitForAsync();

        await Open(reviewer, "/review");
        reviewer.Dialog += (_, dialog) => dialog.AcceptAsync();
        // What was locked is changed by nobody who has not said so: these are ticked one by one.
        foreach (var box in await reviewer.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^通过") }).AllAsync()) await box.CheckAsync();
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "批量通过勾选的" }).ClickAsync();
        await reviewer.GetByText("2 份").First.WaitForAsync();
        await Open(reviewer, "/review");
        Assert.DoesNotContain("更正", await Body(reviewer).InnerTextAsync(), StringComparison.Ordinal);

        var back = await office.As("clerk1", "");
        await Open(back, "/");
        await Body(back).GetByText("与公安口径不符").Or(Body(back).GetByText("更正1.xlsx")).First.WaitForAsync();
    }

    [DebianFact("chromium", "chromium")]
    public async Task A_leader_follows_a_red_light_to_the_cell_and_signs_an_edition()
    {
        var page = await office.As("leader", $"--role leader --district {WalkedOffice.Chongming} --post 副区长");
        await Open(page, "/board?year=2023");
        await WalkedOffice.Picture(page, "help-board");
        await Body(page).GetByRole(AriaRole.Link, new() { NameRegex = new("红灯") }).First.ClickAsync();
        await Body(page).Locator("table").First.Locator("a[href^='/board/commitment']").First.ClickAsync();
        await Body(page).Locator("a[href^='/lineage']").First.ClickAsync();
        await page.WaitForURLAsync("**/lineage**");
        await WalkedOffice.Picture(page, "help-lineage");
        var text = await Body(page).InnerTextAsync();
        Assert.Matches(@"[A-Z]{1,2}\d{1,3}", text);
        Assert.Contains(".xlsx", text, StringComparison.Ordinal);
        Assert.Matches(@"310151-\d{8}-\d{6}", text);

        await Open(page, "/reports");
        await WalkedOffice.Picture(page, "help-reports");
        var waiting = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "待签" }).GetByRole(AriaRole.Link).First;
        await waiting.ClickAsync();
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("签") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Status).First.WaitForAsync();
        var book = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载工作簿" }).ClickAsync());
        Assert.EndsWith(".xlsx", book.SuggestedFilename, StringComparison.Ordinal);
    }

    [DebianFact("chromium", "chromium")]
    public async Task An_assessor_asks_three_years_as_of_last_december_takes_them_along_and_freezes_a_run()
    {
        var page = await office.As("assessor", $"--role assessor --district {WalkedOffice.Chongming}");
        await Open(page, "/query");
        await page.GetByLabel("查什么").SelectOptionAsync(new SelectOptionValue { Label = "新增就业人数（人）" });
        await page.GetByLabel("从").SelectOptionAsync("2020");
        await page.GetByLabel("到", new() { Exact = true }).SelectOptionAsync("2022");
        await page.GetByLabel("已知时点").FillAsync("2022-12-31");
        await Body(page).GetByRole(AriaRole.Button, new() { Name = "查" }).First.ClickAsync();
        var table = await Body(page).Locator("table").First.InnerTextAsync();
        foreach (var year in (string[])["2020", "2021", "2022"]) Assert.Contains(year, table, StringComparison.Ordinal);
        await WalkedOffice.Picture(page, "help-query");
        var taken = await page.RunAndWaitForDownloadAsync(() => Body(page).GetByRole(AriaRole.Link, new() { NameRegex = new("xlsx|Excel|工作簿") }).First.ClickAsync());
        Assert.EndsWith(".xlsx", taken.SuggestedFilename, StringComparison.Ordinal);

        await Open(page, "/assess/freeze?year=2022");
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.GetByLabel("更正哪一次").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("什么都没有变也另立一次").CheckAsync();
        await page.GetByLabel("原因", new() { Exact = true }).FillAsync("年度考核复核");
        await Body(page).GetByRole(AriaRole.Button, new() { Name = "冻结" }).ClickAsync();
        await page.GetByText("已冻结").First.WaitForAsync();
        await WalkedOffice.Picture(page, "考核-冻结");
        await Body(page).Locator("a[href^='/assess/runs/']").First.ClickAsync();
        await page.WaitForURLAsync("**/assess/runs/**");
        await WalkedOffice.Picture(page, "help-freeze");
        Assert.Contains("年度考核复核", await Body(page).InnerTextAsync(), StringComparison.Ordinal);
    }

    [DebianFact("chromium", "chromium")]
    public async Task Operations_find_a_failed_run_read_why_and_do_it_again()
    {
        var page = await office.As("operations", "--role operations");
        var failed = office.Program.RunShipped("jobs", "run", "drill"); // there is no backup yet that could be tried
        Assert.NotEqual(0, failed.ExitCode);
        await Open(page, "/jobs/runs");
        await WalkedOffice.Picture(page, "help-job"); // a stack names folders of the machine and is no picture
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "失败" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByText("完整的错误（堆栈）").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "重做一次" }).ClickAsync();
        await Body(page).GetByText("重做").First.WaitForAsync();
        await Open(page, "/jobs/runs");
        Assert.True(await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "drill" }).CountAsync() >= 2);
    }
}

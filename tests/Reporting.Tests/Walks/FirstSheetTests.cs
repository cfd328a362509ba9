using System.Diagnostics;
using Microsoft.Playwright;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Walks;

/// <summary>
/// As a new office would: <c>serve</c> on an empty folder, and from there only what the pages themselves say, until the first sheet is in.
/// Steps are what a hand does: pages opened, clicks, fields.
/// </summary>
public sealed class FirstSheetTests : IAsyncLifetime, IDisposable
{
    RunningProgram program = null!;
    readonly List<(string Step, TimeSpan At)> walked = [];
    Stopwatch clock = null!;
    IPlaywright playwright = null!;
    IBrowser browser = null!;
    Uri address = null!;

    public async Task InitializeAsync()
    {
        program = new();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    public void Dispose() => program.Dispose();

    [DebianFact("chromium", "chromium")]
    public async Task An_empty_folder_leads_to_the_first_accepted_sheet_by_what_the_pages_say()
    {
        clock = Stopwatch.StartNew();
        (_, address) = program.ServeShipped();
        Step("serve");
        var admin = await SignIn("admin", program.Announced.GetProperty("first_account").GetProperty("one_time_password").GetString()!);
        await Body(admin).GetByText("从这里开始").WaitForAsync();
        await Body(admin).GetByRole(AriaRole.Link, new() { Name = "管理 › 人员" }).ClickAsync();
        await WalkedOffice.Picture(admin, "help-people");
        var clerk = await SignIn("wangfang", await Made(admin, "wangfang", "王芳", "填报", "城桥镇"));
        await Made(admin, "lina", "李娜", "审核", "崇明区");

        // 首页 tells what is due; the last month of the form that townships know best.
        await Body(clerk).GetByRole(AriaRole.Row).Filter(new() { HasText = "就业工作月报表" }).First.GetByRole(AriaRole.Link, new() { Name = "填报" }).ClickAsync();
        await clerk.WaitForURLAsync("**/entry**");
        var cells = clerk.Locator("table.entry input[name^='v-']");
        for (var cell = 0; cell < await cells.CountAsync(); cell++) await cells.Nth(cell).FillAsync("6");
        Step($"{await cells.CountAsync()} cells filled in");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "保存并报送" }).ClickAsync();
        await clerk.WaitForURLAsync("**/submit/**");
        await Explain(clerk);
        await Body(clerk).Locator(".state").First.GetByText("已入库").WaitForAsync();
        Step("已入库");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "帮助" }).ClickAsync();
        await Body(clerk).GetByRole(AriaRole.Heading, new() { Name = "填报" }).WaitForAsync();
        Console.WriteLine(string.Join('\n', walked.Select(step => $"{step.At:m\\:ss} {step.Step}")));
        Assert.InRange(walked.Count, 5, 20);
    }

    /// <summary>Reasons for what is unusual in a first sheet, where any are asked for.</summary>
    async Task Explain(IPage page)
    {
        var reasons = Body(page).Locator("textarea[name*='Words'], input[name*='Words']");
        var asked = await reasons.CountAsync();
        if (asked == 0) return;
        for (var reason = 0; reason < asked; reason++) await reasons.Nth(reason).FillAsync("首次报送，数字属实");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记原因" }).ClickAsync();
        Step($"{asked} reasons");
    }

    /// <summary>An account made on the page of people.</summary>
    /// <returns>Its one-time password, as the page tells it.</returns>
    async Task<string> Made(IPage admin, string login, string name, string role, string place)
    {
        await admin.GotoAsync(new Uri(address, "/admin/people").ToString());
        var form = Body(admin).Locator("details").First;
        if (!await form.GetByLabel("姓名").IsVisibleAsync()) await form.Locator("summary").ClickAsync();
        await form.GetByLabel("账号").FillAsync(login);
        await form.GetByLabel("姓名").FillAsync(name);
        await form.GetByLabel("角色").SelectOptionAsync(new SelectOptionValue { Label = role });
        await form.GetByLabel("范围").FillAsync(place);
        await form.GetByRole(AriaRole.Button, new() { Name = "建账号" }).ClickAsync();
        var told = await Body(admin).Locator(".told").InnerTextAsync();
        Step($"account {login}");
        return System.Text.RegularExpressions.Regex.Match(told, "[a-z0-9]{5}(-[a-z0-9]{5}){3}").Value;
    }

    async Task<IPage> SignIn(string login, string once)
    {
        var context = await browser.NewContextAsync(new() { Locale = "zh-CN", TimezoneId = "Asia/Shanghai", ViewportSize = new() { Width = 1366, Height = 768 } });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        await WalkedOffice.SignIn(page, address, login, once);
        Step($"{login} signed in");
        return page;
    }

    static ILocator Body(IPage page) => page.Locator("main");

    void Step(string step) => walked.Add((step, clock.Elapsed));
}

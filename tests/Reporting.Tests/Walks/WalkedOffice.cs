using Microsoft.Playwright;
using Reporting.Tests.Demo;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Walks;

/// <summary>
/// The demo's office, served by the real program, and a real Chromium to walk through it. Everybody who walks has an account that was made
/// on the command line and has signed in through the page. One office for a class: its tests go in order of what people do.
/// </summary>
public sealed class WalkedOffice : IAsyncLifetime
{
    public const string Chongming = DemoRun.Chongming, Town = "310151102", Password = "Wk-2022.chenghuan";

    /// <summary>Where pictures of pages are put, where somebody asks for them.</summary>
    static readonly string? Pictures = Environment.GetEnvironmentVariable("REPORTING_PICTURES");

    static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Walks", "axe.min.js")));

    readonly DemoRun demo;
    readonly Dictionary<string, IBrowserContext> signedIn = [];
    RunningProgram program = null!;
    IPlaywright playwright = null!;
    IBrowser browser = null!;

    public WalkedOffice(DemoRun demo) => this.demo = demo;

    public Uri Address { get; private set; } = null!;
    internal RunningProgram Program => program;

    public async Task InitializeAsync()
    {
        program = demo.Copy();
        (_, Address) = program.ServeShipped();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>A page of somebody with these roles, signed in; the same person each time.</summary>
    /// <param name="login">Who; made with the roles when first asked for.</param>
    /// <param name="grants">As <c>user grant</c> takes them: <c>--role reporter --org 310151102</c>.</param>
    public async Task<IPage> As(string login, params string[] grants)
    {
        if (signedIn.TryGetValue(login, out var known)) return await known.NewPageAsync();
        var made = program.RunShipped(["user", "add", login, "--name", $"{login}同志", .. grants[0].Split(' '), "--json", "--by", "admin"]);
        Assert.True(made.ExitCode == 0, made.Error);
        foreach (var more in grants.Skip(1)) Assert.Equal(0, program.RunShipped(["user", "grant", login, .. more.Split(' '), "--by", "admin"]).ExitCode);
        var context = signedIn[login] = await browser.NewContextAsync(new() { Locale = "zh-CN", TimezoneId = "Asia/Shanghai", ViewportSize = new() { Width = 1366, Height = 768 }, AcceptDownloads = true });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        await SignIn(page, Address, login, made.Json.GetProperty("one_time_password").GetString()!);
        return page;
    }

    /// <summary>Somebody who has not signed in.</summary>
    public async Task<IPage> Nobody() => await (await browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 1366, Height = 768 } })).NewPageAsync();

    /// <summary>With a password for once, which is changed at once.</summary>
    public static async Task SignIn(IPage page, Uri address, string login, string once)
    {
        await page.GotoAsync($"{address}");
        await page.GetByLabel("账号").FillAsync(login);
        await page.GetByLabel("密码").FillAsync(once);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.GetByLabel("现在的密码").FillAsync(once);
        await page.GetByLabel("新密码", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("新密码再写一遍").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "改好" }).ClickAsync();
        await page.GetByText("密码已改好").WaitForAsync();
    }

    /// <summary>Barriers that axe-core calls serious or critical, with where they are.</summary>
    public static async Task<IReadOnlyList<string>> Barriers(IPage page)
    {
        await page.EvaluateAsync(Axe.Value);
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
                .filter(found => found.impact === "serious" || found.impact === "critical")
                .map(found => `${found.id}: ${found.help} (${found.nodes.slice(0, 3).map(node => node.target.join(" ")).join("; ")})`)
            """);
    }

    /// <summary>Whether the page is wider than the window: tables scroll in their own frames, pages never sideways.</summary>
    public static Task<bool> IsTooWide(IPage page) => page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>The page as it looks, for whoever asked for pictures.</summary>
    public static async Task Picture(IPage page, string name, bool phone = false)
    {
        if (Pictures is null) return;
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(phone ? 390 : 1366, phone ? 844 : 768);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(Pictures).FullName, $"{name}{(phone ? "-phone" : "")}.png") });
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        program.Dispose();
    }
}

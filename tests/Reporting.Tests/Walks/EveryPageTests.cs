using Microsoft.Playwright;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Tests.Demo;

namespace Reporting.Tests.Walks;

/// <summary>Every entry of the menu, as its role sees it in the demo's office: no barrier, nothing sideways, nothing in the console, the keyboard is enough to get there.</summary>
[Collection(SharedDemoRun.Name)]
public sealed class EveryPageTests(WalkedOffice office) : IClassFixture<WalkedOffice>
{
    static readonly string[] Everything =
        ["--role reporter --org 310151102", "--role reviewer --district 310151", "--role leader --district 310151", "--role assessor --district 310151", "--role operations", "--role admin"];

    [DebianFact("chromium", "chromium")]
    public async Task Pages_of_the_menu_have_no_serious_barrier_and_fit_both_sizes()
    {
        var page = await office.As("all", Everything);
        var wrong = new List<string>();
        page.Console += (_, said) => { if (said.Type == "error") wrong.Add($"{page.Url} console: {said.Text}"); };
        foreach (var (path, name) in Menu.All.Select(entry => (entry.Path, entry.Title)).Concat([("/me", "我的账号"), ("/me/password", "改密码"), ("/admin/people", "人员")]))
        {
            var answer = await page.GotoAsync(new Uri(office.Address, path).ToString());
            if (answer!.Status != 200) { wrong.Add($"{path}: {answer.Status}"); continue; }
            wrong.AddRange((await WalkedOffice.Barriers(page)).Select(barrier => $"{path} {barrier}"));
            await WalkedOffice.Picture(page, name);
            await page.SetViewportSizeAsync(390, 844);
            if (await WalkedOffice.IsTooWide(page)) wrong.Add($"{path} is wider than a phone");
            await WalkedOffice.Picture(page, name, phone: true);
            await page.SetViewportSizeAsync(1366, 768);
            if (await WalkedOffice.IsTooWide(page)) wrong.Add($"{path} is wider than the screen");
        }
        Assert.Empty(wrong);
    }

    [DebianFact("chromium", "chromium")]
    public async Task The_menu_is_reached_and_opened_by_keyboard()
    {
        var page = await office.As("all", Everything);
        await page.GotoAsync($"{office.Address}");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        for (var presses = 0; presses < 20 && await page.EvaluateAsync<string>("() => document.activeElement.textContent") != "审核"; presses++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/review");
    }

    /// <summary>Each role's menu leads only where the role may go.</summary>
    [Fact]
    public void Every_role_has_a_menu() => Assert.All(RoleWords.All, role => Assert.Contains(Menu.All, entry => entry.For.Contains(role)));
}

using System.Text.Json;
using Microsoft.Playwright;
using Reporting.Tests.Demo;

namespace Reporting.Tests.Walks;

/// <summary>How the pages answer the hand: words while something takes long, the entry grid as a spreadsheet, what was refused in the focus, paper.</summary>
[Collection(SharedDemoRun.Name)]
public sealed class FeelTests(WalkedOffice office) : IClassFixture<WalkedOffice>
{
    const string Grid = $"/entry?org={WalkedOffice.Town}&form=employment-monthly&period=2023-06";
    Task<IPage> Clerk() => office.As("clerk", $"--role reporter --org {WalkedOffice.Town}");

    async Task<IPage> Open(IPage page, string path)
    {
        await page.GotoAsync(new Uri(office.Address, path).ToString());
        return page;
    }

    static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.name || document.activeElement.textContent.trim()");

    static async Task<string> Press(IPage page, params string[] keys)
    {
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
        return await Focused(page);
    }

    /// <summary>What the page says while something is under way, each with the milliseconds since it was asked for. The page keeps it itself: nobody else can ask it while another page is coming.</summary>
    const string Listen = """
        () => {
            const busy = document.getElementById("busy"), said = [];
            let from = 0;
            for (const kind of ["click", "submit"]) window.addEventListener(kind, () => { from ||= performance.now(); }, { capture: true });
            sessionStorage.removeItem("said");
            new MutationObserver(() => { said.push({ after: performance.now() - from, words: busy.textContent }); sessionStorage.setItem("said", JSON.stringify(said)); }).observe(busy, { childList: true, characterData: true, subtree: true });
        }
        """;

    static async Task<JsonElement[]> Said(IPage page) => JsonSerializer.Deserialize<JsonElement[]>(await page.EvaluateAsync<string>("() => sessionStorage.getItem('said') ?? '[]'"))!;

    static async Task Slow(IPage page, string address) => await page.RouteAsync(address, async route =>
    {
        await Task.Delay(2500);
        await route.ContinueAsync();
    });

    [DebianFact("chromium", "chromium")]
    public async Task What_takes_long_says_so_and_the_page_that_comes_does_not()
    {
        var page = await Open(await Clerk(), "/submit");
        Assert.Equal("polite", await page.Locator("#busy").GetAttributeAsync("aria-live"));
        await Slow(page, "**/submit/history");
        await page.EvaluateAsync(Listen);
        await page.GetByRole(AriaRole.Link, new() { Name = "历史数据" }).ClickAsync();
        await page.WaitForURLAsync("**/submit/history");
        var said = Assert.Single(await Said(page));
        Assert.Equal("正在处理，请稍候…", said.GetProperty("words").GetString());
        Assert.InRange(said.GetProperty("after").GetDouble(), 300, 2400);
        Assert.Equal("", await page.Locator("#busy").InnerTextAsync());
        // What is quick says nothing.
        await page.EvaluateAsync(Listen);
        await page.EvaluateAsync("() => document.querySelector('.skip').click()");
        await page.WaitForTimeoutAsync(600);
        Assert.Empty(await Said(page));
    }

    /// <summary>A file leaves the page where it is: the words have to go by themselves, and the button can be used again.</summary>
    [DebianFact("chromium", "chromium")]
    public async Task A_file_that_has_come_ends_the_waiting()
    {
        var page = await Open(await Clerk(), "/submit/templates");
        await Slow(page, "**/submit/templates?take=*");
        await page.EvaluateAsync(Listen);
        var button = page.Locator("main button.main");
        var file = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        Assert.EndsWith(".xlsx", file.SuggestedFilename, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#busy")).ToHaveTextAsync("");
        Assert.Equal(["请稍候…", ""], (await Said(page)).Select(each => each.GetProperty("words").GetString()));
        await Assertions.Expect(button).ToHaveTextAsync("下载");
        await Assertions.Expect(button).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    [DebianFact("chromium", "chromium")]
    public async Task The_grid_moves_as_a_spreadsheet_does()
    {
        var page = await Open(await Clerk(), Grid);
        var cells = page.Locator("table.entry tbody input[name^='v-']");
        var names = await cells.EvaluateAllAsync<string[]>("all => all.map(one => one.name)");
        await cells.First.FocusAsync();
        Assert.Equal(names[1], await Press(page, "Enter"));
        Assert.Equal(names[2], await Press(page, "ArrowDown"));
        Assert.Equal(names[1], await Press(page, "ArrowUp"));
        Assert.Equal(names[0], await Press(page, "Shift+Enter"));
        Assert.StartsWith("r-", await Press(page, "1", "2", "ArrowRight"), StringComparison.Ordinal);
        Assert.Equal(names[0], await Press(page, "ArrowLeft"));
        Assert.Equal("12", await cells.First.InputValueAsync());
        await Press(page, "9", "Escape");
        Assert.Equal("12", await cells.First.InputValueAsync());
        Assert.Equal(names[1], await Press(page, "Tab", "Tab"));
        Assert.Contains("entry", page.Url, StringComparison.Ordinal);
        // What the year comes to is counted on as the month is typed.
        var sum = page.Locator("td[data-so-far]").Nth(1);
        var (field, before) = (await sum.GetAttributeAsync("data-of"), decimal.Parse((await sum.GetAttributeAsync("data-so-far"))!, System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator($"input[name='{field}']").FillAsync("10");
        Assert.Equal($"{before + 10:0.####}", await sum.InnerTextAsync());
        await page.Locator($"input[name='{field}']").FillAsync("十");
        Assert.Equal("自动算出", await sum.InnerTextAsync());
        await cells.Nth(1).FocusAsync();
        // Down the last cells and on: remarks, then what saves.
        for (var press = 0; press < 60 && await Press(page, "Enter") != "保存并报送";) press++;
        Assert.Equal("保存并报送", await Focused(page));
        // A block of a spreadsheet fills from the cell where it is pasted.
        await cells.Nth(1).FocusAsync();
        await page.EvaluateAsync("""
            () => { const data = new DataTransfer(); data.setData("text", "31\t备注甲\n32\t备注乙\n"); document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }
            """);
        Assert.Equal(("31", "32", "备注乙"), (await cells.Nth(1).InputValueAsync(), await cells.Nth(2).InputValueAsync(), await page.Locator("table.entry tbody tr").Nth(2).Locator("input[name^='r-']").InputValueAsync()));
    }

    [DebianFact("chromium", "chromium")]
    public async Task A_refused_save_begins_at_the_first_wrong_field_and_says_why_beside_it()
    {
        // A login that has no draft of this sheet in this browser.
        var page = await Open(await office.As("beginner", $"--role reporter --org {WalkedOffice.Town}"), Grid);
        // What counts already stands in the cells of an accepted month.
        await page.EvaluateAsync("() => document.querySelectorAll(\"table.entry input[name^='v-']\").forEach(one => { one.value = ''; })");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并报送" }).ClickAsync();
        var first = page.Locator("table.entry tbody input").First;
        await Assertions.Expect(first).ToBeFocusedAsync();
        Assert.Contains("一个数都还没有填", await Described(page), StringComparison.Ordinal);

        await Open(page, "/submit");
        await page.GetByLabel("把报表文件拖到这里").SetInputFilesAsync(new FilePayload { Name = "六月.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = JuneSheet.Of(office, WalkedOffice.Town, ("其中:女性", 76)) });
        await page.GetByRole(AriaRole.Link, new() { Name = "看结论和要改的地方" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "在页面里改" }).ClickAsync();
        await Assertions.Expect(page.Locator("table.entry input[aria-invalid=true]").First).ToBeFocusedAsync();
        Assert.Equal("76", await page.EvaluateAsync<string>("() => document.activeElement.value"));
        Assert.Contains("女性", await Described(page), StringComparison.Ordinal);
    }

    /// <summary>What a screen reader adds to the field that has the focus.</summary>
    static Task<string> Described(IPage page) => page.EvaluateAsync<string>("""
        () => (document.activeElement.getAttribute("aria-describedby") || "").split(" ").map(id => document.getElementById(id)?.textContent.trim() ?? `(${id} is not there)`).join(" ")
        """);

    [DebianFact("chromium", "chromium")]
    public async Task A_department_that_has_yet_to_certify_a_year_is_led_there_from_its_first_page()
    {
        var page = await Open(await office.As("department", "--role reporter --org 310117-ZCY"), "/");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("松江区劳动人事争议仲裁院 2022 年 未认证");
        await page.GetByRole(AriaRole.Link, new() { Name = "去认证" }).ClickAsync();
        Assert.Equal("认证", await page.Locator(".menu [aria-current]").InnerTextAsync());
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.Locator("summary", new() { HasText = "认证" }).ClickAsync();
        await page.GetByLabel("签认人姓名、职务").FillAsync("李四 院长");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("table")).ToContainTextAsync("李四 院长");
        await Open(page, "/");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(0, await page.GetByText("去认证").CountAsync());
    }

    /// <summary>On paper: no menu, no buttons, tables whole.</summary>
    [DebianFact("chromium", "chromium")]
    public async Task Paper_has_whole_tables_and_no_menu()
    {
        var page = await office.As("reader", $"--role leader --district {WalkedOffice.Chongming}");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(1040, 720); // A4 across
        foreach (var path in new[] { $"/board?district={WalkedOffice.Chongming}", $"/assess/unit?run=3&scheme=chongming-townships&org={WalkedOffice.Town}", $"/query?district={WalkedOffice.Chongming}&of=indicator:new_employment&org=all&from=2021&to=2023" })
        {
            await Open(page, path);
            var odd = await page.EvaluateAsync<string[]>("""
                () => [...[...document.querySelectorAll(".top, button, .button, .demo, #busy, .tabs")].filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 80)),
                    ...[...document.querySelectorAll(".tall, .scroll")].filter(box => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1).map(box => `cut: ${box.textContent.trim().slice(0, 40)}`)]
                """);
            Assert.True(odd.Length == 0, $"{path}: {string.Join('\n', odd)}");
            Assert.True(await page.Locator("table").First.IsVisibleAsync(), path);
        }
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }
}

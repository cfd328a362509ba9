using Microsoft.Playwright;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Tests.Demo;

namespace Reporting.Tests.Walks;

/// <summary>Every page there is, with real things of the demo's office, at an office screen and a phone: no barrier, nothing sideways, nothing in the console, all of it under the keyboard.</summary>
[Collection(SharedDemoRun.Name)]
public sealed class EveryPageTests(WalkedOffice office) : IClassFixture<WalkedOffice>
{
    static readonly (int Width, int Height)[] Sizes = [(1366, 768), (390, 844)];

    [DebianFact("chromium", "chromium")]
    public async Task Every_page_has_no_serious_barrier_and_fits_both_sizes_and_every_control_is_reached_by_keyboard()
    {
        var page = await office.As("all", PageList.Everything);
        var list = new PageList(office, page);
        var addresses = await list.Addresses();
        var wrong = new List<string>();
        page.PageError += (_, thrown) => wrong.Add($"{page.Url} threw: {thrown}");
        page.Console += (_, said) => { if (said.Type == "error") wrong.Add($"{page.Url} console: {said.Text}"); };
        foreach (var (_, path) in addresses)
        {
            if (await list.Open(path) is not { Status: 200 } answer) { wrong.Add($"{path} is not answered"); continue; }
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await LookedAt(page, path, wrong);
            wrong.AddRange((await NotReached(page)).Select(lack => $"{path} keyboard: {lack}"));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [DebianFact("chromium", "chromium")]
    public async Task Signing_in_has_no_barrier_either()
    {
        var page = await office.Nobody();
        var wrong = new List<string>();
        Assert.Equal(200, (await page.GotoAsync(new Uri(office.Address, "/sign-in").ToString()))!.Status);
        await LookedAt(page, "/sign-in", wrong);
        wrong.AddRange(await NotReached(page));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    static async Task LookedAt(IPage page, string path, List<string> wrong)
    {
        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            wrong.AddRange((await WalkedOffice.Barriers(page)).Concat(await page.EvaluateAsync<string[]>(Shape)).Select(lack => $"{path} at {width}: {lack}"));
            await WalkedOffice.Picture(page, path.Trim('/').Replace('/', '-').Split('?')[0] is { Length: > 0 } name ? name : "首页", phone: width < 700);
        }
        await page.SetViewportSizeAsync(Sizes[0].Width, Sizes[0].Height);
    }

    /// <summary>What every page owes: one heading, a title, a main landmark, nothing sideways; tables that are long or wide in boxes of their own, with heads that stay and a name for the keyboard.</summary>
    const string Shape = """
        async () => {
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            const lacks = [], root = document.documentElement;
            if (root.scrollWidth > root.clientWidth) lacks.push(`${root.scrollWidth} px wide`);
            if (document.querySelectorAll("h1").length !== 1) lacks.push(`${document.querySelectorAll("h1").length} h1`);
            if (!document.title.includes("规划监测考核系统")) lacks.push("no title");
            if (document.querySelectorAll("main").length !== 1) lacks.push("no main");
            for (const table of document.querySelectorAll("main table")) {
                const name = table.caption?.textContent.trim() ?? table.textContent.trim().slice(0, 20), box = table.closest(".tall, .scroll");
                // On a phone a row of a list is a card: the head of each value stands beside it.
                if (table.matches(".list") && innerWidth < 700) {
                    if ([...table.querySelectorAll("tbody td[colspan='1'], tbody td:not([colspan])")].some(cell => !cell.dataset.head)) lacks.push(`${name} has a value without a head`);
                } else if (table.offsetHeight > innerHeight && (!box || getComputedStyle(box).overflowY !== "auto" || table.tHead && getComputedStyle(table.tHead.rows[0].cells[0]).position !== "sticky")) lacks.push(`the head of ${name} does not stay`);
                if (!box && table.offsetWidth > table.parentElement.clientWidth) lacks.push(`${name} is wider than its place`);
                if (table.tHead && [...table.tHead.rows[0].cells].some(cell => !cell.textContent.trim())) lacks.push(`${name} has a column without a head`);
            }
            for (const box of document.querySelectorAll(".tall, .scroll"))
                if (box.checkVisibility() && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) && (box.tabIndex < 0 || !box.getAttribute("aria-label"))) lacks.push(`the box of ${box.textContent.trim().slice(0, 20)} is not reached`);
            return lacks;
        }
        """;

    /// <summary>Goes through the page with Tab and says which controls never had the focus, or had it unseen, and which forms have nothing to send them.</summary>
    static async Task<IReadOnlyList<string>> NotReached(IPage page)
    {
        var stops = await page.EvaluateAsync<int>("""
            async () => {
                // A box that scrolled at the other size is no stop at this one; that is seen a frame later.
                for (let frame = 0; frame < 3; frame++) await new Promise(done => requestAnimationFrame(done));
                window.wanted = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(one => one.type !== "hidden" && !one.disabled && one.checkVisibility());
                window.reached = []; window.unseen = [];
                document.addEventListener("focusin", event => {
                    const one = event.target, style = getComputedStyle(one);
                    if (!window.reached.includes(one)) window.reached.push(one);
                    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) window.unseen.push(one);
                });
                document.activeElement.blur(); window.scrollTo(0, 0);
                return window.wanted.reduce((sum, one) => sum + (one.type === "date" ? 5 : one.type === "datetime-local" ? 8 : 1), 2);
            }
            """);
        for (var press = 0; press < stops; press++) await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<string[]>("""
            () => {
                const told = one => `${one.tagName.toLowerCase()} ${one.id || one.name || one.textContent.trim().slice(0, 20) || one.getAttribute("aria-label")}`;
                const before = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
                const first = window.reached.filter(one => window.wanted.includes(one));
                const odd = first.slice(1).filter((one, index) => !before(first[index], one));
                return [...window.wanted.filter(one => !window.reached.includes(one) && !(one.matches(".tall, .scroll") && !one.hasAttribute("tabindex"))).map(one => `${told(one)} is not reached`), ...window.unseen.map(one => `${told(one)} has a focus that is not seen`),
                    ...(odd.length > 1 ? odd.map(one => `${told(one)} is out of order`) : []),
                    ...[...document.forms].filter(form => form.checkVisibility() && ![...form.elements].some(one => one.type === "submit" && one.checkVisibility())).map(form => `nothing sends ${form.action}`)];
            }
            """);
    }

    [DebianFact("chromium", "chromium")]
    public async Task The_menu_is_reached_and_opened_by_keyboard()
    {
        var page = await office.As("all", PageList.Everything);
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

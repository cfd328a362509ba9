using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ClosedXML.Excel;
using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Bench;

/// <summary>
/// Pages of the demo's office under an open load: requests leave at their times whether or not earlier ones have come back, so a slow answer
/// is not paid for by asking less. Then more and more a second until answers take too long; and files sent while the load runs.
/// <c>bench pages --data DIR</c>, where DIR is the data folder of a demo; the served program is a process of its own on the same machine.
/// </summary>
static class PagesBench
{
    const int ASecond = 20, Seconds = 60, StepSeconds = 10, TooSlow = 200;

    static readonly (string Role, string[] Paths)[] Asked =
    [
        ("--role reporter --org 310151102", ["/", "/submit", "/query", "/reports"]),
        ("--role reviewer --district 310151", ["/", "/review", "/targets"]),
        ("--role leader --district 310151", ["/", "/board", "/reports"]),
        ("--role assessor --district 310151", ["/board", "/query", "/assess"]),
        ("--role operations", ["/jobs"]),
    ];

    public static async Task<string> Run(DataFolder demo)
    {
        using var program = new RunningProgram();
        VerdictBench.Copy(demo.Root, program.Data.Root);
        var people = Asked.Select((asked, number) => (Login: $"load{number}", asked.Paths, Once: program.Ask(["user", "add", $"load{number}", "--name", "压测", .. asked.Role.Split(' '), "--json", "--by", "bench"]).Json.GetProperty("one_time_password").GetString()!)).ToList();
        var (process, url) = program.ServeShipped();
        var visitors = new List<(HttpClient Client, string Path)>();
        foreach (var (login, paths, once) in people)
        {
            var visitor = await SignedIn(url, login, once);
            visitors.AddRange(paths.Select(path => (visitor, path)));
        }
        foreach (var (client, path) in visitors) Assert.Equal(200, (int)(await client.GetAsync(path)).StatusCode); // each once: what comes first compiles
        var lines = new List<string> { Line(ASecond, Seconds, await Load(visitors, ASecond, Seconds)) };
        var (sender, sheets) = (visitors[0].Client, Sheets(program.Data));
        var sending = Load(visitors, ASecond, StepSeconds * 2);
        lines.Add(await Send(sender, sheets, StepSeconds * 2));
        lines.Add($"meanwhile: {Line(ASecond, StepSeconds * 2, await sending)}");
        for (var rate = ASecond * 2; rate <= 640; rate *= 2)
        {
            var times = await Load(visitors, rate, StepSeconds);
            lines.Add(Line(rate, StepSeconds, times));
            if (At(times, 0.95) > TooSlow || times.Any(time => time < 0)) break;
        }
        process.Refresh();
        lines.Add($"memory of the served process at its most: {process.PeakWorkingSet64 / 1_000_000} MB");
        RunningProgram.Terminate(process);
        return string.Join('\n', lines);
    }

    static async Task<HttpClient> SignedIn(Uri url, string login, string once)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = true, AllowAutoRedirect = false, MaxConnectionsPerServer = 500 }) { BaseAddress = url };
        await Post(client, "/sign-in", [("Login", login), ("Password", once)]);
        await Post(client, "/me/password", [("Old", once), ("Wanted", "Bench-2022.pages"), ("Again", "Bench-2022.pages")]);
        return client;
    }

    static async Task Post(HttpClient client, string page, (string, string)[] fields)
    {
        var token = Token(await client.GetStringAsync(page));
        using var answer = await client.PostAsync(page, new FormUrlEncodedContent(fields.Append(("form-token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
        Assert.Equal(302, (int)answer.StatusCode);
    }

    static string Token(string html) => System.Text.RegularExpressions.Regex.Match(html, "name=\"form-token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;

    /// <summary>Milliseconds from when a request was due to its last byte; below nought: it failed.</summary>
    static async Task<IReadOnlyList<double>> Load(List<(HttpClient Client, string Path)> visitors, int aSecond, int seconds)
    {
        var times = new ConcurrentBag<double>();
        var clock = Stopwatch.StartNew();
        var under = new List<Task>();
        for (var number = 0; number < aSecond * seconds; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / aSecond);
            if (due - clock.Elapsed is { Ticks: > 0 } wait) await Task.Delay(wait);
            var (client, path) = visitors[number % visitors.Count];
            under.Add(Task.Run(async () =>
            {
                try
                {
                    using var answer = await client.GetAsync(path);
                    await answer.Content.ReadAsByteArrayAsync();
                    times.Add(answer.IsSuccessStatusCode ? (clock.Elapsed - due).TotalMilliseconds : -1);
                }
                catch (HttpRequestException) { times.Add(-1); }
            }));
        }
        await Task.WhenAll(under);
        return [.. times.Order()];
    }

    /// <summary>One township's sheets with one figure changed, so that each is read, checked against all that is held and answered, not known again by its bytes.</summary>
    static IReadOnlyList<byte[]> Sheets(DataFolder data) => [.. Directory.GetFiles(Path.Combine(data.Inbox, "310151102", "已收"), "*.xlsx").Order(StringComparer.Ordinal).Where(path => VerdictBench.IsWhole(File.ReadAllBytes(path))).Select(path =>
    {
        using var workbook = new XLWorkbook(new MemoryStream(File.ReadAllBytes(path)));
        if (workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed(cell => cell is { DataType: XLDataType.Number, HasFormula: false })).LastOrDefault() is { } figure) figure.Value = figure.GetDouble() + 1;
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    })];

    /// <summary>One after the other, each until its answer is there.</summary>
    static async Task<string> Send(HttpClient client, IReadOnlyList<byte[]> sheets, int seconds)
    {
        var (times, clock) = (new List<double>(), Stopwatch.StartNew());
        for (var number = 0; clock.Elapsed.TotalSeconds < seconds && number < sheets.Count; number++)
        {
            var token = Token(await client.GetStringAsync("/submit"));
            using var form = new MultipartFormDataContent { { new StringContent(token), "form-token" }, { new ByteArrayContent(sheets[number]), "files", $"{number}.xlsx" } };
            var since = clock.Elapsed;
            using var answer = await client.PostAsync("/submit", form);
            var said = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode is 200 or 302 && !said.Contains("收到过", StringComparison.Ordinal), $"{answer.StatusCode}");
            times.Add((clock.Elapsed - since).TotalMilliseconds);
        }
        times.Sort();
        return $"workbooks sent meanwhile: {times.Count}, answered in {Text(times[times.Count / 2])} ms at the median, {Text(times[^1])} ms at the slowest";
    }

    static string Line(int aSecond, int seconds, IReadOnlyList<double> times) => string.Create(CultureInfo.InvariantCulture,
        $"{aSecond} pages a second for {seconds} s: median {At(times, 0.5):0} ms, p95 {At(times, 0.95):0} ms, slowest {times[^1]:0} ms, errors {times.Count(time => time < 0)} of {times.Count}");

    static double At(IReadOnlyList<double> times, double share) => times[Math.Min(times.Count - 1, (int)(times.Count * share))];

    static string Text(double milliseconds) => milliseconds.ToString("0", CultureInfo.InvariantCulture);
}

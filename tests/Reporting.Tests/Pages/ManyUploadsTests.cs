// Over 200 lines: two hundred uploads need their people, their sheets and their answers; two tests ask of them.
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reporting.Portal;
using Reporting.Portal.Accounts;
using Reporting.Portal.Demo;
using Reporting.Portal.Web;
using Reporting.Tests.Corpus;
using Reporting.Tests.Jobs;
using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Pages;

/// <summary>The real program, as a process of its own, when all send at once and when some stop in the middle.</summary>
public sealed partial class ManyUploadsTests : IDisposable
{
    const int People = 50, Each = 4, MostMegabytes = 700;

    readonly RunningProgram program = RunningProgram.WithDefinitions(), oneByOne = RunningProgram.WithDefinitions();

    public void Dispose()
    {
        program.Dispose();
        oneByOne.Dispose();
    }

    sealed record Sender(string Login, string Token, string Cookie, IReadOnlyList<(string Name, byte[] Bytes)> Files);

    sealed record Verdict(string Login, string File, string State, string Findings);

    [Fact]
    public async Task Two_hundred_uploads_at_once_are_each_answered_once_and_kept_within_their_memory()
    {
        var sheets = Sheets();
        var people = Accounts(program, sheets);
        var (process, url) = program.ServeShipped();
        var receipts = await SendAll(url, people);
        Assert.Equal(People * Each, receipts.Select(one => one.Receipt).Distinct().Count());
        var together = await Verdicts(url, people, receipts);
        var most = MostMemory(process);
        RunningProgram.Terminate(process);
        Assert.InRange(most, 1, MostMegabytes);

        using (var office = new Office(program.Data, TestOffice.Installation))
        {
            Assert.Equal(receipts.Select(one => one.Receipt).Order(StringComparer.Ordinal), Received(office).Select(row => row.Receipt).Distinct().Order(StringComparer.Ordinal));
            Assert.Equal(People * Each, office.Operations.AuditEntries(1_000, verb: "submit").Count);
            Assert.Empty(office.Warehouse.Submissions.Unsettled());
            foreach (var (_, number, receipt, person) in receipts.Select((one, at) => (at, one.Number, one.Receipt, one.Person)))
                Assert.Equal(person.Files[number].Bytes, office.Warehouse.Archive.Read(office.Warehouse.Submissions.Find(receipt)!.Sha256));
        }

        var others = Accounts(oneByOne, sheets);
        (process, url) = oneByOne.ServeShipped();
        var alone = new List<(Sender Person, int Number, string Receipt)>();
        foreach (var person in others)
            for (var number = 0; number < Each; number++) alone.Add((person, number, await ByProgram(url, person, number)));
        Assert.Equal(await Verdicts(url, others, alone), together);
        Assert.True(together.Select(verdict => verdict.State).Distinct().Count() >= 3, "sheets of one kind alone prove little");
        RunningProgram.Terminate(process);
    }

    [Theory]
    [InlineData("/submit", "multipart/form-data; boundary=b"), InlineData("/api/v1/submissions", "multipart/form-data; boundary=b"), InlineData("/api/v1/submissions?name=a.xlsx", "application/octet-stream")]
    public async Task Who_stops_in_the_middle_leaves_nothing_and_the_next_one_is_answered(string path, string type)
    {
        var temporary = Directory.CreateDirectory(Path.Combine(program.Home, "tmp")).FullName;
        program.Environment["TMPDIR"] = temporary;
        var person = Accounts(program, [.. Sheets().Take(1)])[0];
        var (process, url) = program.ServeShipped();
        foreach (var abruptly in (bool[])[false, true])
        {
            using (var socket = new TcpClient(url.Host, url.Port))
            {
                var head = type[0] == 'm' ? "--b\r\nContent-Disposition: form-data; name=files; filename=a.xlsx\r\n\r\n" : "";
                var half = Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {person.Token}\r\nCookie: {person.Cookie}\r\nContent-Type: {type}\r\nContent-Length: 8000000\r\n\r\n{head}{new string('x', 4_000_000)}");
                await socket.GetStream().WriteAsync(half);
                RunningProgram.Until(() => Spooled(temporary).Sum(file => new FileInfo(file).Length), length => length > 1_000_000);
                if (abruptly) socket.LingerState = new(enable: true, 0);
            }
            RunningProgram.Until(() => Spooled(temporary).Length, left => left == 0);
        }
        Assert.Matches(@"^310151-", await ByProgram(url, person, 0));
        RunningProgram.Terminate(process);
        using var office = new Office(program.Data, TestOffice.Installation);
        var row = Assert.Single(Received(office).DistinctBy(row => row.Receipt));
        Assert.Equal([office.Warehouse.Archive.PathOf(row.Sha256)], Directory.GetFiles(program.Data.Archive, "*", SearchOption.AllDirectories));
        Assert.Single(office.Operations.AuditEntries(100, verb: "submit"));
        var unforeseen = Directory.GetFiles(program.Data.Logs).SelectMany(File.ReadLines).Where(line => line.Contains("\"Level\":\"Error\"", StringComparison.Ordinal)).ToList();
        Assert.Empty(unforeseen);
    }

    static string[] Spooled(string folder) => Directory.GetFiles(folder, "ASPNETCORE_*");

    static IReadOnlyList<SubmissionRow> Received(Office office) => office.Warehouse.Submissions.Received(DateTime.UnixEpoch, DateTime.UtcNow.AddDays(1));

    /// <summary>Four of each unit: a good sheet, one that is returned, one of which the period must be asked, and a megabyte that is no workbook. No verdict depends on another file: what is wrong is of another year.</summary>
    static List<(string Unit, IReadOnlyList<(string Name, byte[] Bytes)> Files)> Sheets()
    {
        using var folder = new Reporting.Tests.Warehouse.TestFolder();
        var good = ((string[])["310151", "310117"]).SelectMany(district => DemoPlan.Make(ShippedCatalog.Catalog, district, JanuarySheets.January, JanuarySheets.January, 1).Events)
            .Where(each => each.Forms is ["employment-monthly"] && each.PlantedCode is null).DistinctBy(each => each.OrgUnit).ToList();
        return [.. Enumerable.Range(0, People).Select(number =>
        {
            var (sheet, again) = (good[number % good.Count], number / good.Count);
            var name = ShippedCatalog.Catalog.OrgUnit(sheet.OrgUnit)!.Name;
            var first = again == 0 ? (sheet.FileName, sheet.Bytes) : ("又错.csv", Small(month: 2, name, "（2024年1月）"));
            return (sheet.OrgUnit, (IReadOnlyList<(string, byte[])>)[first, ("错.csv", Small(month: 3, name, "（2024年1月）")), ("缺期.csv", Small(month: 12, name, "")), ("扫描.xlsx", Encoding.ASCII.GetBytes($"%PDF-1.4 {number} {new string('x', 1_000_000)}"))]);

            // Each differs in bytes, by blank lines at its end.
            byte[] Small(int month, string unit, string period) => [.. File.ReadAllBytes(SmallSheet.In(folder.Data.Root, $"{Guid.NewGuid():N}.csv", month, unit, period)), .. Enumerable.Repeat((byte)'\n', again + 1)];
        })];
    }

    /// <summary>Accounts with a token and a session each, made before the program serves: asking for fifty passwords is not what is tried here.</summary>
    static List<Sender> Accounts(RunningProgram program, List<(string Unit, IReadOnlyList<(string Name, byte[] Bytes)> Files)> sheets)
    {
        using var office = new Office(program.Data, TestOffice.Installation);
        using var log = new Serilog.LoggerConfiguration().CreateLogger();
        var app = WebOffice.Build(office, TestOffice.Installation, Reach.Loopback("http://127.0.0.1:0"), Path.Combine(program.Home, "s"), log);
        var now = office.Time.GetUtcNow();
        return [.. sheets.Select((one, number) =>
        {
            var login = $"clerk{number:00}";
            Assert.True(office.Operations.AddAccount(login, login, null, "no password", "tests", now));
            office.Operations.SetPassword(login, "no password", mustChange: false, null, null, now);
            office.Operations.AddGrant(new(0, login, Role.reporter, one.Unit[..6], one.Unit, null, new(2020, 1, 1), null, "tests", now));
            return new Sender(login, office.Accounts.IssueToken(login, "试", 1).Token, $"{ServedOffice.CookieName}={ServedOffice.Cookie(app, office.Accounts.OpenSession(login, null, "test"))}", one.Files);
        })];
    }

    /// <summary>Everything leaves at one moment; every other account sends by page.</summary>
    static async Task<List<(Sender Person, int Number, string Receipt)>> SendAll(Uri url, List<Sender> people)
    {
        var ready = new List<Func<Task<(Sender, int, string)>>>();
        foreach (var (at, person) in people.Index())
        {
            var page = at % 2 == 0 ? null : await Page.Open(url, person.Cookie);
            ready.AddRange(Enumerable.Range(0, Each).Select<int, Func<Task<(Sender, int, string)>>>(number => async () => (person, number, page is null ? await ByProgram(url, person, number) : await page.Send(person.Files[number]))));
        }
        return [.. await Task.WhenAll(ready.Select(send => Task.Run(send)))];
    }

    sealed record Page(HttpClient Client, string Token)
    {
        public static async Task<Page> Open(Uri url, string cookie)
        {
            var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = url, Timeout = TimeSpan.FromMinutes(5) };
            client.DefaultRequestHeaders.Add("Cookie", cookie);
            using var answer = await client.GetAsync("/submit");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single(said => said.StartsWith("reporting-form", StringComparison.Ordinal)).Split(';')[0]);
            return new(client, FormToken().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value);
        }

        public async Task<string> Send((string Name, byte[] Bytes) file)
        {
            using var form = new MultipartFormDataContent { { new StringContent(Token), "form-token" }, { new ByteArrayContent(file.Bytes), "files", file.Name } };
            using var answer = await Client.PostAsync("/submit", form);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return answer.Headers.Location!.OriginalString.Split('=')[1];
        }
    }

    static async Task<string> ByProgram(Uri url, Sender person, int number)
    {
        using var client = Program(url, person);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(person.Files[number].Bytes), "file", person.Files[number].Name } };
        using var answer = await client.PostAsync("/api/v1/submissions", form);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("answers")[0].GetProperty("receipt").GetString()!;
    }

    static HttpClient Program(Uri url, Sender person) => new() { BaseAddress = url, Timeout = TimeSpan.FromMinutes(5), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", person.Token) } };

    /// <summary>As whoever sent it reads it now.</summary>
    static async Task<List<Verdict>> Verdicts(Uri url, List<Sender> people, List<(Sender Person, int Number, string Receipt)> receipts)
    {
        var verdicts = new List<Verdict>();
        foreach (var person in people)
        {
            using var client = Program(url, person);
            foreach (var (_, number, receipt) in receipts.Where(one => one.Person.Login == person.Login).OrderBy(one => one.Number))
            {
                var found = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/submissions/{receipt}")).RootElement;
                Assert.Equal(person.Files[number].Name, found.GetProperty("file_name").GetString());
                verdicts.Add(new(person.Login, person.Files[number].Name, found.GetProperty("state").GetString()!, Codes(found)));
            }
        }
        return verdicts;
    }

    static string Codes(JsonElement answer) => string.Join(' ', answer.GetProperty("tables").EnumerateArray().SelectMany(table => table.GetProperty("findings").EnumerateArray()).Concat(answer.GetProperty("findings").EnumerateArray())
        .Select(finding => finding.GetProperty("code").GetString()).Order(StringComparer.Ordinal));

    /// <summary>Megabytes of the process at its most.</summary>
    static long MostMemory(Process process) => long.Parse(Peak().Match(File.ReadAllText($"/proc/{process.Id}/status")).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) / 1_000;

    [GeneratedRegex(@"VmHWM:\s+(\d+) kB")]
    private static partial Regex Peak();

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}

using System.Text;
using Reporting.Etl.Arrivals;

namespace Reporting.Tests.Arrivals;

/// <summary>A listing that is down, silent, wrong or endless: it is said once, the others go on, and it is said once that it is back.</summary>
public sealed class CrookedServerTests : IDisposable
{
    // Short, so that what never ends is soon cut off; nothing is asserted about time.
    static readonly SourceLimits Limits = new() { Silence = TimeSpan.FromSeconds(1), FileBytes = 200_000, PageBytes = 300_000 };
    const string Html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    readonly ArrivalOffice office = new();
    readonly string folder = Directory.CreateTempSubdirectory("reporting-drop-").FullName;
    string mischief = "";

    public void Dispose()
    {
        office.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("down", "连不上"), InlineData("silent", "没有回音"), InlineData("500", "回的是 500"), InlineData("401", "拒绝访问"), InlineData("redirect", "转到别处"), InlineData("nonsense", "读不懂"), InlineData("login", "不是目录页")]
    [InlineData("picture", "不是目录页"), InlineData("cut", "不完整"), InlineData("endless", "目录页超过"), InlineData("stalls", "没有回音"), InlineData("drips", "秒内没有读完"), InlineData("headers", "读不懂")]
    [InlineData("file 500", "a.csv: 回的是 500"), InlineData("file silent", "a.csv: "), InlineData("file cut", "a.csv: "), InlineData("file stalls", "a.csv: ")]
    public async Task Mischief_is_told_once_and_the_others_go_on(string kind, string words)
    {
        using var server = new CrookedServer(Answer);
        var (url, good) = (server.Url, new FolderSource("good", ArrivalOffice.Other, folder, Answers: true));
        var listing = new ListingSource("web", ArrivalOffice.One, url, null);
        mischief = kind;
        var limits = kind == "drips" ? Limits with { Silence = TimeSpan.FromSeconds(20), Whole = TimeSpan.FromSeconds(1) } : Limits;
        if (kind == "down") server.Dispose();
        for (var time = 0; time < 2; time++)
        {
            File.WriteAllText(Path.Combine(folder, "好.csv"), $"{time}");
            var pulled = await office.Pull(limits, () => Task.CompletedTask, listing, good);
            Assert.Equal(kind.StartsWith("file", StringComparison.Ordinal) && time == 0 ? 2 : 1, pulled.Taken); // b.csv comes beside the a.csv that fails
            Assert.Contains(words, Assert.Single(pulled.Faults), StringComparison.Ordinal);
        }
        Assert.Contains(words, Assert.Single(office.Notices("source_down")).Body, StringComparison.Ordinal);
        Assert.Empty(office.Notices("source_back"));

        mischief = "";
        using var mended = new CrookedServer(Answer);
        var back = await office.Pull(listing with { Url = mended.Url });
        Assert.Empty(back.Faults);
        Assert.Contains("a.csv", office.Received().Select(row => row.Name));
        Assert.Equal((1, 1), (office.Notices("source_down").Count, office.Notices("source_back").Count));
        Assert.Equal(0, (await office.Pull(listing with { Url = mended.Url })).Taken);
    }

    async Task Answer(string path, Stream to, CancellationToken cancel)
    {
        var isFile = path != "/";
        var kind = isFile ? path == "/a.csv" && mischief.StartsWith("file ", StringComparison.Ordinal) ? mischief[5..] : "" : mischief.StartsWith("file ", StringComparison.Ordinal) ? "" : mischief;
        await (kind switch
        {
            "" => Write(isFile ? CrookedServer.Whole("200 OK", "ETag: \"1\"\r\nContent-Type: text/csv\r\n", path) : CrookedServer.Listing("a.csv", "b.csv")),
            "silent" => Task.Delay(Timeout.Infinite, cancel),
            "500" => Write(CrookedServer.Whole("500 Broken", "", "broken")),
            "401" => Write(CrookedServer.Whole("401 Who", "WWW-Authenticate: Basic realm=x\r\n", "")),
            "redirect" => Write(CrookedServer.Whole("302 Else", "Location: http://127.0.0.1:1/\r\n", "")),
            "nonsense" => Write([0, 1, 2, 0xff, 0xfe, (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n']),
            "login" => Write(CrookedServer.Whole("200 OK", "Content-Type: text/html\r\n", "<form action=/login><a href=\"/help\">帮助</a></form>")),
            "picture" => Write(CrookedServer.Whole("200 OK", "Content-Type: image/png\r\n", "x")),
            "cut" => Write(Encoding.ASCII.GetBytes(Html + "Content-Length: 1000\r\n\r\n<title>Index of /</title>")),
            "endless" => CrookedServer.Endlessly(to, Html + "\r\n", TimeSpan.Zero, cancel),
            "stalls" => Stall(Html + "\r\n<title>Index of /</title>"),
            "drips" => CrookedServer.Endlessly(to, Html + "\r\n", TimeSpan.FromMilliseconds(100), cancel),
            "headers" => CrookedServer.Endlessly(to, "HTTP/1.1 200 OK\r\nX: ", TimeSpan.Zero, cancel),
            _ => throw new NotSupportedException(kind),
        });

        async Task Write(byte[] bytes) => await to.WriteAsync(bytes, cancel);

        async Task Stall(string head)
        {
            await Write(Encoding.ASCII.GetBytes(head));
            await Task.Delay(Timeout.Infinite, cancel);
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task An_endless_file_is_cut_off_at_the_limit_and_not_asked_for_again(bool saysLength)
    {
        var asked = 0;
        using var server = new CrookedServer((path, to, cancel) =>
        {
            if (path == "/") return to.WriteAsync(CrookedServer.Listing("big.csv"), cancel).AsTask();
            asked++;
            return CrookedServer.Endlessly(to, $"HTTP/1.1 200 OK\r\n{(saysLength ? "Content-Length: 99999999999\r\n" : "")}\r\n", TimeSpan.Zero, cancel);
        });
        var source = new ListingSource("web", ArrivalOffice.One, server.Url, null);
        Assert.Contains("太大", Assert.Single((await office.Pull(Limits, () => Task.CompletedTask, source)).LeftAlone), StringComparison.Ordinal);
        await office.Pull(Limits, () => Task.CompletedTask, source);
        Assert.Equal((1, 0), (asked, office.Received().Count));
        Assert.Equal(ArrivalOffice.One, Assert.Single(office.Notices("left_alone")).OrgUnit);
        Assert.Empty(Directory.GetFiles(office.Data.Arrival, "*.part"));
    }

    [Theory, InlineData("ETag: \"x\"\r\n", 3), InlineData("Last-Modified: Tue, 08 Feb 2022 01:02:03 GMT\r\n", 3), InlineData("", 2)]
    public async Task A_server_that_knows_no_conditions_is_not_taken_from_twice(string headers, int asks)
    {
        var asked = 0;
        using var server = new CrookedServer((path, to, cancel) =>
        {
            if (path == "/") return to.WriteAsync(CrookedServer.Listing("a.csv"), cancel).AsTask();
            asked++;
            return to.WriteAsync(CrookedServer.Whole("200 OK", headers, "x"), cancel).AsTask();
        });
        var source = new ListingSource("web", ArrivalOffice.One, server.Url, null);
        Assert.Equal((1, 0), ((await office.Pull(source)).Taken, (await office.Pull(source)).Taken));
        Assert.Equal((asks, 1), (asked, office.Received().Count)); // it does not say when the file was written either, so at first it is asked twice
        Directory.Delete(office.Data.Arrival, recursive: true); // what was remembered is lost: fetched again, and known again
        Assert.Equal((0, 1), await office.Pull(source) is var again ? (again.Taken, again.Repeated) : default);
        Assert.Empty(office.Notices("repeated"));
    }
}

using System.Text;
using Reporting.Etl.Arrivals;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Arrivals;

/// <summary>Listings whose servers are slow, or do not say when a file was written.</summary>
public sealed class SlowServerTests : IDisposable
{
    readonly ArrivalOffice office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_file_that_takes_all_the_time_comes_last_from_then_on_and_is_named()
    {
        using var server = new CrookedServer((path, to, cancel) => path switch
        {
            "/" => to.WriteAsync(CrookedServer.Listing("a.csv", "b.csv"), cancel).AsTask(),
            "/a.csv" => CrookedServer.Endlessly(to, "HTTP/1.1 200 OK\r\nETag: \"1\"\r\n\r\n", TimeSpan.FromMilliseconds(50), cancel),
            _ => to.WriteAsync(CrookedServer.Whole("200 OK", "ETag: \"1\"\r\n", "b"), cancel).AsTask(),
        });
        var (source, limits) = (new ListingSource("web", ArrivalOffice.One, server.Url, null), new SourceLimits { Whole = TimeSpan.FromSeconds(2) });
        Assert.Contains("a.csv", Assert.Single((await office.Pull(limits, () => Task.CompletedTask, source)).Faults), StringComparison.Ordinal);
        Assert.Equal(1, (await office.Pull(limits, () => Task.CompletedTask, source)).Taken);
        Assert.Equal("b.csv", Assert.Single(office.Received()).Name);
    }

    [Theory, InlineData(""), InlineData("ETag"), InlineData("Last-Modified: Tue, 08 Feb 2022 01:02:03 GMT\r\n")]
    public async Task Half_an_upload_is_not_taken_where_the_server_does_not_say_when_it_was_written(string headers)
    {
        var body = "half";
        using var server = new CrookedServer((path, to, cancel) => to.WriteAsync(path == "/" ? CrookedServer.Listing("a.csv")
            : CrookedServer.Whole("200 OK", headers == "ETag" ? $"ETag: \"{body.Length}\"\r\n" : headers, body), cancel).AsTask());
        var source = new ListingSource("web", ArrivalOffice.One, server.Url, null);
        var pulled = await office.Pull(new(), () =>
        {
            body = "half and whole";
            return Task.CompletedTask;
        }, source);
        Assert.Equal((0, "web/a.csv: 仍在写入"), (pulled.Taken, Assert.Single(pulled.LeftAlone)));
        Assert.Equal(1, (await office.Pull(source)).Taken);
        Assert.Equal(ArrivalOffice.Sha(Encoding.UTF8.GetBytes(body)), Assert.Single(office.Received()).Sha256);
        Assert.Empty(Directory.GetFiles(office.Data.Arrival, "*.part"));
    }

    [Fact]
    public async Task The_same_file_sent_again_after_its_return_is_answered_again_where_only_the_row_tells()
    {
        var row = "08-Feb-2022 01:02 1";
        using var server = new CrookedServer((path, to, cancel) => to.WriteAsync(path == "/"
            ? CrookedServer.Whole("200 OK", "Content-Type: text/html\r\n", $"<title>Index of /</title><a href=\"a.csv\">a.csv</a> {row}") : CrookedServer.Whole("200 OK", "", "x"), cancel).AsTask());
        var source = new ListingSource("web", ArrivalOffice.One, server.Url, null);
        Assert.Equal((1, 0), ((await office.Pull(source)).Taken, (await office.Pull(source)).Taken));
        row = "09-Feb-2022 08:00 1";
        Assert.Equal((1, 0), ((await office.Pull(source)).Taken, (await office.Pull(source)).Taken)); // the first was returned, so these bytes are a submission again
    }

    [Fact]
    public async Task A_pull_that_is_cancelled_leaves_no_half_read_file()
    {
        var silent = new TaskCompletionSource();
        using var server = new CrookedServer(async (path, to, cancel) =>
        {
            if (path == "/b.csv")
            {
                silent.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancel);
            }
            await to.WriteAsync(path == "/" ? CrookedServer.Listing("a.csv", "b.csv") : CrookedServer.Whole("200 OK", "ETag: \"1\"\r\n", "a"), cancel);
        });
        using var stop = new CancellationTokenSource();
        var pulling = office.Pull(new(), () => Task.CompletedTask, stop.Token, new ListingSource("web", ArrivalOffice.One, server.Url, null));
        await silent.Task;
        Assert.NotEmpty(Directory.GetFiles(office.Data.Arrival, "*.part"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pulling);
        RunningProgram.Until(() => Directory.GetFiles(office.Data.Arrival, "*.part").Length, left => left == 0);
    }

    [Theory, InlineData(null, "没有口令文件"), InlineData("404", "chmod 600")]
    public async Task A_password_that_is_missing_or_open_to_others_is_a_fault_of_its_source_alone(string? mode, string words)
    {
        var asked = 0;
        using var server = new CrookedServer((_, to, cancel) =>
        {
            asked++;
            return to.WriteAsync(CrookedServer.Listing("a.csv"), cancel).AsTask();
        });
        var secret = Path.Combine(office.Data.Root, "secret");
        if (mode is not null) File.WriteAllText(secret, "user:password\n");
        if (mode is not null) ArrivalOffice.Do("chmod", mode, secret);
        office.LayInInbox(ArrivalOffice.Other, "一月.csv", [1]);
        var pulled = await office.Pull(new ListingSource("web", ArrivalOffice.One, server.Url, secret));
        Assert.Equal((1, 0), (pulled.Taken, asked));
        Assert.Contains(words, Assert.Single(pulled.Faults), StringComparison.Ordinal);
    }
}

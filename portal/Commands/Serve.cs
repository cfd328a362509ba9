using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Reporting.Portal.Accounts;
using Reporting.Portal.Engine;
using Reporting.Portal.Jobs;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Serilog.Core;

namespace Reporting.Portal.Commands;

/// <summary>Keeps the office open: web, API, schedule, and the command line's requests, until it is told to stop.</summary>
static class Serve
{
    public static Verb Verb { get; } = new("serve", "运行网页、接口和定时任务", "web, API and schedule")
    {
        Parameters = Reach.Parameters,
        Before = (request, _) => Reach.Of(request),
        RunAlone = Run,
        Begins = Beginning.Anywhere,
    };

    const int WaitingThreads = 64;

    static async Task<Answer> Run(Request request, DataFolder data, Installation installation, CancellationToken interrupt)
    {
        var reach = Reach.Of(request);
        // Verbs wait for stores and for their turn on their threads: whoever waits must not keep the others from being answered.
        ThreadPool.GetMinThreads(out var working, out var ports);
        ThreadPool.SetMinThreads(Math.Max(working, WaitingThreads), ports);
        using var office = new Office(data, installation);
        _ = office.JobsFile; // wrong jobs and definitions stop the program before it listens
        _ = office.Warehouse;
        using var log = Logs.ForServing(data);
        if (DeliverJob.Trouble(office) is { } mail) log.Warning("{Mail}", request.Say(mail.Zh, mail.En));
        using var spot = SocketSpot.Of(data);
        File.Delete(data.Socket); // we hold the folder: a socket that lies here is a dead process's
        await using var app = WebOffice.Build(office, installation, reach, spot.Path, log);
        using var schedule = new Schedule(office, Engines.Compiled(office.Time), log);
        office.Schedule = schedule;
        try
        {
            await ServeUntilStopped(app, office, schedule, request, log, interrupt);
        }
        finally { File.Delete(data.Socket); }
        return Answer.Done("");
    }

    static async Task ServeUntilStopped(WebApplication app, Office office, Schedule schedule, Request request, Logger log, CancellationToken interrupt)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(interrupt);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => { signal.Cancel = true; stop.Cancel(); });
        await Start(app);
        try
        {
            await schedule.Start();
            // Made once there is somewhere to sign in: its password is told here and never again.
            Announce(app, request, log, office.Accounts.AddFirst());
            await Task.Delay(Timeout.Infinite, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            log.Information("Stopping: running jobs are cancelled and taken up again at the next start");
        }
        finally
        {
            await schedule.Stop();
            await app.StopAsync(CancellationToken.None);
        }
    }

    static async Task Start(WebApplication app)
    {
        try { await app.StartAsync(); }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new FailureException($"端口已被占用：{e.Message}。用 --urls 换一个。", $"The port is taken: {e.Message} Name another with --urls.", e);
        }
    }

    /// <summary>Said on standard output at once, so that whoever started it knows where to go.</summary>
    /// <param name="first">The password for once of the first account, where it was made: told here alone, never in a log.</param>
    static void Announce(WebApplication app, Request request, Logger log, string? first)
    {
        var urls = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Where(address => !address.Contains("unix:", StringComparison.Ordinal)).ToList();
        Console.Out.WriteLine(request.Json ? Document(urls, first) : string.Join(' ', urls));
        if (first is not null && !request.Json) Console.Out.WriteLine(request.Say(
            $"第一个账号：{AccountBook.First}，一次性密码：{first}（只显示这一次；{AccountBook.OneTimePasswordHolds.TotalDays:0} 天内登录并改掉。丢了用 reporting user reset {AccountBook.First}）",
            $"First account: {AccountBook.First}, one-time password: {first} (shown this once; sign in and change it within {AccountBook.OneTimePasswordHolds.TotalDays:0} days. If lost: reporting user reset {AccountBook.First})"));
        Console.Out.Flush();
        log.Information("Serving on {Urls} as process {Pid}", urls, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    // One line: whoever started it reads as far as the first.
    static string Document(IReadOnlyList<string> urls, string? first) => first is null
        ? System.Text.Json.JsonSerializer.Serialize(new { urls, pid = Environment.ProcessId })
        : System.Text.Json.JsonSerializer.Serialize(new { urls, pid = Environment.ProcessId, first_account = new { login = AccountBook.First, one_time_password = first } });
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Reporting.Etl.Arrivals;
using Reporting.Etl.Intake;
using Reporting.Etl.Jobs;
using Reporting.Portal.Demo;
using Reporting.Tests.Corpus;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Arrivals;

/// <summary>A warehouse that has received nothing, and a pull that a test asks for. Notices are kept as they are told to operations.</summary>
sealed class ArrivalOffice : IDisposable
{
    public const string One = "310151102", Other = "310151202";
    static readonly Lazy<IReadOnlyList<DemoEvent>> Demo = new(() => [.. DemoPlan.Make(ShippedCatalog.Catalog, "310151", Period.Month(2022, 1), Period.Month(2022, 12), 1).Events
        .Where(each => each is { Forms: ["employment-monthly"], Kind: DemoEventKind.submission, PlantedCode: null } && each.FileName.EndsWith(".xlsx", StringComparison.Ordinal))]);

    readonly TestFolder folder = new();

    public ArrivalOffice()
    {
        File.WriteAllBytes(folder.Data.WarehouseFile, ShippedOffice.EnteredBy(Clock));
        Warehouse = OpenWarehouse.Open(folder.Data);
    }

    public HandClock Clock { get; } = new(new(TestWarehouse.At(new(2022, 1, 1)), TimeSpan.Zero));
    public OpenWarehouse Warehouse { get; }
    public DataFolder Data => folder.Data;
    public List<Notice> Told { get; } = [];

    /// <summary>January's sheet of a unit, as its office would send it; it is loaded.</summary>
    public static DemoEvent Sheet(string unit) => Demo.Value.First(each => each.OrgUnit == unit && each.Period == Period.Month(2022, 1));

    public Task<PullOutcome> Pull(params Source[] sources) => Pull(new SourceLimits(), () => Task.CompletedTask, sources);

    public Task<PullOutcome> Pull(SourceLimits limits, Func<Task> wait, params Source[] sources) => Pull(limits, wait, CancellationToken.None, sources);

    public Task<PullOutcome> Pull(SourceLimits limits, Func<Task> wait, CancellationToken cancel, params Source[] sources)
    {
        if (Clock.Now.Month == 1) Clock.Now = new(TestWarehouse.At(new(2022, 2, 8)), TimeSpan.Zero);
        Clock.Now = Clock.Now.AddMinutes(1);
        return PullSubmissions.Run(Warehouse, Clock, _ => wait(), Told.AddRange, new ReadLimits(), null, new(sources, limits, TimeSpan.FromMinutes(30)) { LookEvery = TimeSpan.FromMilliseconds(50) }, cancel);
    }

    /// <summary>Lays a file into the inbox folder of a unit.</summary>
    public void LayInInbox(string unit, string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.Combine(Data.Inbox, unit));
        File.WriteAllBytes(Path.Combine(Data.Inbox, unit, name), bytes);
    }

    public IReadOnlyList<(string Name, string Sha256, string Channel)> Received() =>
        [.. Warehouse.Submissions.Received(DateTime.MinValue, DateTime.MaxValue).DistinctBy(row => row.Receipt).OrderBy(row => row.Receipt, StringComparer.Ordinal)
            .Select(row => (row.FileName, row.Sha256, Warehouse.Submissions.Find(row.Receipt)!.Channel))];

    public List<Notice> Notices(string kind) => [.. Told.Where(notice => notice.Kind == kind)];

    public static string Sha(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Runs a program of the machine to its end.</summary>
    public static (int ExitCode, string Output) Tool(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)), $"{program} did not end");
        return (process.ExitCode, output.Result + error.Result);
    }

    public static void Do(string program, params string[] arguments)
    {
        var (code, output) = Tool(program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)}: {output}");
    }

    /// <summary>Waits for a server to listen.</summary>
    public static void Listening(int port, Process server) => RunningProgram.Until(() =>
    {
        Assert.False(server.HasExited, "the server ended");
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException) { return false; }
    }, isOpen => isOpen);

    public void Dispose()
    {
        Warehouse.Dispose();
        folder.Dispose();
    }
}

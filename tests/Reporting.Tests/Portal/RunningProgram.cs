using System.Diagnostics;
using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Portal;

sealed record Ended(int ExitCode, string Out, string Error)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Out);
}

/// <summary>
/// One temporary data folder and the real processes started on it: <c>data/</c> where they run, which verbs may begin, unless another one
/// is named, which must be there.
/// </summary>
sealed class RunningProgram(string? under = null) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    readonly List<Process> started = [];
    readonly string home = Directory.CreateTempSubdirectory("reporting-test-").FullName;

    public string Home => home;
    public DataFolder Data => DataFolder.At(Path.Combine(home, under ?? "data"));
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>
    /// On an office that knows the shipped definitions and has received nothing. They are entered once for the whole suite: that is half of the
    /// time of a first verb, and what it does there is not what these tests ask.
    /// </summary>
    public static RunningProgram WithDefinitions()
    {
        var program = new RunningProgram();
        Directory.CreateDirectory(program.Data.Root);
        File.WriteAllBytes(program.Data.WarehouseFile, ShippedOffice.EnteredBy(TimeProvider.System));
        File.WriteAllBytes(program.Data.ReadDefinitions, ShippedOffice.DefinitionsRead);
        return program;
    }

    /// <summary>How long a verb may take.</summary>
    public TimeSpan Longest { get; init; } = Patience;

    /// <summary>Begins the data folder, for verbs that only look.</summary>
    public void Begin()
    {
        Directory.CreateDirectory(Data.Root);
        File.WriteAllBytes(Data.WarehouseFile, TestWarehouse.Begun);
        File.WriteAllBytes(Data.ReadDefinitions, ShippedOffice.DefinitionsRead);
    }

    /// <summary>The program with the tests' verbs and jobs; <c>reporting.dll</c> beside it is the one that ships.</summary>
    public Ended Run(params string[] args) => Run("Reporting.Tests.dll", args);

    /// <summary>The shipped verb in this process and not in one of its own, for what stands beside a test's question: a start takes seconds.</summary>
    public Ended Ask(params string[] words)
    {
        using var office = new Office(Data, new(Verbs.All, JobCatalog.Shipped, TimeProvider.System));
        var typed = Words.Of(words, Verbs.All);
        var answer = Dispatch.InOffice(Asking.RequestOf(typed, typed.Verb!, "zh"), typed.Verb!, office);
        return new(answer.ExitCode, answer.Out, answer.Error);
    }

    public Ended RunShipped(params string[] args) => Run("reporting.dll", args);

    Ended Run(string program, string[] args)
    {
        using var process = Start(program, args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.True(process.WaitForExit(Longest), $"{string.Join(' ', args)} did not end");
        return new(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Kills the program as soon as it is due; false where it had ended by then.</summary>
    /// <param name="due">Asked again and again, with how long the program has lived.</param>
    public bool KillWhen(Func<TimeSpan, bool> due, params string[] args)
    {
        using var process = Start("Reporting.Tests.dll", args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var lived = Stopwatch.StartNew();
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(4)) && !due(lived.Elapsed)) Assert.True(lived.Elapsed < Longest, $"{string.Join(' ', args)} did not end");
        var killed = !process.HasExited;
        if (killed) Kill(process);
        Task.WaitAll(output, error);
        return killed;
    }

    /// <summary>Starts <c>serve</c> on a free port and returns when it listens.</summary>
    public (Process Process, Uri Url) Serve() => Serve("Reporting.Tests.dll");

    public (Process Process, Uri Url) ServeShipped() => Serve("reporting.dll");

    /// <summary>What the last serve said when it listened.</summary>
    public JsonElement Announced { get; private set; }

    (Process Process, Uri Url) Serve(string program)
    {
        var process = Start(program, ["serve", "--urls", "http://127.0.0.1:0", "--json"]);
        started.Add(process);
        var errors = process.StandardError.ReadToEndAsync();
        var line = process.StandardOutput.ReadLineAsync().WaitAsync(Patience).Result;
        Assert.True(line is not null, line is null ? errors.Result : "");
        Announced = JsonSerializer.Deserialize<JsonElement>(line!);
        return (process, new Uri(Announced.GetProperty("urls")[0].GetString()!));
    }

    /// <summary>A process that is expected to end by itself (by a crash point or a poison job).</summary>
    public void ServeUntilItDies()
    {
        using var process = Start("Reporting.Tests.dll", ["serve", "--urls", "http://127.0.0.1:0"]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            Assert.Fail("serve did not die");
        }
        Task.WaitAll(output, error);
    }

    public static void Kill(Process process)
    {
        process.Kill();
        Assert.True(process.WaitForExit(Patience));
    }

    /// <summary>SIGTERM, as systemd sends it.</summary>
    public static int Terminate(Process process)
    {
        using var signal = Process.Start("sh", ["-c", $"kill -TERM {process.Id}"]);
        signal.WaitForExit();
        Assert.Equal(0, signal.ExitCode);
        Assert.True(process.WaitForExit(Patience), "serve did not stop");
        return process.ExitCode;
    }

    /// <summary>Asks again and again until it is so, for a bounded time.</summary>
    public static T Until<T>(Func<T> ask, Func<T, bool> so, TimeSpan? longest = null)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var answer = ask();
            if (so(answer)) return answer;
            Assert.True(since.Elapsed < (longest ?? Patience), $"still {answer}");
            Thread.Sleep(50);
        }
    }

    public void WriteJobs(string json)
    {
        Directory.CreateDirectory(Data.Root);
        File.WriteAllText(Data.Jobs, json);
    }

    Process Start(string program, string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = home };
        string[] named = under is null ? [] : ["--data", Data.Root];
        foreach (var arg in (string[])[Path.Combine(AppContext.BaseDirectory, program), .. args, .. named]) start.ArgumentList.Add(arg);
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public void Dispose()
    {
        foreach (var process in started)
        {
            if (!process.HasExited) process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
        Directory.Delete(home, recursive: true);
    }
}

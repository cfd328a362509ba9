using System.Globalization;
using Reporting.Portal;
using Reporting.Portal.Commands;

namespace Reporting.Tests.Portal;

/// <summary>
/// The program as it ships plus a few verbs and jobs that show where and how often they ran. The test assembly is also this program:
/// <c>dotnet Reporting.Tests.dll serve …</c> is a real process that a test can kill.
/// </summary>
static class TestOffice
{
    static Task<int> Main(string[] args) => CommandLine.Run(args, Installation);

    public static JobCatalog Jobs { get; } = new(
    [
        .. JobCatalog.Shipped.Kinds, // the shipped jobs.json names them
        new("note", "", "", Note) { Arguments = [new("text", ArgumentKind.Text, "", "")] },
        new("fail", "", "", Fail) { Arguments = [new("times", ArgumentKind.Whole, "", "")] },
        new("die", "", "", Die) { Arguments = [new("times", ArgumentKind.Whole, "", "")] },
        new("wait", "", "", Wait),
    ]);

    public static Installation Installation { get; } = new(
    [
        .. Verbs.All,
        new("whoami", "", "") { Run = (request, _) => Answer.Done($"{Environment.ProcessId} {request.By}") },
        new("echo", "", "")
        {
            Parameters =
            [
                new("FILE", ParameterKind.File, "", "") { Many = true, Required = true },
                new("--out", ParameterKind.OutPath, "", ""),
                new("--mode", ParameterKind.Text, "", "") { Choices = ["plain", "refuse", "break"] },
            ],
            Run = Echo,
            Decides = true,
            Begins = Beginning.Anywhere,
        },
        Crash.PlayVerb.Verb,
        Bench.BenchVerb.Verb,
        Corpus.ReadVerb.Verb,
        new("alone", "", "") { RunAlone = (_, _, _, _) => Task.FromResult(Answer.Done("alone")), Begins = Beginning.Anywhere },
    ], Jobs, TimeProvider.System);

    static Answer Echo(Request request, Office office)
    {
        var bytes = request.Files.SelectMany(file => file.Bytes).ToArray();
        var names = string.Join(',', request.Files.Select(file => file.Name));
        return request["--mode"] switch
        {
            "refuse" => Answer.Refused("found", "refused"),
            "break" => throw new InvalidOperationException("nobody foresaw this"),
            _ => Answer.Done($"{Environment.ProcessId} {names}", request["--out"] is { } path ? [new(path, bytes)] : []),
        };
    }

    static Task<JobOutcome> Note(JobContext job)
    {
        job.Log($"process {Environment.ProcessId}");
        job.Progress(1, 2);
        job.Progress(2, 2);
        return Task.FromResult(JobOutcome.Of(new { text = job.Argument("text") }));
    }

    /// <summary>Fails as often as told, then succeeds; the run's own log is its memory.</summary>
    static Task<JobOutcome> Fail(JobContext job)
    {
        var before = job.Office.Operations.LogOfRun(job.RunId).Count(line => line.Line == "trying");
        job.Log("trying");
        return before < int.Parse(job.Argument("times")!, CultureInfo.InvariantCulture)
            ? throw new InvalidOperationException("the job failed as told") : Task.FromResult(JobOutcome.Of(new { before }));
    }

    /// <summary>Takes the process down with it as often as told, as a poison file would.</summary>
    static async Task<JobOutcome> Die(JobContext job)
    {
        var before = job.Office.Operations.LogOfRun(job.RunId).Count(line => line.Line == "dying");
        if (before >= int.Parse(job.Argument("times")!, CultureInfo.InvariantCulture)) return JobOutcome.Of(new { before });
        job.Log("dying");
        System.Diagnostics.Process.GetCurrentProcess().Kill();
        await Task.Delay(Timeout.Infinite, job.Stopping);
        return JobOutcome.Of(new { before });
    }

    static async Task<JobOutcome> Wait(JobContext job)
    {
        job.Log("waiting");
        if (job.Office.Operations.LogOfRun(job.RunId).Count > 1) return JobOutcome.Of(new { again = true });
        await Task.Delay(Timeout.Infinite, job.Stopping);
        return JobOutcome.Of(new { again = false });
    }
}

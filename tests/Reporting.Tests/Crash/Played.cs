using System.Diagnostics;
using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Crash;

/// <summary>What three months end in that nobody disturbs: the measure of all the others. Played once for the whole suite.</summary>
/// <param name="Firings">When each firing was recorded, from the start of the process.</param>
/// <param name="StartUp">How long a process takes that finds nothing left to do.</param>
sealed record Undisturbed(string Content, IReadOnlyDictionary<DurableStep, int> Passings, IReadOnlyList<TimeSpan> Firings, TimeSpan StartUp)
{
    static readonly Lazy<Undisturbed> Once = new(Play);
    public static Undisturbed Run => Once.Value;

    static Undisturbed Play()
    {
        using var program = new RunningProgram();
        var (steps, firings) = (new StepsLog(program), new List<TimeSpan>());
        Played.Hurry(program);
        program.Environment["REPORTING_STEPS_LOG"] = steps.Path;
        Assert.False(program.KillWhen(lived =>
        {
            while (firings.Count < steps.Count(DurableStep.job_run_recorded)) firings.Add(lived);
            return false;
        }, Played.Verb));
        var (content, passings) = (PlayedContent.Of(program.Data), steps.Passed.CountBy(step => step).ToDictionary());
        var startUp = Stopwatch.StartNew();
        Played.ToTheEnd(program);
        startUp.Stop();
        Assert.Equal(content, PlayedContent.Of(program.Data)); // a start that finds nothing left to do changes nothing
        return new(content, passings, firings, startUp.Elapsed);
    }
}

static class Played
{
    public const string Verb = "play";

    /// <summary>Processes that live for seconds spend half of them on optimising code; the machine's time goes further without.</summary>
    public static void Hurry(RunningProgram program)
    {
        program.Environment.Clear();
        (program.Environment["DOTNET_TieredPGO"], program.Environment["DOTNET_TC_CallCountThreshold"]) = ("0", "10000");
    }

    /// <summary>Past the first start, for a kill at a step that comes after it: what is killed before has cases of its own.</summary>
    public static void Begin(RunningProgram program)
    {
        Directory.CreateDirectory(program.Data.Root);
        File.WriteAllBytes(program.Data.WarehouseFile, PlayedDistrict.Entered);
    }

    public static void ToTheEnd(RunningProgram program)
    {
        var ended = program.Run(Verb);
        Assert.True(ended.ExitCode == 0, ended.Error);
    }

    /// <summary>After a stop: the same command again, and the same must be there as if there had been no stop.</summary>
    public static void EndsInTheSame(RunningProgram program)
    {
        Hurry(program);
        ToTheEnd(program);
        var (expected, actual) = (Undisturbed.Run.Content.Split('\n'), PlayedContent.Of(program.Data).Split('\n'));
        Assert.Empty(Surplus(expected, actual).Select(line => $"lost: {line}").Concat(Surplus(actual, expected).Select(line => $"too many: {line}")));
        Assert.Equal(expected, actual);
    }

    /// <summary>Lines of one list that the other has not, or has less often.</summary>
    static IEnumerable<string> Surplus(IEnumerable<string> one, IEnumerable<string> other)
    {
        var counts = other.CountBy(line => line).ToDictionary();
        return one.CountBy(line => line).Where(line => line.Value > counts.GetValueOrDefault(line.Key)).Select(line => line.Key);
    }
}

using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Crash;

/// <summary>The process is killed at every durable step; the next start ends in the same warehouse, nothing lost, nothing twice.</summary>
static class CrashPoint
{
    const int Killed = 128 + 9;

    /// <summary>Passings in the life of each process: killed at the first there is, the next one at its first, the one after at its third.</summary>
    static readonly int[] Passings = [1, 1, 3];

    public static void StopsEndInTheSame(DurableStep step)
    {
        using var program = new RunningProgram();
        Played.Hurry(program);
        if (step > DurableStep.definitions_entered) Played.Begin(program);
        var kills = Passings.Count(passing =>
        {
            program.Environment["REPORTING_CRASH_AT"] = $"{step}:{passing}";
            return program.Run(Played.Verb).ExitCode == Killed;
        });
        Assert.InRange(kills, Undisturbed.Run.Passings[step] switch { >= 5 => 3, >= 2 => 2, _ => 1 }, Passings.Length);
        Played.EndsInTheSame(program);
    }
}

/// <summary>From the start of the program to a file taken.</summary>
public class CrashWhileTakingTests
{
    public static TheoryData<DurableStep> Steps => [.. Enum.GetValues<DurableStep>().Where(step => step < DurableStep.load_committed)];

    [Theory, MemberData(nameof(Steps))]
    public void Stops_at_a_durable_step_end_in_the_same(DurableStep step) => CrashPoint.StopsEndInTheSame(step);

    [Fact]
    public void Every_step_is_passed() => Assert.Equal(Enum.GetValues<DurableStep>(), Undisturbed.Run.Passings.Keys.Order());
}

/// <summary>From a file taken to an edition issued: a class of its own, so that two processors share the work.</summary>
public class CrashWhileLoadingAndIssuingTests
{
    public static TheoryData<DurableStep> Steps => [.. Enum.GetValues<DurableStep>().Where(step => step >= DurableStep.load_committed)];

    [Theory, MemberData(nameof(Steps))]
    public void Stops_at_a_durable_step_end_in_the_same(DurableStep step) => CrashPoint.StopsEndInTheSame(step);
}

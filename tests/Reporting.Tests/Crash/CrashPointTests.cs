using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Crash;

/// <summary>The process is killed at every durable step; the next start ends in the same warehouse, nothing lost, nothing twice.</summary>
public class CrashPointTests
{
    const int Killed = 128 + 9;

    /// <summary>Passings in the life of each process: killed at the first there is, at the next, and at the third after that.</summary>
    static readonly int[] Passings = [1, 1, 3];

    public static TheoryData<DurableStep> Steps => [.. Enum.GetValues<DurableStep>()];

    [Theory, MemberData(nameof(Steps))]
    public void Stops_at_a_durable_step_end_in_the_same(DurableStep step)
    {
        using var program = new RunningProgram();
        Played.Hurry(program);
        var kills = Passings.Count(passing =>
        {
            program.Environment["REPORTING_CRASH_AT"] = $"{step}:{passing}";
            return program.Run(Played.Verb).ExitCode == Killed;
        });
        Assert.InRange(kills, Undisturbed.Run.Passings[step] switch { >= 5 => 3, >= 2 => 2, _ => 1 }, Passings.Length);
        Played.EndsInTheSame(program);
    }

    [Fact]
    public void Every_step_is_passed() => Assert.Equal(Enum.GetValues<DurableStep>(), Undisturbed.Run.Passings.Keys.Order());
}

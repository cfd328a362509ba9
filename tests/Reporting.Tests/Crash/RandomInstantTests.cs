using Reporting.Tests.Portal;

namespace Reporting.Tests.Crash;

/// <summary>The process is killed at twenty random instants, and killed again; the next start ends in the same warehouse, nothing lost, nothing twice.</summary>
public class RandomInstantTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory, MemberData(nameof(Seeds))]
    public void Two_stops_at_random_instants_end_in_the_same(int seed)
    {
        var random = new Random(seed);
        var first = Undisturbed.Run.Duration * random.NextDouble();
        var second = (Undisturbed.Run.Duration - first) * random.NextDouble();
        // Processes that were faster than the undisturbed one were not stopped: again, and sooner.
        while (!Stopped(first, second)) (first, second) = (first * 0.8, second * 0.8);
    }

    static bool Stopped(params ReadOnlySpan<TimeSpan> lives)
    {
        using var program = new RunningProgram();
        Played.Hurry(program);
        foreach (var life in lives)
            if (!program.RunFor(life, Played.Verb)) return false;
        Played.EndsInTheSame(program);
        return true;
    }
}

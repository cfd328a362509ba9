using Reporting.Tests.Portal;

namespace Reporting.Tests.Crash;

/// <summary>The process is killed at twenty random instants, four on the way to one end; nothing is lost, nothing is there twice.</summary>
public class RandomInstantTests
{
    const int Stops = 4;

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5];

    [Theory, MemberData(nameof(Seeds))]
    public void Stops_at_random_instants_end_in_the_same(int seed)
    {
        var random = new Random(seed);
        var instants = Enumerable.Range(0, Stops).Select(_ => Undisturbed.Run.Duration * random.NextDouble()).Order().ToList();
        // Each process goes on where the one before was stopped, after a start-up of its own.
        List<TimeSpan> lives = [instants[0], .. instants.Zip(instants.Skip(1), (from, to) => Undisturbed.Run.StartUp + (to - from))];
        // Processes that are faster than the undisturbed one end before they are stopped: again, and sooner.
        while (!Stopped(lives)) lives = [.. lives.Select(life => life * 0.6)];
    }

    static bool Stopped(IReadOnlyList<TimeSpan> lives)
    {
        using var program = new RunningProgram();
        Played.Hurry(program);
        if (!lives.All(life => program.RunFor(life, Played.Verb))) return false;
        Played.EndsInTheSame(program);
        return true;
    }
}

using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Crash;

/// <summary>The process is killed at fifty random instants, ten on the way to one end; nothing is lost, nothing is there twice.</summary>
public class RandomInstantTests
{
    const int Stops = 10;

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5];

    [Theory, MemberData(nameof(Seeds))]
    public void Stops_at_random_instants_end_in_the_same(int seed)
    {
        var random = new Random(seed);
        // One in each tenth of the way, up to the last firing: a process that is faster than the undisturbed one shall not end before.
        var instants = Enumerable.Range(0, Stops).Select(number => Undisturbed.Run.Firings[^1] * ((number + random.NextDouble()) / Stops)).ToList();
        while (!Stopped(instants)) instants = [.. instants.Select(instant => instant * 0.8)]; // again, and sooner
    }

    static bool Stopped(IReadOnlyList<TimeSpan> instants)
    {
        using var program = new RunningProgram();
        var steps = new StepsLog(program);
        Played.Hurry(program);
        program.Environment["REPORTING_STEPS_LOG"] = steps.Path;
        foreach (var (before, instant) in instants.Prepend(TimeSpan.Zero).Zip(instants))
            if (!program.KillWhen(Due(steps, before, instant), Played.Verb)) return false;
        Played.EndsInTheSame(program);
        return true;
    }

    /// <summary>
    /// The instant is so long after the firing that came before it; firings are recorded once each, whatever is killed. A process that
    /// starts behind that firing goes on from the instant before, after a start-up of its own.
    /// </summary>
    static Func<TimeSpan, bool> Due(StepsLog steps, TimeSpan before, TimeSpan instant)
    {
        var firings = Undisturbed.Run.Firings.Where(firing => firing <= instant).ToList();
        var last = firings.LastOrDefault();
        var wait = steps.Count(DurableStep.job_run_recorded) < firings.Count ? instant - last : Undisturbed.Run.StartUp + (instant - (before > last ? before : last));
        TimeSpan? fired = null;
        return lived =>
        {
            if (fired is null && steps.Count(DurableStep.job_run_recorded) >= firings.Count) fired = lived;
            return lived - fired >= wait;
        };
    }
}

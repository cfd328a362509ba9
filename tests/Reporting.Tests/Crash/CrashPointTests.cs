using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Crash;

/// <summary>
/// The process is killed at durable steps, at one after the other on the way to one end; each start goes on from where the one before was
/// killed. All must end in the same warehouse, nothing lost, nothing twice.
/// </summary>
static class CrashPoint
{
    const int Killed = 128 + 9;

    /// <param name="begin">A start from nothing, or from a warehouse that has been entered already.</param>
    /// <param name="stops">For each process the step that it is killed at, and at which passing in its own life.</param>
    public static void StopsEndInTheSame(Action<RunningProgram> begin, IEnumerable<(DurableStep Step, int Passing)> stops)
    {
        using var program = new RunningProgram();
        begin(program);
        Played.Hurry(program);
        foreach (var (step, passing) in stops)
        {
            program.Environment["REPORTING_CRASH_AT"] = $"{step}:{passing}";
            Assert.True(program.Run(Played.Verb).ExitCode == Killed, $"it was not killed at {step}:{passing}");
        }
        Played.EndsInTheSame(program);
    }
}

/// <summary>From the start of the program to what a file's sender is told: killed at each step, and the next process at the same step again.</summary>
public class CrashWhileTakingTests
{
    public const DurableStep Last = DurableStep.notice_marked;

    [Fact]
    public void Every_step_is_passed() => Assert.Equal(Enum.GetValues<DurableStep>(), Undisturbed.Run.Passings.Keys.Order());

    [Fact]
    public void Two_stops_at_each_durable_step_end_in_the_same() => CrashPoint.StopsEndInTheSame(_ => { },
        Enum.GetValues<DurableStep>().Where(step => step <= Last).SelectMany(step => Enumerable.Repeat((step, 1), Math.Min(Undisturbed.Run.Passings[step], 2))));
}

/// <summary>From the first edition to the end of the last run, with later passings of what comes before: a class of its own, so that two processors share the work.</summary>
public class CrashWhileIssuingTests
{
    static readonly IReadOnlyList<(DurableStep Step, int Passing)> Stops =
    [
        (DurableStep.job_run_finished, 1),
        (DurableStep.edition_archived, 1), (DurableStep.edition_archived, 1), (DurableStep.edition_recorded, 1), (DurableStep.edition_exported, 1), // of January
        (DurableStep.take_moved, 2), (DurableStep.file_marked, 2), (DurableStep.load_committed, 2),
        (DurableStep.edition_recorded, 1), (DurableStep.edition_exported, 1), // of February
        (DurableStep.answer_written, 2), (DurableStep.job_run_finished, 1),
        (DurableStep.edition_archived, 1), (DurableStep.job_run_finished, 1), // of March
    ];

    [Fact]
    public void Stops_on_the_way_to_three_editions_end_in_the_same() => CrashPoint.StopsEndInTheSame(Played.Begin, Stops);

    [Fact]
    public void Each_step_of_issuing_is_stopped_at_twice_or_more() =>
        Assert.All(Enum.GetValues<DurableStep>().Where(step => step > CrashWhileTakingTests.Last), step => Assert.InRange(Stops.Count(stop => stop.Step == step), 2, 9));
}

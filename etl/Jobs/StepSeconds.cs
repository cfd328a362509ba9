using System.Diagnostics;

namespace Reporting.Etl.Jobs;

/// <summary>The steps of a pull whose time is told.</summary>
public enum PullStep { receive, read, check, load, answer }

/// <summary>How long each step of a pull has taken, in seconds of the machine's own clock, whatever time the office is told.</summary>
public sealed class StepSeconds
{
    readonly double[] seconds = new double[Enum.GetValues<PullStep>().Length];

    public IReadOnlyDictionary<PullStep, double> BySteps => Enum.GetValues<PullStep>().ToDictionary(step => step, step => Math.Round(seconds[(int)step], 3));

    public T Of<T>(PullStep step, Func<T> work)
    {
        var began = Stopwatch.GetTimestamp();
        try { return work(); }
        finally { seconds[(int)step] += Stopwatch.GetElapsedTime(began).TotalSeconds; }
    }
}

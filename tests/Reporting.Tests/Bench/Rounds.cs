using System.Diagnostics;
using System.Globalization;

namespace Reporting.Tests.Bench;

/// <summary>Several ways of doing one thing, in turn, so that what slows the machine down slows all of them.</summary>
static class Rounds
{
    const int Warm = 3, Counted = 9;

    /// <returns>For each way the median of its rounds and the bytes it allocated in one.</returns>
    public static IReadOnlyList<(string Name, double Milliseconds, long Bytes)> Of(params (string Name, Action Work)[] ways) => Of(Warm, Counted, ways);

    /// <param name="warm">Rounds that do not count, before <paramref name="counted"/> that do.</param>
    public static IReadOnlyList<(string Name, double Milliseconds, long Bytes)> Of(int warm, int counted, params (string Name, Action Work)[] ways)
    {
        var times = ways.ToDictionary(way => way.Name, _ => new List<double>());
        var bytes = new Dictionary<string, long>();
        for (var round = 0; round < warm + counted; round++)
            foreach (var (name, work) in ways)
            {
                GC.Collect();
                var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
                work();
                bytes[name] = GC.GetAllocatedBytesForCurrentThread() - before;
                if (round >= warm) times[name].Add(clock.Elapsed.TotalMilliseconds);
            }
        return [.. ways.Select(way => (way.Name, times[way.Name].Order().ElementAt(counted / 2), bytes[way.Name]))];
    }

    public static string Text(double number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);
}

using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>
/// Looks, before a pull and while it lasts, whether something waits too long for its verdict, and carries the word to operations at once: a pull
/// that hangs, or reads for hours, keeps back its own notices and the next pull.
/// </summary>
sealed class LateVerdicts(OpenWarehouse warehouse, TimeSpan after, TimeProvider clock, Action<IReadOnlyList<Notice>> copyNotices, ReadLimits? limits)
{
    /// <returns>One line for each that waits too long now.</returns>
    public IReadOnlyList<string> Tell()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var late = UnansweredSubmissions.Tell(warehouse, after, now);
        if (late.Count > 0) CarryNotices.Run(warehouse, copyNotices, now, limits);
        return late;
    }

    /// <summary>Tells again and again until it is stopped.</summary>
    public async Task Watch(TimeSpan every, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // A pull that hangs does so by the machine's time, whatever time the office plays.
            await Task.Delay(every, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try { if (!stop.IsCancellationRequested) Tell(); }
            catch (Exception wrong) when (wrong is not OutOfMemoryException) { } // the pull itself meets what is wrong with the stores; a busy one is asked again
        }
    }
}

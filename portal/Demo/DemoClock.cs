using Reporting.Warehouse;

namespace Reporting.Portal.Demo;

/// <summary>
/// The demo's time: it stands where it was set. Whoever waits on it is let go at once and finds that the time has passed, so a year runs
/// through in seconds by the very code that serves the office. Only ever moves forward.
/// </summary>
sealed class DemoClock(DateTime start) : TimeProvider
{
    DateTime now = start;

    public override DateTimeOffset GetUtcNow() => new(DateTime.SpecifyKind(now, DateTimeKind.Utc));

    public void MoveTo(DateTime utc)
    {
        if (utc > now) now = utc;
    }

    /// <summary>A clock time of a day in Shanghai.</summary>
    public static DateTime At(DateOnly day, int hour, int minute = 0) => ShanghaiTime.ToUtc(day.ToDateTime(new(hour, minute)));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            MoveTo(now + dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }
        return new Spent();
    }

    sealed class Spent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;
        public void Dispose() { }
        public ValueTask DisposeAsync() => default;
    }
}

namespace Reporting.Tests.Jobs;

/// <summary>A clock with timers that the test moves on; what waits by it wakes when its time has come, never by the machine's clock.</summary>
sealed class SteppedClock(DateTimeOffset now) : TimeProvider
{
    readonly Lock held = new();
    readonly List<Waiting> waiting = [];
    DateTimeOffset now = now;
    TimeSpan run; // only grows, as the machine's own counter does when the wall clock is set back

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() { lock (held) return now; }

    public override long GetTimestamp() { lock (held) return run.Ticks; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Somebody waits: for a test that must not move the clock before the work has come to its wait.</summary>
    public bool IsWaitedFor { get { lock (held) return waiting.Any(timer => timer.Due is not null); } }

    public void MoveOn(TimeSpan span)
    {
        lock (held) (now, run) = (now + span, run + span);
        foreach (var timer in Due()) timer.Ring();
    }

    /// <summary>The wall clock alone is set to another time.</summary>
    public void Set(DateTimeOffset wall) { lock (held) now = wall; }

    List<Waiting> Due() { lock (held) return [.. waiting.Where(timer => timer.Due <= run)]; }

    sealed class Waiting(SteppedClock clock, Action callback) : ITimer
    {
        TimeSpan period;

        public TimeSpan? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            lock (clock.held)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.run + dueTime;
                if (!clock.waiting.Contains(this)) clock.waiting.Add(this);
            }
            if (dueTime == TimeSpan.Zero) Ring();
            return true;
        }

        public void Ring()
        {
            lock (clock.held) Due = period > TimeSpan.Zero ? clock.run + period : null;
            ThreadPool.QueueUserWorkItem(_ => callback());
        }

        public void Dispose() { lock (clock.held) clock.waiting.Remove(this); }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

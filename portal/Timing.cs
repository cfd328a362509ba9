namespace Reporting.Portal;

/// <summary>
/// When a job fires: a <see cref="Cron"/> or a <see cref="WorkingDayRule"/>, in a time zone. Ours and not an engine's, because "was a firing
/// missed?" must be answered alike on both engines, and with none running.
/// </summary>
/// <remarks>A local time that the clock skips fires right after the gap; one that it repeats fires the first time.</remarks>
public abstract class Timing(string text, TimeZoneInfo zone)
{
    /// <summary>As jobs.json writes it, with single spaces.</summary>
    public string Text { get; } = text;

    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>How often an engine looks whether it is time: for a cron at its firings, for a working day every day at its hour.</summary>
    public abstract Cron Looks { get; }

    /// <summary>The first firing after the moment; null only past the calendar's end.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) => FirstAfter(after);

    protected abstract DateTimeOffset? FirstAfter(DateTimeOffset moment);

    /// <summary>Whether the firing may still move: the holidays of its year are not published.</summary>
    public virtual bool IsProvisional(DateTimeOffset firing) => false;

    /// <summary>The last firing after <paramref name="after"/> and not after <paramref name="until"/>; null where there is none.</summary>
    public DateTimeOffset? Latest(DateTimeOffset after, DateTimeOffset until)
    {
        foreach (var back in new[] { TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(32), until - after })
        {
            var from = until - back > after ? until - back : after;
            DateTimeOffset? latest = null;
            for (var next = Next(from); next <= until; next = Next(next.Value)) latest = next;
            if (latest is not null) return latest;
        }
        return null;
    }

    protected DateTimeOffset Instant(DateTime local)
    {
        while (Zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

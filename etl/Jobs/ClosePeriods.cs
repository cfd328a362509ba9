using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>A form's period that is locked by the calendar.</summary>
/// <param name="LockOn">The day on which it was to be locked; earlier than the run where that was put off.</param>
/// <param name="IsOld">That day is so long ago that units are told nothing of it.</param>
public sealed record ClosedPeriod(Form Form, Period Period, DateOnly LockOn, bool IsOld, IReadOnlyList<SubmissionDue> Dues);

/// <summary>What one run locked, and who was told that something is still missing.</summary>
/// <param name="Ended">Units for which an opening is over and nothing has come.</param>
public sealed record Closed(District District, IReadOnlyList<ClosedPeriod> Periods, IReadOnlyList<OwedSheet> Missing, IReadOnlyList<(OwedSheet Sheet, DateOnly Until)> Ended);

/// <summary>
/// 锁定: locks the periods of a district whose day has come, in one load, and tells who still misses. What is locked is locked once;
/// a second run finds nothing to do. An opening that is over needs no lock of its own, only somebody who says so.
/// </summary>
public static class ClosePeriods
{
    /// <summary>Periods that were to be locked longer ago (as when the job is set up on an old store) are locked without a word to their units.</summary>
    const int TellWithinWorkingDays = 10;

    public static Closed Run(OpenWarehouse warehouse, District district, DateOnly today, DateTime now)
    {
        // What is settled meanwhile would have been judged by the lock as it was.
        using var settling = warehouse.Settling.EnterScope();
        var catalog = warehouse.Definitions.Current;
        var locks = warehouse.Reviews.Locks(district.Code, long.MaxValue - 1);
        var since = catalog.WorkingDays.Before(today, TellWithinWorkingDays);
        var periods = Due(warehouse, catalog, locks, district, since, today);

        var missing = OwedSheets.Of(warehouse, district.Code, [.. periods.Where(period => !period.IsOld).SelectMany(period => period.Dues).Where(due => !IsExtended(catalog, due, today))], now)
            .Where(sheet => !sheet.IsFulfilled).ToList();
        var ended = EndedOpenings.Of(warehouse, catalog, locks, district, since, today, now);

        var decisions = periods.Select(period => Decision(catalog, period, now)).ToList();
        var notices = new CloseNotices(catalog, district, today, now).Of(periods, missing, ended);
        if (decisions.Count > 0) warehouse.Reviews.Lock([.. decisions, .. decisions.SelectMany(decision => LockPeriod.Standing(locks, catalog, decision, today))], [], notices, now);
        else warehouse.Outbox.Announce(notices);
        return new(district, periods, missing, ended);
    }

    /// <summary>The day on which the calendar locks what is due: so many working days after the due date as the form says it, whatever was put off since; null where it does not.</summary>
    public static DateOnly? LockDay(Catalog catalog, SubmissionDue due, LatePolicy late) => late is { After: not AfterLock.accept, LockWorkingDays: { } days }
        ? catalog.WorkingDays.After(Usual(catalog, due), days) : null;

    // The period is locked as a whole, once the last of its units is due for it; while all of them have been given more time it waits.
    static List<ClosedPeriod> Due(OpenWarehouse warehouse, Catalog catalog, IReadOnlyList<PeriodLock> locks, District district, DateOnly since, DateOnly today)
    {
        var dues = warehouse.Reminders.Dues(district.Code, DateOnly.MinValue, DateOnly.MaxValue, warehouse.Marts.LastLoad()?.LoadId ?? 0).Where(due => due.PeriodEnd < today);
        var closed = from due in dues
                     group due by (due.Form, due.PeriodStart) into owed
                     where LockPeriod.IsBeforeLock(locks, owed.Key.Form, owed.Key.PeriodStart, null)
                     let form = catalog.Form(owed.Key.Form, owed.Key.PeriodStart)
                     where form is not null
                     let late = DeadlinePolicy.LateOf(catalog, form)
                     let lockOn = owed.Max(due => LockDay(catalog, due, late))
                     where lockOn <= today && !owed.All(due => IsExtended(catalog, due, today))
                     select new ClosedPeriod(form, owed.First().Period, lockOn.Value, lockOn < since, [.. owed]);
        return [.. closed.OrderBy(period => period.LockOn).ThenBy(period => period.Form.Id, StringComparer.Ordinal).ThenBy(period => period.Period.Start)];
    }

    static PeriodLock Decision(Catalog catalog, ClosedPeriod period, DateTime now) =>
        new(period.Form.District, period.Form.Id, period.Period.Start, null, null,
            $"截止日后第 {DeadlinePolicy.LateOf(catalog, period.Form).LockWorkingDays} 个工作日（{period.LockOn:yyyy-MM-dd}）已到，按期锁定", Login.OfSystem, now, 0);

    static bool IsExtended(Catalog catalog, SubmissionDue due, DateOnly today) => catalog.ExtendedTo(due.Form, due.OrgUnit, due.PeriodStart) >= today;

    static DateOnly Usual(Catalog catalog, SubmissionDue due) => catalog.Form(due.Form, due.PeriodStart) is { } form && catalog.OrgUnit(due.OrgUnit, due.PeriodEnd) is { } unit
        ? Dues.UsualDueOn(catalog, form, unit, due.Period) ?? due.DueDate : due.DueDate;
}

using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>What one run told, or would have.</summary>
public sealed record Reminded(District District, bool IsWorkingDay, IReadOnlyList<Reminder> Reminders, IReadOnlyList<Notice> Notices);

/// <summary>催报: tells units, and then the district's leader, of what is due and has not come. Told twice a day it says nothing twice.</summary>
public static class RemindMissing
{
    /// <param name="today">The day that it speaks of; what has come is asked as of <paramref name="now"/>.</param>
    /// <param name="dryRun">Tells what would be said and writes nothing.</param>
    public static Reminded Run(OpenWarehouse warehouse, District district, DateOnly today, DateTime now, bool dryRun = false)
    {
        // A sheet that is being settled is not to be asked for; and two runs at once would not see each other's log.
        using var settling = warehouse.Settling.EnterScope();
        var catalog = warehouse.Definitions.Current;
        if (!catalog.WorkingDays.IsWorked(today)) return new(district, false, [], []);

        var (from, to) = ReminderRungs.Window(catalog, district.Code, today);
        var known = warehouse.Marts.LastLoad()?.LoadId ?? 0;
        var log = warehouse.Reminders.Log(district.Code, from, to, long.MaxValue - 1);
        var calls = ReminderRungs.Of(Open(warehouse, catalog, OwedSheets.Of(warehouse, district.Code, warehouse.Reminders.Dues(district.Code, from, to, known), now), today), log, catalog, today);

        var told = Told(calls, new(catalog, district, log, OwedSheets.Unplaced(warehouse, district.Code, now.AddMonths(-2)), today, now));
        if (!dryRun) warehouse.Reminders.Tell(told.Reminders, told.Notices);
        return told;
    }

    /// <summary>What is locked is asked for no more: whoever still misses then was told so by the lock.</summary>
    static IEnumerable<OwedSheet> Open(OpenWarehouse warehouse, Catalog catalog, IReadOnlyList<OwedSheet> sheets, DateOnly today)
    {
        if (sheets.Count == 0) return [];
        var locks = warehouse.Reviews.Locks(sheets[0].Due.District, long.MaxValue - 1);
        return sheets.Where(sheet => sheet.Due is var due && catalog.Form(due.Form, due.PeriodStart) is { } form && catalog.OrgUnit(due.OrgUnit) is { } unit
            && !PeriodLock.IsLocked(locks, form, unit, due.Period, today));
    }

    static Reminded Told(IReadOnlyList<DueCall> calls, ReminderNotices words)
    {
        var units = calls.Where(call => call.Told == ReminderReader.unit).GroupBy(call => OwedSheets.Addressee(words.Catalog, call.Sheet.Due.OrgUnit, words.Today))
            .Select(unit => (Notice: words.ToUnit(unit.Key, [.. unit]), Calls: unit.ToList(), Addressee: (string?)unit.Key));
        var leader = calls.Where(call => call.Told == ReminderReader.leader).ToList();
        var all = units.Concat(leader.Count == 0 ? [] : [(words.ToLeader(leader), leader, null)]).ToList();
        return new(words.District, true, [.. all.SelectMany(one => one.Calls.Select(call => Row(call, one.Addressee, one.Notice, words)))], [.. all.Select(one => one.Notice)]);
    }

    static Reminder Row(DueCall call, string? addressee, Notice notice, ReminderNotices words)
    {
        var (due, state, sheet) = call.Sheet;
        return new(due.District, due.OrgUnit, due.Form, due.PeriodKind, due.PeriodStart, due.PeriodEnd, due.DueDate, call.Rung, call.Told, addressee, state, sheet?.Receipt, notice.NoticeKey, words.Today, words.Now, 0);
    }
}

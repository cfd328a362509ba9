using Reporting.Etl.Intake;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>锁定, 开放 and 延期: decides about a form's period, and after an opening settles what the lock held up.</summary>
public static class LockPeriod
{
    /// <summary>An opening before any lock puts the due date off; one after it lets sheets in for some days, and they stay late.</summary>
    public static Load Run(OpenWarehouse warehouse, PeriodLock decision, Form form, Period period, ReadLimits limits, DateTime now)
    {
        // What is settled meanwhile would have been judged by the lock as it was.
        using var settling = warehouse.Settling.EnterScope();
        var catalog = warehouse.Definitions.Current;
        var (locks, opened) = (warehouse.Reviews.Locks(decision.District, long.MaxValue - 1), decision.OpenUntil is not null);
        var putOff = opened && IsBeforeLock(locks, form.Id, period.Start, decision.OrgUnit);
        var owing = Owing(catalog, decision, form, period);
        var load = warehouse.Reviews.Lock(
            opened ? [decision] : [decision, .. Standing(locks, catalog, decision, ShanghaiTime.DateOf(now))],
            putOff ? [.. owing.Select(due => Moved(catalog, due, form, decision.OpenUntil!.Value)).OfType<SubmissionDue>()] : [],
            !opened ? [] : [.. Told(owing, decision).Select(unit => putOff ? Announcements.OfExtension(decision, unit, form.Name, period) : Announcements.OfOpening(decision, unit, form.Name, period))], now);
        warehouse.Definitions.Refresh();
        if (opened) SettleSubmissions.Unsettled(warehouse, now, decision.DecidedBy, limits);
        return load;
    }

    /// <summary>Whether nothing has been locked of a form's period for a unit, or for all where none is named.</summary>
    public static bool IsBeforeLock(IEnumerable<PeriodLock> locks, string form, DateOnly periodStart, string? unit) =>
        !locks.Any(each => each.OpenUntil is null && each.SpeaksOf(form, periodStart, unit));

    /// <summary>
    /// 延期 that a first lock leaves standing: it was promised before, so that the lock begins for those units when their last day is over.
    /// </summary>
    internal static IEnumerable<PeriodLock> Standing(IReadOnlyList<PeriodLock> locks, Catalog catalog, PeriodLock locking, DateOnly today) =>
        !IsBeforeLock(locks, locking.Form, locking.PeriodStart, null) ? []
        : locks.Where(each => each.OpenUntil >= today && (each.Form, each.PeriodStart) == (locking.Form, locking.PeriodStart)
                && (each.OrgUnit is null || catalog.ExtendedTo(each.Form, each.OrgUnit, each.PeriodStart) == each.OpenUntil))
            .GroupBy(each => each.OrgUnit).Select(given => given.Last() with { DecidedAt = locking.DecidedAt });

    static SubmissionDue? Moved(Catalog catalog, SubmissionDue due, Form form, DateOnly until) =>
        catalog.OrgUnit(due.OrgUnit, due.PeriodEnd) is { } unit && Dues.UsualDueOn(catalog, form, unit, due.Period) is { } usual && usual < until && due.DueDate != until
            ? Dues.PutOff(due, until) : null;

    static List<SubmissionDue> Owing(Catalog catalog, PeriodLock decision, Form form, Period period) =>
        [.. Dues.Of(catalog, decision.District, period.Start, period.Start).Where(due => due.Form == form.Id && due.PeriodEnd == period.End && (decision.OrgUnit is null || due.OrgUnit == decision.OrgUnit))];

    /// <summary>The unit for which it is opened; where that is all of them, each that owes the form for the period.</summary>
    static IEnumerable<string> Told(IReadOnlyList<SubmissionDue> owing, PeriodLock decision) =>
        decision.OrgUnit is { } one ? [one] : owing.Select(due => due.OrgUnit).Distinct();
}

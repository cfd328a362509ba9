using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>Openings of locked periods whose last day is over while the sheet they were given for has not come: the lock stands again, and nobody would say so.</summary>
static class EndedOpenings
{
    /// <param name="since">Openings that ended before this day are left alone.</param>
    public static IReadOnlyList<(OwedSheet Sheet, DateOnly Until)> Of(
        OpenWarehouse warehouse, Catalog catalog, IReadOnlyList<PeriodLock> locks, District district, DateOnly since, DateOnly today, DateTime now)
    {
        var over = locks.Where(each => each.OpenUntil < today && each.OpenUntil >= since).ToList();
        if (over.Count == 0) return [];
        var said = warehouse.Outbox.Keys(district.Code, CloseNotices.Kind);
        var dues = over.SelectMany(each => Dues.Of(catalog, district.Code, each.PeriodStart, each.PeriodStart).Where(due => each.SpeaksOf(due.Form, due.PeriodStart, due.OrgUnit)))
            .Distinct().Where(due => Until(locks, catalog, due, today) is { } until && until >= since && !said.Contains(CloseNotices.KeyOfEnded(due, until))).ToList();
        return [.. OwedSheets.Of(warehouse, district.Code, dues, now).Where(sheet => !sheet.IsFulfilled).Select(sheet => (sheet, Until(locks, catalog, sheet.Due, today)!.Value))];
    }

    // Null while it is open, was never locked, or was locked again by hand since.
    static DateOnly? Until(IReadOnlyList<PeriodLock> locks, Catalog catalog, SubmissionDue due, DateOnly today) =>
        catalog.Form(due.Form, due.PeriodStart) is { } form && catalog.OrgUnit(due.OrgUnit, due.PeriodEnd) is { } unit && PeriodLock.IsLocked(locks, form, unit, due.Period, today)
            ? locks.Last(each => each.SpeaksOf(due.Form, due.PeriodStart, due.OrgUnit)).OpenUntil : null;
}

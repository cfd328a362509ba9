using Reporting.Etl.Intake;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>锁定 and 开放: decides about a form's period, and after an opening settles what the lock held up.</summary>
public static class LockPeriod
{
    public static Load Run(OpenWarehouse warehouse, PeriodLock decision, Form form, Period period, ReadLimits limits, DateTime now)
    {
        // What is settled meanwhile would have been judged by the lock as it was.
        using var settling = warehouse.Settling.EnterScope();
        var opened = decision.OpenUntil is not null;
        var load = warehouse.Reviews.Lock(decision, opened ? [.. Told(warehouse.Definitions.Current, decision, form, period).Select(unit => Announcements.OfOpening(decision, unit, form.Name, period))] : [], now);
        if (opened) SettleSubmissions.Unsettled(warehouse, now, decision.DecidedBy, limits);
        return load;
    }

    /// <summary>The unit for which it is opened; where that is all of them, each that owes the form for the period.</summary>
    static IEnumerable<string> Told(Catalog catalog, PeriodLock decision, Form form, Period period) => decision.OrgUnit is { } one ? [one]
        : Dues.Of(catalog, decision.District, period.Start, period.Start).Where(due => due.Form == form.Id && due.PeriodEnd == period.End).Select(due => due.OrgUnit).Distinct();
}

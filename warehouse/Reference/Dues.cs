using System.Globalization;

namespace Reporting.Warehouse.Reference;

/// <summary>应报: which unit owes which form for which period, and until when.</summary>
public static class Dues
{
    /// <summary>
    /// What is owed for the periods that start from–to, both included, ordered by period, form and unit. An obligation counts for the
    /// periods that start while it stands; a unit owes when it is valid at the period's end, so of a merger in mid-period the successor owes.
    /// </summary>
    public static IReadOnlyList<SubmissionDue> Of(Catalog catalog, string district, DateOnly from, DateOnly to)
    {
        var dues =
            from form in catalog.Forms
            where form.District == district
            from period in Periods(catalog, form, @from, to)
            where form.AppliesTo(period.Start)
            from obligation in form.Obligations
            where obligation.From <= period.Start && (obligation.To is null || period.Start <= obligation.To)
            from unit in catalog.OrgUnits
            where unit.District == district && unit.Role == obligation.Role && unit.IsValidOn(period.End)
            select Due(catalog, unit, form, period, obligation);
        return [.. dues.OrderBy(due => due.PeriodStart).ThenBy(due => due.Form, StringComparer.Ordinal).ThenBy(due => due.OrgUnit, StringComparer.Ordinal)];
    }

    /// <summary>The last day on time of one unit's form and period, put off where somebody has; null where it is not owed.</summary>
    public static DateOnly? DueOn(Catalog catalog, Form form, OrgUnit unit, Period period) => UsualDueOn(catalog, form, unit, period) is { } usual
        ? PutOff(catalog, form, unit, period, usual) ?? usual : null;

    /// <summary>The same as the form says it, whatever was put off.</summary>
    public static DateOnly? UsualDueOn(Catalog catalog, Form form, OrgUnit unit, Period period) => form.Period == period.Kind
        && form.Obligations.FirstOrDefault(duty => duty.Role == unit.Role && duty.From <= period.Start && (duty.To is null || period.Start <= duty.To)) is { } obligation
        ? catalog.WorkingDays.After(period.End, obligation.DueWorkingDay) : null;

    static SubmissionDue Due(Catalog catalog, OrgUnit unit, Form form, Period period, Obligation obligation)
    {
        var days = catalog.WorkingDays;
        var due = days.After(period.End, obligation.DueWorkingDay);
        var provisional = days.IsProvisional(period.End.AddDays(1)) || days.IsProvisional(due);
        var given = new SubmissionDue(unit.District, unit.Code, form.Id, period.Kind, period.Start, period.End, due, provisional);
        return PutOff(catalog, form, unit, period, due) is { } until ? PutOff(given, until) : given;
    }

    /// <summary>A due after 延期: the day is one that somebody has named, no calendar can move it any more.</summary>
    public static SubmissionDue PutOff(SubmissionDue due, DateOnly until) => due with { DueDate = until, Provisional = false };

    static DateOnly? PutOff(Catalog catalog, Form form, OrgUnit unit, Period period, DateOnly usual) =>
        catalog.ExtendedTo(form.Id, unit.Code, period.Start) is { } until && until > usual ? until : null;

    static IEnumerable<Period> Periods(Catalog catalog, Form form, DateOnly from, DateOnly to)
    {
        if (form.Period == PeriodKind.plan)
            return catalog.Plans.Where(plan => plan.District == form.District).Select(plan => Period.Plan(plan.FirstYear, plan.LastYear)).Distinct()
                .Where(period => from <= period.Start && period.Start <= to);
        return Following(form.Period, from).SkipWhile(period => period.Start < from).TakeWhile(period => period.Start <= to);
    }

    // From the period that holds the day on; a week begins on Monday.
    static IEnumerable<Period> Following(PeriodKind kind, DateOnly day)
    {
        var noon = day.ToDateTime(default);
        var first = kind == PeriodKind.week ? Period.Week(ISOWeek.GetYear(noon), ISOWeek.GetWeekOfYear(noon)) : Period.Of(kind, day);
        for (var period = first; ; period = period.Next()) yield return period;
    }
}

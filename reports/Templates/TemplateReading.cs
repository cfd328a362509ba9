using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Templates;

/// <summary>Reads what empty forms show.</summary>
public static class TemplateReading
{
    public static TemplateContent Read(OpenWarehouse warehouse, Form form, OrgUnit unit, Period period)
    {
        var duty = DutyOf(form, unit, period);
        var held = warehouse.Submissions.Held(new(unit.District, [unit.Code], new(period.Start.Year - 1, 1, 1), period.End));
        DateOnly? due = duty is null ? null : warehouse.Definitions.Current.WorkingDays.After(period.End, duty.DueWorkingDay);
        return new(form, unit, period, duty, due, held, warehouse.Marts.LastLoad()?.CommittedAt ?? default);
    }

    /// <summary>Every form of its district that a unit owes for a period, in the order of their numbers.</summary>
    public static IReadOnlyList<Form> Owed(Catalog catalog, OrgUnit unit, Period period) =>
        [.. catalog.Forms.Where(form => IsFor(form, unit, period) && DutyOf(form, unit, period) is not null).OrderBy(form => form.Number, StringComparer.Ordinal)];

    /// <summary>Whether the unit reports the form for the period: it owes it, or it is the city, which sends a notice that nobody owes.</summary>
    public static bool Reports(Form form, OrgUnit unit, Period period) => IsFor(form, unit, period)
        && (DutyOf(form, unit, period) is not null || form.Obligations.Count == 0 && unit.Kind == OrgUnitKind.city);

    static bool IsFor(Form form, OrgUnit unit, Period period) =>
        form.District == unit.District && form.Period == period.Kind && form.AppliesTo(period.Start) && (unit.IsValidOn(period.Start) || unit.IsValidOn(period.End));

    static Obligation? DutyOf(Form form, OrgUnit unit, Period period) => form.Obligations.FirstOrDefault(duty =>
        duty.Role == unit.Role && duty.From <= period.Start && (duty.To is null || period.Start <= duty.To));
}

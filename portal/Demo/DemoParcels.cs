using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>All that a district's units owe in the demo's months, filled in truly and put into files.</summary>
static class DemoParcels
{
    // Here a township sends its monthly forms as one workbook, elsewhere as separate files.
    static readonly HashSet<string> OneWorkbook = [DemoProfiles.Songjiang];

    public static IReadOnlyList<DemoParcel> Of(Catalog catalog, string district, Period first, Period last, int seed) =>
    [
        .. Slots(catalog, district, first, last, seed)
            .GroupBy(slot => (slot.Unit.Code, slot.Truth.Period, Form: IsBundled(slot) ? "" : slot.Truth.Form.Id))
            .Select(file => new DemoParcel(file.Count() == 1 ? [.. file] : [.. file.Select(AsWorkbook)])),
    ];

    static IEnumerable<DemoSlot> Slots(Catalog catalog, string district, Period first, Period last, int seed)
    {
        var name = catalog.District(district)!.Name;
        var figures = new DemoFigures(catalog, district, seed);
        foreach (var form in catalog.Forms.Where(form => form.District == district))
        {
            var units = catalog.OrgUnits.Where(unit => unit.District == district && form.ObligationOf(unit.Role) is not null).DistinctBy(unit => unit.Code).ToArray();
            var layouts = DemoLayouts.Deal(form, name, units, seed);
            foreach (var period in Periods(catalog, form, first, last))
                foreach (var unit in units.Where(unit => unit.IsValidOn(period.End) && IsOwed(form, unit, period)))
                    yield return new(unit, form.ObligationOf(unit.Role)!, FilledForm.Truth(figures, form, unit, period), layouts[unit.Code].InMonth(unit, period, seed));
        }
    }

    /// <summary>Months within the span; whole years within it, and years that the city announces; plans that had ended before it.</summary>
    static IEnumerable<Period> Periods(Catalog catalog, Form form, Period first, Period last)
    {
        if (form.Period == PeriodKind.plan)
            return catalog.Plans.Where(plan => plan.District == form.District && plan.LastYear < first.Start.Year).Select(plan => Period.Plan(plan.FirstYear, plan.LastYear)).Distinct();
        var announced = form.Obligations.Any(obligation => obligation.Role == DemoNotices.Role);
        return From(Period.Of(form.Period, first.Start)).TakeWhile(period => (announced ? period.Start : period.End) <= last.End);
    }

    static IEnumerable<Period> From(Period first)
    {
        for (var period = first; ; period = period.Next()) yield return period;
    }

    static bool IsOwed(Form form, OrgUnit unit, Period period) => form.AppliesTo(period.Start)
        && form.ObligationOf(unit.Role) is { } obligation && obligation.From <= period.Start && (obligation.To is null || period.Start <= obligation.To);

    static bool IsBundled(DemoSlot slot) => OneWorkbook.Contains(slot.Unit.District) && slot.Unit.Measures == slot.Unit.Code && slot.Truth.Period.Kind == PeriodKind.month;

    static DemoSlot AsWorkbook(DemoSlot slot) => slot.Layout.IsCsv ? slot with { Layout = slot.Layout with { File = FileKind.excel } } : slot;
}

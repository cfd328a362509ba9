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
            var units = catalog.OrgUnits.Where(unit => unit.District == district && form.SentBy(unit) is not null).DistinctBy(unit => unit.Code).ToArray();
            var layouts = DemoLayouts.Deal(form, name, units, seed);
            foreach (var period in Periods(form, first, last))
                foreach (var unit in units.Where(unit => unit.IsValidOn(period.End) && IsOwed(form, unit, period)))
                    yield return new(unit, form.SentBy(unit)!, FilledForm.Truth(figures, form, unit, period), layouts[unit.Code].InMonth(unit, period, seed));
        }
    }

    /// <summary>Months within the span; whole years within it, and years that the city announces; the plan that had ended before it.</summary>
    static IEnumerable<Period> Periods(Form form, Period first, Period last)
    {
        if (form.Period == PeriodKind.plan)
            return [Period.Plan(first.Start.Year - 5, first.Start.Year - 1)];
        var announced = form.Obligations.Count == 0;
        return From(Period.Of(form.Period, first.Start)).TakeWhile(period => (announced ? period.Start : period.End) <= last.End);
    }

    static IEnumerable<Period> From(Period first)
    {
        for (var period = first; ; period = period.Next()) yield return period;
    }

    static bool IsOwed(Form form, OrgUnit unit, Period period) => form.AppliesTo(period.Start)
        && form.SentBy(unit) is { } obligation && obligation.From <= period.Start && (obligation.To is null || period.Start <= obligation.To);

    static bool IsBundled(DemoSlot slot) => OneWorkbook.Contains(slot.Unit.District) && slot.Unit.Measures == slot.Unit.Code && slot.Truth.Period.Kind == PeriodKind.month;

    static DemoSlot AsWorkbook(DemoSlot slot) => slot.Layout.IsCsv ? slot with { Layout = slot.Layout with { File = FileKind.excel } } : slot;
}

using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>
/// A year of sample submissions for one district: who sends what when, what is wrong with it, and what is true in the end.
/// Everything follows from catalog, district, year and seed.
/// </summary>
/// <param name="Events">In order of time.</param>
/// <param name="Truth">One for each unit, owed line and month.</param>
/// <param name="Manifest">The planted mistakes, in order of time.</param>
sealed record DemoPlan(IReadOnlyList<DemoEvent> Events, IReadOnlyList<DemoTruth> Truth, IReadOnlyList<PlantedMistake> Manifest)
{
    /// <summary>Plans all monthly forms of the district for the months of the year that they are owed for.</summary>
    public static DemoPlan Make(Catalog catalog, string district, int year, int seed)
    {
        var name = catalog.District(district)?.Name ?? throw new ArgumentException($"the district '{district}' is not defined", nameof(district));
        var slots = Slots(catalog, district, year, seed);
        var incidents = DemoIncidents.Deal(slots, seed);
        var sending = new DemoSending(name, new(catalog.WorkingDays), seed);
        var sent = slots.Select(slot => sending.Send(slot, incidents.GetValueOrDefault(slot))).ToArray();
        return new(
            [.. sent.SelectMany(each => each.Events).OrderBy(each => each.At).ThenBy(each => each.OrgUnit, StringComparer.Ordinal)],
            [.. slots.SelectMany(slot => TruthOf(district, slot))],
            [.. sent.Select(each => each.Planted).OfType<PlantedMistake>().OrderBy(each => each.At).ThenBy(each => each.OrgUnit, StringComparer.Ordinal)]);
    }

    /// <summary>All that is owed in the year, filled in truly.</summary>
    internal static IReadOnlyList<DemoSlot> Slots(Catalog catalog, string district, int year, int seed)
    {
        var name = catalog.District(district)!.Name;
        var figures = new DemoFigures(catalog, district, seed);
        var slots = new List<DemoSlot>();
        foreach (var form in catalog.Forms.Where(form => form.District == district && form.Period == PeriodKind.month))
        {
            var units = catalog.OrgUnits.Where(unit => unit.District == district && form.ObligationOf(unit.Role) is not null).DistinctBy(unit => unit.Code).ToArray();
            var layouts = DemoLayouts.Deal(form, name, units, seed);
            for (var month = Period.Month(year, 1); month.Start.Year == year; month = month.Next())
                foreach (var unit in units.Where(unit => unit.IsValidOn(month.Start) && IsOwed(form, unit, month)))
                    slots.Add(new(unit, form.ObligationOf(unit.Role)!, FilledForm.Truth(figures, form, unit, month), layouts[unit.Code].InMonth(unit, month, seed)));
        }
        return slots;
    }

    static bool IsOwed(Form form, OrgUnit unit, Period month) => form.AppliesTo(month.Start)
        && form.ObligationOf(unit.Role) is { } obligation && obligation.From <= month.Start && (obligation.To is null || month.Start <= obligation.To);

    static IEnumerable<DemoTruth> TruthOf(string district, DemoSlot slot) => slot.Truth.OwnLines.Select(line => new DemoTruth(
        district, slot.Unit.Measures, slot.Unit.Code, line.Element, line.Breakdown, slot.Truth.Period,
        slot.Truth.Value(line, slot.Truth.Form.MonthColumn()), slot.Truth.Value(line, slot.Truth.Form.YearToDateColumn())));
}

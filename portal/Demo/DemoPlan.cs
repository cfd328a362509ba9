using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>
/// Thirty months of sample submissions: who sends what when, what is wrong with it, and what is true in the end.
/// Everything follows from catalog, districts, months and seed.
/// </summary>
/// <param name="Events">In order of time.</param>
/// <param name="Truth">One for each owed cell that was reported in the end.</param>
/// <param name="Manifest">The planted mistakes, in order of time.</param>
sealed record DemoPlan(IReadOnlyList<DemoEvent> Events, IReadOnlyList<DemoTruth> Truth, IReadOnlyList<PlantedMistake> Manifest)
{
    /// <summary>Sheets of departments that count a few more than the units do, in order of time: no mistakes, but to be asked about.</summary>
    public IReadOnlyList<DemoEvent> Differences { get; init; } = [];

    public static readonly Period First = Period.Month(2021, 1), Last = Period.Month(2023, 6);

    /// <summary>Plans all forms of the districts for the periods that they are owed for within the demo's months.</summary>
    /// <param name="catalog">As it stands at the end: with the merger's dates in it.</param>
    public static DemoPlan Make(Catalog catalog, IReadOnlyList<string> districts, int seed)
    {
        var plans = districts.Select(district => Make(catalog, district, First, Last, seed)).ToArray();
        return new(
            [.. plans.SelectMany(plan => plan.Events).OrderBy(each => each.At).ThenBy(each => each.OrgUnit, StringComparer.Ordinal)],
            [.. plans.SelectMany(plan => plan.Truth)],
            [.. plans.SelectMany(plan => plan.Manifest).OrderBy(each => each.At).ThenBy(each => each.OrgUnit, StringComparer.Ordinal)])
        { Differences = [.. plans.SelectMany(plan => plan.Differences).OrderBy(each => each.At).ThenBy(each => each.OrgUnit, StringComparer.Ordinal)] };
    }

    public static DemoPlan Make(Catalog catalog, string district, Period first, Period last, int seed)
    {
        var name = catalog.District(district)?.Name ?? throw new ArgumentException($"the district '{district}' is not defined", nameof(district));
        var parcels = DemoParcels.Of(catalog, district, first, last, seed);
        var incidents = DemoIncidents.Deal(parcels, seed);
        var sending = new DemoSending(name, new(catalog.WorkingDays), seed);
        var sent = parcels.Select(parcel => sending.Send(parcel, incidents.GetValueOrDefault(parcel))).ToArray();
        return new(
            [.. sent.SelectMany(each => each.Events).OrderBy(each => each.At).ThenBy(each => each.OrgUnit, StringComparer.Ordinal)],
            [.. parcels.Where(parcel => incidents.GetValueOrDefault(parcel)?.Kind != IncidentKind.missing).SelectMany(parcel => parcel.Slots).SelectMany(TruthOf)],
            [.. sent.Select(each => each.Planted).OfType<PlantedMistake>().OrderBy(each => each.At).ThenBy(each => each.OrgUnit, StringComparer.Ordinal)])
        { Differences = [.. parcels.Zip(sent).Where(each => each.First.Slots.Any(slot => slot.Truth.MoreThanUnits.Count > 0)).SelectMany(each => each.Second.Events)] };
    }

    static IEnumerable<DemoTruth> TruthOf(DemoSlot slot) =>
        from line in slot.Truth.OwnLines
        from column in slot.Truth.Form.Columns
        where !column.IsQuoted
        let value = slot.Truth.Value(line, column)
        where value is not null
        select new DemoTruth(slot.Unit.District, slot.Unit.Measures, slot.Unit.Code, slot.Truth.Form.Id, slot.Truth.Period, line.Element, line.Breakdown,
            column.PeriodOn(slot.Truth.Period), column.Basis, value.Value);
}

using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Rules;

/// <summary>What the units of a district state of a figure that a department states of the whole district.</summary>
/// <param name="ofUnits">Current observations of the district's units; those of other elements and periods may be among them.</param>
public sealed class UnitSums(Catalog catalog, IReadOnlyList<Observation> ofUnits)
{
    readonly Held held = new(ofUnits);

    /// <summary>
    /// The sum over the units that count and owe the figure. Null where the district's figure is no such sum (it may hold what belongs to
    /// no unit: 区本级), where nobody owes it, or while one of them has none.
    /// </summary>
    public UnitSum? Of(OrgUnit reporter, FormLine line, Basis basis, Period period)
    {
        if (catalog.Element(line.Element, period.Start) is not { Rollup: Rollup.sum }) return null;
        var units = Owing(reporter.Measures, line, basis, period);
        decimal? sum = 0;
        foreach (var unit in units) sum += held.Value(unit, line, basis, period);
        return units.Count == 0 || sum is null ? null : new(sum.Value, units.Count);
    }

    List<OrgUnit> Owing(string district, FormLine line, Basis basis, Period period)
    {
        var owed =
            from form in catalog.Forms
            where form.District == district && form.Period == period.Kind && form.AppliesTo(period.Start)
            from own in form.Lines
            where own.Element == line.Element && own.Breakdown == line.Breakdown
                && form.Columns.Any(column => column.Basis == basis && !column.IsQuoted && !column.HasOwnPeriod && own.Fills(column.Id))
            from obligation in form.Obligations
            where obligation.From <= period.Start && !(obligation.To < period.Start) && obligation.Owes(own.Number)
            from unit in catalog.OrgUnits
            where unit.District == district && unit.Role == obligation.Role && unit.Counts && unit.Measures == unit.Code && unit.IsValidOn(period.End)
            select unit;
        return [.. owed.DistinctBy(unit => unit.Code)];
    }
}

/// <param name="Units">How many units it adds up.</param>
public sealed record UnitSum(decimal Value, int Units);

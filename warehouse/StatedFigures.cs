using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>
/// The exact figures that units stand by, out of what is held of them: what the rules hold a sheet against is what a template brings along.
/// </summary>
public sealed class StatedFigures
{
    readonly Dictionary<Key, decimal> values = [];

    public StatedFigures(IEnumerable<Observation> observations)
    {
        // Where a unit's own figure is held in both roles, the one that counts comes last and stays.
        foreach (var held in observations.OrderByDescending(held => held.Role).ThenBy(held => held.LoadId))
            if (held is { State: ValueState.reported, Value: { } value, Bound: Bound.exact })
                values[new(held.Reporter, held.OrgUnit, held.Element, held.Breakdown, held.Basis, held.PeriodKind, held.PeriodStart)] = value;
    }

    /// <summary>What the reporter states of what it measures; null where nothing is held, or only a blank, a — or an approximate figure.</summary>
    public decimal? Of(OrgUnit reporter, FormLine line, Basis basis, Period period) =>
        values.TryGetValue(new(reporter.Code, reporter.Measures, line.Element, line.Breakdown, basis, period.Kind, period.Start), out var value) ? value : null;

    readonly record struct Key(
        string Reporter, string OrgUnit, string Element, string Breakdown, Basis Basis, PeriodKind PeriodKind, DateOnly PeriodStart);
}

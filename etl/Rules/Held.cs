using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Rules;

/// <summary>
/// What is held of the reporting unit: current observations of this year's earlier periods, of last year's, and of the period itself.
/// Statements of other reporters may be among them and are passed over.
/// </summary>
public sealed record Held(IReadOnlyList<Observation> Observations)
{
    readonly Dictionary<Key, decimal> values = Index(Observations);

    public static Held Nothing { get; } = new([]);

    /// <summary>What the district's units state, where the reporting unit measures the district; else null.</summary>
    public UnitSums? Units { get; init; }

    /// <summary>The exact figure the unit stands by; null where none is held, or only a blank, a — or an approximate one.</summary>
    public decimal? Value(OrgUnit reporter, FormLine line, Basis basis, Period period) =>
        values.TryGetValue(new(reporter.Code, reporter.Measures, line.Element, line.Breakdown, basis, period.Kind, period.Start), out var value)
            ? value : null;

    static Dictionary<Key, decimal> Index(IReadOnlyList<Observation> observations)
    {
        var index = new Dictionary<Key, decimal>();
        // Where a unit's own figure is held in both roles, the one that counts comes last and stays.
        foreach (var held in observations.OrderByDescending(held => held.Role).ThenBy(held => held.LoadId))
            if (held is { State: ValueState.reported, Value: { } value, Bound: Bound.exact } && Math.Abs(value) < CheckedTable.TooLarge)
                index[new(held.Reporter, held.OrgUnit, held.Element, held.Breakdown, held.Basis, held.PeriodKind, held.PeriodStart)] = value;
        return index;
    }

    readonly record struct Key(
        string Reporter, string OrgUnit, string Element, string Breakdown, Basis Basis, PeriodKind PeriodKind, DateOnly PeriodStart);
}

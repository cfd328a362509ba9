using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Rules;

/// <summary>
/// What is held of the reporting unit: current observations of this year's earlier periods, of last year's, and of the period itself.
/// Statements of other reporters may be among them and are passed over.
/// </summary>
public sealed record Held(IReadOnlyList<Observation> Observations)
{
    readonly StatedFigures figures = new(Observations.Where(held => held.Value is not { } value || Math.Abs(value) < CheckedTable.TooLarge));

    public static Held Nothing { get; } = new([]);

    /// <summary>What the district's units state, where the reporting unit measures the district; else null.</summary>
    public UnitSums? Units { get; init; }

    /// <summary>The exact figure the unit stands by; null where none is held, or only a blank, a — or an approximate one.</summary>
    public decimal? Value(OrgUnit reporter, FormLine line, Basis basis, Period period) => figures.Of(reporter, line, basis, period);
}

using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Plans;

/// <summary>What a district's plans ask of the district itself in one year, as the plan texts stand.</summary>
public static class PlanTargets
{
    /// <summary>
    /// One row for each commitment of the plans that cover the year, in the order of the plans. A number that comes from above and has
    /// not come is 待下达. Units below the district get no row, and a commitment that needs no number of its own gets none;
    /// a fact asks nothing.
    /// </summary>
    public static IReadOnlyList<CommitmentTarget> Of(Catalog catalog, string district, int year) =>
    [
        .. from plan in catalog.PlansOf(district, year)
           from commitment in plan.Commitments
           where commitment.Indicator is not null && commitment.Kind != "fact" && (commitment.Value is not null || commitment.IssuedFromAbove)
           select Target(plan, commitment, year),
    ];

    static CommitmentTarget Target(Plan plan, Commitment commitment, int year) => new(
        commitment.Id, commitment.Indicator!, plan.District, year, commitment.Kind, commitment.Comparator, InForce(commitment, year), commitment.Unit,
        commitment.Value is null ? TargetState.awaiting_issue : TargetState.issued,
        commitment.Value is null ? null : plan.Document);

    // A version whose beginning the text does not tell replaces nothing.
    static decimal? InForce(Commitment commitment, int year) =>
        commitment.Revisions?.LastOrDefault(revision => revision.FromYear <= year)?.Value ?? commitment.Value;
}

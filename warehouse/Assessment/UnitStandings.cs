using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>How a district and all its units stand in one year of its plans.</summary>
public static class UnitStandings
{
    /// <param name="judged">Each plan with the evidence of the district and its units, the district first; every plan has the same units.</param>
    /// <returns>In the units' order. Of a unit below the district only commitments that were given to it or of which it has a figure of its own.</returns>
    public static IReadOnlyList<Standing> Of(IReadOnlyList<(Plan Plan, IReadOnlyList<Evidence> Units)> judged, Horizon horizon, int year) =>
    [
        .. judged.SelectMany(one => one.Units.Select(evidence => (evidence.OrgUnit, Evaluations: Evaluations(one.Plan, evidence, horizon, year))))
            .GroupBy(one => one.OrgUnit)
            .Select(unit => new Standing(unit.Key, [.. unit.SelectMany(one => one.Evaluations)])),
    ];

    static IEnumerable<Evaluation> Evaluations(Plan plan, Evidence evidence, Horizon horizon, int year) =>
        plan.Commitments.Where(commitment => evidence.IsDistrict || commitment.Indicator is not null)
            .SelectMany(commitment => Assessor.Evaluate(plan, commitment, evidence, horizon, year))
            .Where(evaluation => evidence.IsDistrict || evaluation.Target is not null || evaluation.Value is not null);
}

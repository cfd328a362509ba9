using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>One evaluation as it is answered in JSON.</summary>
sealed record EvaluationRow(
    string Id, string Name, string Plan, int Version, string Kind, string Org, int? Year, string Through, decimal? Value, string Unit, Bound Bound,
    decimal? Numerator, decimal? Denominator, decimal? Target, decimal? Attainment, decimal? Pace, decimal? Gap, AssessmentState State, string StateWords,
    string Strength, bool Veto, decimal? PerYear, decimal? PlanShare, bool IsOrientation, StatedComparison? Stated, bool? Reproduced, IReadOnlyList<Alternative> Alternatives,
    IReadOnlyList<YearOutcome> Years, IReadOnlyList<EvaluationInput> Inputs, string Explanation)
{
    public string? TargetSource { get; init; }
    public decimal? OriginalTarget { get; init; }
    public decimal? PointsAhead { get; init; }

    public static EvaluationRow Of(Plan plan, Evaluation one) => new(
        one.Id, one.Name, plan.Id, one.Version, one.Kind, one.OrgUnit, one.Year, one.Through, one.Value, one.Unit, one.Bound, one.Numerator, one.Denominator,
        one.Target, one.Attainment, one.Pace, one.Gap, one.State, one.Words, one.Strength, one.Veto, one.PerYear, one.PlanShare, one.IsOrientation, one.Stated,
        one.Reproduced, one.Alternatives, one.Years, one.Inputs, one.Explanation)
    { TargetSource = one.TargetSource, OriginalTarget = one.OriginalTarget, PointsAhead = one.PointsAhead };
}

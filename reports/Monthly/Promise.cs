using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>One commitment as the report tells it: how it stands, what was promised, and what is counted (null where nothing is).</summary>
sealed record Promise(Evaluation Standing, Commitment Commitment, Indicator? Indicator)
{
    /// <summary>Its light; null of what no light speaks of.</summary>
    public Alert? Alert { get; init; }

    /// <summary>Where it is foreseen to end; null where nothing is.</summary>
    public Landed? Landed { get; init; }

    /// <summary>The end that is told: the year's, else the plan's.</summary>
    public LandedEnd? End => Landed?.YearEnd ?? Landed?.PlanEnd;

    public LightColour Light => Alert?.Now.Light ?? LightColour.grey;

    /// <summary>The figure that its verdict follows from.</summary>
    public FigureRef? FigureThrough(int year, int month) => Indicator is { } indicator ? new(Standing.OrgUnit, indicator.Id, year, month) : null;

    /// <summary>Less is better: of a ceiling, and of a level that is to go down.</summary>
    public bool IsDownward => Commitment.Comparator is "<=" or "<" || Commitment.Kind == "yearly_reduction";

    /// <summary>A number to reach, or one that is still to come from above.</summary>
    public bool HasNumber => Standing.Target is not null || Standing.State == AssessmentState.awaiting_issue;

    /// <summary>The verdict is about the figure itself, not about its change or its distance from another.</summary>
    public bool IsInFigureUnit => Indicator is not null && Indicator.Unit == Standing.Unit;

    public bool IsAspirational => Standing.Strength == "aspirational";

    public string Name => Standing.Version > 1 ? $"{Standing.Name}（第{Standing.Version}版）" : Standing.Name;

    /// <summary>With the span, where it is not the year.</summary>
    public string NameAndSpan => Commitment.Scope switch
    {
        "plan_total" => $"{Name}（规划期累计）",
        "by_end" => $"{Name}（规划期末）",
        _ => Name,
    };
}

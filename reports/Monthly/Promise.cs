using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>One commitment as the report tells it: how it stands, what was promised, and what is counted (null where nothing is).</summary>
sealed record Promise(Evaluation Standing, Commitment Commitment, Indicator? Indicator)
{
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

namespace Reporting.Warehouse.Assessment;

/// <summary>How one version of one commitment stands for one unit and year (or the whole plan), with everything that says why.</summary>
/// <param name="Year">Null: the whole plan, up to <paramref name="Through"/>.</param>
/// <param name="Through">Last month that counts, as 2022-06.</param>
/// <param name="Value">In <paramref name="Unit"/>, rounded for print; compared unrounded.</param>
/// <param name="Attainment">Direction-aware fraction of the target; null where there is none to speak of.</param>
/// <param name="Pace">序时: fraction of the target expected by now; null for kinds without one.</param>
/// <param name="Gap">What is still short of the target, in its unit; negative: beyond it.</param>
/// <param name="Words">The state as people read it: 待定（口径变化）.</param>
/// <param name="PlanShare">Orientation only: figure of the plan so far ÷ (target × years). <paramref name="PerYear"/>: ÷ years.</param>
/// <param name="IsOrientation">The value is the plan's figure beside a promise for each year: shown to go by, not judged.</param>
/// <param name="Reproduced">Whether the stated result comes out of what is held; null where nothing is stated or held.</param>
public sealed record Evaluation(
    string Id, string Name, int Version, string Kind, string OrgUnit, int? Year, string Through, decimal? Value, string Unit, Bound Bound,
    decimal? Target, decimal? Attainment, decimal? Pace, decimal? Gap, AssessmentState State, string Words, string Strength, bool Veto,
    decimal? Numerator, decimal? Denominator, decimal? PerYear, decimal? PlanShare, bool IsOrientation, StatedComparison? Stated, bool? Reproduced,
    IReadOnlyList<Alternative> Alternatives, IReadOnlyList<YearOutcome> Years, IReadOnlyList<EvaluationInput> Inputs, string Explanation)
{
    /// <summary>The document or notice that the target was taken from; null where there is none.</summary>
    public string? TargetSource { get; init; }

    /// <summary>原目标: the number that the one in force has replaced for this year; null where it was not adjusted.</summary>
    public decimal? OriginalTarget { get; init; }

    /// <summary>What of the target is expected by now, in its unit, to ten decimals: finer than any figure, so that comparing with it is exact. Null for kinds without a pace.</summary>
    public decimal? Expected { get; init; }

    /// <summary>Points by which it is ahead of 序时; below 0: behind; null for kinds without a pace.</summary>
    public decimal? PointsAhead { get; init; }

    /// <summary>Of a task what was stated last; null where nothing was.</summary>
    public MilestoneProgress? Progress { get; init; }

    /// <summary>Of a task what another person found of the last statement; null where nobody has.</summary>
    public TaskFinding? Verdict { get; init; }
}

/// <summary>What the document itself says came of it, beside what comes out here.</summary>
public sealed record StatedComparison(string Words, decimal? Value, string? Unit, Bound Bound, decimal? Computed);

/// <summary>Another way to read the text: what would remain of the base, and the level that would allow.</summary>
public sealed record Alternative(string Path, int Years, decimal Factor, decimal? Level);

/// <summary>One year of a commitment that is judged year by year.</summary>
public sealed record YearOutcome(int Year, decimal? Value, Bound Bound, decimal? Target, AssessmentState State, string Words);

/// <summary>One figure that entered, and where it comes from.</summary>
public sealed record EvaluationInput(
    string What, string Period, decimal? Value, Bound Bound, decimal? Numerator, decimal? Denominator, string State, string Source);

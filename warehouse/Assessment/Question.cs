using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>One version of one commitment, asked of one unit.</summary>
sealed record Question(Plan Plan, Commitment Commitment, Evidence Evidence, TargetSeries Targets, Horizon Horizon)
{
    public Indicator? Indicator => Evidence.Indicator(Commitment.Indicator, Horizon.Year);

    public bool IsPlanOver => Horizon.IsOver(Plan.LastYear);

    /// <summary>What a softened number allows: nothing where it is not softened; null where nobody has said.</summary>
    public decimal? Slack => Commitment.Tolerance is { } words && (words.Contains('左') || words.Contains('约') || words.Contains('近')) ? Commitment.Margin : Commitment.Margin ?? 0;

    /// <summary>One year, with what is expected by its month: by the curve in force where the figure adds up over the year.</summary>
    public Span SpanOf(int year)
    {
        var span = Span.OfYear(year, Horizon);
        if (!Held.IsFlow(Indicator)) return span;
        var (expected, words) = Curves.Expected(Evidence, Commitment.Id, year, Horizon.ThroughOf(year));
        return span with { Elapsed = expected, Curve = words };
    }

    public Measured Year(int year) => Held.Year(Evidence, Commitment.Indicator!, year, Horizon.ThroughOf(year));
}

/// <summary>The span judged: one year, or the plan up to its end.</summary>
/// <param name="IsOver">Whether its last month is in.</param>
/// <param name="Elapsed">Part of it that has passed; of a year with a curve, the part of its target that is expected by now.</param>
/// <param name="Year">The year whose target holds.</param>
/// <param name="Words">2022年 or 2021—2025年.</param>
sealed record Span(bool IsOver, Elapsed Elapsed, int Year, string Words)
{
    /// <summary>The curve that <see cref="Elapsed"/> was taken from; null where it is the part of the year that has passed.</summary>
    public string? Curve { get; init; }

    public string PaceWords => $"序时 {Shown.Percent(Elapsed.Share)}{(Curve is null ? "" : $"，{Curve}")}";

    public static Span OfYear(int year, Horizon horizon) => new(horizon.IsOver(year), new(horizon.ThroughOf(year), 12), year, $"{year}年");

    /// <summary>The plan up to the horizon; of a sum that ends with an earlier year, up to there.</summary>
    public static Span OfPlan(Question question, Measured figure) => new(question.IsPlanOver, Reach(question, figure).ElapsedOf(question.Plan), question.Horizon.Year,
        $"{question.Plan.FirstYear}—{question.Plan.LastYear}年");

    public static Horizon Reach(Question question, Measured figure) =>
        Held.IsFlow(question.Indicator) && figure.Latest is { Month: 12 } end && end < question.Horizon.End ? question.Horizon with { Year = end.Year, Through = 12 } : question.Horizon;
}

/// <summary>What a rule answers. The first of <paramref name="Figures"/> is the one judged, unless <see cref="Value"/> was computed from them.</summary>
sealed record Outcome(AssessmentState State, string Words, IReadOnlyList<Measured> Figures)
{
    public decimal? Value { get; init; }
    public Bound Bound { get; init; }
    public decimal? Target { get; init; }
    public string? TargetSource { get; init; }
    public int? Version { get; init; }
    public decimal? Attainment { get; init; }
    public decimal? Pace { get; init; }

    /// <summary>What of the target is expected by now, in its unit; null for kinds without a pace.</summary>
    public decimal? Expected { get; init; }
    public decimal? Gap { get; init; }

    /// <summary>Points by which it is ahead of 序时; below 0: behind.</summary>
    public decimal? PointsAhead { get; init; }
    public decimal? OriginalTarget { get; init; }
    public string? OriginalSource { get; init; }

    /// <summary>Rule and formula with the numbers, a sentence each.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];
    public IReadOnlyList<YearOutcome> Years { get; init; } = [];
    public decimal? PerYear { get; init; }
    public decimal? PlanShare { get; init; }

    /// <summary>The value is the plan's figure beside a promise for each year: shown to go by, not judged.</summary>
    public bool IsOrientation { get; init; }

    /// <summary>Of a task what was stated last; null where nothing was.</summary>
    public MilestoneProgress? Progress { get; init; }

    /// <summary>Of a task what another person found; null where nobody has.</summary>
    public TaskFinding? Verdict { get; init; }

    /// <summary>Remark: the unit was another then than it is now.</summary>
    public const string OtherGround = "区划变动";

    public bool IsOfOtherGround => State == AssessmentState.undetermined && Figures.Any(figure => figure.IsOtherGround);

    public static Outcome Of(AssessmentState state, IReadOnlyList<Measured> figures, string? remark = null, params IReadOnlyList<string> steps) => new(
        state, remark is null ? state.InWords() : $"{state.InWords()}（{remark}）", figures)
    {
        Value = figures is [var first, ..] ? first.Value : null, Bound = figures is [var judged, ..] ? judged.Bound : Bound.exact, Steps = steps,
    };

    /// <summary>Why a figure cannot be judged at all; null where it can.</summary>
    public static Outcome? Unready(Measured figure, Span span) => figure.State switch
    {
        FigureState.reported or FigureState.incomplete when figure.Value is not null => null,
        FigureState.not_defined_here => Of(AssessmentState.not_defined_here, [figure]),
        FigureState.definition_changed => Of(AssessmentState.undetermined, [figure], "口径变化"),
        FigureState.split_without_shares => Of(AssessmentState.undetermined, [figure], "拆分未定份额"),
        FigureState.no_cases => Of(AssessmentState.undetermined, [figure], "无案件") with { Words = "无案件" },
        _ when span.IsOver || figure.Owed > 0 => Of(AssessmentState.incomplete, [figure], "未报") with { Words = "未报" },
        _ => Of(AssessmentState.not_due, [figure]),
    };

    /// <summary>The comparison could not be decided: because figures are missing, or because of what the figures are.</summary>
    public static Outcome Undecided(Question question, IReadOnlyList<Measured> figures) =>
        figures.FirstOrDefault(figure => figure.IsIncomplete) is { } missing ? Of(AssessmentState.incomplete, figures, missing.MissingWords)
        : figures.All(figure => figure.Bound == Bound.exact) && question.Slack is null ? Of(AssessmentState.undetermined, figures, $"“{question.Commitment.Tolerance}”未定容差")
        : Of(AssessmentState.undetermined, figures, "所报数不是确数，不足以比较");
}

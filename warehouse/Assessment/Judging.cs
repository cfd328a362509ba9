using Reporting.Warehouse.Assessment.Kinds;
using Reporting.Warehouse.Assessment.Targets;

namespace Reporting.Warehouse.Assessment;

/// <summary>Which rule judges which figure over which span.</summary>
static class Judging
{
    static readonly string[] AlwaysYearly = ["annual_total", "kept_level", "zero_events", "yearly_reduction"];
    static readonly string[] WithoutNumber = ["zero_events", "full_coverage", "benchmark"];

    /// <param name="year">Null: the whole plan up to the horizon.</param>
    public static Outcome Of(Question question, int? year)
    {
        var commitment = question.Commitment;
        var judged = year ?? question.Horizon.Year;
        var isBefore = judged < question.Plan.FirstYear || new DateOnly(judged, 1, 1) > question.Horizon.Today;
        return commitment.Kind switch
        {
            "milestone" => Worded(question, Softened(question, Milestones.Judge(question))),
            "case_deadline" => Outcome.Of(AssessmentState.undetermined, [], "需要台账", "按人、按户、按件的期限要从台账计算，汇总数答不了"),
            "direction" => Directions.Judge(question, Math.Min(year ?? question.Horizon.Year, question.Plan.LastYear)),
            "fact" => Described.Judge(question, year),
            _ when commitment.Indicator is null => Outcome.Of(AssessmentState.undetermined, [], "没有可以计算的指标"),
            _ when !question.Evidence.IsDistrict && !IsGiven(question, year) => Described.Judge(question, year),
            _ when isBefore => Outcome.Of(AssessmentState.not_due, []),
            _ when IsYearly(question) => year is { } one ? InYear(question, one) : YearByYear.Judge(question),
            _ => OverPlan(question),
        };
    }

    // A unit that was given a number for other years only has none in this one. What is judged year by year finds that out for each.
    static bool IsGiven(Question question, int? year) => year is null && IsYearly(question) ? question.Targets.Versions.Count > 0 : question.Targets.In(year ?? question.Horizon.Year) is not null;

    public static bool IsYearly(Question question) =>
        question.Commitment.Scope is "each_year" or "always" || AlwaysYearly.Contains(question.Commitment.Kind);

    public static Outcome InYear(Question question, int year)
    {
        var figure = question.Year(year);
        if (figure.Value is null && figure.State is FigureState.not_reported or FigureState.not_defined_here && PlanSoFar.Stated(question) is { } whole)
            return Orientation.Of(question, whole) with { Target = question.Targets.In(year)?.Value, Version = question.Targets.In(year)?.Version };
        return Ruled(question, figure, question.SpanOf(year), () => question.Commitment.Whole is null ? null : WholeOf(question).Year(year));
    }

    static Outcome OverPlan(Question question)
    {
        var figure = OverPlanFigure(question);
        var outcome = Ruled(question, figure, Span.OfPlan(question, figure), () => question.Commitment.Whole is null ? null : OverPlanFigure(WholeOf(question)));
        return Orientation.Added(question, outcome, target: null);
    }

    public static Measured OverPlanFigure(Question question) =>
        question.Commitment.Kind is not ("growth_on_base" or "benchmark")
            && (Held.IsFlow(question.Indicator) || (question.Indicator?.IsRatio == true && question.Commitment.Scope == "plan_total"))
            ? PlanSoFar.Of(question) : PlanSoFar.EndLevel(question);

    static Outcome Ruled(Question question, Measured figure, Span span, Func<Measured?> whole)
    {
        var version = question.Targets.In(span.Year);
        if (version is null && !WithoutNumber.Contains(question.Commitment.Kind)) return WithoutTarget(question, figure, span);
        var issue = TargetIssue.Of(question.Evidence.Issues, question.Commitment.Id, span.Year, question.Commitment.Kind == "plan_total");
        var original = question.Targets.Original(span.Year, issue, question.Evidence.IsDistrict);
        var (target, judged) = (version?.Value ?? (question.Commitment.Kind == "full_coverage" ? 100 : 0), version is null ? figure : figure with { Bound = Bounds.OfQuotient(figure.Bound, version.Bound) });
        var outcome = question.Commitment.Kind switch
        {
            "ratio" => Ratios.Judge(question, target, judged, span),
            "full_coverage" => Ratios.Judge(question, target, judged, span),
            "ceiling" => Ceilings.Judge(question, target, judged, span),
            "range" => Ranges.Judge(question, target, judged, span),
            "benchmark" => Benchmarks.Judge(question, version?.Value, judged, span),
            "kept_level" => KeptLevels.Judge(question, target, span),
            "zero_events" => ZeroEvents.Judge(question, figure, span),
            "yearly_reduction" => Reductions.Judge(question, target, span),
            "growth_on_base" => Growths.Judge(question, target, judged, span),
            "of_which" => Parts.Judge(question, target, judged, whole(), span),
            _ => Amounts.Judge(question, target, judged, span),
        };
        return Worded(question, Softened(question, outcome with
        {
            Target = outcome.Target ?? (question.Commitment.Kind == "benchmark" ? version?.Value : target),
            TargetSource = outcome.TargetSource ?? version?.Source,
            Version = version?.Version,
            OriginalTarget = original?.Value,
            OriginalSource = original?.Source,
        }));
    }

    static Outcome WithoutTarget(Question question, Measured figure, Span span) =>
        !question.Evidence.IsDistrict ? Described.Judge(question, span.Year) with { State = AssessmentState.no_target_here, Words = AssessmentState.no_target_here.InWords() }
        : question.Commitment.IssuedFromAbove ? Outcome.Of(AssessmentState.awaiting_issue, [figure], null, "本年目标由上级下达，尚未收到；不按完成计")
        : Outcome.Of(AssessmentState.undetermined, [figure], "没有目标值");

    // 力争 is no promise that can be broken: short of it is shown as such (docs/decisions.md, "力争 is never missed").
    static Outcome Softened(Question question, Outcome outcome) =>
        outcome.State != AssessmentState.missed || question.Commitment.Strength != "aspirational" ? outcome
        : outcome with { State = AssessmentState.behind, Words = "未达到（力争目标，不计未完成）" };

    // The rules tell a state; how it is said depends on whether the kind has a pace to speak of.
    static Outcome Worded(Question question, Outcome outcome)
    {
        var isGood = outcome.State == AssessmentState.on_pace;
        var plain = outcome.State.InWords();
        if (!isGood && outcome.State != AssessmentState.behind || !outcome.Words.StartsWith(plain, StringComparison.Ordinal)) return outcome;
        return outcome with { Words = StateWords.SoFar(isGood, question.Commitment.Kind, outcome.Pace is not null) + outcome.Words[plain.Length..] };
    }

    static Question WholeOf(Question part) =>
        part.Plan.Commitments.FirstOrDefault(other => other.Id == part.Commitment.Whole) is { } whole ? part with { Commitment = whole } : part;
}

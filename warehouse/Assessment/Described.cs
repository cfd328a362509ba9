using Reporting.Warehouse.Assessment.Kinds;

namespace Reporting.Warehouse.Assessment;

/// <summary>A figure without a number to reach: a fact that the document states, or a unit that was given no target. Computed by the same rules.</summary>
static class Described
{
    public static Outcome Judge(Question question, int? year)
    {
        if (question.Commitment.Indicator is null) return Outcome.Of(AssessmentState.no_target_here, [], null, "只有文字，没有可以计算的指标") with { Words = Words(question) };
        var last = Math.Min(year ?? question.Horizon.Year, question.Plan.LastYear);
        var figure = year is { } one ? question.Year(one) : Figure(question);
        var span = Span.OfYear(last, question.Horizon);
        if (question.Commitment.BaseYear is not null && question.Commitment.Kind is "fact" or "growth_on_base") return Grown(question, Growths.Judge(question, null, figure, span), figure);
        if (question.Commitment.Kind == "yearly_reduction") return Fallen(question, Reductions.Judge(question, question.Commitment.Value ?? 0, span), figure);
        var state = figure.State == FigureState.not_defined_here ? AssessmentState.not_defined_here : AssessmentState.no_target_here;
        var outcome = Outcome.Of(state, [figure]) with { Words = state == AssessmentState.no_target_here ? Words(question) : state.InWords() };
        var formula = figure.Denominator is { } below ? [$"{Shown.Number(figure.Numerator)} ÷ {Shown.Number(below)} = {Shown.Number(figure.Value, figure.Unit)}"] : Array.Empty<string>();
        return year is null ? Orientation.Added(question, outcome with { Steps = formula }, target: null) : outcome with { Steps = formula };
    }

    // A unit that was another in the base year is said to be so; what else cannot be computed is left at the figure.
    static Outcome Grown(Question question, Outcome grown, Measured figure) => grown.IsOfOtherGround ? grown
        : grown.State == AssessmentState.undetermined ? Outcome.Of(AssessmentState.no_target_here, [figure]) with { Value = null }
        : grown with { State = AssessmentState.no_target_here, Words = Words(question) };

    static Outcome Fallen(Question question, Outcome fallen, Measured figure) => fallen.IsOfOtherGround ? fallen with { Target = null }
        : fallen.State == AssessmentState.undetermined ? Outcome.Of(AssessmentState.no_target_here, [figure]) with { Value = null, Words = Words(question) }
        : fallen with
        {
            State = AssessmentState.no_target_here,
            Words = Words(question),
            Target = null,
            Attainment = null,
            Gap = null,
            Steps = [.. fallen.Steps.Where(step => step.StartsWith(Reductions.Fall, StringComparison.Ordinal))],
        };

    // The plan's own span where it adds up; a level, or a figure told year by year, as it last stood.
    static Measured Figure(Question question) =>
        Held.IsFlow(question.Indicator) || question.Indicator?.IsRatio == true ? PlanSoFar.Of(question) : PlanSoFar.EndLevel(question);

    static string Words(Question question) => question.Commitment.Kind == "fact" ? "事实，无目标" : AssessmentState.no_target_here.InWords();
}

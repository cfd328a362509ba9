namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>zero_events: one event is enough, at once; none is met only when the year is over and everybody has said so. Not reported is not zero.</summary>
static class ZeroEvents
{
    public static Outcome Judge(Question question, Measured figure, Span span)
    {
        if (Outcome.Unready(figure, span) is { } unready) return unready;
        var value = figure.Value!.Value;
        var outcome = Comparison.Of(value, figure.Bound, "<=", 0) switch
        {
            Verdict.fails => Outcome.Of(AssessmentState.missed, [figure], $"发生 {Shown.Bounded(value, figure.Bound)} {question.Commitment.Unit}"),
            Verdict.undecided => Outcome.Undecided(question, [figure]), // none so far of a unit that is missing: the figure is a lower bound
            _ => Outcome.Of(span.IsOver ? AssessmentState.met : AssessmentState.on_pace, [figure]),
        };
        return outcome with
        {
            Target = 0,
            Attainment = value > 0 ? 0 : outcome.State is AssessmentState.met or AssessmentState.on_pace ? 1 : null,
            Gap = value,
            Steps = [$"发生数 {Shown.Bounded(value, figure.Bound)}，应为 0；发生一起即为未完成，未报不等于 0"],
        };
    }
}

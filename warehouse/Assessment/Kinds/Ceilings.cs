namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>ceiling: at most the number, with no credit beyond 100 %. A level is not divided by twelve and is judged at the end; a flow that is
/// over its number is over it for good.</summary>
static class Ceilings
{
    public static Outcome Judge(Question question, decimal target, Measured figure, Span span)
    {
        if (Outcome.Unready(figure, span) is { } unready) return unready;
        var (value, isFlow) = (figure.Value!.Value, Held.IsFlow(question.Indicator));
        var comparator = question.Commitment.Comparator is "<" ? "<" : "<=";
        var expected = span.Elapsed.Of(target);
        var verdict = Comparison.Of(value, figure.Bound, comparator, target, question.Slack);
        var outcome = (verdict, span.IsOver || (isFlow && verdict == Verdict.fails)) switch
        {
            (Verdict.undecided, _) => Outcome.Undecided(question, [figure]),
            (Verdict.holds, true) => Outcome.Of(AssessmentState.met, [figure]),
            (Verdict.fails, true) => Outcome.Of(AssessmentState.missed, [figure]),
            (Verdict.fails, _) => Outcome.Of(AssessmentState.behind, [figure]),
            _ => Outcome.Of(isFlow && value > expected ? AssessmentState.behind : AssessmentState.on_pace, [figure]),
        };
        return outcome with
        {
            Attainment = Attained.Of(comparator, value, target),
            Pace = isFlow ? span.Elapsed.Share : null,
            Expected = isFlow ? expected : null,
            Gap = value - target,
            // Ahead is what of the ceiling is not yet used though its time has come.
            PointsAhead = isFlow && target > 0 ? (expected - value) / target * 100 : null,
            Steps =
            [
                $"{Shown.Bounded(value, figure.Bound)} {Shown.Sign(comparator)} {Shown.Number(target)}：{Shown.Verdict(verdict)}",
                isFlow ? $"按序时不超过 {Shown.Number(Figures.Round(expected, 4))}（{span.PaceWords}）" : "时点数不按月分摊，以期末数判定；低于控制数不加分",
            ],
        };
    }
}

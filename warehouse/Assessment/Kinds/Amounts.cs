namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>annual_total, plan_total, level_by_end: an amount against a number, with 序时 until the span is over. What lies beyond the
/// number stays in its own span: a year's surplus does not carry over.</summary>
static class Amounts
{
    public static Outcome Judge(Question question, decimal target, Measured figure, Span span)
    {
        if (Outcome.Unready(figure, span) is { } unready) return unready;
        var (value, comparator) = (figure.Value!.Value, question.Commitment.Comparator);
        var verdict = Comparison.Of(value, figure.Bound, comparator, target, question.Slack);
        // A flow that has reached its number cannot fall below it again; a level can.
        var isFinal = span.IsOver || (verdict == Verdict.holds && comparator is ">=" or ">" && Held.IsFlow(question.Indicator));
        var outcome = (isFinal, verdict) switch
        {
            (true, Verdict.holds) => Outcome.Of(AssessmentState.met, [figure]),
            (true, Verdict.fails) => Outcome.Of(AssessmentState.missed, [figure]),
            (true, _) => Outcome.Undecided(question, [figure]),
            _ => ByPace(question, target, figure, span),
        };
        return outcome with
        {
            Attainment = Share(value, target),
            Pace = span.Elapsed,
            Gap = target - value,
            PointsAhead = (Share(value, target) - span.Elapsed) * 100,
            Steps =
            [
                $"{Shown.Bounded(value, figure.Bound)} {Shown.Sign(comparator)} {Shown.Number(target)}：{Shown.Verdict(verdict)}",
                $"完成率 = {Shown.Number(value)} ÷ {Shown.Number(target)} = {Shown.Percent(Share(value, target))}{(span.IsOver ? "" : $"；{span.PaceWords}")}",
                .. span.IsOver ? Array.Empty<string>() : [Ahead(Share(value, target) - span.Elapsed)],
            ],
        };
    }

    static string Ahead(decimal? part) => part is not { } share ? "目标为 0，不算进度"
        : $"{(share < 0 ? "落后" : "领先")}序时 {Shown.Number(Figures.Round(Math.Abs(share) * 100, 2))} 个百分点";

    public static decimal? Share(decimal value, decimal target) => target == 0 ? null : value / target;

    static Outcome ByPace(Question question, decimal target, Measured figure, Span span) =>
        Comparison.Of(figure.Value!.Value, figure.Bound, ">=", target * span.Elapsed) switch
        {
            Verdict.holds => Outcome.Of(AssessmentState.on_pace, [figure]),
            Verdict.fails => Outcome.Of(AssessmentState.behind, [figure]),
            _ => Outcome.Undecided(question, [figure]),
        };
}

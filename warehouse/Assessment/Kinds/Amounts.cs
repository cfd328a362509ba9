namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>annual_total, plan_total, level_by_end: an amount against a number, with 序时 until the span is over. What lies beyond the
/// number stays in its own span: a year's surplus does not carry over. An amount of which less is better is judged as a ceiling.</summary>
static class Amounts
{
    public static Outcome Judge(Question question, decimal target, Measured figure, Span span)
    {
        if (Outcome.Unready(figure, span) is { } unready) return unready;
        var (value, comparator) = (figure.Value!.Value, question.Commitment.Comparator);
        if (Attained.IsLess(comparator)) return Ceilings.Judge(question, target, figure, span);
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
        var (attained, expected) = (Attained.Of(comparator, value, target), span.Elapsed.Of(target));
        return outcome with
        {
            Attainment = attained,
            Pace = span.Elapsed.Share,
            Expected = expected,
            Gap = target - value,
            PointsAhead = attained is null ? null : (value - expected) / target * 100,
            Steps =
            [
                $"{Shown.Bounded(value, figure.Bound)} {Shown.Sign(comparator)} {Shown.Number(target)}：{Shown.Verdict(verdict)}",
                $"完成率 = {Shown.Number(value)} ÷ {Shown.Number(target)} = {Shown.Percent(attained)}{(span.IsOver ? "" : $"；{span.PaceWords}")}",
                .. span.IsOver ? Array.Empty<string>() : [attained is null ? "目标为 0，不算进度" : Ahead((value - expected) / target)],
            ],
        };
    }

    static string Ahead(decimal share) => $"{(share < 0 ? "落后" : "领先")}序时 {Shown.Number(Figures.Round(Math.Abs(share) * 100, 2))} 个百分点";

    static Outcome ByPace(Question question, decimal target, Measured figure, Span span) =>
        Comparison.Of(figure.Value!.Value, figure.Bound, ">=", span.Elapsed.Of(target)) switch
        {
            Verdict.holds => Outcome.Of(AssessmentState.on_pace, [figure]),
            Verdict.fails => Outcome.Of(AssessmentState.behind, [figure]),
            _ => Outcome.Undecided(question, [figure]),
        };
}

namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>ratio, full_coverage: Σ numerator ÷ Σ denominator of the span, never a mean of rates; no 序时. A rate that stands well before the
/// end may fall again, so it is met only once the span is over.</summary>
static class Ratios
{
    public static Outcome Judge(Question question, decimal target, Measured figure, Span span)
    {
        if (Outcome.Unready(figure, span) is { } unready) return unready;
        if (question.Commitment.Kind == "full_coverage" && figure.Numerator > figure.Denominator)
            return Outcome.Of(AssessmentState.undetermined, [figure], "分子大于分母");
        // All of them is written "= 100": a figure that says 以上 or lies within the whole is held against it from below.
        var (value, comparator) = (figure.Value!.Value, question.Commitment.Kind == "full_coverage" ? ">=" : question.Commitment.Comparator);
        var verdict = Comparison.Of(value, figure.Bound, comparator, target, question.Slack);
        var short_ = question.Commitment.Scope == "by_end" ? AssessmentState.not_due : AssessmentState.behind;
        var outcome = (verdict, span.IsOver) switch
        {
            (Verdict.undecided, _) => Outcome.Undecided(question, [figure]),
            (Verdict.holds, var isOver) => Outcome.Of(isOver ? AssessmentState.met : AssessmentState.on_pace, [figure]),
            (_, var isOver) => Outcome.Of(isOver ? AssessmentState.missed : short_, [figure]),
        };
        return outcome with { Attainment = Attained.Of(comparator, value, target), Gap = target - value, Steps = Steps(figure, comparator, target, verdict) };
    }

    static IReadOnlyList<string> Steps(Measured figure, string comparator, decimal target, Verdict verdict) =>
    [
        .. figure.Denominator is { } denominator ? [$"{Shown.Number(figure.Numerator)} ÷ {Shown.Number(denominator)} = {Shown.Number(figure.Value, figure.Unit)}"] : Array.Empty<string>(),
        $"{Shown.Bounded(figure.Value, figure.Bound, figure.PerCent)} {Shown.Sign(comparator)} {Shown.Number(target, figure.Unit)}：{Shown.Verdict(verdict)}",
    ];
}

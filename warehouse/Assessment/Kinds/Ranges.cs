namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>range: between two numbers, both ends in it. With the comparator at least, only the lower end binds and more is as good.</summary>
static class Ranges
{
    public static Outcome Judge(Question question, decimal lower, Measured figure, Span span)
    {
        if (Outcome.Unready(figure, span) is { } unready) return unready;
        var (value, upper) = (figure.Value!.Value, question.Commitment.Comparator == "between" ? question.Commitment.Upper : null);
        var below = Comparison.Of(value, figure.Bound, ">=", lower, question.Slack);
        var above = upper is { } most ? Comparison.Of(value, figure.Bound, "<=", most, question.Slack) : Verdict.holds;
        var verdict = Comparison.Both(below, above);
        var outcome = (verdict, span.IsOver) switch
        {
            (Verdict.undecided, _) => Outcome.Undecided(question, [figure]),
            (Verdict.holds, var isOver) => Outcome.Of(isOver ? AssessmentState.met : AssessmentState.on_pace, [figure]),
            (_, true) => Outcome.Of(AssessmentState.missed, [figure]),
            _ => Outcome.Of(above == Verdict.fails ? AssessmentState.behind : AssessmentState.not_due, [figure]),
        };
        return outcome with
        {
            Attainment = verdict == Verdict.holds ? 1 : value < lower ? Attained.Of(">=", value, lower) : upper is { } end ? Attained.Of("<=", value, end) : null,
            Gap = value < lower ? lower - value : upper is { } top && value > top ? value - top : 0,
            Steps = [$"{Shown.Number(lower)} ≤ {Shown.Bounded(value, figure.Bound)}{(upper is { } last ? $" ≤ {Shown.Number(last)}" : "")}：{Shown.Verdict(verdict)}"],
        };
    }
}

namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>benchmark: against another series of the same year (全市平均); with a number of its own both must hold. Where the other series is
/// late nothing is decided, unless the number alone already fails.</summary>
static class Benchmarks
{
    public static Outcome Judge(Question question, decimal? number, Measured figure, Span span)
    {
        if (Outcome.Unready(figure, span) is { } unready) return unready;
        var (value, comparator, slack) = (figure.Value!.Value, question.Commitment.Comparator, question.Slack);
        var other = Other(question, span.Year);
        var against = other.Value is { } level ? Comparison.Of(value, Bounds.OfQuotient(figure.Bound, other.Bound), comparator, level, slack) : Verdict.undecided;
        var own = number is { } least ? Comparison.Of(value, figure.Bound, comparator, least, slack) : Verdict.holds;
        Measured[] figures = [figure, other];
        var outcome = (Comparison.Both(against, own), span.IsOver) switch
        {
            (Verdict.holds, var isOver) => Outcome.Of(isOver ? AssessmentState.met : AssessmentState.on_pace, figures),
            (Verdict.fails, true) => Outcome.Of(AssessmentState.missed, figures),
            (Verdict.fails, _) => Outcome.Of(question.Commitment.Scope == "by_end" ? AssessmentState.not_due : AssessmentState.behind, figures),
            _ => other.Value is null ? Outcome.Of(AssessmentState.undetermined, figures, $"缺{other.What}") : Outcome.Undecided(question, figures),
        };
        // Both must hold, so the stricter of the two is what there is to reach.
        var target = (other.Value, number) is ({ } theirs, { } ours) ? Attained.IsLess(comparator) ? Math.Min(theirs, ours) : Math.Max(theirs, ours) : other.Value ?? number;
        return outcome with
        {
            Target = target,
            TargetSource = target is not null && other.Value == target ? $"{other.What} {other.Period}（{other.Source}）" : null,
            Attainment = target is { } full ? Attained.Of(comparator, value, full) : null,
            Gap = target - value,
            Steps =
            [
                other.Value is null ? $"{other.What}尚未收到，不能比较"
                    : $"{Shown.Bounded(value, figure.Bound, figure.PerCent)} {Shown.Sign(comparator)} {other.What} {Shown.Bounded(other.Value, other.Bound, figure.PerCent)}：{Shown.Verdict(against)}",
                .. number is null ? Array.Empty<string>() : [$"{Shown.Bounded(value, figure.Bound, figure.PerCent)} {Shown.Sign(comparator)} {Shown.Number(number, figure.Unit)}：{Shown.Verdict(own)}；两个条件都要成立"],
            ],
        };
    }

    // The city's figure of a year is one figure, whatever month is asked for.
    static Measured Other(Question question, int year)
    {
        if (question.Commitment.Benchmark is not { } benchmark) return Measured.Nothing("参照数", $"{year}年");
        var whole = Held.Year(question.Evidence, benchmark, year, 12, question.Evidence.District);
        return whole.Value is not null ? whole : Held.Year(question.Evidence, benchmark, year, question.Horizon.ThroughOf(year), question.Evidence.District);
    }
}

namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>growth_on_base: growth on the base year in per cent, computed on decimals and rounded half-up only for print.</summary>
static class Growths
{
    public static Outcome Judge(Question question, decimal? percent, Measured figure, Span span)
    {
        var baseYear = question.Commitment.BaseYear ?? question.Plan.FirstYear - 1;
        var earlier = Held.Base(question, baseYear, span.Year);
        if (Outcome.Unready(figure, span) is { } unready) return unready with { Value = null };
        if (earlier.IsOtherGround) return Outcome.Of(AssessmentState.undetermined, [figure, earlier], Outcome.OtherGround) with { Value = null };
        if (earlier.Value is null or 0)
            return Outcome.Of(AssessmentState.undetermined, [figure, earlier], $"缺基数：{earlier.Period}{earlier.What}") with { Value = null };
        if (Held.Breaks(question.Evidence, question.Commitment.Indicator!, baseYear, span.Year))
            return Outcome.Of(AssessmentState.undetermined, [figure, earlier], "口径变化") with { Value = null };

        var growth = (figure.Value!.Value / earlier.Value.Value - 1) * 100;
        var bound = Bounds.OfQuotient(figure.Bound, earlier.Bound);
        var formula = $"({Shown.Bounded(figure.Value, figure.Bound)} − {Shown.Bounded(earlier.Value, earlier.Bound)}) ÷ {Shown.Bounded(earlier.Value, earlier.Bound)} = {Shown.Number(Figures.Round(growth, 4))}%";
        var outcome = percent is { } target
            ? Judged(question, target, growth, bound, [figure, earlier], span)
            : Outcome.Of(AssessmentState.no_target_here, [figure, earlier]);
        return outcome with { Value = growth, Bound = bound, Steps = [formula, .. outcome.Steps] };
    }

    static Outcome Judged(Question question, decimal target, decimal growth, Bound bound, IReadOnlyList<Measured> figures, Span span)
    {
        var comparator = question.Commitment.Comparator;
        var verdict = Comparison.Of(growth, bound, comparator, target, question.Slack);
        var (path, isLess) = (Path(question, target), Attained.IsLess(comparator));
        var outcome = (verdict, span.IsOver) switch
        {
            (Verdict.undecided, true) => Outcome.Undecided(question, [.. figures.Select(figure => figure with { Bound = bound })]),
            (Verdict.holds, true) => Outcome.Of(AssessmentState.met, figures),
            (Verdict.fails, true) => Outcome.Of(AssessmentState.missed, figures),
            _ => Outcome.Of((isLess ? growth <= path : growth >= path) ? AssessmentState.on_pace : AssessmentState.behind, figures),
        };
        var softened = question.Commitment.Tolerance is { } words ? $"（{words}，{(question.Slack is { } slack ? $"容差 {Shown.Number(slack)}" : "容差未定")}）" : "";
        return outcome with
        {
            Attainment = Attained.Of(comparator, growth, target),
            Pace = target > 0 ? path / target : null,
            Expected = path,
            Gap = target - growth,
            PointsAhead = target > 0 ? (growth - path) / target * (isLess ? -100 : 100) : null,
            Steps = [$"{Shown.Number(Figures.Round(growth, 4))}% {Shown.Sign(comparator)} {Shown.Number(target)}%{softened}：{Shown.Verdict(verdict)}",
                .. span.IsOver ? Array.Empty<string>() : [$"按等比路径到此应增长 {Shown.Number(Figures.Round(path, 2))}%"]],
        };
    }

    // Equal growth year by year; only a pace, so the fractional power may be taken in floating point.
    static decimal Path(Question question, decimal target) =>
        Figures.Round((decimal)(Math.Pow(1 + (double)target / 100, (double)question.Horizon.ElapsedOf(question.Plan).Share) - 1) * 100, 6);
}

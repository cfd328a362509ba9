using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>yearly_reduction: at most (1 − p) of the year before (chain), or of the base less p of the base for each year (linear): a stored
/// choice. Judged at the year's end. A base that is not held is waited for, never invented.</summary>
static class Reductions
{
    public static Outcome Judge(Question question, decimal percent, Span span)
    {
        var (year, baseYear, isLinear) = (span.Year, BaseYear(question), question.Commitment.Path == "linear");
        var (figure, earlier) = (question.Year(year), Held.Base(question, isLinear ? baseYear : year - 1, year));
        return (Judged(question, percent, figure, earlier, isLinear ? year - baseYear : 1, span) with { Alternatives = Alternatives(question, percent) });
    }

    static Outcome Judged(Question question, decimal percent, Measured figure, Measured earlier, int times, Span span)
    {
        var (whole, isLinear) = (percent * times, question.Commitment.Path == "linear");
        if (Outcome.Unready(figure, span) is { } unready) return unready with { Value = null, Target = whole };
        if (earlier.IsOtherGround) return Outcome.Of(AssessmentState.undetermined, [figure, earlier], Outcome.OtherGround) with { Value = null, Target = whole };
        if (earlier.Value is not { } from || earlier.IsIncomplete && earlier.Bound == Bound.about)
            return Outcome.Of(AssessmentState.undetermined, [figure, earlier], $"缺基数：{earlier.Period}{earlier.What}") with { Value = null, Target = whole };
        var years = (Old: isLinear ? BaseYear(question) : span.Year - 1, New: span.Year);
        if (Held.Breaks(question.Evidence, question.Commitment.Indicator!, years.Old, years.New))
            return Outcome.Of(AssessmentState.undetermined, [figure, earlier], "口径变化") with { Value = null, Target = whole };

        var (value, most, bound) = (figure.Value!.Value, from * (1 - whole / 100), Bounds.OfQuotient(figure.Bound, earlier.Bound));
        var verdict = Comparison.Of(value, bound, "<=", most, question.Slack * from / 100);
        Measured[] figures = [figure, earlier];
        var outcome = (verdict, span.IsOver) switch
        {
            (Verdict.undecided, _) => Outcome.Undecided(question, figures),
            (Verdict.holds, var isOver) => Outcome.Of(isOver ? AssessmentState.met : AssessmentState.on_pace, figures),
            (_, var isOver) => Outcome.Of(isOver ? AssessmentState.missed : AssessmentState.not_due, figures),
        };
        var reduced = from == 0 ? (decimal?)null : (1 - value / from) * 100;
        return outcome with
        {
            Value = reduced,
            Bound = Bounds.Turned(bound),
            Target = whole,
            Attainment = reduced is { } done ? Attained.Of(">=", done, whole) : null,
            Gap = whole - reduced,
            Steps =
            [
                $"{(isLinear ? "按固定基数：基数" : "逐年环比：上年数")} {Shown.Bounded(from, earlier.Bound)} × (1 − {Shown.Number(whole)}%) = {Shown.Number(most)}",
                $"{Shown.Bounded(value, figure.Bound)} ≤ {Shown.Number(most)}：{Shown.Verdict(verdict)}",
                $"{Fall} = 1 − {Shown.Number(value)} ÷ {Shown.Number(from)} = {Shown.Number(reduced is { } shown ? Figures.Round(shown, 4) : null)}%",
            ],
        };
    }

    /// <summary>What the two readings leave of the base at the plan's end; the level where the base is held.</summary>
    static IReadOnlyList<Alternative> Alternatives(Question question, decimal percent)
    {
        var (plan, rate) = (question.Plan, percent / 100);
        var years = plan.LastYear - BaseYear(question);
        var held = Held.Year(question.Evidence, question.Commitment.Indicator!, BaseYear(question), 12).Value;
        var chain = Enumerable.Repeat(1 - rate, years).Aggregate(1m, (product, factor) => product * factor);
        return [new("chain", years, chain, held * chain), new("linear", years, 1 - rate * years, held * (1 - rate * years))];
    }

    /// <summary>Begins the step that tells the reduction itself, which a unit without a number of its own is shown too.</summary>
    public const string Fall = "降幅";

    static int BaseYear(Question question) => question.Commitment.BaseYear ?? question.Plan.FirstYear - 1;
}

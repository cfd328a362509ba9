using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>Whether what the document says came of it comes out of what is held, at the document's own precision.</summary>
static class StatedResults
{
    public static (StatedComparison? Stated, bool? Reproduced) Of(Question question, Outcome outcome)
    {
        if (question.Commitment.Stated is not { } stated) return (null, null);
        var computed = Computed(question, stated, outcome) is { } exact ? Figures.Round(exact, stated.Decimals) : (decimal?)null;
        return (new(stated.Words, stated.Value, stated.Unit, stated.Bound, computed), Reproduced(stated, computed, outcome.Bound));
    }

    static bool? Reproduced(StatedResult stated, decimal? computed, Bound bound)
    {
        if (stated.Value is not { } said || computed is not { } value) return null;
        if (value == said) return true;
        return stated.Bound switch
        {
            Bound.at_least => Answer(Comparison.Of(value, bound, ">=", said)),
            Bound.at_most => Answer(Comparison.Of(value, bound, "<=", said)),
            _ => bound == Bound.exact ? false : null,
        };
    }

    static bool? Answer(Verdict verdict) => verdict == Verdict.undecided ? null : verdict == Verdict.holds;

    // The same figure in the unit in which it is told: 万 of it, its share of the plan's targets, or its mean of a year.
    static decimal? Computed(Question question, StatedResult stated, Outcome outcome)
    {
        var (unit, own) = (stated.Unit ?? "", OwnUnit(question));
        if (unit == "%" && own != "%") return outcome.PlanShare * 100 ?? outcome.Attainment * 100;
        // 每年不少于500人 is no statement about five years' sum.
        if (outcome.IsOrientation && !stated.Words.Contains("年均", StringComparison.Ordinal) && !stated.Words.Contains("累计", StringComparison.Ordinal)) return null;
        var value = unit.EndsWith("/年", StringComparison.Ordinal) && !own.EndsWith("/年", StringComparison.Ordinal) || stated.Words.Contains("年均", StringComparison.Ordinal) ? outcome.PerYear : outcome.Value;
        return unit.StartsWith('万') && !own.StartsWith('万') ? value / 10_000 : unit.StartsWith('亿') && own.StartsWith('万') ? value / 10_000 : value;
    }

    /// <summary>The unit of the value as judged: a growth or reduction is in per cent, whatever it is a growth of.</summary>
    public static string OwnUnit(Question question) => question.Commitment.Kind switch
    {
        "growth_on_base" or "yearly_reduction" => "%",
        "fact" when question.Commitment.BaseYear is not null => "%",
        "fact" or "direction" => question.Indicator?.Unit ?? question.Commitment.Unit,
        _ => question.Commitment.Unit,
    };
}

namespace Reporting.Warehouse.Assessment;

enum Verdict { holds, fails, undecided }

/// <summary>Value against target, unrounded. A bound that cannot decide leaves it undecided: never met and never missed.</summary>
static class Comparison
{
    /// <param name="slack">What a softened number (左右) allows; null where it is softened and nobody has said by how much.</param>
    public static Verdict Of(decimal value, Bound bound, string comparator, decimal target, decimal? slack = 0) => comparator switch
    {
        ">=" or ">" => AtLeast(value, bound, target, slack, strict: comparator == ">"),
        "<=" or "<" => AtLeast(-value, Bounds.Turned(bound), -target, slack, strict: comparator == "<"),
        _ => Both(AtLeast(value, bound, target, slack, false), AtLeast(-value, Bounds.Turned(bound), -target, slack, false)),
    };

    public static Verdict Both(params IReadOnlyList<Verdict> verdicts) =>
        verdicts.Contains(Verdict.fails) ? Verdict.fails : verdicts.Contains(Verdict.undecided) ? Verdict.undecided : Verdict.holds;

    static Verdict AtLeast(decimal value, Bound bound, decimal target, decimal? slack, bool strict)
    {
        var holds = strict ? value > target - (slack ?? 0) : value >= target - (slack ?? 0);
        return (holds, bound) switch
        {
            (true, Bound.exact or Bound.at_least) => Verdict.holds,
            (false, Bound.exact or Bound.at_most) when slack is not null => Verdict.fails,
            _ => Verdict.undecided,
        };
    }
}

using Reporting.Warehouse.Assessment.Kinds;

namespace Reporting.Warehouse.Assessment.Landing;

/// <summary>A foreseen end with its band, still in the figure that is followed.</summary>
sealed record End(int Year, decimal Value, (decimal Low, decimal High)? Around, LandingMethod Method, string How);

/// <summary>From the followed figure to the judged one: value, band, what it says of the number, what is needed.</summary>
static class Ends
{
    /// <param name="target">In the judged unit; null where this end is not judged.</param>
    /// <param name="months">Months from now to that end.</param>
    public static LandedEnd Landed(Sighting sighting, End end, Func<decimal, decimal> judged, decimal? target, int months)
    {
        var value = judged(end.Value);
        var around = end.Around is { } raw ? Ordered(judged(raw.Low), judged(raw.High)) : ((decimal Low, decimal High)?)null;
        var outlook = Of(sighting, judged, target, value, around);
        var need = outlook == Outlook.fails && (!sighting.IsCeiling || sighting.Commitment.Kind == "kept_level") ? Need.None : Need.Of(sighting, Followed(sighting, judged, target), Now(sighting) ?? end.Value, months);
        return new(end.Year, Rounded(value)!.Value, Rounded(around?.Low), Rounded(around?.High), target, Attainment(sighting, value, target), end.Method, outlook,
            Words(sighting, outlook), need.PerMonth is { } each ? Figures.Round(each, Math.Max(sighting.Decimals, 1)) : null, need.Unit, need.Words, end.How + Compared(sighting, target));

        decimal? Rounded(decimal? exact) => exact is { } some ? Figures.Round(some, sighting.Decimals) : null;
    }

    static Outlook Of(Sighting sighting, Func<decimal, decimal> judged, decimal? target, decimal value, (decimal Low, decimal High)? around)
    {
        if (target is not { } number) return Outlook.unjudged;
        if (Final(sighting, judged, number) is { } final) return final;
        var (low, high) = around ?? (value, value);
        return new[] { low, value, high }.Select(figure => sighting.Against(figure, number)).Distinct().ToList() switch
        {
            [Verdict.holds] => Outlook.will_hold,
            [Verdict.fails] => Outlook.will_fail,
            _ => Outlook.open,
        };
    }

    // What adds up only grows: a number once reached stays reached, a limit once passed stays passed. A kept level that once was off was not kept.
    static Outlook? Final(Sighting sighting, Func<decimal, decimal> judged, decimal number)
    {
        if (sighting.Commitment.Kind == "kept_level") return YearEnds.CheckPoints(sighting).Any(point => sighting.Against(point, number) == Verdict.fails) ? Outlook.fails : null;
        if (sighting.Track.Shape != FigureShape.flow || sighting.SoFar is not { } soFar || !Judging.IsYearly(sighting.Question)) return null;
        return (sighting.Against(judged(soFar), number), sighting.IsLimit) switch
        {
            (Verdict.holds, false) when sighting.IsFloor => Outlook.holds,
            (Verdict.fails, true) => Outlook.fails,
            _ => null,
        };
    }

    // The other series goes on: its number of that day is no number of the end.
    static string Compared(Sighting sighting, decimal? target) => target is null || sighting.Commitment is not { Kind: "benchmark", Benchmark: { } other } ? ""
        : $"；目标取至今所知的{sighting.Question.Evidence.Indicator(other, sighting.Year)?.Name ?? "参照数"}（{sighting.Year} 年的数），与本规划所定数并列时取较严的，到期以当年数为准";

    // A kept level is as good as its worst check point, whatever it stands at today.
    static decimal? Now(Sighting sighting)
    {
        if (sighting.Commitment.Kind != "kept_level" || sighting.SoFar is not { } now) return sighting.SoFar;
        var points = YearEnds.CheckPoints(sighting).Append(now);
        return sighting.IsCeiling ? points.Max() : points.Min();
    }

    // A softened number of which nobody has said what it allows is decided by no figure short of it.
    static string Words(Sighting sighting, Outlook outlook) => outlook == Outlook.open && sighting.Question.Slack is null
        ? $"“{sighting.Commitment.Tolerance}”未定容差，不能断定" : outlook.InWords(sighting.IsCeiling, sighting.IsAspirational);

    // Of a reduction the level that it allows; of all others the number itself.
    static decimal? Followed(Sighting sighting, Func<decimal, decimal> judged, decimal? target)
    {
        if (target is not { } number || sighting.Commitment.Kind is not ("yearly_reduction" or "growth_on_base")) return target;
        var (none, one) = (judged(0), judged(1));
        return one == none ? null : (number - none) / (one - none); // both are straight lines of the level
    }

    // Direction-aware as of the rules themselves: of a ceiling never more than all.
    static decimal? Attainment(Sighting sighting, decimal value, decimal? target) => target is not { } number ? null
        : Attained.Of(sighting.IsCeiling ? "<=" : ">=", value, number) is { } share ? Figures.Round(share, 6) : null;

    static (decimal, decimal) Ordered(decimal one, decimal other) => one <= other ? (one, other) : (other, one);
}

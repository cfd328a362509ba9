using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Landing;

/// <summary>What adds up over a year, what stands at a day, and a fraction of two; errors of one say nothing of another.</summary>
public enum FigureShape { flow, level, rate }

/// <summary>What is foreseen for a year's end, and how.</summary>
sealed record Foreseen(decimal Value, LandingMethod Method);

/// <summary>An indicator of one unit as it can be foreseen: itself and, of a rate of what adds up, its two sides.</summary>
sealed record Track(Indicator Indicator, FigureShape Shape, Course Value, Course Above, Course Below)
{
    // Below this part of a year the share that is in says nothing of the whole.
    const decimal LeastShare = 0.05m;
    const int RecentMonths = 3, TrendMonths = 6;

    public static Track Of(Evidence evidence, Indicator indicator, Horizon horizon)
    {
        var scale = Figures.ScaleOf(indicator);
        return new(indicator, indicator.IsRatio || indicator.Unit is "%" or "‰" ? FigureShape.rate : Held.IsFlow(indicator) ? FigureShape.flow : FigureShape.level,
            Course.Of(evidence, indicator, horizon, row => row.Value() * scale), Course.Of(evidence, indicator, horizon, row => row.Numerator), Course.Of(evidence, indicator, horizon, row => row.Denominator));
    }

    /// <summary>Whether it can be seen to be a rate of what adds up over the year.</summary>
    public bool HasParts => Indicator.IsRatio && Indicator.Numerator.Concat(Indicator.Denominator).All(term => term.Time == TimeRule.sum);

    public IReadOnlyList<LandingMethod> Methods => Shape switch
    {
        FigureShape.flow => [LandingMethod.linear, LandingMethod.carried, LandingMethod.seasonal, LandingMethod.seasonal_pace],
        _ => HasParts ? [LandingMethod.level, LandingMethod.parts] : [LandingMethod.level, LandingMethod.trend],
    };

    /// <summary>The year's end as it is foreseen from one of its months; null where that month is not held.</summary>
    public Foreseen? Foresee(int year, int month) => Preferred.Select(method => By(method, year, month) is { } value ? new Foreseen(value, method) : null).FirstOrDefault(each => each is not null);

    LandingMethod[] Preferred => Shape == FigureShape.flow ? [LandingMethod.seasonal_pace, LandingMethod.carried, LandingMethod.linear]
        : HasParts ? [LandingMethod.level] : [LandingMethod.trend, LandingMethod.level]; // the rate so far missed less than its two sides apart (docs/assessment.md)

    /// <summary>The year's end by one method, of nothing but what was held by that month; null where the method has not what it needs.</summary>
    public decimal? By(LandingMethod method, int year, int month) => method switch
    {
        LandingMethod.level => Value.At(year, month),
        LandingMethod.trend => Value.Trend(year, month, TrendMonths) is { } slope ? Floored(Value.At(year, month)!.Value, slope * (12 - month)) : null,
        LandingMethod.parts => Parts(year, month) is { Below: > 0 } parts ? parts.Above / parts.Below * Figures.ScaleOf(Indicator) : null,
        _ => Flow(Value, method, year, month),
    };

    /// <summary>Both sides of a rate at the year's end; null unless both can be foreseen by years before.</summary>
    public (decimal Above, decimal Below)? Parts(int year, int month) =>
        Flow(Above, LandingMethod.seasonal_pace, year, month) is { } above && Flow(Below, LandingMethod.seasonal_pace, year, month) is { } below ? (above, below) : null;

    static decimal? Flow(Course course, LandingMethod method, int year, int month)
    {
        if (course.At(year, month) is not { } soFar) return null;
        if (method == LandingMethod.linear) return soFar * 12 / month;
        var profiles = course.Profiles(year);
        if (profiles.Count == 0) return null;
        if (method == LandingMethod.carried) return soFar + profiles.Average(profile => profile.Total * (1 - profile.Shares[month - 1]));
        var share = Share(profiles, month);
        if (share < LeastShare) return null;
        return method == LandingMethod.seasonal ? soFar / share : soFar + (1 - share) * (soFar / share + Recent(course, profiles, year, month, soFar / share)) / 2;
    }

    // A whole year at the speed of the last three months.
    static decimal Recent(Course course, IReadOnlyList<(decimal Total, IReadOnlyList<decimal> Shares)> profiles, int year, int month, decimal otherwise)
    {
        if (month <= RecentMonths || course.At(year, month - RecentMonths) is not { } before) return otherwise;
        var share = Share(profiles, month) - Share(profiles, month - RecentMonths);
        return share < LeastShare ? otherwise : (course.At(year, month)!.Value - before) / share;
    }

    static decimal Share(IReadOnlyList<(decimal Total, IReadOnlyList<decimal> Shares)> profiles, int month) => profiles.Average(profile => profile.Shares[month - 1]);

    // A number of people or firms does not fall below none.
    static decimal Floored(decimal now, decimal change) => now >= 0 ? Math.Max(0, now + change) : now + change;
}

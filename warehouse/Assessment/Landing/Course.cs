using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Landing;

/// <summary>
/// One figure of one unit, month-end by month-end, up to the horizon and only as far as it can be gone by: a month in which somebody is missing, a figure that is
/// not exact, a level that nobody has said again and years of another meaning are not in it, nor a year within which the unit became another.
/// </summary>
sealed class Course(IReadOnlyDictionary<(int Year, int Month), decimal> points)
{
    // Asked for again and again, by each month that is tested.
    readonly Dictionary<int, IReadOnlyList<(decimal Total, IReadOnlyList<decimal> Shares)>> profiles = [];


    /// <summary>Years before that are gone by at most: an older course says little of this one.</summary>
    public const int MostYears = 3;

    // So many of a year's months before its last must be in for its course to be known.
    const int LeastMonths = 8;

    public decimal? At(int year, int month) => points.TryGetValue((year, month), out var value) ? value : null;

    /// <summary>The last month of a year, up to one, of which a figure is held.</summary>
    public int? LastMonth(int year, int through) => Enumerable.Range(1, through).Where(month => points.ContainsKey((year, month))).Select(month => (int?)month).LastOrDefault();

    /// <summary>What was in by each month-end of the whole years before, as parts of their totals, the latest year first.</summary>
    public IReadOnlyList<(decimal Total, IReadOnlyList<decimal> Shares)> Profiles(int before) => profiles.TryGetValue(before, out var known) ? known : profiles[before] =
    [
        .. from year in Enumerable.Range(before - MostYears, MostYears).Reverse()
           let shares = Curves.OfYear([.. Enumerable.Range(1, 12).Select(month => Bridged(year, month))])
           where shares is not null
           select (At(year, 12)!.Value, shares),
    ];

    // A month that was not all in, between two that were, lies on the line between them; the year's last month is never made up.
    decimal? Bridged(int year, int month)
    {
        if (At(year, month) is { } held) return held;
        if (At(year, 12) is null || Enumerable.Range(1, 11).Count(one => At(year, one) is not null) < LeastMonths) return null;
        var (from, to) = (LastMonth(year, month) ?? 0, Enumerable.Range(month, 13 - month).First(one => At(year, one) is not null));
        var start = from == 0 ? 0 : At(year, from)!.Value;
        return start + (At(year, to)!.Value - start) * (month - from) / (to - from);
    }

    /// <summary>The middle one of its changes a month over at most so many months before: a step, as of what is set once a year, is no trend. Null with fewer than two.</summary>
    public decimal? Trend(int year, int month, int most)
    {
        if (At(year, month) is null) return null;
        var known = Enumerable.Range(0, most + 1).Select(back => (Back: back, Value: Before(year, month, back))).Where(point => point.Value is not null).ToList();
        var changes = known.Zip(known.Skip(1), (later, earlier) => (later.Value!.Value - earlier.Value!.Value) / (earlier.Back - later.Back)).Order().ToList();
        return changes.Count < 2 ? null : (changes[changes.Count / 2] + changes[(changes.Count - 1) / 2]) / 2;
    }

    /// <summary>Change in a month, over at most so many months before and at least two; null where nothing is held of them.</summary>
    public decimal? Slope(int year, int month, int most)
    {
        if (At(year, month) is not { } now) return null;
        var span = Enumerable.Range(2, most - 1).Reverse().FirstOrDefault(back => Before(year, month, back) is not null);
        return span == 0 ? null : (now - Before(year, month, span)!.Value) / span;
    }

    decimal? Before(int year, int month, int back) => year * 12 + month - 1 - back is var at ? At(at / 12, at % 12 + 1) : null;

    /// <param name="value">The side of the figure that is followed.</param>
    public static Course Of(Evidence evidence, Indicator definition, Horizon horizon, Func<IndicatorYear, decimal?> value)
    {
        var isFlow = definition.Numerator.Concat(definition.Denominator).All(term => term.Time == TimeRule.sum);
        var held = new Dictionary<(int, int), decimal>();
        foreach (var year in Enumerable.Range(horizon.Year - 2 * MostYears, 2 * MostYears + 1).Where(year => IsOfNow(evidence, definition, year, horizon.Year)))
            for (var month = 1; month <= horizon.ThroughOf(year); month++)
                if (evidence.Year(evidence.OrgUnit, definition.Id, year, month) is { State: FigureState.reported or FigureState.no_cases, Bound: Bound.exact } row
                    && (isFlow || row.LatestPeriod?.Month == month) && value(row) is { } point) held[(year, month)] = point;
        return new(held);
    }

    static bool IsOfNow(Evidence evidence, Indicator definition, int year, int now) =>
        (year == now || !Held.Breaks(evidence, definition.Id, year, now)) && !IsChangedWithin(evidence, year);

    /// <summary>Whether the unit became another in the middle of a year: its figures before and after are not of the same ground.</summary>
    public static bool IsChangedWithin(Evidence evidence, int year) => evidence.Changes.Any(day => day.Year == year && day.DayOfYear > 1);
}

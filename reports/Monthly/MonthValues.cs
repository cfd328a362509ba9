using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>
/// The value of the district or of a unit in a single month, or in some running, told from the figures through the last and through the one before the first. Sums are subtracted;
/// a level at the end is its own; anything else has no month value.
/// </summary>
static class MonthValues
{
    public const string HoldsEarlier = "含补报", NotDue = "未到期";

    /// <param name="span">Months, of which <paramref name="month"/> is the last.</param>
    /// <param name="orgUnit">Null: the district.</param>
    public static Cell Of(MonthlyFacts facts, Indicator indicator, int month, int span = 1, string? orgUnit = null)
    {
        if (month > facts.Month) return NotDue;
        var now = facts.Figure(orgUnit ?? facts.District, indicator.Id, month);
        if (now?.Value() is null && !facts.IsMonthly(indicator)) return FigureCells.NotApplicable;
        if (now is null) return FigureCells.NotReported;
        if (now.State is not (FigureState.reported or FigureState.incomplete)) return FigureCells.WhyNone(now);
        if (now.LatestPeriod is null || now.LatestPeriod < new DateOnly(now.Year, month, 1)) return FigureCells.NotReported;
        var before = month == span ? None(now) : facts.Figure(orgUnit ?? facts.District, indicator.Id, month - span);
        if (before is null) return FigureCells.NotApplicable;
        var (owed, present) = (now.Owed - before.Owed, now.Present - before.Present);
        if (present > owed) return HoldsEarlier;
        return Single(now, before, indicator) is { } single ? FigureCells.Value(single, indicator, present < owed ? "*" : "") : FigureCells.NotApplicable;
    }

    /// <summary>The month's own terms; null where the time rules leave a month none.</summary>
    static IndicatorYear? Single(IndicatorYear now, IndicatorYear before, Indicator indicator) =>
        indicator.Numerator.Concat(indicator.Denominator).Select(term => term.Time).Distinct().ToList() switch
        {
            [TimeRule.last] => now,
            [TimeRule.sum] => now with { Numerator = now.Numerator - (before.Numerator ?? 0), Denominator = now.Denominator - (before.Denominator ?? 0) },
            _ => null,
        };

    /// <summary>Before January the year holds nothing.</summary>
    static IndicatorYear None(IndicatorYear figure) => figure with { Numerator = 0, Denominator = 0, Owed = 0, Present = 0 };
}

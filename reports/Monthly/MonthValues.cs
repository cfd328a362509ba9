using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>
/// The district's value of a single month, told from the figures through that month and through the one before. Sums are subtracted;
/// a level at month's end is the month's own; anything else has no month value.
/// </summary>
static class MonthValues
{
    public const string HoldsEarlier = "含补报", NotDue = "未到期";

    public static Cell Of(MonthlyFacts facts, Indicator indicator, int month)
    {
        if (month > facts.Month) return NotDue;
        var now = facts.Figure(facts.District, indicator.Id, month);
        if (now?.Value() is null && !facts.IsMonthly(indicator)) return FigureCells.NotApplicable;
        if (now is null) return FigureCells.NotReported;
        if (now.State is not (FigureState.reported or FigureState.incomplete)) return FigureCells.WhyNone(now);
        if (now.LatestPeriod is null || now.LatestPeriod < new DateOnly(now.Year, month, 1)) return FigureCells.NotReported;
        var before = month == 1 ? None(now) : facts.Figure(facts.District, indicator.Id, month - 1);
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

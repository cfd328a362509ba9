using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>同比: against the same months of the year before, where both are exact and mean the same.</summary>
static class YearOnYear
{
    public const string NotComparable = "不可比";

    /// <summary>Relative change; of a rate the difference, as a fraction. Null where none can be told.</summary>
    public static decimal? Change(IndicatorYear? now, IndicatorYear? before, bool ofRate) =>
        now?.Value() is not { } value || before?.Value() is not { } earlier || !AreComparable(now, before) ? null
        : ofRate ? value - earlier
        : earlier > 0 ? value / earlier - 1 : null;

    public static Cell Cell(IndicatorYear? now, IndicatorYear? before, Indicator indicator) =>
        Change(now, before, indicator.IsRatio) is { } change ? FigureCells.Change(change, indicator.IsRatio, HasGap(now!, before!) ? "*" : "") with { Of = FigureCells.Of(now) }
        : now?.Value() is not null && before?.Value() is not null && !AreComparable(now, before) ? NotComparable
        : FigureCells.NotApplicable;

    /// <summary>Units are missing in either year: the change is shown, and says so.</summary>
    public static bool HasGap(IndicatorYear now, IndicatorYear before) =>
        (now.State, before.State) != (FigureState.reported, FigureState.reported);

    /// <summary>An inexact value or another definition makes two different things of the years.</summary>
    static bool AreComparable(IndicatorYear now, IndicatorYear before) =>
        (now.Bound, before.Bound) == (Bound.exact, Bound.exact) && now.IndicatorVersion == before.IndicatorVersion;
}

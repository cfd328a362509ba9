using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Layout;

/// <summary>
/// How figures stand in cells: rounded once to the printed precision, 0 as 0, and where there is none a word that says why, never a
/// bare blank.
/// </summary>
static class FigureCells
{
    public const string NotReported = "未报", NotApplicable = "—", DefinitionChanged = "待定(口径变化)", NoCases = "分母为零", Undecided = "待定";

    /// <param name="mark">Stands after the figure, such as * for a year with a gap.</param>
    public static Cell Value(IndicatorYear? figure, Indicator indicator, string mark = "") =>
        (figure?.Value() is { } value ? Measured(value, indicator, figure.Bound, mark) : (Cell)WhyNone(figure)) with { Of = Of(figure) };

    /// <summary>The figure that a cell shows, to be followed to its sources.</summary>
    public static FigureRef? Of(IndicatorYear? figure) => figure is null ? null : new(figure.OrgUnit, figure.Indicator, figure.Year, figure.Through);

    public static Cell Measured(decimal value, Indicator indicator, Bound bound = Bound.exact, string mark = "")
    {
        var (multiplier, places, pattern) = Scale(indicator);
        return new Number(Figures.Round(value * multiplier, places), Prefix(bound) + pattern + (mark.Length > 0 ? $"\"{mark}\"" : ""));
    }

    /// <summary>A share such as 完成率, at one decimal of a per cent.</summary>
    public static Cell Share(decimal share, Bound bound = Bound.exact) => new Number(Figures.Round(share, 3), Prefix(bound) + "0.0%");

    /// <summary>A change with its sign; of a rate in percentage points.</summary>
    public static Cell Change(decimal change, bool ofRate, string mark = "")
    {
        var (pattern, places, suffix) = ofRate ? ("0.00", 2, $"\"个百分点{mark}\"") : ("0.0%", 3, mark.Length > 0 ? $"\"{mark}\"" : "");
        return new Number(Figures.Round(ofRate ? change * 100 : change, places), $"+{pattern}{suffix};-{pattern}{suffix};{pattern}{suffix}");
    }

    public static string WhyNone(IndicatorYear? figure) => figure?.State switch
    {
        null or FigureState.not_defined_here => NotApplicable,
        FigureState.not_reported => NotReported,
        FigureState.definition_changed => DefinitionChanged,
        FigureState.no_cases => NoCases,
        FigureState.reported or FigureState.incomplete => figure.IsRatio && figure.Denominator == 0 ? NoCases : NotReported,
        _ => Undecided,
    };

    /// <summary>What a stored figure is multiplied by, the decimals it keeps, and the format that shows it. Rates say % in the cell.</summary>
    public static (decimal Multiplier, int Places, string Pattern) Scale(Indicator indicator) => (indicator.IsRatio, indicator.Unit) switch
    {
        (true, "%") => (1, indicator.Decimals + 2, Decimals("0", indicator.Decimals) + "%"),
        (true, "‰") => (1000, indicator.Decimals, Decimals("0", indicator.Decimals) + "\"‰\""),
        (false, "%" or "‰") => (1, indicator.Decimals, Decimals("0", indicator.Decimals) + $"\"{indicator.Unit}\""),
        _ => (1, indicator.Decimals, Decimals(Number.Whole, indicator.Decimals)),
    };

    public static string Decimals(string whole, int count) => count > 0 ? $"{whole}.{new string('0', count)}" : whole;

    public static string Prefix(Bound bound) => bound switch
    {
        Bound.at_least => "\"≥\"",
        Bound.at_most => "\"≤\"",
        Bound.about => "\"约\"",
        _ => "",
    };
}

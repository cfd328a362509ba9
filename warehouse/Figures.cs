using System.Globalization;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>The one place where a ratio is divided and a figure rounded: half away from zero, on decimals.</summary>
public static class Figures
{
    /// <summary>The indicator's value: the numerator itself, or the fraction; null where there is none to give.</summary>
    public static decimal? Value(this IndicatorYear figure) =>
        figure.State is not (FigureState.reported or FigureState.incomplete) || figure.Numerator is null ? null
        : !figure.IsRatio ? figure.Numerator
        : figure.Denominator is null or 0 ? null
        : figure.Numerator / figure.Denominator;

    /// <summary>What a stored figure is multiplied by to stand in its indicator's unit: a computed rate is a fraction, people speak of 92 %.</summary>
    public static decimal ScaleOf(Indicator? indicator) => indicator is not { IsRatio: true } ? 1 : indicator.Unit switch { "%" => 100, "‰" => 1000, _ => 1 };

    /// <summary>A figure in its indicator's unit; a rate at the decimals at which the indicator is printed.</summary>
    public static decimal? InUnit(decimal? value, Indicator? indicator) =>
        value is { } some && indicator is { IsRatio: true } ? Round(some * ScaleOf(indicator), indicator.Decimals) : value;

    public static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>As people read it: plain, without trailing zeros.</summary>
    public static string Printed(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>90, never 90.0000: a decimal remembers the zeros it was made with.</summary>
    public static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;
}

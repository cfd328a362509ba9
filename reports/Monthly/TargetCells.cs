using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>A target as it is printed, and a value against it.</summary>
static class TargetCells
{
    /// <summary>Kinds whose year value may be divided by the target as it stands; the others wait for the evaluation.</summary>
    static readonly HashSet<string> Divisible = ["annual_total", "ceiling", "kept_level", "level_by_end", "ratio", "of_which", "full_coverage"];

    public static Cell Target(CommitmentTarget? target, Indicator indicator) => target switch
    {
        null => "未设目标",
        { State: TargetState.awaiting_issue } => "待下达",
        { State: TargetState.no_target_here } or { Value: null } => "不设目标",
        _ => Issued(target.Value.Value, target, indicator),
    };

    /// <summary>Value ÷ target; null where either is missing, the units differ, or the kind is not judged that way.</summary>
    public static decimal? Attainment(IndicatorYear? figure, CommitmentTarget? target, Indicator indicator) =>
        figure?.Value() is { } value && InFigureUnit(target, indicator) is { } goal and > 0 && Divisible.Contains(target!.Kind) ? value / goal : null;

    public static Cell AttainmentCell(IndicatorYear? figure, CommitmentTarget? target, Indicator indicator) =>
        Attainment(figure, target, indicator) is { } share ? FigureCells.Share(share, figure!.Bound) : FigureCells.NotApplicable;

    /// <summary>The target in the unit in which the figure is held: a rate computed here is a fraction.</summary>
    public static decimal? InFigureUnit(CommitmentTarget? target, Indicator indicator) =>
        target is not { State: TargetState.issued, Value: { } value } || target.Unit != indicator.Unit ? null
        : !indicator.IsRatio ? value
        : indicator.Unit switch { "%" => value / 100, "‰" => value / 1000, _ => value };

    public static string Comparator(string words) => words switch { ">=" => "≥", "<=" => "≤", "=" => "", "about" => "约", _ => words };

    static Number Issued(decimal value, CommitmentTarget target, Indicator indicator)
    {
        var plain = ChineseWords.WithoutTrailingZeros(value);
        var percent = indicator.IsRatio && target.Unit == "%" && indicator.Unit == "%";
        var suffix = percent ? "%" : target.Unit == indicator.Unit && target.Unit is not ("%" or "‰") ? "" : $"\"{target.Unit}\"";
        var prefix = Comparator(target.Comparator) is { Length: > 0 } sign ? $"\"{sign}\"" : "";
        return new(percent ? plain / 100 : plain, prefix + FigureCells.Decimals(Number.Whole, plain.Scale) + suffix);
    }
}

using System.Globalization;
using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>An evaluation in cells: the numbers it holds, in its own unit, and a word where it holds none.</summary>
static class StandingCells
{
    const string Awaited = "待下达";

    public static Cell Value(Promise promise)
    {
        var one = promise.Standing;
        if (one.Value is not { } value) return None(one);
        var sum = one.IsOrientation ? "\"合计\"" : ""; // the plan's figure, beside a promise for each year
        return Measured(value, one.Unit, Math.Max(Decimals(promise), ChineseWords.WithoutTrailingZeros(value).Scale), sum + FigureCells.Prefix(one.Bound)) with { Of = Of(promise) };
    }

    /// <summary>The number to reach; without one, what is asked for instead.</summary>
    public static Cell Target(Promise promise)
    {
        var (one, commitment) = (promise.Standing, promise.Commitment);
        if (one.Target is { } target) return Bounds(promise, ChineseWords.WithoutTrailingZeros(target));
        return one.State == AssessmentState.awaiting_issue ? Awaited : one.Kind switch
        {
            "direction" => commitment.Path switch { "up" => "提高", "down" => "降低", "keep" => "不降低", _ => "只看方向" },
            "milestone" => commitment.Due is { } due ? $"{Period.Month(due).InWords()}底前" : "规划期内",
            "case_deadline" => "个案限期",
            _ => "不设目标",
        };
    }

    public static Cell Attainment(Promise promise) => promise.Standing.Attainment is { } share
        ? FigureCells.Share(share, promise.Commitment.Comparator == ">=" || promise.Standing.Bound == Bound.exact ? promise.Standing.Bound : Bound.about) with { Of = Of(promise) }
        : FigureCells.NotApplicable;

    public static Cell Pace(Promise promise) => promise.Standing.Pace is { } share ? FigureCells.Share(share) : FigureCells.NotApplicable;

    /// <summary>Its light; 未评 where none can be given, which the verdict beside it explains.</summary>
    public static Cell Light(Promise promise) => promise.Light == LightColour.grey ? "未评" : new Light(promise.Light, promise.Light.InWords());

    /// <summary>A foreseen number of the promise, in its unit; it is 估 and its head says so.</summary>
    public static Cell Foreseen(Promise promise, decimal? value) => value is { } some
        ? Measured(some, promise.Landed!.Unit, Math.Max(Decimals(promise), ChineseWords.WithoutTrailingZeros(some).Scale), "") with { Of = Of(promise) }
        : FigureCells.NotApplicable;

    static FigureRef? Of(Promise promise) => promise.FigureThrough(int.Parse(promise.Standing.Through[..4], CultureInfo.InvariantCulture), int.Parse(promise.Standing.Through[5..7], CultureInfo.InvariantCulture));

    /// <summary>Where the number comes from: the plan's own place, or what set it since.</summary>
    public static string Basis(MonthlyFacts facts, Promise promise) =>
        promise.Standing.TargetSource is { } source && facts.Content.Catalog.Plans.All(plan => plan.Document != source)
            ? $"{promise.Commitment.Place}；{source}" : promise.Commitment.Place;

    static Cell Bounds(Promise promise, decimal target) => promise.Commitment is { Comparator: "between", Upper: { } upper }
        ? new Words($"{ChineseWords.Plain(target)}—{ChineseWords.Plain(upper)}{(promise.Standing.Unit == "%" ? "%" : "")}")
        : Measured(target, promise.Standing.Unit, target.Scale, Comparator(promise.Commitment.Comparator));

    static string Comparator(string words) => words switch { ">=" => "\"≥\"", "<=" => "\"≤\"", "=" => "", _ => $"\"{words}\"" };

    static Number Measured(decimal value, string unit, int decimals, string prefix) => unit switch
    {
        "%" => new(value / 100, $"{prefix}{FigureCells.Decimals("0", decimals)}%"),
        "‰" => new(value, $"{prefix}{FigureCells.Decimals("0", decimals)}\"‰\""),
        _ => new(value, prefix + FigureCells.Decimals(Number.Whole, decimals)),
    };

    static int Decimals(Promise promise) => promise.IsInFigureUnit ? promise.Indicator!.Decimals : 0;

    // The words of the verdict stand beside it; here only that an owed figure is no zero.
    static string None(Evaluation one) => one.State == AssessmentState.incomplete ? FigureCells.NotReported : FigureCells.NotApplicable;
}

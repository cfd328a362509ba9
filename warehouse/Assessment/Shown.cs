using System.Globalization;

namespace Reporting.Warehouse.Assessment;

/// <summary>Numbers and signs as explanations show them.</summary>
static class Shown
{
    public static string Number(decimal? value) => value?.ToString("#,##0.####", CultureInfo.InvariantCulture) ?? "—";

    public static string Percent(decimal? fraction) => fraction is { } some ? $"{Number(Figures.Round(some * 100, 2))}%" : "—";

    public static string Bounded(decimal? value, Bound bound) => value is null ? "—" : bound switch
    {
        Bound.at_least => $"{Number(value)}以上",
        Bound.at_most => $"{Number(value)}以下",
        Bound.about => $"约{Number(value)}",
        _ => Number(value),
    };

    public static string Sign(string comparator) => comparator switch { ">=" => "≥", "<=" => "≤", ">" => ">", "<" => "<", "between" => "介于", _ => "=" };

    public static string Verdict(Verdict verdict) => verdict switch
    {
        Assessment.Verdict.holds => "成立",
        Assessment.Verdict.fails => "不成立",
        _ => "不能判定",
    };
}

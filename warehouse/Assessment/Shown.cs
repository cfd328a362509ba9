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

    /// <summary>With its unit: 9,117 人, 92.6%以上.</summary>
    public static string Bounded(decimal? value, Bound bound, string unit) => value is null || unit.Length == 0 ? Bounded(value, bound)
        : $"{(bound == Bound.about ? "约" : "")}{Number(value)}{(unit is "%" or "‰" ? unit : $" {unit}")}{bound switch { Bound.at_least => "以上", Bound.at_most => "以下", _ => "" }}";

    /// <summary>A number of the judged figure's unit beside it: 92% beside 92.6%.</summary>
    public static string Number(decimal? value, string unit) => $"{Number(value)}{(unit is "%" or "‰" ? unit : "")}";

    public static string Months(int year, int through) => through switch { 12 => $"{year}年", 1 => $"{year}年1月", _ => $"{year}年1—{through}月" };

    public static string Sign(string comparator) => comparator switch { ">=" => "≥", "<=" => "≤", ">" => ">", "<" => "<", "between" => "介于", _ => "=" };

    public static string Verdict(Verdict verdict) => verdict switch
    {
        Assessment.Verdict.holds => "成立",
        Assessment.Verdict.fails => "不成立",
        _ => "不能判定",
    };
}

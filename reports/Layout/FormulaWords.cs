using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Layout;

/// <summary>An indicator's formula in words: the elements it is made of, and how their months become a year.</summary>
public static class FormulaWords
{
    /// <param name="on">The day by which elements are named.</param>
    public static string Of(Catalog catalog, Indicator indicator, DateOnly on) => indicator.IsRatio
        ? $"（{Sum(catalog, indicator.Numerator, on)}）÷（{Sum(catalog, indicator.Denominator, on)}）"
        : Sum(catalog, indicator.Numerator, on);

    static string Sum(Catalog catalog, IReadOnlyList<Term> terms, DateOnly on) => string.Concat(terms.Select((term, index) => Sign(term.Factor, index == 0) + Of(catalog, term, on)));

    static string Sign(decimal factor, bool first) => factor switch
    {
        1 => first ? "" : "＋",
        -1 => "－",
        _ => $"{(first ? "" : "＋")}{ChineseWords.Plain(factor)}×",
    };

    static string Of(Catalog catalog, Term term, DateOnly on)
    {
        var part = term.Breakdown == Breakdown.Total ? "" : $"·{catalog.Breakdowns.FirstOrDefault(each => each.Id == term.Breakdown)?.Name ?? term.Breakdown}";
        return $"{catalog.Element(term.Element, on)?.Name ?? term.Element}{part}{ChineseWords.Time(term.Time)}";
    }
}

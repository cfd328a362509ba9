using Reporting.Warehouse.Reference;
using static Reporting.Warehouse.Assessment.Scoring.Quantity;

namespace Reporting.Warehouse.Assessment.Scoring;

/// <summary>A quantity as points, and the arithmetic of it. More completion never gives less, more cases never give more.</summary>
static class Points
{
    /// <summary>Methods that ask how much was done go by the completion; those that ask whether the number was reached, or set out from there, by the standard.</summary>
    public static (decimal Points, string Words) Of(SchemeRule rule, Quantity quantity) => rule.Method is
        ScoringMethod.all_or_nothing or ScoringMethod.banded or ScoringMethod.interpolated or ScoringMethod.stepped
        ? Of(rule, quantity.Standard) : Of(rule, quantity.Value);

    /// <param name="quantity">A completion as a fraction, or a number of cases.</param>
    /// <returns>Unrounded; what veto does to the whole is not told in points.</returns>
    public static (decimal Points, string Words) Of(SchemeRule rule, decimal quantity) => rule.Method switch
    {
        ScoringMethod.linear => Linear(rule, quantity),
        ScoringMethod.banded => Banded(rule, quantity),
        ScoringMethod.interpolated => Interpolated(rule, quantity),
        ScoringMethod.stepped => Stepped(rule, quantity),
        ScoringMethod.all_or_nothing => quantity >= 1 ? (rule.Weight, $"达标得满分 {Plain(rule.Weight)}") : (0, "未达标不得分"),
        ScoringMethod.count_down => Atleast(rule, rule.Weight - quantity * Each(rule), $"{Plain(rule.Weight)} − {Plain(quantity)} × {Plain(Each(rule))}"),
        ScoringMethod.bonus => Bonus(rule, quantity),
        ScoringMethod.deduction => Deduction(rule, quantity),
        _ => (0, quantity > 0 ? "一票否决" : "未触发一票否决"),
    };

    static decimal Each(SchemeRule rule) => rule.Each ?? 0;

    static (decimal, string) Linear(SchemeRule rule, decimal completion)
    {
        var cap = rule.Cap ?? 1;
        var beyond = completion <= cap ? "" : cap == 1 ? "（超额不加分）" : $"（最多按 {Percent(cap)}）";
        return Atleast(rule, rule.Weight * Math.Min(completion, cap), $"{Plain(rule.Weight)} × {Percent(Math.Min(completion, cap))}{beyond}");
    }

    static (decimal, string) Banded(SchemeRule rule, decimal completion) =>
        rule.Bands!.FirstOrDefault(band => completion * 100 >= band.From) is { } band
            ? (band.Points, $"达到 {Plain(band.From)}% 档，得 {Plain(band.Points)}") : (0, $"不到 {Plain(rule.Bands![^1].From)}%，得 0");

    static (decimal, string) Interpolated(SchemeRule rule, decimal completion)
    {
        var (bands, at) = (rule.Bands!, completion * 100);
        if (at >= bands[0].From) return (bands[0].Points, $"达到最高点 {Plain(bands[0].From)}%，得 {Plain(bands[0].Points)}");
        if (at < bands[^1].From) return (0, $"低于最低点 {Plain(bands[^1].From)}%，得 0");
        var low = bands.First(band => at >= band.From);
        var high = bands.Last(band => at < band.From);
        return (low.Points + (high.Points - low.Points) * (at - low.From) / (high.From - low.From),
            $"{Plain(low.Points)} +（{Plain(high.Points)} − {Plain(low.Points)}）×（{Plain(at)} − {Plain(low.From)}）÷（{Plain(high.From)} − {Plain(low.From)}）");
    }

    // Whole steps only: 每低 5 个百分点扣, so 4.9 below costs nothing.
    static (decimal, string) Stepped(SchemeRule rule, decimal completion)
    {
        if (completion >= 1) return (rule.Weight, $"达标得满分 {Plain(rule.Weight)}");
        var steps = Math.Floor((1 - completion) * 100 / rule.Step!.Value);
        return Atleast(rule, rule.Weight - steps * Each(rule), $"{Plain(rule.Weight)} − {Plain(steps)} × {Plain(Each(rule))}（每低 {Plain(rule.Step.Value)} 个百分点扣 {Plain(Each(rule))}）");
    }

    static (decimal, string) Bonus(SchemeRule rule, decimal completion)
    {
        var steps = completion > 1 ? Math.Floor((completion - 1) * 100 / rule.Step!.Value) : 0;
        var most = rule.Most ?? 0;
        return (Math.Min(steps * Each(rule), most), $"每超 {Plain(rule.Step!.Value)} 个百分点加 {Plain(Each(rule))}：{Plain(steps)} × {Plain(Each(rule))}{(steps * Each(rule) > most ? $"，最多加 {Plain(most)}" : "")}");
    }

    static (decimal, string) Deduction(SchemeRule rule, decimal cases)
    {
        var most = rule.Most ?? 0;
        return (-Math.Min(cases * Each(rule), most), $"{Plain(cases)} × {Plain(Each(rule))}{(cases * Each(rule) > most ? $"，最多扣 {Plain(most)}" : "")}");
    }

    static (decimal, string) Atleast(SchemeRule rule, decimal points, string words) =>
        points >= (rule.Least ?? 0) ? (points, words) : (rule.Least ?? 0, $"{words}，扣到 {Plain(rule.Least ?? 0)} 为止");
}

using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Targets;

/// <summary>A unit's part of a split. <paramref name="Basis"/>: last year's figure or population; null where parts were given.</summary>
public sealed record SplitPart(string OrgUnit, decimal? Basis, decimal Value);

/// <summary>Splits a district's target to units so that nothing is created and nothing lost.</summary>
public static class Splitting
{
    static readonly string[] Additive = ["annual_total", "plan_total", "level_by_end", "ceiling", "of_which"];

    /// <summary>Why the parts of a commitment's number would not add up to it; null where they do.</summary>
    public static (string Zh, string En)? WhyNot(Commitment commitment, Indicator? indicator)
    {
        if (commitment.Kind == "kept_level") return ("动态保持是每个检查点都要达到的数，各单位的低点不在同一天，加不成全区的", "a kept level holds at every check point; the units' low points lie on different days and do not add up to the district's");
        if (commitment.Kind is "ratio" or "full_coverage" or "benchmark" or "range" or "growth_on_base" or "yearly_reduction" || indicator?.IsRatio == true || commitment.Unit is "%" or "‰")
            return ("比率、占比、增降幅不能相加，请给各单位各自的目标（target set --org）", "ratios, shares and rates do not add up; set each unit's own with target set --org");
        if (indicator is null || !Additive.Contains(commitment.Kind)) return ("没有可以分解的数", "there is no number to split");
        return null;
    }

    /// <summary>By weights, largest remainder first, at so many decimals; of equal remainders the unit with the smaller code. The parts sum to the whole.</summary>
    /// <returns>By unit code; null where no weight is above 0 or one is below.</returns>
    public static IReadOnlyList<SplitPart>? ByWeight(decimal whole, IReadOnlyDictionary<string, decimal> weights, int decimals)
    {
        var total = weights.Values.Sum();
        if (total <= 0 || weights.Values.Any(weight => weight < 0)) return null;
        var step = StepOf(Math.Max(decimals, Decimals(whole)));
        var exact = weights.OrderBy(weight => weight.Key, StringComparer.Ordinal)
            .Select(weight => (Unit: weight.Key, Weight: weight.Value, Steps: Quotient(whole / step, weight.Value, total))).ToList();
        var left = (int)(whole / step - exact.Sum(part => part.Steps.Whole));
        var favoured = exact.OrderByDescending(part => part.Steps.Over).ThenBy(part => part.Unit, StringComparer.Ordinal).Take(left).Select(part => part.Unit).ToHashSet();
        return [.. exact.Select(part => new SplitPart(part.Unit, part.Weight, (part.Steps.Whole + (favoured.Contains(part.Unit) ? 1 : 0)) * step))];
    }

    /// <summary>The act with its difference, from parts of whatever origin.</summary>
    public static TargetSplit Of(string commitment, int year, SplitMethod method, decimal district, IReadOnlyList<SplitPart> parts, string document, DateOnly on, string by, string reason)
    {
        var sum = parts.Sum(part => part.Value);
        return new(commitment, year, method, district, sum, district - sum, parts.Count, document, on, by, reason, 0);
    }

    // The rest is compared as it is, not as a rounded quotient: both factors stay whole numbers of ten-thousandths.
    static (decimal Whole, decimal Over) Quotient(decimal steps, decimal weight, decimal total)
    {
        var whole = decimal.Floor(steps * weight / total);
        var rest = steps * weight - whole * total;
        return rest < 0 ? (whole - 1, rest + total) : rest >= total ? (whole + 1, rest - total) : (whole, rest);
    }

    static decimal StepOf(int decimals) => Enumerable.Repeat(0.1m, decimals).Aggregate(1m, (step, tenth) => step * tenth);

    static int Decimals(decimal number) => Enumerable.Range(0, 5).First(decimals => decimals == 4 || decimal.Round(number, decimals) == number);
}

using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Lights;

/// <summary>What a unit is short of, or ahead by.</summary>
/// <param name="Share">Per cent of what all units behind are short of, to one decimal; null of a unit ahead.</param>
public sealed record UnitGap(string OrgUnit, decimal Amount, decimal? Share);

/// <summary>
/// By whom a district is short. The shares of the units behind add up to 100; who is ahead stands beside them and takes nothing away from
/// anybody's share.
/// </summary>
/// <param name="District">What the district is short of by now; below 0: ahead.</param>
/// <param name="Rest">What the units do not account for: a part of the target that nobody was given, other curves, units outside the sum.</param>
/// <param name="Unknown">Units that have a target of which cannot be said how they stand.</param>
/// <param name="WhyNot">Why it cannot be laid to units; null where it can.</param>
public sealed record Shortfall(
    decimal? District, string Unit, IReadOnlyList<UnitGap> Behind, IReadOnlyList<UnitGap> Ahead, decimal? Rest, IReadOnlyList<string> Unknown, string? WhyNot)
{
    public decimal BehindSum => Behind.Sum(unit => unit.Amount);
    public decimal AheadSum => Ahead.Sum(unit => unit.Amount);

    /// <param name="units">Of the units that count in the district, each with its evaluation of the commitment, where there is one.</param>
    public static Shortfall Of(Commitment commitment, Evaluation district, IReadOnlyList<(string OrgUnit, Evaluation? Evaluation)> units)
    {
        if (WhyNotOf(commitment, district) is { } why) return new(null, district.Unit, [], [], null, [], why);
        var gaps = units.Select(unit => (unit.OrgUnit, Amount: unit.Evaluation is { } one ? Amount(commitment, one, district) : null)).ToList();
        var whole = Amount(commitment, district, district);
        if (gaps.TrueForAll(gap => gap.Amount is null))
            return new(whole, UnitOf(district), [], [], null, [], NeedsTarget(district) ? "各单位没有分解目标，分不到单位（可用 target split 分解）" : "各单位没有这个数");
        var behind = gaps.Where(gap => gap.Amount > 0).ToDictionary(gap => gap.OrgUnit, gap => gap.Amount!.Value);
        var shares = (Splitting.ByWeight(100, behind, decimals: 1) ?? []).ToDictionary(part => part.OrgUnit, part => part.Value);
        return new(whole, UnitOf(district),
            [.. behind.OrderByDescending(gap => gap.Value).ThenBy(gap => gap.Key, StringComparer.Ordinal).Select(gap => new UnitGap(gap.Key, gap.Value, shares[gap.Key]))],
            [.. gaps.Where(gap => gap.Amount < 0).OrderBy(gap => gap.Amount).ThenBy(gap => gap.OrgUnit, StringComparer.Ordinal).Select(gap => new UnitGap(gap.OrgUnit, -gap.Amount!.Value, null))],
            whole - gaps.Sum(gap => gap.Amount ?? 0),
            [.. units.Where(unit => unit.Evaluation is { State: AssessmentState.incomplete or AssessmentState.undetermined } && gaps.Exists(gap => gap.OrgUnit == unit.OrgUnit && gap.Amount is null)).Select(unit => unit.OrgUnit)],
            null);
    }

    static string? WhyNotOf(Commitment commitment, Evaluation district) => commitment.Kind switch
    {
        "milestone" => "任务由部门办，不分到单位",
        "kept_level" => "动态保持看每个检查点，各单位的低点不在同一天，不能相加",
        "growth_on_base" or "yearly_reduction" or "benchmark" or "range" => "增降幅、对标数和区间不能相加，分不到单位",
        _ when IsRate(district) && district.Denominator is null => "只有比率，没有分子分母，分不到单位",
        _ => null,
    };

    /// <summary>What is missing by now, in what the figure counts: of an amount against its pace, of a rate the cases that its target still asks for.</summary>
    static decimal? Amount(Commitment commitment, Evaluation one, Evaluation district)
    {
        if (one.State is AssessmentState.undetermined or AssessmentState.not_defined_here or AssessmentState.not_due || one.Value is not { } value) return null;
        if (commitment.Kind == "zero_events") return value;
        var sign = Attained.IsLess(commitment) ? -1 : 1;
        if (IsRate(district))
            return one is { Numerator: { } part, Denominator: { } all } && (one.Target ?? district.Target) is { } rate ? Rounded((rate / Full(district) * all - part) * sign) : null;
        return (one.Expected ?? one.Target) is { } due ? Rounded((due - value) * sign) : null;
    }

    static bool NeedsTarget(Evaluation district) => district.Kind != "zero_events" && !IsRate(district);
    static bool IsRate(Evaluation one) => one.Kind is "ratio" or "full_coverage" || one.Unit is "%" or "‰";
    static decimal Full(Evaluation one) => one.Unit == "‰" ? 1000 : 100;
    // Of a rate cases are missing, not points.
    static string UnitOf(Evaluation district) => IsRate(district) ? "" : district.Unit;
    static decimal Rounded(decimal amount) => Figures.Round(amount, 4);
}

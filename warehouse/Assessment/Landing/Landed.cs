namespace Reporting.Warehouse.Assessment.Landing;

/// <summary>
/// How an end was foreseen. Of what adds up: <c>linear</c> (as so far; all there is while no year before is whole), <c>carried</c> (what came after this month in years
/// before is added), <c>seasonal</c> (divided by the share of a year that used to be in by this month), <c>seasonal_pace</c> (the same for what is to come, half of it by
/// the last three months). Of levels: <c>level</c> (stays), <c>trend</c> (goes on). Of rates of what adds up: <c>level</c> (so far) and, to compare, <c>parts</c> (both sides by themselves). Of a plan's total: <c>yearly_pace</c>.
/// </summary>
public enum LandingMethod { linear, carried, seasonal, seasonal_pace, level, trend, parts, yearly_pace }

/// <summary>What the foreseen end says of the number. <c>open</c>: the number lies within the band; <c>holds</c> and <c>fails</c>: nothing that comes can change it.</summary>
public enum Outlook { unjudged, holds, will_hold, open, will_fail, fails }

/// <summary>The foreseen end of a year or of a plan, rounded for print.</summary>
/// <param name="Low">Null, with <paramref name="High"/>, where there is nothing to take a band from.</param>
/// <param name="Target">Null where the number is not judged at this end, or there is none.</param>
/// <param name="Needed">Each month from now on, in <paramref name="NeededUnit"/>: to be added, or (of a ceiling) at most, or (of a level too high) to go down by; null where nothing is.</param>
/// <param name="NeededWords">The same as a sentence.</param>
/// <param name="How">Method and band in words.</param>
public sealed record LandedEnd(
    int Year, decimal Value, decimal? Low, decimal? High, decimal? Target, decimal? Attainment, LandingMethod Method, Outlook Outlook, string OutlookWords,
    decimal? Needed, string? NeededUnit, string? NeededWords, string How)
{
    /// <summary>Where what is judged at this end stands now, in the figure's own unit, where that is not <see cref="Landed.SoFar"/>: of a plan's total all years of the plan.</summary>
    public decimal? SoFar { get; init; }
}

/// <summary>Where a commitment will land for one unit. Without either end nothing is foreseen, and <paramref name="Why"/> says why.</summary>
/// <param name="Through">Last month that was gone by: earlier than the one asked where that one is not all in.</param>
/// <param name="SoFar">The figure of that month in its own unit, which of a reduction is not <paramref name="Unit"/>; null where nothing is held.</param>
/// <param name="Unit">Of both ends: 人, or % of what is judged in per cent.</param>
public sealed record Landed(
    string Commitment, string Name, string Kind, string OrgUnit, int Year, string Through, decimal? SoFar, string SoFarUnit, string Unit, LandedEnd? YearEnd, LandedEnd? PlanEnd, string? Why);

public static class LandingWords
{
    public static string InWords(this LandingMethod method) => method switch
    {
        LandingMethod.linear => "按月平均推算",
        LandingMethod.carried => "加上往年同期以后的数",
        LandingMethod.seasonal => "按往年的月度进度",
        LandingMethod.seasonal_pace => "按往年的月度进度和近三个月的快慢",
        LandingMethod.level => "按最近一期的数",
        LandingMethod.trend => "按最近一期的数和近期走势",
        LandingMethod.parts => "分子、分母各按往年的月度进度",
        _ => "按近年的年度数",
    };

    internal static string InWords(this Outlook outlook, bool isCeiling, bool isAspirational) => outlook switch
    {
        Outlook.unjudged => "",
        Outlook.holds => "已达到",
        Outlook.fails => isCeiling ? "已超出" : "已不能达到",
        Outlook.will_hold => isCeiling ? "预计控制在内" : "预计达到",
        Outlook.open => isCeiling ? "在控制数上下" : "在目标上下",
        _ => isCeiling ? "预计超出" : isAspirational ? "预计达不到（力争目标）" : "预计达不到",
    };
}

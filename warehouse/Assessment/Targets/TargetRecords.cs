namespace Reporting.Warehouse.Assessment.Targets;

/// <summary>By what a district's target is split to its units: last year's figures, population, or given numbers.</summary>
public enum SplitMethod { last_year, population, given }

/// <summary>How the part of a year's target expected by each month came about.</summary>
public enum CurveMethod { linear, last_year, given }

/// <summary>One act of splitting the district's target of a year. The parts are target decisions of the same load.</summary>
/// <param name="Difference">District's target less the sum of the parts: what nobody was given (or was given beyond it). Shown, never spread.</param>
public sealed record TargetSplit(
    string Commitment, int Year, SplitMethod Method, decimal DistrictTarget, decimal PartsSum, decimal Difference, int Units, string Document,
    DateOnly DecidedOn, string DecidedBy, string Reason, long KnownFromLoad);

/// <summary>下达: from its load on the units' targets change only by a revision with a document.</summary>
public sealed record TargetIssue(string Commitment, int Year, string Document, DateOnly DecidedOn, string DecidedBy, string Reason, long KnownFromLoad)
{
    /// <summary>The first issue that binds a year; what is promised over a whole plan is bound from its first issue on.</summary>
    public static TargetIssue? Of(IEnumerable<TargetIssue> issues, string commitment, int year, bool isWholePlan) => issues
        .Where(issue => issue.Commitment == commitment && (issue.Year == year || isWholePlan && issue.Year <= year)).MinBy(issue => issue.KnownFromLoad);
}

/// <summary>One month-end of a 序时 curve: the part of the year's target expected by then.</summary>
public sealed record CurvePoint(
    string Commitment, string OrgUnit, int Year, int Month, decimal Share, CurveMethod Method, string DecidedBy, string Reason, long KnownFromLoad);

public static class TargetWords
{
    public static string InWords(this SplitMethod method) => method switch
    {
        SplitMethod.last_year => "按上年实绩",
        SplitMethod.population => "按人口",
        _ => "逐个给定",
    };

    public static string InWords(this CurveMethod method) => method switch
    {
        CurveMethod.linear => "按月平均",
        CurveMethod.last_year => "按上年进度",
        _ => "按给定进度",
    };
}

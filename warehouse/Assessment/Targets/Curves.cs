namespace Reporting.Warehouse.Assessment.Targets;

/// <summary>序时 curves: how much of a year's target is expected by each month-end.</summary>
public static class Curves
{
    /// <summary>The part of a year that has passed: what is expected where nobody has said otherwise.</summary>
    public static decimal Linear(int through) => through / 12m;

    public static IReadOnlyList<decimal> LinearYear => [.. Enumerable.Range(1, 12).Select(month => decimal.Round(Linear(month), 8))];

    /// <summary>Cumulative shares out of last year's cumulative figures at its month-ends; null where one is missing, one falls, or the year is nothing.</summary>
    public static IReadOnlyList<decimal>? OfYear(IReadOnlyList<decimal?> monthEnds)
    {
        if (monthEnds.Count != 12 || monthEnds.Any(value => value is null or < 0) || monthEnds[11] is not > 0) return null;
        var rises = monthEnds.Zip(monthEnds.Skip(1)).All(pair => pair.First <= pair.Second);
        return rises ? [.. monthEnds.Select(value => decimal.Round(value!.Value / monthEnds[11]!.Value, 8))] : null;
    }

    /// <summary>Cumulative shares out of each month's share; null unless there are twelve, none below 0, which are one whole.</summary>
    public static IReadOnlyList<decimal>? OfShares(IReadOnlyList<decimal> shares)
    {
        if (shares.Count != 12 || shares.Any(share => share < 0) || shares.Sum() != 1) return null;
        var soFar = 0m;
        return [.. shares.Select(share => soFar += share)];
    }

    /// <summary>What is expected by a month-end, and by which curve: the unit's own that was set last, else the district's, else the part of the year that has passed.</summary>
    internal static (Elapsed Expected, string? Words) Expected(Evidence evidence, string commitment, int year, int through)
    {
        var point = Point(evidence.OrgUnit) ?? Point(evidence.District);
        // The stored shares of a straight line are cut at eight decimals; what is expected by it is not.
        return point is null || through == 12 ? (new(through, 12), null)
            : (point.Method == CurveMethod.linear ? new(through, 12) : new(point.Share, 1), $"{point.Method.InWords()}（{(point.OrgUnit == evidence.OrgUnit ? "" : "用全区的，")}{point.DecidedBy} 登记，批次 {point.KnownFromLoad}）");

        CurvePoint? Point(string unit) => evidence.Curves
            .Where(curve => curve.Commitment == commitment && curve.Year == year && curve.OrgUnit == unit && curve.Month == through).MaxBy(curve => curve.KnownFromLoad);
    }
}

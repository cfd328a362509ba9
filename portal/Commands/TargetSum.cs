using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>The units' parts of a number as they stand now, beside the number itself: a change of either after the split sets them apart.</summary>
/// <param name="District">Null: not issued yet.</param>
/// <param name="Difference">District's number less the parts.</param>
sealed record TargetSum(string Commitment, int Year, decimal? District, decimal Parts, int Units, decimal? Difference)
{
    /// <summary>Of all commitments of a district whose parts add up and were given to units.</summary>
    public static IReadOnlyList<TargetSum> Of(MartQueries marts, Catalog catalog, string district, int year, long asOf)
    {
        var additive = catalog.Plans.Where(plan => plan.District == district).SelectMany(plan => plan.Commitments)
            .Where(one => Splitting.WhyNot(one, AskedSplit.Indicator(catalog, one, year)) is null).Select(one => one.Id).ToHashSet();
        return
        [
            .. marts.Targets(district, year, asOf).Where(target => additive.Contains(target.Commitment)).GroupBy(target => target.Commitment)
                .Select(target => Of(target.Key, year, district, [.. target])).OfType<TargetSum>(),
        ];
    }

    /// <summary>Years of a decision in which the parts no longer add up to the district's number, as of the last load.</summary>
    public static IReadOnlyList<TargetSum> Apart(OpenWarehouse warehouse, Catalog catalog, Plan plan, Commitment commitment, int from, int? to) =>
    [
        .. Enumerable.Range(from, (to ?? plan.LastYear) - from + 1)
            .SelectMany(year => Of(warehouse.Marts, catalog, plan.District, year, warehouse.Marts.LastLoad()!.LoadId))
            .Where(sum => sum.Commitment == commitment.Id && sum.Difference is not (null or 0)),
    ];

    static TargetSum? Of(string commitment, int year, string district, IReadOnlyList<CommitmentTarget> targets)
    {
        var (whole, parts) = (targets.FirstOrDefault(target => target.OrgUnit == district)?.Value, targets.Where(target => target.OrgUnit != district && target.Value is not null).ToList());
        return parts.Count == 0 ? null : new(commitment, year, whole, parts.Sum(part => part.Value!.Value), parts.Count, whole - parts.Sum(part => part.Value!.Value));
    }

    public string InWords() => $"{Commitment} {Year} 年现在全区 {(District is { } whole ? Number(whole) : "待下达")}，{Units} 个单位合计 {Number(Parts)}"
        + (Difference is { } lacking ? $"，{TargetSplitVerb.Difference(lacking)}" : "");

    static string Number(decimal value) => value.ToString("#,##0.####", CultureInfo.InvariantCulture);
}

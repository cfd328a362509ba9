using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>Indicators and commitments that changed values feed. Pure.</summary>
public sealed record TouchedCommitments(IReadOnlyList<Indicator> Indicators, IReadOnlyList<(Plan Plan, Commitment Commitment)> Commitments)
{
    /// <summary>Only what is, or would be, loaded touches anything; what is quoted never does.</summary>
    public static TouchedCommitments By(IEnumerable<RereadFile> files, Catalog catalog)
    {
        var values = files.SelectMany(file => file.Tables).SelectMany(table => table.Values).Where(value => value.Counts && !value.Claim.Quoted)
            .Select(value => (value.Claim.District, value.Claim.Element, value.Claim.Breakdown)).ToHashSet();
        var indicators = catalog.Indicators.Where(indicator => values.Any(value => Feeds(value.Element, value.Breakdown, indicator, catalog))).ToList();
        var commitments = from plan in catalog.Plans
                          let own = values.Where(value => value.District == plan.District).ToList()
                          from commitment in plan.Commitments
                          where own.Exists(value => value.Element == commitment.IssuedBy)
                              || catalog.Indicators.Any(indicator => (indicator.Id == commitment.Indicator || indicator.Id == commitment.Benchmark)
                                  && own.Exists(value => Feeds(value.Element, value.Breakdown, indicator, catalog)))
                          select (plan, commitment);
        return new([.. indicators.GroupBy(indicator => indicator.Id).Select(versions => versions.Last())], [.. commitments]);
    }

    // The members of an exhaustive group make up a whole that nobody states.
    static bool Feeds(string element, string breakdown, Indicator indicator, Catalog catalog) => indicator.Numerator.Concat(indicator.Denominator).Any(term =>
        term.Element == element && (term.Breakdown == breakdown || catalog.Breakdowns.Any(part => part.Id == breakdown && part.Exhaustive)));
}

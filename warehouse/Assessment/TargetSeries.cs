using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>One version of a commitment's number.</summary>
/// <param name="FromYear">First year it holds for; null: from the plan's beginning.</param>
public sealed record TargetVersion(int Version, decimal Value, Bound Bound, int? FromYear, int? ToYear, string Source)
{
    /// <summary>Load of the decision that made it; null where it stands in a document.</summary>
    public long? KnownFromLoad { get; init; }

    public bool HoldsIn(int year) => (FromYear ?? year) <= year && year <= (ToYear ?? year);
}

/// <summary>The versions that are judged together: for each year the last that holds. Versions whose beginning the text does not tell are
/// judged each by itself, over all years.</summary>
public sealed record TargetSeries(IReadOnlyList<TargetVersion> Versions)
{
    public TargetVersion? In(int year) => Versions.LastOrDefault(version => version.HoldsIn(year));

    /// <summary>
    /// The version that the one in force has replaced: the first that held for the year; of a unit the one that was issued to it, for what stood
    /// before 下达 was a draft. Null where nothing was replaced.
    /// </summary>
    public TargetVersion? Original(int year, TargetIssue? issue, bool isDistrict)
    {
        var holding = Versions.Where(version => version.HoldsIn(year)).ToList();
        var first = isDistrict ? holding.FirstOrDefault() : issue is null ? null : holding.LastOrDefault(version => version.KnownFromLoad <= issue.KnownFromLoad);
        return first == In(year) ? null : first;
    }

    /// <summary>The one number that is in force for a unit in a year; null where there is none, or where the text leaves open which of several it is.</summary>
    public static TargetVersion? InForce(Plan plan, Commitment commitment, Evidence evidence, int year)
    {
        var versions = Of(plan, commitment, evidence).Select(series => series.In(year)).Distinct().ToList();
        return versions is [var only] ? only : null;
    }

    public static IReadOnlyList<TargetSeries> Of(Plan plan, Commitment commitment, Evidence evidence)
    {
        var own = evidence.IsDistrict ? Written(plan, commitment).ToList() : [];
        var decided = evidence.DecisionsOn(commitment.Id, evidence.OrgUnit)
            .Select((decision, index) => new TargetVersion(own.Count + index + 1, decision.Value, Bound.exact, decision.FromYear, decision.ToYear,
                $"{decision.Document}（{decision.DecidedBy} {decision.DecidedOn:yyyy-MM-dd} 登记）")
            { KnownFromLoad = decision.KnownFromLoad });
        var later = Issued(commitment, evidence).Concat(decided).ToList();
        return own.Skip(1).Any(version => version.FromYear is null)
            ? [.. own.Select(version => new TargetSeries([version with { FromYear = null }, .. later]))]
            : [new([.. own, .. later])];
    }

    static IEnumerable<TargetVersion> Written(Plan plan, Commitment commitment)
    {
        if (commitment.Value is { } first) yield return new(1, first, Bound.exact, null, null, plan.Document);
        var number = commitment.Value is null ? 0 : 1;
        foreach (var revision in commitment.Revisions ?? [])
            yield return new(++number, revision.Value, Bound.exact, revision.FromYear, null, revision.Document ?? $"{plan.Document}（{revision.Note}）");
    }

    // 市下达: the city's notice is an observation of the year, measured at the district.
    static IEnumerable<TargetVersion> Issued(Commitment commitment, Evidence evidence) =>
        !evidence.IsDistrict || !commitment.IssuedFromAbove || commitment.IssuedBy is null ? []
        : evidence.Stated.Where(figure => figure.Element == commitment.IssuedBy && figure.OrgUnit == evidence.District
                && figure.PeriodKind == PeriodKind.year && figure.Breakdown == Breakdown.Total)
            .OrderBy(figure => figure.PeriodStart).ThenByDescending(figure => figure.Role)
            .Select(figure => new TargetVersion(1, figure.Value, figure.Bound, figure.PeriodStart.Year, figure.PeriodStart.Year, $"市下达：{Held.SourceOf([figure], evidence.Names)}"));
}

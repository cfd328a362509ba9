namespace Reporting.Reports.Monthly;

/// <summary>Which promise is shown where there is room for one: the worst light first, then who is furthest behind 序时, then the lowest 完成率.</summary>
static class Spotlight
{
    public static IReadOnlyList<Promise> Order(MonthlyFacts facts) =>
    [
        .. facts.Numbered.Where(promise => promise is { Indicator: not null, Standing.Value: not null })
            .OrderByDescending(promise => promise.Light).ThenBy(promise => promise.Standing.PointsAhead ?? 0).ThenBy(promise => promise.Standing.Attainment ?? 1),
    ];

    public static Promise? Of(MonthlyFacts facts) => Order(facts) is [var first, ..] ? first : null;

    /// <summary>The ranking of the first of them that has one: before all others of what can be laid to units, and of what is compared only with the year before last.</summary>
    public static Ranking? Ranked(MonthlyFacts facts) => Order(facts).Select(promise => Ranking.Of(facts, promise)).Where(ranking => ranking.Exists)
        .OrderByDescending(ranking => ranking.Promise.Alert?.Shortfall?.Behind.Count > 0).ThenBy(ranking => ranking.By == RankedBy.change).FirstOrDefault();
}

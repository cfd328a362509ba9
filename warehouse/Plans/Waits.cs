using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Plans;

/// <summary>
/// What a commitment still lacks: <c>form</c> no form brings it, <c>figures</c> nothing has come in the plan's years, <c>base</c> the base year's figure,
/// <c>issue</c> the number from above for the year, <c>benchmark</c> the other series for the year, <c>ledger</c> cases one by one,
/// <c>state</c> a recorded state.
/// </summary>
public enum Lacking { form, figures, @base, issue, benchmark, ledger, state }

/// <param name="Subject">What is lacking: elements or a year, for whoever is to bring it.</param>
public sealed record Wait(Lacking What, string Subject);

/// <summary>What the commitments of one plan wait for, by what is defined and what had come by a load.</summary>
/// <param name="Year">The year that numbers from above are asked for.</param>
/// <param name="Came">Values reported in the plan's district from the earliest base year on; a check figure is one too.</param>
/// <param name="Recorded">Commitments of which somebody has recorded a state.</param>
public sealed record Waits(Catalog Catalog, Plan Plan, int Year, IReadOnlyList<Observation> Came, IReadOnlySet<string> Recorded)
{
    public static Waits At(Catalog catalog, Plan plan, int year, MartQueries marts, long asOf)
    {
        var first = plan.Commitments.Min(commitment => commitment.BaseYear) is { } earliest ? Math.Min(earliest, plan.FirstYear) : plan.FirstYear;
        return new(catalog, plan, Math.Clamp(year, plan.FirstYear, plan.LastYear),
            [.. marts.Observations(plan.District, null, new(first, 1, 1), new(plan.LastYear, 12, 31), asOf).Where(value => value.State == ValueState.reported)],
            marts.MilestoneStates(asOf).Select(state => state.Commitment).ToHashSet());
    }

    public IReadOnlyList<Wait> Of(Commitment commitment)
    {
        var feeds = Feeds.Of(Catalog, Plan, commitment);
        return [.. Missing(commitment, feeds).Distinct()];
    }

    IEnumerable<Wait> Missing(Commitment commitment, IReadOnlyList<Feed> feeds)
    {
        foreach (var feed in feeds.Where(feed => feed.Form is null)) yield return new(Lacking.form, feed.Element);
        if (commitment.Kind == "case_deadline") yield return new(Lacking.ledger, commitment.Name ?? commitment.Id);
        if (commitment.Kind == "milestone" && !Recorded.Contains(commitment.Id)) yield return new(Lacking.state, commitment.Name ?? commitment.Id);
        foreach (var feed in Fed(feeds, FeedUse.figure).Where(feed => !Within(feed.Element, Plan.FirstYear, Plan.LastYear)))
            yield return new(Lacking.figures, feed.Element);
        if (commitment.BaseYear is { } year)
            foreach (var feed in Fed(feeds, FeedUse.figure).Where(feed => !Within(feed.Element, year, year))) yield return new(Lacking.@base, $"{feed.Element} {year}");
        foreach (var feed in Fed(feeds, FeedUse.issued).Where(feed => !Within(feed.Element, Year, Year))) yield return new(Lacking.issue, $"{feed.Element} {Year}");
        foreach (var feed in Fed(feeds, FeedUse.benchmark).Where(feed => !Within(feed.Element, Year, Year))) yield return new(Lacking.benchmark, $"{feed.Element} {Year}");
    }

    static IEnumerable<Feed> Fed(IReadOnlyList<Feed> feeds, FeedUse use) => feeds.Where(feed => feed.Use == use && feed.Form is not null);

    // A figure of the whole plan speaks for no single year.
    bool Within(string element, int from, int to) => Came.Any(value => value.Element == element && from <= value.PeriodStart.Year && value.PeriodEnd.Year <= to);
}

using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>A unit whose score, rank or grade of a year is another after a change of definitions.</summary>
public sealed record ScoreChange(int Year, MovedScore Moved);

/// <summary>Which scores, ranks and grades a change of definitions moves, in every year that a touched scheme covers and figures or days have reached.</summary>
static class ScoreTrial
{
    /// <summary>One side of the trial: the definitions and what was entered with them.</summary>
    public sealed record Side(MartQueries Marts, Catalog Catalog, Load AsOf);

    public static IReadOnlyList<ScoreChange> Differences(DefinitionReach reach, Side before, Side after) =>
    [
        .. from asked in Asked(reach, before).Union(Asked(reach, after)).Order()
           from moved in MovedScore.Between(Boards(reach, before, asked), Boards(reach, after, asked))
           select new ScoreChange(asked.Year, moved),
    ];

    static IEnumerable<(string District, int Year)> Asked(DefinitionReach reach, Side side) =>
        from scheme in side.Catalog.Schemes
        where reach.Schemes.Contains(scheme.Id)
        from plan in side.Catalog.Plans
        where plan.District == scheme.District
        let last = Math.Min(AssessmentReading.OfPlan(side.Marts, plan, null, side.AsOf).Year, plan.LastYear)
        from year in Enumerable.Range(plan.FirstYear, Math.Max(0, last - plan.FirstYear + 1))
        where scheme.Covers(year)
        select (scheme.District, year);

    static IReadOnlyList<Assessment.Scoring.ScoreBoard> Boards(DefinitionReach reach, Side side, (string District, int Year) asked)
    {
        List<Scheme> schemes = [.. RunReading.Schemes(side.Catalog, asked.District, asked.Year).Where(scheme => reach.Schemes.Contains(scheme.Id))];
        return schemes.Count == 0 ? [] : RunReading.Inputs(side.Marts, side.Catalog, asked.District, asked.Year, null, schemes, side.AsOf).Judged().Boards;
    }
}

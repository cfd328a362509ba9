namespace Reporting.Warehouse.Assessment.Scoring;

/// <summary>Scores all units of a scheme. Pure: the same input gives the same board, in whatever order its lists stand.</summary>
public static class Scorer
{
    public static ScoreBoard Of(ScoringInput input)
    {
        var standings = input.Standings.ToDictionary(standing => standing.OrgUnit, standing => standing.Evaluations);
        var conducts = input.Conduct.ToDictionary(conduct => conduct.OrgUnit);
        var unreported = input.Unreported.ToHashSet();
        // Told in one order whatever the order given: the words list the duties.
        var commitments = input.Commitments.OrderBy(commitment => commitment.Id, StringComparer.Ordinal).ToList();
        var scored = from peers in input.Scheme.Groups
                     let scoredGroup = (from unit in peers.MembersAmong(input.Units)
                                        let subject = new Subject(input.Scheme, unit, standings.GetValueOrDefault(unit.Measures, []),
                                            conducts.GetValueOrDefault(unit.Code, new(unit.Code, 0, 0, 0, 0, 0, 0)), commitments, unreported)
                                        select UnitScoring.Of(subject, peers.Name)).ToList()
                     from unit in Ranking.Of(input.Scheme, scoredGroup)
                     select unit;
        return new(input.Scheme.Id, input.Scheme.Version, input.Year, input.Through, [.. scored]);
    }
}

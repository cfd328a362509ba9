using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>One evaluation before and after a change of definitions; null where it is not asked on that side.</summary>
/// <param name="Year">Null: the whole plan.</param>
public sealed record EvaluationChange(string Plan, string OrgUnit, int? Year, string Commitment, int Version, Evaluation? Before, Evaluation? After)
{
    public string Name => (After ?? Before)!.Name;
}

/// <param name="Day">From which the change was tried.</param>
/// <param name="HeldValues">Current values per touched element.</param>
public sealed record TriedDefinitions(
    DateOnly Day, IReadOnlyList<DefinitionChange> Changes, DefinitionReach Reach, IReadOnlyList<(string Element, int Values)> HeldValues, IReadOnlyList<EvaluationChange> Evaluations,
    IReadOnlyList<ScoreChange> Scores, IReadOnlyList<LightChange> Lights);

/// <summary>What changed definitions would touch. They are entered, everything is judged again, and nothing of it stays.</summary>
public static class DefinitionTrial
{
    /// <param name="written">Everything that is written, the change included.</param>
    /// <param name="today">What is issued later is tried as of the day of its issue.</param>
    public static TriedDefinitions Of(KnownDefinitions definitions, MartQueries marts, IReadOnlyList<Definition> written, DateOnly today, DateTime now)
    {
        var known = definitions.InForce();
        var day = written.Where(one => known.All(old => old.Sha256 != one.Sha256)).Select(one => one.Issued).Max() is { } issued && issued > today ? issued : today;
        var before = definitions.Current;
        var last = marts.LastLoad();
        return definitions.Rehearse(written, day, today, now, (load, after, seen) =>
        {
            var changes = DefinitionChange.Between(known, load is null ? known : InForce(written, known, day));
            var reach = DefinitionReach.Of(before, after, changes);
            var evaluations = last is null || load is null ? [] : Differences(reach, Judged(marts, before, reach, last), Judged(seen, after, reach, last with { LoadId = load.LoadId }));
            var lights = last is null || load is null ? [] : LightTrial.Differences(reach, new(marts, before, last), new(seen, after, last with { LoadId = load.LoadId }));
            var scores = last is null || load is null ? [] : ScoreTrial.Differences(reach, new(marts, before, last), new(seen, after, last with { LoadId = load.LoadId }));
            return new TriedDefinitions(day, changes, reach, [.. Held(marts, before, reach)], evaluations, scores, lights);
        });
    }

    // As the store would: what is written and not yet issued leaves standing what was known before.
    static IReadOnlyList<Definition> InForce(IReadOnlyList<Definition> written, IReadOnlyList<Definition> known, DateOnly day) => Definition.InForce(
        written.Select(one => one.IsIssuedBy(day) ? one : known.FirstOrDefault(old => (old.Kind, old.Id, old.Version) == (one.Kind, one.Id, one.Version))).OfType<Definition>(), day);

    static IEnumerable<(string, int)> Held(MartQueries marts, Catalog before, DefinitionReach reach) =>
        from element in reach.Values
        select (element, before.Districts.Sum(district => marts.Observations(district.Code, element, DateOnly.MinValue, DateOnly.MaxValue, long.MaxValue - 1)
            .Count(value => value.State == ValueState.reported)));

    // Every year of the touched plans, of the district and its units, and each plan as a whole.
    static Dictionary<(string Plan, string OrgUnit, int? Year, string Commitment, int Version), Evaluation> Judged(MartQueries marts, Catalog catalog, DefinitionReach reach, Load asOf)
    {
        var judged = new Dictionary<(string, string, int?, string, int), Evaluation>();
        foreach (var plan in catalog.Plans.Where(plan => reach.Plans.Contains(plan.Id)))
        {
            var whole = AssessmentReading.OfPlan(marts, plan, null, asOf);
            Add(plan, plan.District, Assessor.Evaluate(plan, AssessmentReading.Evidence(marts, catalog, plan, plan.District, asOf.LoadId), whole, null));
            for (var year = plan.FirstYear; year <= Math.Min(whole.Year, plan.LastYear); year++)
            {
                var horizon = AssessmentReading.OfYear(marts, plan.District, year, null, asOf);
                foreach (var standing in UnitStandings.Of([(plan, AssessmentReading.EvidenceOfUnits(marts, catalog, plan, year, asOf.LoadId))], horizon, year))
                    Add(plan, standing.OrgUnit, standing.Evaluations);
            }
        }
        return judged;

        void Add(Plan plan, string orgUnit, IEnumerable<Evaluation> evaluations)
        {
            foreach (var one in evaluations.Where(one => reach.Commitments.Contains(one.Id))) judged[(plan.Id, orgUnit, one.Year, one.Id, one.Version)] = one;
        }
    }

    static IReadOnlyList<EvaluationChange> Differences(
        DefinitionReach reach, Dictionary<(string Plan, string OrgUnit, int? Year, string Commitment, int Version), Evaluation> before,
        Dictionary<(string Plan, string OrgUnit, int? Year, string Commitment, int Version), Evaluation> after) =>
    [
        .. before.Keys.Union(after.Keys).Select(key => new EvaluationChange(key.Plan, key.OrgUnit, key.Year, key.Commitment, key.Version, before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .Where(change => !Equals(Said(change.Before), Said(change.After))).OrderBy(change => reach.Plans.ToList().IndexOf(change.Plan)).ThenBy(change => change.Commitment, StringComparer.Ordinal)
            .ThenBy(change => change.OrgUnit, StringComparer.Ordinal).ThenBy(change => change.Year),
    ];

    static object? Said(Evaluation? one) => one is null ? null : (one.State, one.Words, one.Name, one.Value, one.Bound, one.Unit, one.Target, one.Attainment, one.Strength, one.Veto);
}

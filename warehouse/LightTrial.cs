using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>One light before and after a change of definitions; null where there is none on that side.</summary>
/// <param name="Version">Of the commitment's number.</param>
public sealed record LightChange(string OrgUnit, int Year, string Commitment, int Version, string Name, LightColour? Before, LightColour? After);

/// <summary>Which lights a change of definitions turns, in the last year of each touched district that figures or days have reached.</summary>
static class LightTrial
{
    /// <summary>One side of the trial: the definitions and what was entered with them.</summary>
    public sealed record Side(MartQueries Marts, Catalog Catalog, Load AsOf);

    public static IReadOnlyList<LightChange> Differences(DefinitionReach reach, Side before, Side after)
    {
        var (old, now) = (Lit(reach, before), Lit(reach, after));
        return
        [
            .. old.Keys.Union(now.Keys).Where(key => Colour(old, key) != Colour(now, key))
                .Select(key => new LightChange(key.OrgUnit, key.Year, key.Commitment, key.Version, (now.GetValueOrDefault(key) ?? old[key]).Evaluation.Name, Colour(old, key), Colour(now, key)))
                .OrderBy(change => change.Commitment, StringComparer.Ordinal).ThenBy(change => change.OrgUnit, StringComparer.Ordinal),
        ];

        static LightColour? Colour(Dictionary<Key, Alert> lights, Key key) => lights.GetValueOrDefault(key)?.Now.Light;
    }

    sealed record Key(string OrgUnit, int Year, string Commitment, int Version);

    // A changed table may turn every light of its district, a changed commitment only its own.
    static Dictionary<Key, Alert> Lit(DefinitionReach reach, Side side)
    {
        var touched = side.Catalog.Plans.Where(plan => reach.Plans.Contains(plan.Id) || reach.Lights.Contains(plan.District))
            .Select(plan => (plan.District, Year: Math.Min(AssessmentReading.OfPlan(side.Marts, plan, null, side.AsOf).Year, plan.LastYear)));
        return touched.GroupBy(one => one.District, one => one.Year).Select(one => (District: one.Key, Year: one.Max()))
            .SelectMany(one => Alerts.Of(AlertReading.Input(side.Marts, side.Catalog, one.District, one.Year, null, side.AsOf)).Select(light => (one.District, one.Year, Light: light)))
            .Where(one => reach.Lights.Contains(one.District) || reach.Commitments.Contains(one.Light.Commitment.Id))
            .ToDictionary(one => new Key(one.Light.Evaluation.OrgUnit, one.Year, one.Light.Commitment.Id, one.Light.Evaluation.Version), one => one.Light);
    }
}

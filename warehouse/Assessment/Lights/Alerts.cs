using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Lights;

/// <summary>All that a district's lights are made of.</summary>
/// <param name="Table">Null where none was defined as of the load.</param>
/// <param name="Months">The year's months up to the last that counts, the district first in each.</param>
/// <param name="Counting">Units whose figures add up to the district's, by code.</param>
/// <param name="Cases">督办 of the district, closed ones too.</param>
public sealed record AlertInput(
    string District, int Year, LightTable? Table, IReadOnlyList<Plan> Plans, IReadOnlyList<MonthStandings> Months, IReadOnlySet<string> Counting,
    IReadOnlyList<Acknowledgement> Acknowledgements, IReadOnlyList<SupervisionCase> Cases);

/// <summary>The light of one commitment of one unit (a district is one), with what belongs to it.</summary>
/// <param name="Months">In order; of a unit without its months before it had a target or figure.</param>
/// <param name="AcknowledgementEnded">Why the acknowledgement holds no more; null while it holds.</param>
/// <param name="Cases">督办 on it that are not closed: of a district those of all its units.</param>
/// <param name="Shortfall">Of a district's light that is yellow or worse.</param>
public sealed record Alert(
    Commitment Commitment, Plan Plan, Evaluation Evaluation, IReadOnlyList<MonthLight> Months, Acknowledgement? Acknowledged, string? AcknowledgementEnded,
    IReadOnlyList<SupervisionCase> Cases, Shortfall? Shortfall)
{
    public MonthLight Now => Months[^1];

    /// <summary>Last month's; null in the first.</summary>
    public MonthLight? Before => Months is [.., var before, _] ? before : null;

    public bool HasMoved => Before is { } before && before.Light != Now.Light;
    public bool IsLit => Now.Light > LightColour.green;
}

/// <summary>The lights of a district and its units in one year, as at its last month. Pure: of the same input always the same.</summary>
public static class Alerts
{
    /// <returns>The district's first, all of its commitments but facts; then of each unit those that it was given a number for.</returns>
    public static IReadOnlyList<Alert> Of(AlertInput input)
    {
        var promises = input.Plans.SelectMany(plan => plan.Commitments.Select(commitment => (plan, commitment))).ToDictionary(one => one.commitment.Id);
        var months = input.Months.Select(month => (month.Month, month.Day,
            Units: month.Standings.ToDictionary(unit => unit.OrgUnit, unit => unit.Evaluations.ToLookup(one => one.Id)))).ToList();
        if (months.Count == 0) return [];
        return
        [
            .. from standing in input.Months[^1].Standings
               from same in standing.Evaluations.GroupBy(one => one.Id)
               from one in same.Select((evaluation, index) => (Evaluation: evaluation, Index: index))
               let promise = promises[one.Evaluation.Id]
               where promise.commitment.Kind != "fact" && (standing.OrgUnit == input.District || IsGiven(one.Evaluation))
               let series = months.Select(month => (month.Month, month.Day, Found: month.Units.GetValueOrDefault(standing.OrgUnit)?[one.Evaluation.Id].ElementAtOrDefault(one.Index)))
                   .Where(month => month.Found is not null).Select(month => new MonthOf(month.Month, month.Day, month.Found!)).ToList()
               select Lit(input, promise.plan, promise.commitment, one.Evaluation, PaceLights.Of(input.Table, promise.commitment, series)),
        ];
    }

    // Of a unit only what it was given a number for; what it merely reports is the district's to answer for.
    static bool IsGiven(Evaluation one) => one.Target is not null
        && one.State is not (AssessmentState.no_target_here or AssessmentState.not_defined_here or AssessmentState.direction_only);

    static Alert Lit(AlertInput input, Plan plan, Commitment commitment, Evaluation evaluation, IReadOnlyList<MonthLight> months)
    {
        var isDistrict = evaluation.OrgUnit == input.District;
        var acknowledged = Acknowledgement.LastOf(input.Acknowledgements, commitment.Id, evaluation.OrgUnit, input.Year);
        var shortfall = isDistrict && months[^1].Light > LightColour.green ? Shortfall.Of(commitment, evaluation,
            [.. input.Months[^1].Standings.Where(unit => input.Counting.Contains(unit.OrgUnit)).Select(unit => (unit.OrgUnit, unit.Evaluations.FirstOrDefault(one => one.Id == commitment.Id)))]) : null;
        return new(commitment, plan, evaluation, months, acknowledged, acknowledged?.EndedBy(months)?.Words,
            [.. input.Cases.Where(one => !one.IsClosed && one.Order.Commitment == commitment.Id && (isDistrict || one.Order.OrgUnit == evaluation.OrgUnit))], shortfall);
    }
}

using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>How a district and all its units stand in one year of its plans.</summary>
public static class UnitStandings
{
    /// <param name="judged">Each plan with the evidence of the district and its units, the district first; every plan has the same units.</param>
    /// <returns>In the units' order. Of a unit below the district only commitments that were given to it or of which it has a figure of its own.</returns>
    public static IReadOnlyList<Standing> Of(IReadOnlyList<(Plan Plan, IReadOnlyList<Evidence> Units)> judged, Horizon horizon, int year) => Of(judged, horizon, horizon, year);

    /// <summary>
    /// Each month of the year up to a last one. Figures are judged by what each month says; tasks by what had come about at its end, and at the
    /// last month as they stand today, unless that month was asked for by name.
    /// </summary>
    public static IReadOnlyList<MonthStandings> ByMonth(IReadOnlyList<(Plan Plan, IReadOnlyList<Evidence> Units)> judged, Horizon last, bool isAsked, int year) =>
    [
        .. Enumerable.Range(1, last.Through).Select(month =>
        {
            var (figures, end) = (last with { Through = month }, Period.Month(year, month).End);
            var tasks = month == last.Through && !isAsked ? figures : figures with { Today = last.Today < end ? last.Today : end };
            return new MonthStandings(month, tasks.Today.Year > year ? new(year, 12, 31) : tasks.Today, Of(judged, figures, tasks, year));
        }),
    ];

    static IReadOnlyList<Standing> Of(IReadOnlyList<(Plan Plan, IReadOnlyList<Evidence> Units)> judged, Horizon figures, Horizon tasks, int year) =>
    [
        .. judged.SelectMany(one => one.Units.Select(evidence => (evidence.OrgUnit, Evaluations: Evaluations(one.Plan, evidence, figures, tasks, year))))
            .GroupBy(one => one.OrgUnit)
            .Select(unit => new Standing(unit.Key, [.. unit.SelectMany(one => one.Evaluations)])),
    ];

    static IEnumerable<Evaluation> Evaluations(Plan plan, Evidence evidence, Horizon figures, Horizon tasks, int year) =>
        plan.Commitments.Where(commitment => evidence.IsDistrict || commitment.Indicator is not null)
            .SelectMany(commitment => Assessor.Evaluate(plan, commitment, evidence, commitment.Kind == "milestone" ? tasks : figures, year))
            .Where(evaluation => evidence.IsDistrict || evaluation.Target is not null || evaluation.Value is not null || IsOfOtherGround(evaluation));

    // What cannot be told of a unit that was another in the base year is to be settled, not left out.
    static bool IsOfOtherGround(Evaluation evaluation) => evaluation is { State: AssessmentState.undetermined, Kind: "yearly_reduction" or "growth_on_base" };
}

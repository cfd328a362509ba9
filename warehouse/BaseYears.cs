using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>What a promise of a change is held against: the figures of earlier years, under today's units where a unit is another since.</summary>
static class BaseYears
{
    /// <param name="first">First year that is judged; <paramref name="last"/> the last.</param>
    /// <param name="changes">By unit code, the days from which it was another.</param>
    public static IReadOnlyList<IndicatorYear> Bridged(
        MartQueries marts, Plan plan, int first, int last, Dictionary<string, IReadOnlyList<DateOnly>> changes, long asOf)
    {
        var held = (from commitment in plan.Commitments
                    where commitment.Indicator is not null
                    from span in Of(plan, commitment, first, last)
                    where changes.Values.Any(days => days.Any(day => new DateOnly(span.Base, 1, 1) < day && day <= new DateOnly(span.Judged, 12, 31)))
                    select (Indicator: commitment.Indicator!, span.Base)).ToHashSet();
        return
        [
            .. held.Select(one => one.Base).Distinct().Order().SelectMany(year => marts.IndicatorYears(plan.District, year, asOf, UnitView.today, through: 12))
                .Where(row => held.Contains((row.Indicator, row.Year)) && changes.GetValueOrDefault(row.OrgUnit) is { Count: > 0 }),
        ];
    }

    static IEnumerable<(int Base, int Judged)> Of(Plan plan, Commitment commitment, int first, int last)
    {
        var judged = Enumerable.Range(first, last - first + 1);
        return commitment switch
        {
            { Kind: "yearly_reduction", Path: not "linear" } => judged.Select(year => (year - 1, year)),
            { Kind: "yearly_reduction" or "growth_on_base" } or { Kind: "fact", BaseYear: not null } => judged.Select(year => (commitment.BaseYear ?? plan.FirstYear - 1, year)),
            _ => [],
        };
    }
}

using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Targets;

/// <summary>目标: the numbers of a district and year, how far each was handed down to units. A unit sees its own.</summary>
[For(Role.reviewer, Role.leader, Role.assessor, Role.reporter)]
public sealed class IndexModel(Office office) : DistrictPage(office)
{
    /// <summary>One promise with a number in a year.</summary>
    /// <param name="Own">The district's target, or those of the caller's own units.</param>
    internal sealed record Row(Plan Plan, Commitment Commitment, IReadOnlyList<CommitmentTarget> Own, int Units, TargetSum? Sum, TargetIssue? Issue);

    const int MostKept = 12;

    [BindProperty(SupportsGet = true)] public int? Year { get; set; }

    internal IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!Enter()) return NotFound();
        Years = [.. Catalog.Plans.Where(plan => plan.District == District.Code).SelectMany(plan => Enumerable.Range(plan.FirstYear, plan.LastYear - plan.FirstYear + 1)).Distinct().OrderDescending()];
        if (AsOf is not { } asOf || Years.Count == 0) return Page();
        if (Year is { } asked && !Years.Contains(asked)) return NotFound();
        var year = Year ??= Years.MinBy(one => Math.Abs(one - AlertReading.CurrentYear(Office.Warehouse.Marts, District.Code, asOf)));
        var marts = Office.Warehouse.Marts;
        var targets = marts.Targets(District.Code, year, asOf.LoadId).ToLookup(target => target.Commitment);
        var sums = Kept.Of((District.Code, year, asOf.LoadId), MostKept, () => TargetSum.Of(marts, Catalog, District.Code, year, asOf.LoadId));
        var issues = marts.TargetIssues(asOf.LoadId);
        Rows =
        [
            .. from plan in Catalog.PlansOf(District.Code, year)
               from commitment in plan.Commitments
               where !TargetSet.TakesNoNumber(commitment)
               let all = targets[commitment.Id]
               let own = all.Where(target => ReadsAll ? target.OrgUnit == District.Code : Me.Reads(District.Code, target.OrgUnit)).ToList()
               where ReadsAll || own.Count > 0
               select new Row(plan, commitment, own, all.Count(target => target.OrgUnit != District.Code && target.Value is not null), sums.FirstOrDefault(sum => sum.Commitment == commitment.Id),
                   TargetIssue.Of(issues, commitment.Id, year, commitment.Kind == "plan_total")),
        ];
        return Page();
    }
}

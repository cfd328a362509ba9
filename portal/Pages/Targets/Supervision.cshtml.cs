using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Targets;

/// <summary>督办台账: what was demanded of whom, what is overdue first, the counts of each unit; 审核 opens one.</summary>
[For(Role.reviewer, Role.leader, Role.assessor, Role.reporter)]
public sealed class SupervisionModel(Office office) : DistrictPage(office)
{
    public const int Most = 300;

    /// <summary>Closed ones too.</summary>
    [BindProperty(SupportsGet = true)] public bool All { get; set; }
    [BindProperty(SupportsGet = true)] public string? Org { get; set; }

    /// <summary>A promise that a demand is to be opened about.</summary>
    [BindProperty(SupportsGet = true)] public string? About { get; set; }

    [BindProperty] public string? Demand { get; set; }
    [BindProperty] public string? Deadline { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public IReadOnlyList<SupervisionCase> Cases { get; private set; } = [];
    public IReadOnlyList<SupervisionCounts> Counts { get; private set; } = [];

    public IEnumerable<Commitment> Commitments => Catalog.Plans.Where(plan => plan.District == District.Code).OrderByDescending(plan => plan.FirstYear).SelectMany(plan => plan.Commitments).Where(one => one.Kind != "fact");

    public IActionResult OnGet() => Read() ? Page() : NotFound();

    public IActionResult OnPostOpen(string org)
    {
        if (!Read() || !MayDecide || InScope.Unit(Catalog, Me, org, Role.reviewer)?.District != District.Code) return NotFound();
        return Act(SuperviseOpen.Verb, Reason, ("--district", District.Code), ("--org", org), ("--commitment", Some(About)), ("--demand", Some(Demand)), ("--deadline", Some(Deadline)))
            ? Redirect($"/targets/supervision?district={District.Code}") : Page();
    }

    static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    bool Read()
    {
        if (!Enter()) return false;
        if (AsOf is not { } asOf) return true;
        var cases = Office.Warehouse.Marts.Supervisions(District.Code, asOf.LoadId).Where(one => Reads(one.Order.OrgUnit)).ToList();
        Counts = SupervisionCounts.Of(cases, DateOnly.MinValue, DateOnly.MaxValue, Day);
        // What is overdue most stands first, what is done with last.
        Cases = [.. cases.Where(one => (All || !one.IsClosed) && (string.IsNullOrEmpty(Org) || one.Order.OrgUnit == Org))
            .OrderBy(one => one.IsClosed).ThenByDescending(one => one.DaysOverdue(Day)).ThenBy(one => one.Order.Deadline).ThenBy(one => one.Order.Number).Take(Most)];
        return true;
    }
}

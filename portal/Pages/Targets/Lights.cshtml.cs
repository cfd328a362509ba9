using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;

namespace Reporting.Portal.Pages.Targets;

/// <summary>亮灯签收: the lights of today that are red, orange or yellow, those that nobody answers for first.</summary>
[For(Role.reviewer, Role.leader, Role.assessor, Role.reporter)]
public sealed class LightsModel(Office office) : DistrictPage(office)
{
    /// <summary>Unit lights too, not only the district's.</summary>
    [BindProperty(SupportsGet = true)] public bool Units { get; set; }

    /// <summary>A year that is over may still be signed for; null: the one that is being reported.</summary>
    [BindProperty(SupportsGet = true)] public int? Year { get; set; }

    /// <summary>Years of the district's plans that have begun, newest first.</summary>
    public IReadOnlyList<int> Years => [.. Catalog.Plans.Where(plan => plan.District == District.Code).SelectMany(plan => Enumerable.Range(plan.FirstYear, plan.LastYear - plan.FirstYear + 1)).Where(year => year <= Day.Year).Distinct().OrderDescending()];

    internal AlertBoard? Board { get; private set; }

    /// <summary>Why there are no lights.</summary>
    public string? WhyNone { get; private set; }

    internal IReadOnlyList<Alert> Lit { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!Enter()) return NotFound();
        if (AsOf is null) return Page();
        try { Board = Known(); }
        catch (MisuseException none) { WhyNone = PageWords.Of(none.In("zh")); }
        Lit = Board is null ? [] : [.. Board.Alerts.Where(alert => alert.IsLit && Shows(alert)).OrderBy(alert => Answered(alert)).ThenByDescending(alert => alert.Now.Light)];
        return Page();
    }

    /// <param name="through">The month whose light was looked at.</param>
    public IActionResult OnPostAcknowledge(string commitment, string? org, string? owner, string? reason, int? through)
    {
        if (Promise(commitment) is null || !MayDecide || org is not null && InScope.Unit(Catalog, Me, org, Role.reviewer)?.District != District.Code) return NotFound();
        Act(AlertsAcknowledge.Verb, reason, ("COMMITMENT", commitment), ("--org", org), ("--owner", string.IsNullOrWhiteSpace(owner) ? null : owner), ("--year", Year is { } year ? $"{year}" : null), ("--through", through is { } month ? $"{month}" : null));
        return Redirect($"/targets/lights?district={District.Code}{(Year is { } of ? $"&year={of}" : "")}{(Units ? "&units=true" : "")}");
    }

    // Worked out once for each load and day, as on the board.
    AlertBoard Known()
    {
        return Kept.Board(Office, Acting.Asked(Me, AlertsVerb.Verb, null, [], [("--district", District.Code), ("--year", Year is { } year ? $"{year}" : null)], json: false));
    }

    internal static bool Answered(Alert alert) => alert.Acknowledged is not null && alert.AcknowledgementEnded is null;

    // A department looks at the district's lights that it leads or supports; a unit at its own.
    bool Shows(Alert alert)
    {
        if (ReadsAll) return Units || alert.Evaluation.OrgUnit == District.Code;
        return Me.Reads(District.Code, alert.Evaluation.OrgUnit)
            || alert.Evaluation.OrgUnit == District.Code && alert.Commitment.Departments.Concat(alert.Commitment.Supporting ?? []).Any(SpeaksFor);
    }
}

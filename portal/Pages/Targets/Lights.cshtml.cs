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

    public IActionResult OnPostAcknowledge(string commitment, string? org, string? owner, string? reason)
    {
        if (Promise(commitment) is null || !MayDecide || org is not null && InScope.Unit(Catalog, Me, org, Role.reviewer)?.District != District.Code) return NotFound();
        Act(AlertsAcknowledge.Verb, reason, ("COMMITMENT", commitment), ("--org", org), ("--owner", string.IsNullOrWhiteSpace(owner) ? null : owner));
        return Redirect($"/targets/lights?district={District.Code}{(Units ? "&units=true" : "")}");
    }

    // Worked out once for each load and day, as on the board.
    AlertBoard Known()
    {
        var request = new Request(AlertsVerb.Verb.Name, new Dictionary<string, IReadOnlyList<string>> { ["--district"] = [District.Code] }, [], Me.Login, null, "zh", false);
        return HttpContext.RequestServices.GetRequiredService<KeptAnswers>().Board(Office, request);
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

using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>考核: the schemes of a district and year with scores and ranks as of a load, and the runs that were frozen.</summary>
[For(Role.assessor, Role.leader, Role.reviewer)]
public sealed class AssessModel(Office office) : AssessPage(office)
{
    public IReadOnlyList<(Scheme Scheme, ScoreBoard Board)> Boards { get; private set; } = [];
    public IReadOnlyList<AssessmentRun> Runs { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (Districts.Count == 0) return Page();
        if (!Choose()) return NotFound();
        if (Wrong is null) Try(() => Boards = [.. RunReading.Schemes(Known, District.Code, Year).Select(scheme => (scheme, BoardOf(scheme)))]);
        Runs = [.. Office.Warehouse.Marts.AssessmentRuns(District.Code, long.MaxValue - 1).Reverse()];
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse.Assessment.Runs;

namespace Reporting.Portal.Pages;

/// <summary>From one frozen run to another: which inputs moved, and which evaluations, scores and ranks followed.</summary>
[For(Role.assessor, Role.leader, Role.reviewer)]
public sealed class RunDiffModel(Office office) : AssessPage(office)
{
    public AssessmentRun Before { get; private set; } = null!;
    public AssessmentRun After { get; private set; } = null!;
    public RunDiff? Diff { get; private set; }

    public IActionResult OnGet(long before, long after)
    {
        if (RunInReach(before) is not { } first || RunInReach(after) is not { } second) return NotFound();
        (Before, After, District, Known) = (first, second, Catalog.District(second.District)!, Office.Warehouse.Definitions.AsOf(second.AsOfLoad));
        if ((first.District, first.Year) != (second.District, second.Year)) Wrong = "两次考核不是同一个区、同一年的，不能比。";
        else
        {
            // What is stored of one of them may not be what was sealed: then there is nothing to compare.
            try { Diff = KeptAnswers.InTurn(() => AssessDiff.Between(Office.Warehouse, first, second)); }
            catch (FailureException broken) { Wrong = broken.In("zh"); }
        }
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages;

/// <summary>From one frozen run to another: which inputs moved, and which evaluations, scores and ranks followed.</summary>
[For(Role.assessor, Role.leader, Role.reviewer)]
public sealed class RunDiffModel(Office office) : AssessPage(office)
{
    public string? Answered { get; private set; }
    public string? Failing { get; private set; }

    public IActionResult OnGet(long before, long after)
    {
        if (RunInReach(before) is null || RunInReach(after) is null) return NotFound();
        var answer = Acting.Do(Me, AssessDiff.Verb, null, ("RUN1", $"{before}"), ("RUN2", $"{after}"));
        (Answered, Failing) = (answer.Out, answer.ExitCode == 0 ? null : answer.Error);
        return Page();
    }
}

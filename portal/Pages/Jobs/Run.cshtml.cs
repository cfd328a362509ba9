using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Operations;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Jobs;

/// <summary>One run: how far it is while it goes on, its timeline, lines and error; cancel and retry.</summary>
[For(Role.operations)]
public sealed class RunModel(Office office) : OfficePage(office)
{
    public const int MostLines = 300;

    public JobRun Run { get; private set; } = null!;
    public IReadOnlyList<RunMove> Moves { get; private set; } = [];
    public IReadOnlyList<RunLogLine> Log { get; private set; } = [];

    public bool CanRetry => Run.HasEnded && Run.State != RunState.succeeded;

    public IActionResult OnGet(long number) => Find(number) ? Page() : NotFound();

    /// <summary>What changes while it runs; asked for again until it has ended.</summary>
    public IActionResult OnGetPart(long number) => Find(number) ? Partial("_Run", this) : NotFound();

    public IActionResult OnPostCancel(long number, string? reason)
    {
        if (!Find(number)) return NotFound();
        Act(JobsCancel.Verb, reason, ("RUN", $"{number}"));
        return Redirect($"/jobs/runs/{number}");
    }

    public IActionResult OnPostRetry(long number, string? reason)
    {
        if (!Find(number)) return NotFound();
        return Act(JobsRetry.Verb, reason, ("RUN", $"{number}"), (JobsRun.NoWait.Name, "")) ? Redirect($"/jobs/runs/{Office.Operations.LatestRuns(1, Run.JobId)[0].RunId}") : Redirect($"/jobs/runs/{number}");
    }

    bool Find(long number)
    {
        if (Office.Operations.Run(number) is not { } run) return false;
        (Run, Moves, Log) = (run, Office.Operations.MovesOfRun(number), Office.Operations.LogOfRun(number, MostLines));
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Operations;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Jobs;

/// <summary>运行记录: the latest runs, of one job or in one state where that is asked for, a page at a time.</summary>
[For(Role.operations)]
public sealed class RunsModel(Office office) : OfficePage(office)
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public string? Id { get; set; }
    [BindProperty(SupportsGet = true)] public RunState? State { get; set; }

    /// <summary>The run after which (backwards in time) the page begins.</summary>
    [BindProperty(SupportsGet = true)] public long? Before { get; set; }

    public IReadOnlyList<JobRun> Runs { get; private set; } = [];
    public bool HasMore { get; private set; }
    public IEnumerable<string> Jobs => Office.JobsFile.Jobs.Select(job => job.Id);

    public void OnGet()
    {
        var runs = Office.Operations.LatestRuns(PageSize + 1, string.IsNullOrEmpty(Id) ? null : Id, State, Before);
        (Runs, HasMore) = ([.. runs.Take(PageSize)], runs.Count > PageSize);
    }
}

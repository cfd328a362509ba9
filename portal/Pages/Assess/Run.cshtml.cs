using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Marts;

namespace Reporting.Portal.Pages;

/// <summary>A frozen run as it was stored: what it stood on, its boards; what was accepted since; worked out again and compared.</summary>
[For(Role.assessor, Role.leader, Role.reviewer)]
public sealed class RunModel(Office office) : AssessPage(office)
{
    [BindProperty(SupportsGet = true)] public long Number { get; set; }
    public AssessmentRun Run { get; private set; } = null!;
    public StoredRun Stored { get; private set; } = null!;
    public string? Fault { get; private set; }
    public IReadOnlyList<FrozenCorrections> Since { get; private set; } = [];
    public string? Replayed { get; private set; }

    public IActionResult OnGet() => Find() ? Page() : NotFound();

    /// <summary>Reads only: worked out again by what was held at its load.</summary>
    public IActionResult OnPostReplay()
    {
        if (!Find()) return NotFound();
        var answer = Acting.Do(Me, AssessReplay.Verb, null, ("RUN", $"{Number}"));
        Replayed = $"{answer.Out}\n{answer.Error}".Trim();
        return Page();
    }

    bool Find()
    {
        if (RunInReach(Number) is not { } run) return false;
        (Run, District, Known) = (run, Catalog.District(run.District)!, Office.Warehouse.Definitions.AsOf(run.AsOfLoad));
        Stored = AskedRun.Stored(run, Office.Warehouse);
        Fault = RunFaults.Of(Stored)?.In("zh");
        Since = [.. FrozenYears.Since(Office.Warehouse.Marts, run.District).Where(one => one.Run == run.Run)];
        return true;
    }
}

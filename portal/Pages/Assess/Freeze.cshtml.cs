using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;

namespace Reporting.Portal.Pages;

/// <summary>冻结: the assessment of a year is kept for ever; what corrects it is another run.</summary>
[For(Role.assessor)]
public sealed class FreezeModel(Office office) : AssessPage(office)
{
    [BindProperty] public string? Reason { get; set; }
    [BindProperty(Name = "corrects")] public string? Corrects { get; set; }
    [BindProperty(Name = "uncertified-ok")] public bool UncertifiedOk { get; set; }
    [BindProperty(Name = "unchanged-ok")] public bool UnchangedOk { get; set; }
    public IReadOnlyList<CertifiedUnit> Certified { get; private set; } = [];

    /// <summary>The runs of the year that a new one may correct: the last of each month.</summary>
    public IReadOnlyList<AssessmentRun> Earlier { get; private set; } = [];

    public IActionResult OnGet() => Lay() ? Page() : NotFound();

    public IActionResult OnPost()
    {
        if (!Lay()) return NotFound();
        if (Wrong is not null) return Page();
        if (Given(Corrects) is { } corrects && !Earlier.Any(run => $"{run.Run}" == corrects)) return NotFound();
        var done = Act(Assess.Verb, Reason, ("--freeze", ""), ("--district", District.Code), ("--year", $"{Year}"), ("--through", Given(ThroughText)), ("--as-of", Given(AsOf)),
            ("--uncertified-ok", UncertifiedOk ? "" : null), ("--corrects", Given(Corrects)), ("--unchanged-ok", UnchangedOk ? "" : null));
        return done ? Redirect(Reading.Addresses.Of("/assess", ("district", District.Code), ("year", $"{Year}"))) : Page();
    }

    bool Lay()
    {
        if (!Choose() || !MayFreeze) return false;
        if (Wrong is not null) return true;
        var marts = Office.Warehouse.Marts;
        Try(() => Certified = RunReading.Certified(marts, Office.Warehouse.Definitions, District.Code, AssessmentReading.OfYear(marts, District.Code, Year, Through(), Load), Load, marts.LastLoad()!.LoadId));
        Earlier = [.. marts.AssessmentRuns(District.Code, long.MaxValue - 1).Where(run => run.Year == Year).GroupBy(run => run.Through).Select(same => same.Last())];
        return true;
    }
}

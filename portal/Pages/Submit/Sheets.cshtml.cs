using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Warehouse;

namespace Reporting.Portal.Pages.Submit;

/// <summary>All that came of one form, unit and period, the newest first.</summary>
[For(Role.reporter, Role.reviewer)]
public sealed class SheetsModel(Office office) : AskedSheetPage(office)
{
    public const int Most = 100;

    protected override IReadOnlyList<Role> Choosing => [Role.reporter, Role.reviewer];

    public IReadOnlyList<SubmissionRow> Rows { get; private set; } = [];

    /// <summary>Where a receipt leads: the view of the role that reaches the unit.</summary>
    public string To => Unit is { } unit && Me.CoversUnit(unit.District, unit.Code, Role.reviewer) ? "/review/" : "/submit/";

    public IActionResult OnGet(string? form, string? org, string? period)
    {
        if (string.IsNullOrEmpty(form) || string.IsNullOrEmpty(org) || !Choose(form, org, period) || Asked is not { } asked) return NotFound();
        Rows = Office.Warehouse.Submissions.Sheets([Org!], null, Most, form, asked.Start, asked.Start);
        return Page();
    }
}

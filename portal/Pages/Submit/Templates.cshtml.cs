using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Submit;

/// <summary>空白报表: what is held is filled in, and only input cells are open.</summary>
[For(Role.reporter)]
public sealed class TemplatesModel(Office office) : AskedSheetPage(office)
{
    protected override IReadOnlyList<Role> Choosing => [Role.reporter];

    public string? Wrong { get; private set; }

    public IActionResult OnGet(string? form, string? org, string? period, bool take)
    {
        if (!Choose(form, org, period)) return NotFound();
        Period ??= Last(Warehouse.PeriodKind.month).ToString();
        if (!take || Unit is null) return Page();
        var answer = Acting.Do(Me, Template.Verb, null, ("FORM", string.IsNullOrEmpty(form) ? null : form), ("--org", Org), ("--period", Period), ("--out", "-"));
        if (answer.Files is [var file]) return Download(file.Bytes, file.Name!);
        Wrong = answer.Error;
        return Page();
    }
}

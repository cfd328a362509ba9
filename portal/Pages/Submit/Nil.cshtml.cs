using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Submit;

/// <summary>零报告: a named person states that nothing occurred.</summary>
[For(Role.reporter)]
public sealed class NilModel(Office office) : AskedSheetPage(office)
{
    protected override IReadOnlyList<Role> Choosing => [Role.reporter];

    public string? Wrong { get; private set; }
    public string? Reason { get; private set; }

    public IActionResult OnGet(string? form, string? org, string? period) => Choose(form, org, period) ? Page() : NotFound();

    public IActionResult OnPost(string? form, string? org, string? period, string? reason)
    {
        if (!Choose(form, org, period)) return NotFound();
        Reason = reason;
        var answer = Acting.Do(Me, Commands.Submit.Verb, reason, ("--nil", ""), ("--form", form), ("--org", Org), ("--period", period?.Trim()));
        if (answer.Out.Length == 0)
        {
            Wrong = answer.Error;
            return Page();
        }
        Say(answer with { ExitCode = 0 }); // what it was answered is told, whatever became of it
        return Redirect("/submit");
    }
}

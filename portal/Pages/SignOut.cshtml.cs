using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages;

/// <summary>退出: the session is over in the store too.</summary>
[For]
public sealed class SignOutModel(Office office) : OfficePage(office)
{
    public async Task<IActionResult> OnPostAsync()
    {
        Audit("sign-out", null);
        await HttpContext.SignOutAsync(SessionTickets.Scheme);
        return Redirect("/sign-in");
    }
}

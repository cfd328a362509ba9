using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages;

/// <summary>退出: the session is over in the store too.</summary>
[For]
public sealed class SignOutModel : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(SessionTickets.Scheme);
        return Redirect("/sign-in");
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages;

/// <summary>登录. Says the same of a login that is not there as of a wrong password.</summary>
[AllowAnonymous, EnableRateLimiting(Rates.SignIn)]
public sealed class SignInModel(Office office) : PageModel
{
    [BindProperty] public string Login { get; set; } = "";
    [BindProperty] public string Password { get; set; } = "";
    [BindProperty(SupportsGet = true)] public string? Next { get; set; }
    public string? Wrong { get; private set; }

    public IActionResult OnGet() => HttpContext.Caller() is null ? Page() : Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        var result = office.Accounts.SignIn(Login.Trim(), Password, HttpContext.Connection.RemoteIpAddress?.ToString());
        if (result.Caller is not { } caller)
        {
            Wrong = result.Why;
            return Page();
        }
        await HttpContext.SignInAsync(SessionTickets.Scheme, new ClaimsPrincipal(new CallerIdentity(caller, SessionTickets.Scheme)));
        return Url.IsLocalUrl(Next) ? LocalRedirect(Next) : Redirect("/");
    }
}

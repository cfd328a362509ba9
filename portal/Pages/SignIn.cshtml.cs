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
    [BindProperty] public string? Login { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty(SupportsGet = true)] public string? Next { get; set; }
    public string? Wrong { get; private set; }

    public IActionResult OnGet() => HttpContext.Caller() is null ? Page() : Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        // Whoever is signed in here is somebody else, or was: their session does not become another's.
        if (HttpContext.Session() is { } old)
        {
            office.Accounts.EndSession(old);
            await HttpContext.SignOutAsync(SessionTickets.Scheme);
            return Redirect("/sign-in");
        }
        var browser = HttpContext.RequestServices.GetRequiredService<KnownBrowser>();
        var answer = office.Accounts.SignIn(Login ?? "", Password ?? "", HttpContext.Connection.RemoteIpAddress?.ToString(), browser.Of(HttpContext, Login ?? ""));
        if (!answer.IsIn)
        {
            Wrong = answer.In("zh");
            return Page();
        }
        browser.Remember(HttpContext, answer.Account!.Login);
        var caller = office.Accounts.CallerOf(answer.Account.Login)!;
        await HttpContext.SignInAsync(SessionTickets.Scheme, new ClaimsPrincipal(new CallerIdentity(caller, SessionTickets.Scheme)));
        return Url.IsLocalUrl(Next) ? LocalRedirect(Next) : Redirect("/");
    }
}

using System.Security.Claims;
using Reporting.Portal.Accounts;

namespace Reporting.Portal.Web;

/// <summary>The caller as the framework's authorization sees it. Made anew for each request out of the account, so what is granted or ended acts at once.</summary>
/// <param name="session">The session's id as the cookie has it; null for a token.</param>
sealed class CallerIdentity(Caller caller, string scheme, string? session = null) : ClaimsIdentity(
    [new Claim(ClaimTypes.Name, caller.Login), .. caller.Grants.Select(grant => grant.Role).Distinct().Select(role => new Claim(ClaimTypes.Role, role.ToString()))], scheme)
{
    public Caller Caller => caller;
    public string? Session => session;
}

static class CallerOfRequest
{
    /// <summary>Who asks; null: nobody is signed in.</summary>
    public static Caller? Caller(this HttpContext context) => (context.User.Identity as CallerIdentity)?.Caller;

    /// <summary>The session of this request; null: a token's, or nobody's.</summary>
    public static string? Session(this HttpContext context) => (context.User.Identity as CallerIdentity)?.Session;
}

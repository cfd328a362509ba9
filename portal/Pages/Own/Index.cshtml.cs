using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Reporting.Portal.Accounts;
using Reporting.Portal.Operations;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Own;

/// <summary>我的账号: posts, sessions, tokens for a unit's own system.</summary>
[For, EnableRateLimiting(Rates.SignIn)]
public sealed class IndexModel(Office office) : OfficePage(office)
{
    public string? Token { get; private set; }
    public string? Named { get; private set; }
    public string? Wrong { get; private set; }
    public IReadOnlyList<Session> Sessions => Office.Accounts.SessionsOf(Me.Login);
    public IReadOnlyList<ApiToken> Tokens => Office.Accounts.TokensOf(Me.Login);

    public string Place(Grant grant) => grant.Unit is { } unit ? Catalog.OrgUnit(unit)?.Name ?? unit
        : grant.District is { } district ? Catalog.District(district)?.Name ?? district
        : grant.Role.KeepsTheSystem() ? "整个系统" : "各区";

    public void OnGet() { }

    // Shown on the answer itself: a token is told once and lies in no cookie.
    public void OnPostIssue(string? name, int days, string? password)
    {
        if (!Office.Accounts.Knows(Me.Login, password ?? ""))
        {
            (Wrong, Named) = ("密码不对；令牌在退出以后还能用，所以要再写一遍密码。", name);
            return;
        }
        try
        {
            Token = Office.Accounts.IssueToken(Me.Login, name ?? "", days).Token;
        }
        catch (MisuseException misuse) { (Wrong, Named) = (misuse.In("zh"), name); }
    }

    public IActionResult OnPostRevoke(long tokenId)
    {
        if (!Office.Accounts.RevokeToken(Me.Login, tokenId)) return NotFound();
        SayDone("令牌已收回。");
        return Redirect("/me");
    }

    public IActionResult OnPostSignOutAll()
    {
        Office.Accounts.EndSessions(Me.Login);
        Audit("sign-out all", null);
        return Redirect("/sign-in");
    }
}

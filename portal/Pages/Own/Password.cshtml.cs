using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Own;

/// <summary>改密码: one's own; whoever came with a password for once gets no further than here.</summary>
[For, EnableRateLimiting(Rates.SignIn)]
public sealed class PasswordModel(Office office) : OfficePage(office)
{
    [BindProperty] public string? Old { get; set; }
    [BindProperty] public string? Wanted { get; set; }
    [BindProperty] public string? Again { get; set; }
    public IReadOnlyList<string> Wrong { get; private set; } = [];

    public void OnGet() { }

    public IActionResult OnPost()
    {
        Wrong = Wanted != Again ? ["两遍写的不一样。"]
            : [.. Office.Accounts.ChangePassword(Me.Login, Old ?? "", Wanted ?? "", HttpContext.Session(), HttpContext.Connection.RemoteIpAddress?.ToString()).Select(broken => broken.Zh)];
        if (Wrong.Count > 0) return Page();
        SayDone("密码已改好；别处的登录都已退出。");
        return Redirect("/");
    }
}

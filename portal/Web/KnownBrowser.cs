using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Reporting.Warehouse;

namespace Reporting.Portal.Web;

/// <summary>
/// Remembers, in the browser's own cookie, that a login has signed in with it before: its wrong passwords are then counted for this browser
/// alone. It opens nothing; whoever has it still needs the password.
/// </summary>
sealed class KnownBrowser(IDataProtectionProvider protection)
{
    const string Name = "reporting-browser";

    /// <summary>Not used for so long: it is as any other browser again.</summary>
    static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    readonly ITimeLimitedDataProtector protector = protection.CreateProtector(Name).ToTimeLimitedDataProtector();

    /// <summary>What was given to this browser for a login; null: another login used it last, or none.</summary>
    public string? Of(HttpContext context, string login)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } kept) return null;
        try { return protector.Unprotect(kept).Split('\n') is [var known, var id] && Login.AreSame(known, login.Trim()) ? id : null; }
        catch (CryptographicException) { return null; } // of another installation, too old, or made up
    }

    /// <summary>After the right password.</summary>
    public void Remember(HttpContext context, string login) =>
        context.Response.Cookies.Append(Name, protector.Protect($"{login}\n{Of(context, login) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}", Lasts),
            new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Lasts, Path = "/sign-in" });
}

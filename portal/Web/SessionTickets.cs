using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Reporting.Portal.Web;

/// <summary>
/// Keeps sessions in our store: the cookie holds a random key, the store its hash, and whoever it stands for is looked up at each request.
/// A session that was ended, of an account that was closed, is over at once.
/// </summary>
sealed class SessionTickets(Office office, IHttpContextAccessor requests) : ITicketStore
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public Task<string> StoreAsync(AuthenticationTicket ticket) => Task.FromResult(office.Accounts.OpenSession(
        ticket.Principal.Identity!.Name!, requests.HttpContext?.Connection.RemoteIpAddress?.ToString(), requests.HttpContext?.Request.Headers.UserAgent.ToString()));

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(
        office.Accounts.FindSession(key) is { } session && office.Accounts.CallerOf(session.Login) is { } caller ? new AuthenticationTicket(new ClaimsPrincipal(new CallerIdentity(caller, Scheme, key)), Properties, Scheme) : null);

    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask; // looking it up has touched it

    public Task RemoveAsync(string key)
    {
        office.Accounts.EndSession(key);
        return Task.CompletedTask;
    }

    // The store knows when it ends; the cookie goes with the browser.
    static AuthenticationProperties Properties => new() { IsPersistent = false, IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddDays(1) };
}

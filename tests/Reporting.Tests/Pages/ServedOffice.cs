using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reporting.Portal;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Tests.Portal;
using Reporting.Warehouse;
using Serilog;

namespace Reporting.Tests.Pages;

/// <summary>The pages and the API as they are served, on a free port of loopback, over an office with the shipped definitions; without the schedule.</summary>
sealed class ServedOffice : IDisposable
{
    readonly ShippedOffice shipped;
    readonly WebApplication app;
    readonly Serilog.Core.Logger log = new LoggerConfiguration().CreateLogger();
    int people;

    public ServedOffice(TimeProvider? time = null, Reach? reach = null, UploadLimits? uploads = null)
    {
        shipped = new(time);
        app = WebOffice.Build(Office, TestOffice.Installation, reach ?? Reach.Loopback("http://127.0.0.1:0"), Path.Combine(Office.Data.Root, "s"), log, uploads);
        app.StartAsync().GetAwaiter().GetResult();
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(address => address.Contains("127.0.0.1", StringComparison.Ordinal)));
    }

    public Office Office => shipped.Office;
    public DataFolder Data => Office.Data;
    public Uri Address { get; }
    public IReadOnlyList<Endpoint> Endpoints => app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>Somebody new with one role, signed in. The password is never asked, so nothing is spent on it.</summary>
    public Visitor As(Role role, string? district = null, string? unit = null) => As($"{role}{++people}", (role, district, unit));

    /// <summary>Somebody new with several grants, signed in.</summary>
    public Visitor As(string login, params (Role Role, string? District, string? Unit)[] grants)
    {
        Add(login, grants);
        return new(Address, new(CookieName, Cookie(app, Office.Accounts.OpenSession(login, "127.0.0.1", "test"))), login);
    }

    public void Add(string login, params (Role Role, string? District, string? Unit)[] grants)
    {
        var now = Office.Time.GetUtcNow();
        Assert.True(Office.Operations.AddAccount(login, $"{login}先生", null, Hash.Value, "tests", now));
        Office.Operations.SetPassword(login, Hash.Value, mustChange: false, null, null, now);
        foreach (var (role, district, unit) in grants) Office.Operations.AddGrant(new(0, login, role, district, unit, null, new(2020, 1, 1), null, "tests", now));
    }

    /// <summary>Nobody: not signed in.</summary>
    public Visitor Nobody() => new(Address, null, "");

    // Somebody's real one, made once for the suite: nobody here signs in by it.
    static readonly Lazy<string> Hash = new(() => new Microsoft.AspNetCore.Identity.PasswordHasher<string>().HashPassword("", "Same-for-all-2022"));

    public const string CookieName = "reporting";

    /// <summary>What a browser holds of a session.</summary>
    public static string Cookie(WebApplication app, string session)
    {
        var scheme = SessionTickets.Scheme;
        var kept = new ClaimsIdentity([new Claim("Microsoft.AspNetCore.Authentication.Cookies-SessionId", session)], scheme);
        return app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme).TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(kept), null, scheme));
    }

    public void Dispose()
    {
        app.StopAsync().GetAwaiter().GetResult();
        app.DisposeAsync().AsTask().GetAwaiter().GetResult();
        shipped.Dispose();
        log.Dispose();
    }
}

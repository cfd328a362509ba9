using System.Net;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.WebEncoders;
using Reporting.Portal.Accounts;
using Reporting.Portal.Api;
using Serilog;
using Serilog.Core;

namespace Reporting.Portal.Web;

/// <summary>The web application over an open office: pages and API on TCP, the command line on the socket in the data folder.</summary>
static class WebOffice
{
    /// <summary>One request with all its files.</summary>
    public const long MostUpload = 64L * 1024 * 1024;

    /// <summary>Evidence of a task or a case: it is held in memory.</summary>
    public const long MostEvidence = 24L * 1024 * 1024;

    /// <summary>What a page takes that takes no files.</summary>
    public const long MostForm = 1024 * 1024;

    /// <param name="uploads">Where a test needs other limits than those that ship.</param>
    public static WebApplication Build(Office office, Installation installation, Reach reach, string socketPath, Logger log, UploadLimits? uploads = null)
    {
        // Settings come from the command line alone: neither appsettings.json nor the environment of whoever starts it.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "reporting", ContentRootPath = AppContext.BaseDirectory, WebRootPath = "wwwroot" });
        builder.Logging.AddSerilog(log);
        builder.Services.AddSingleton(office).AddSingleton(installation).AddSingleton<KeptAnswers>().AddSingleton(new UploadQuota(office, uploads ?? new()));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = Bound);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostForm; // pages that take files say so themselves
            foreach (var address in reach.Addresses) address.Listen(kestrel, reach.Certificate, reach.Chain);
            kestrel.ListenUnixSocket(socketPath);
        });
        AddPages(builder.Services, office);
        var app = builder.Build();
        if (reach.Proxies.Count > 0)
        {
            app.Use((context, next) => reach.Admits(context) ? next(context) : Refused(context));
            app.UseForwardedHeaders(Believed(reach));
        }
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/trouble/500");
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api"), pages => pages.UseStatusCodePagesWithReExecute("/trouble/{0}"));
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseApiProblems());
        app.UseToldTrouble();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseFirstChange();
        app.UseWholeBodies();
        app.MapHealth(office);
        app.MapCommands(office, installation);
        app.MapApi();
        app.MapRazorPages();
        // Who is signed in and asks for what is not there reads that it is not there; nobody else learns even that.
        app.MapFallback("{**path}", () => Results.NotFound()).WithMetadata(new ForAttribute());
        return app;
    }

    static Task Refused(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return context.Response.WriteAsync("只能经反向代理访问。 Come by the proxy.");
    }

    static ForwardedHeadersOptions Believed(Reach reach)
    {
        var believed = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        believed.KnownProxies.Clear();
        believed.KnownIPNetworks.Clear();
        foreach (var proxy in reach.Proxies) believed.KnownProxies.Add(proxy);
        return believed;
    }

    static void AddPages(IServiceCollection services, Office office)
    {
        services.AddHttpContextAccessor();
        services.AddRazorPages().AddApplicationPart(typeof(WebOffice).Assembly).AddMvcOptions(mvc =>
        {
            // What a field must hold is said by the page in Chinese, not derived from C# types.
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            mvc.Filters.Add(new OnlyHandlers());
            mvc.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "不能为空");
            mvc.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}”不对");
        });
        services.Configure<MvcViewOptions>(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)); // Chinese as it is
        services.Configure<FormOptions>(forms => (forms.MultipartBodyLengthLimit, forms.ValueLengthLimit) = (MostUpload, 1024 * 1024));
        services.AddDataProtection().SetApplicationName("reporting").AddKeyManagementOptions(keys => keys.XmlRepository = new WebKeys(office.Operations));
        services.AddSingleton<SessionTickets>().AddSingleton<KnownBrowser>();
        services.AddAuthentication(SessionTickets.Scheme).AddCookie(SessionTickets.Scheme).AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null);
        services.AddOptions<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(SessionTickets.Scheme).Configure<SessionTickets>((cookie, tickets) =>
        {
            (cookie.SessionStore, cookie.LoginPath, cookie.LogoutPath, cookie.AccessDeniedPath, cookie.ReturnUrlParameter) = (tickets, "/sign-in", "/sign-out", "/trouble/403", "next");
            (cookie.Cookie.Name, cookie.Cookie.HttpOnly, cookie.Cookie.SameSite) = ("reporting", true, SameSiteMode.Lax);
            cookie.Events.OnRedirectToLogin = asked =>
            {
                // A program is not led to a form; a browser is, whatever name of this server it used.
                if (asked.Request.Path.StartsWithSegments("/api")) asked.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else asked.Response.Redirect(new Uri(asked.RedirectUri).PathAndQuery);
                return Task.CompletedTask;
            };
            cookie.Events.OnRedirectToAccessDenied = refused =>
            {
                refused.Response.StatusCode = StatusCodes.Status403Forbidden; // the page of 403 in its place, not a detour
                return Task.CompletedTask;
            };
        });
        services.AddAntiforgery(tokens => (tokens.Cookie.Name, tokens.Cookie.SameSite, tokens.Cookie.SecurePolicy, tokens.FormFieldName, tokens.SuppressXFrameOptionsHeader) = ("reporting-form", SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest, "form-token", true)); // frames are forbidden on every answer
        services.Configure<CookieTempDataProviderOptions>(said => (said.Cookie.Name, said.Cookie.SecurePolicy) = ("reporting-said", CookieSecurePolicy.SameAsRequest));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddRates();
        services.AddApiDocument();
    }

    /// <summary>Closed to other users before the first client can knock.</summary>
    static Socket Bound(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        if (endpoint is UnixDomainSocketEndPoint unix && !OperatingSystem.IsWindows()) File.SetUnixFileMode(unix.ToString(), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return socket;
    }
}

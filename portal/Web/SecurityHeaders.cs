namespace Reporting.Portal.Web;

/// <summary>What every answer tells the browser: only this server's own scripts and styles, in nobody's frame, nothing kept in shared machines' caches.</summary>
static class SecurityHeaders
{
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // Last of all: others say something of caches too, and what went wrong begins its answer anew.
        context.Response.OnStarting(() => Say(context));
        return next(context);
    });

    static Task Say(HttpContext context)
    {
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"], headers["Cross-Origin-Opener-Policy"], headers.XFrameOptions) = (Policy, "nosniff", "same-origin", "same-origin", "DENY");
        if (!context.Request.Path.StartsWithSegments("/assets") && !context.Request.Path.StartsWithSegments("/vendor"))
        {
            headers.CacheControl = "no-store";
            TellFile(context);
        }
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        return Task.CompletedTask;
    }

    // A file that a browser saves leaves its page where it is; only this tells the page that it need not wait any more.
    static void TellFile(HttpContext context)
    {
        if (context.Request.Headers.Authorization.Count == 0 && context.Response.Headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.Ordinal))
            context.Response.Headers.Append("Set-Cookie", "file-sent=1; Path=/; Max-Age=20; SameSite=Strict");
    }
}

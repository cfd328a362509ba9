namespace Reporting.Portal.Web;

/// <summary>Whoever signed in with a password that somebody else gave changes it before anything else.</summary>
static class FirstChange
{
    public const string Page = "/me/password";

    public static void UseFirstChange(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Caller() is not { MustChange: true } || context.Request.Path == Page || context.Request.Path == "/sign-out" || context.GetEndpoint() is null) return next(context);
        if (context.Request.Path.StartsWithSegments("/api")) context.Refuse(StatusCodes.Status403Forbidden, "这个账号的密码是别人给的：先在网页上登录，改掉它，令牌才能用。");
        else context.Response.Redirect(Page);
        return Task.CompletedTask;
    });
}

using Microsoft.AspNetCore.Authorization;
using Reporting.Portal.Web;

namespace Reporting.Portal.Api;

/// <summary>What other systems ask: the table of contents of <c>/api/v1</c>. Only tokens are taken, so no browser can be talked into a call.</summary>
static class ApiV1
{
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = TokenScheme.Name });
        api.MapGet("/me", (HttpContext context) => new Me(context.Caller()!.Login, context.Caller()!.Name)).WithMetadata(new ForAttribute())
            .WithName("me").WithTags("account").WithSummary("我是谁").WithDescription("令牌属于哪个账号。").Produces<Me>().Refuses(401, 403, 429, 500);
        api.MapSubmissions();
        api.MapFigures();
        app.MapApiDocument();
        // Whoever may ask at all reads that it is not there, or not so; nobody else learns even that.
        app.MapFallback("/api/{**path}", ApiProblems.NotThere).ExcludeFromDescription()
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = $"{TokenScheme.Name},{SessionTickets.Scheme}" }).WithMetadata(new ForAttribute());
    }

    /// <summary>Says with which statuses an endpoint refuses.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.Produces<ApiProblem>(status, ApiProblems.Type);
        return endpoint;
    }

    sealed record Me(string Login, string Name);
}

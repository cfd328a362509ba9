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
            .WithName("me").WithTags("account").WithSummary("我是谁").WithDescription("令牌属于哪个账号。").Produces<Me>().ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapSubmissions();
        api.MapFigures();
        app.MapApiDocument();
    }

    sealed record Me(string Login, string Name);
}

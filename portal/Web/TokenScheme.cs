using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Reporting.Portal.Web;

/// <summary>How another system says who it is: <c>Authorization: Bearer TOKEN</c>, a token that an account made for itself. Only the API takes it, and the API takes nothing else.</summary>
sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Office office)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "token";
    const string Prefix = "Bearer ";

    /// <summary>The token that a request brings, whether it is one or not; null: it brings none.</summary>
    public static string? Given(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim() : null;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Given(Request) is not { } given) return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(office.Accounts.FindToken(given) is { } token && office.Accounts.CallerOf(token.Login) is { } caller
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(new CallerIdentity(caller, Name)), Name))
            : AuthenticateResult.Fail("the token is unknown, has expired or was revoked"));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        (Response.StatusCode, Response.Headers.WWWAuthenticate) = (StatusCodes.Status401Unauthorized, "Bearer");
        return Task.CompletedTask;
    }
}

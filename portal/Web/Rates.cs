using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Reporting.Portal.Web;

/// <summary>How often somebody may ask: a person far more often than a hand can, an address that signs in as often as an office that begins its day behind one; who guesses at one login is locked out long before.</summary>
static class Rates
{
    /// <summary>For endpoints that ask for a password.</summary>
    public const string SignIn = "sign-in";

    const int AMinute = 1_200, SignInsAMinute = 60;

    public static void AddRates(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsOnMachine(context) ? RateLimitPartition.GetNoLimiter("") : Window(context.Caller()?.Login ?? OfToken(context) ?? $"@{From(context)}", AMinute));
        limits.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method) ? Window($"sign-in@{From(context)}", SignInsAMinute) : RateLimitPartition.GetNoLimiter(""));
    });

    static RateLimitPartition<string> Window(string who, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    // The command line's verbs come by the socket, of this machine's own user.
    static bool IsOnMachine(HttpContext context) => context.Connection.RemoteIpAddress is null;

    // Who asks by token is not known yet where requests are counted. A token that is made up brings no measure of its own.
    static string? OfToken(HttpContext context) => TokenScheme.Given(context.Request) is { } token ? context.RequestServices.GetRequiredService<Office>().Accounts.FindToken(token)?.Login : null;

    static string From(HttpContext context) => $"{context.Connection.RemoteIpAddress}";
}

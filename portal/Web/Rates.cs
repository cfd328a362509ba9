using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Reporting.Portal.Web;

/// <summary>How often somebody may ask: a person far more often than a hand can, an address that signs in only as often as a person mistypes.</summary>
static class Rates
{
    /// <summary>For endpoints that ask for a password.</summary>
    public const string SignIn = "sign-in";

    const int AMinute = 1_200, SignInsAMinute = 20;

    public static void AddRates(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Window(context.Caller()?.Login ?? Token(context) ?? $"@{From(context)}", AMinute));
        limits.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method) ? Window($"sign-in@{From(context)}", SignInsAMinute) : RateLimitPartition.GetNoLimiter(""));
    });

    static RateLimitPartition<string> Window(string who, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    // The API's callers are known by their tokens, which are looked at later.
    static string? Token(HttpContext context) => context.Request.Headers.Authorization.ToString() is { Length: > 0 } token ? $"#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))}@{From(context)}" : null;

    static string From(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "socket";
}

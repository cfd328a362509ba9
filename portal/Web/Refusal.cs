using Microsoft.AspNetCore.Http.Features;

namespace Reporting.Portal.Web;

/// <summary>Why a request was not taken, in words of its own: the page of what went wrong and the API's problem details say the same.</summary>
sealed record Refusal(string Sentence)
{
    public static string? Of(HttpContext context) => context.Features.Get<Refusal>()?.Sentence;
}

/// <summary>Refuses a request from where no result can be returned; nothing of it has been kept.</summary>
sealed class RefusedException(int status, string sentence, TimeSpan? again = null) : Exception(sentence)
{
    public int Status => status;

    /// <summary>After how long it is worth trying again; null: not as it is.</summary>
    public TimeSpan? Again => again;
}

static class Refusals
{
    /// <summary>The answer's body is written by whoever tells of what went wrong.</summary>
    public static void Refuse(this HttpContext context, int status, string? sentence)
    {
        context.Response.StatusCode = status;
        if (sentence is not null) context.Features.Set(new Refusal(sentence));
    }

    /// <summary>What went wrong is told however it was asked for: nothing is read of a body that could not be.</summary>
    public static void UseToldTrouble(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/trouble") && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        }
        return next(context);
    });
}

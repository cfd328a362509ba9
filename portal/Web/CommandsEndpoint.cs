using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Connections.Features;
using Reporting.Portal.Commands;

namespace Reporting.Portal.Web;

/// <summary>The command line's way in: a request of another process of the same user, answered in the serving one.</summary>
static class CommandsEndpoint
{
    public static void MapCommands(this WebApplication app, Office office, Installation installation) =>
        app.MapPost(Forwarding.Path, async (HttpContext context) =>
        {
            // Whoever may open the socket is this user; a network client is not, and is not told that this exists.
            if (context.Features.Get<IConnectionSocketFeature>()?.Socket.AddressFamily != AddressFamily.Unix)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
            var request = (await context.Request.ReadFromJsonAsync<Request>(JsonSerializerOptions.Web, context.RequestAborted))!;
            var answer = await Answer(request with { Gone = context.RequestAborted }, office, installation);
            try { await context.Response.WriteAsJsonAsync(answer, JsonSerializerOptions.Web, context.RequestAborted); }
            catch
            {
                foreach (var file in answer.Files ?? []) if (file.LaidAt is { } laid) File.Delete(laid); // nobody comes for it
                throw;
            }
        }).AllowAnonymous(); // the socket's file mode says who may

    /// <summary>On a thread of its own pool place: a verb may take its time and blocks while it does.</summary>
    static Task<Answer> Answer(Request request, Office office, Installation installation) => Task.Run(() =>
        installation.Verbs.FirstOrDefault(verb => verb.Name == request.Verb && verb.Run is not null) is { } verb
            ? Dispatch.InOffice(request, verb, office)
            : Portal.Commands.Answer.Misused(request.Say($"正在运行的程序不认识命令“{request.Verb}”；它的版本可能不同，重启它。", $"The serving program does not know the verb '{request.Verb}'; its version may differ, restart it.")));
}

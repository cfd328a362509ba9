using Microsoft.AspNetCore.Http.Metadata;

namespace Reporting.Portal.Web;

/// <summary>
/// A form is read whole before anything is done with it. What is wrong with a body is its sender's affair: it is told in a sentence, before a
/// handler has begun, and is no unforeseen error.
/// </summary>
static class Bodies
{
    public static void UseWholeBodies(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            if (Takes(context) is { } most) context.RequestServices.GetRequiredService<UploadQuota>().AskForRoom(Math.Min(context.Request.ContentLength ?? most, most));
            if (HasForm(context)) await Read(context.Request);
            await next(context);
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            if (refused.Again is { } again) context.Response.Headers.RetryAfter = $"{(long)Math.Ceiling(again.TotalSeconds)}";
            context.Refuse(refused.Status, refused.Message);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Refuse(bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? $"一次最多 {MostOf(context) / 1024 / 1024} MB；分几次传，报表里若贴了图片，删掉图片再传。" : Broken);
        }
    });

    const string Broken = "请求没有收完整，一份都没有收。请重传一次。";

    /// <summary>How much an endpoint takes that takes files; null: it takes none.</summary>
    static long? Takes(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && MostOf(context) is > WebOffice.MostForm and var most ? most : null;

    static long MostOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? WebOffice.MostForm;

    // The API takes files as a form, or one as the body whatever a client calls it.
    static bool HasForm(HttpContext context) => context.GetEndpoint() is not null && HttpMethods.IsPost(context.Request.Method)
        && (context.Request.Path.StartsWithSegments("/api") ? IsMultipart(context.Request) : context.Request.HasFormContentType);

    /// <summary>A form with files in it.</summary>
    public static bool IsMultipart(HttpRequest request) => request.HasFormContentType && request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a body that is one file: spooled to disk as the framework spools a form's files, and gone with the request.</summary>
    public static async Task<Stream> Spool(HttpRequest request)
    {
        request.EnableBuffering();
        try { await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted); }
        catch (IOException broken) when (broken is not BadHttpRequestException) { throw new RefusedException(StatusCodes.Status400BadRequest, Broken); }
        return request.Body;
    }

    static async Task Read(HttpRequest request)
    {
        try { await request.ReadFormAsync(request.HttpContext.RequestAborted); }
        // The framework tells its limits and a malformed form by one type; which it was stands in its words.
        catch (InvalidDataException tooMuch) when (tooMuch.Message.Contains("limit", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(StatusCodes.Status413PayloadTooLarge, "一次传的文件或栏目太多（最多 1,024 个），或其中一项太长，一份都没有收。分几次传。");
        }
        catch (InvalidDataException) { throw Malformed(); }
        catch (IOException broken) when (broken is not BadHttpRequestException) { throw Malformed(); }
    }

    static RefusedException Malformed() => new(StatusCodes.Status400BadRequest, "表单读不出来，一份都没有收：内容不完整，或各部分的分界（boundary）写得不对。请重传一次。");
}

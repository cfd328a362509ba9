using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Routing.Template;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Gateway;

namespace Reporting.Portal.Api;

/// <summary>A refusal as problem details (RFC 9457).</summary>
/// <param name="Instance">The address that was asked.</param>
/// <param name="Reference">For whoever keeps the system: an unforeseen error is found under it in the log.</param>
sealed record ApiProblem(string Title, int Status, string Detail, string Instance, string Reference);

/// <summary>Every refusal under <c>/api</c> has one shape, whoever refuses: an endpoint, the framework, or an error that nobody foresaw.</summary>
static class ApiProblems
{
    public const string Type = "application/problem+json";

    public static void UseApiProblems(this IApplicationBuilder api)
    {
        api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Told });
        api.UseStatusCodePages(pages => Write(pages.HttpContext, pages.HttpContext.Response.StatusCode));
    }

    /// <summary>What is under <c>/api</c> and is no endpoint, or not with this method.</summary>
    public static IResult NotThere(HttpContext context, EndpointDataSource endpoints)
    {
        var methods = endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint => Matches(endpoint, context.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods).Distinct().Order(StringComparer.Ordinal).ToList();
        if (methods.Count == 0 || methods.Contains(context.Request.Method)) return Of(StatusCodes.Status404NotFound);
        context.Response.Headers.Allow = string.Join(", ", methods);
        return Of(StatusCodes.Status405MethodNotAllowed);
    }

    /// <param name="title">And <paramref name="detail"/>: null for what is always said of the status.</param>
    public static IResult Of(int status, string? title = null, string? detail = null) => new Result(status, title, detail);

    sealed record Result(int Status, string? Title, string? Detail) : IResult
    {
        public Task ExecuteAsync(HttpContext context) => Write(context, Status, Title, Detail);
    }

    static bool Matches(RouteEndpoint endpoint, PathString path) => endpoint.RoutePattern.RawText is { } pattern && pattern.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)
        && endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null && new TemplateMatcher(TemplateParser.Parse(pattern.TrimStart('/')), []).TryMatch(path, []);

    static Task Told(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        var (sentence, reference) = Unforeseen.Of(error, context.RequestServices.GetRequiredService<Office>().Data);
        var isBusy = error is StoreBusyException;
        if (isBusy) context.Response.Headers.RetryAfter = "10";
        return Write(context, isBusy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError, detail: sentence, reference: reference);
    }

    static Task Write(HttpContext context, int status, string? title = null, string? detail = null, string? reference = null)
    {
        var words = Words(status, context.Request.Method);
        context.Response.StatusCode = status;
        var problem = new ApiProblem(title ?? words.Title, status, detail ?? Refusal.Of(context) ?? words.Detail, context.Request.Path, reference ?? context.TraceIdentifier);
        return context.Response.WriteAsJsonAsync(problem, PrintedJson.Options, Type, context.RequestAborted);
    }

    static (string Title, string Detail) Words(int status, string method) => status switch
    {
        400 => ("问得不对", "缺了必填的参数，或参数、内容的写法不对；怎样写见 /api/v1/openapi.json。"),
        401 => ("没有令牌", "请求要带 Authorization: Bearer 令牌。令牌不对、过期或已撤销的，在“我的账号”里另领一个。"),
        403 => ("没有权限", "令牌所属账号的角色不能这样做。需要的话，请系统管理员给它加上角色。"),
        404 => ("没有", "没有这个，或者它不在你能看的范围之内。"),
        405 => ("方法不对", $"这个地址不能用 {OneLine.Of(method)}；能用的写在 Allow 里。"),
        413 => ("太大", $"一次最多 {WebOffice.MostUpload / 1024 / 1024} MB；分几次传。"),
        415 => ("内容的类型不对", "用 multipart/form-data 传文件，或把一个文件作为请求正文（application/octet-stream）；不收压缩编码的正文。"),
        429 => ("太频繁", "过 Retry-After 所说的秒数再试。"),
        503 => ("暂时不能办", "过 Retry-After 所说的秒数再试，还不行请联系运维。"),
        >= 500 => ("出了意料之外的错误", "已经记下来了。稍后再试，还不行请联系运维。"),
        _ => ("没有办成", "请求没有办成；怎样写见 /api/v1/openapi.json。"),
    };
}

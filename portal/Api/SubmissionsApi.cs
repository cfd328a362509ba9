using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Warehouse;

namespace Reporting.Portal.Api;

/// <summary>报送 for a township's own system: send files, ask for the verdict, fetch the marked workbook.</summary>
static class SubmissionsApi
{
    public static void MapSubmissions(this RouteGroupBuilder api)
    {
        Declared<AnswersDocument>(api.MapPost("/submissions", Send).WithMetadata(new RequestSizeLimitAttribute(WebOffice.MostUpload)).DisableAntiforgery(), SendName, "报送文件",
            "multipart/form-data 传一个或几个文件，或把一个文件作为请求正文。答复是每个文件的回执和结论，与命令 submit --json 相同。", 201, Role.reporter).Refuses(400, 413, 415, 503);
        Declared<AnswerDocument>(api.MapGet("/submissions/{receipt}", Verdict), "getSubmission", "一份报送现在的结论", "与报送时的答复相同的文档，按现在的状态。", 200, Role.reporter, Role.reviewer);
        Declared<Stream>(api.MapGet("/submissions/{receipt}/marked", Marked), "getMarkedWorkbook", "标好问题的工作簿", "报送人自己的工作簿，问题标在格上；没有要标的答 404。", 200, Role.reporter, Role.reviewer);
    }

    public const string SendName = "sendSubmission";

    static RouteHandlerBuilder Declared<T>(RouteHandlerBuilder endpoint, string name, string summary, string description, int done, params Role[] roles) => endpoint
        .WithMetadata(new ForAttribute(roles)).WithName(name).WithTags("submissions").WithSummary(summary).WithDescription(description)
        .Produces<T>(done, typeof(T) == typeof(Stream) ? "application/octet-stream" : "application/json").Refuses(401, 403, 404, 429, 500);

    /// <summary>
    /// Files as a form (<c>curl -F file=@a.xlsx</c>), or one as the body (<c>curl --data-binary @a.xlsx '…?name=a.xlsx'</c>). <c>unit</c> says
    /// for whom, where the account reports for several; <c>form</c>, <c>org</c> and <c>period</c> answer what was asked of an unclear one.
    /// </summary>
    static async Task<IResult> Send(
        HttpContext context, Office office,
        [Description("文件名；把文件作为请求正文时写。")] string? name,
        [Description("为哪个单位报送，单位代码；账号管几个单位时写。")] string? unit,
        [Description("指明是哪张报表；回答待确认的文件时写。")] string? form,
        [Description("指明是哪个单位的；回答待确认的文件时写。")] string? org,
        [Description("指明报告期，如 2022-03；回答待确认的文件时写。")] string? period)
    {
        var (caller, catalog) = (context.Caller()!, office.Warehouse.Definitions.Current);
        var mine = Uploads.UnitsOf(catalog, caller, Role.reporter);
        var sender = unit is null ? null : mine.FirstOrDefault(each => each.Code == unit);
        if (unit is not null && sender is null) return Wrong(StatusCodes.Status404NotFound, "没有这个单位", $"单位 {unit} 不存在，或不在这个令牌的范围之内。");
        Answers? named = null;
        if ((form ?? org ?? period) is not null && (named = new Pages.NamedAnswer { Form = form, Org = org, Period = period }.Answers(catalog, mine, out var wrong)) is null)
            return Wrong(StatusCodes.Status400BadRequest, "答复不对", wrong!);
        if (IsOther(context.Request, name)) return ApiProblems.Of(StatusCodes.Status415UnsupportedMediaType);
        var files = await Files(context.Request, name);
        if (files.Count == 0) return Wrong(StatusCodes.Status400BadRequest, "没有文件", "用 multipart/form-data 传文件，或把文件作为请求正文并用 ?name= 写明文件名。");
        if (files.FirstOrDefault(file => file.Size == 0) is { } empty) return Wrong(StatusCodes.Status400BadRequest, "文件是空的", $"{empty.Name} 是 0 字节，一份都没有收。");
        var answers = await Uploads.Take(office, context, LoginChannel.Api, files, sender, named);
        if (answers is [var only]) context.Response.Headers.Location = $"/api/v1/submissions/{only.Submission.Receipt}";
        return Results.Content($"{{\"answers\":[{string.Join(',', answers.Select(AnswerJson.AsJson))}]}}", "application/json; charset=utf-8", statusCode: StatusCodes.Status201Created);
    }

    static IResult Verdict(HttpContext context, Office office, [Description("回执号。")] string receipt) =>
        InScope.Submission(office, context.Caller()!, receipt, Role.reporter, Role.reviewer) is { } submission
            ? Results.Content(AnswerJson.AsJson(Standing.Of(office.Warehouse, submission)), "application/json; charset=utf-8") : None(receipt);

    /// <summary>Whose unit it is gets their own workbook back; a reviewer a copy without what is the sender's own.</summary>
    static IResult Marked(HttpContext context, Office office, [Description("回执号。")] string receipt)
    {
        var caller = context.Caller()!;
        var audience = InScope.Submission(office, caller, receipt, Role.reporter) is not null ? Audience.sender : Audience.others;
        if (InScope.Submission(office, caller, receipt, Role.reporter, Role.reviewer) is not { } submission) return None(receipt);
        return MarkedAnswers.Of(office.Warehouse.Archive.Read(submission.Sha256), Standing.Of(office.Warehouse, submission), office.Limits, audience) is { } marked
            ? Results.File(marked.Bytes, "application/octet-stream", $"{receipt} {Path.GetFileNameWithoutExtension(submission.FileName)}（审核）{marked.Extension}")
            : Wrong(StatusCodes.Status404NotFound, "没有标记工作簿", $"{receipt} 没有要标的，或不能标（读不了的文件、个人台账、长表 CSV）。");
    }

    static async Task<IReadOnlyList<UploadedFile>> Files(HttpRequest request, string? name)
    {
        if (Bodies.IsMultipart(request)) return [.. (await request.ReadFormAsync(request.HttpContext.RequestAborted)).Files.Select(UploadedFile.Of)];
        if (request.ContentLength == 0) return [];
        var body = await Bodies.Spool(request);
        var length = body.Length;
        name ??= ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var said) ? (said.FileNameStar.Value ?? said.FileName.Value)?.Trim('"') : null;
        return length == 0 ? [] : [new(UploadedFile.NameOf(name), length, () => { body.Position = 0; return new KeptOpen(body); })];
    }

    /// <summary>Neither a form with files nor a file: words for a program, parts of another kind, what is packed on the way.</summary>
    static bool IsOther(HttpRequest request, string? name)
    {
        if (request.Headers.ContentEncoding.Count > 0) return true;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return request.ContentType is { Length: > 0 };
        // curl calls every body a form's fields where nothing else is said: with a name it is a file.
        return type.Type.Equals("multipart", StringComparison.OrdinalIgnoreCase) && !Bodies.IsMultipart(request)
            || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) && name is null;
    }

    static IResult None(string receipt) => Wrong(StatusCodes.Status404NotFound, "没有这个回执号", $"{receipt} 不存在，或不在这个令牌的范围之内。");

    static IResult Wrong(int status, string title, string detail) => ApiProblems.Of(status, title, detail);
}

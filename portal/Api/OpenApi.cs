using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Reporting.Portal.Web;

namespace Reporting.Portal.Api;

/// <summary>The OpenAPI document of <c>/api/v1</c>, made of the endpoints themselves: it names nothing that is not there, and needs no other address to be read.</summary>
static class OpenApi
{
    const string Bearer = "bearer", Document = "v1";

    public static void AddApiDocument(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            // As the verbs print: snake_case, enums by name.
            json.SerializerOptions.PropertyNamingPolicy = PrintedJson.Options.PropertyNamingPolicy;
            json.SerializerOptions.Encoder = PrintedJson.Options.Encoder;
            foreach (var converter in PrintedJson.Options.Converters) json.SerializerOptions.Converters.Add(converter);
        });
        services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "规划监测考核系统", Version = Document, Description = "与命令行相同的文档：时间是 ISO 8601，没有的写 null。令牌在“我的账号”里领取，放在 Authorization: Bearer 之后；能看到的和网页上一样。" };
                document.Servers = []; // wherever it was read from
                (document.Components ??= new()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "账号自己领取的令牌。" },
                };
                document.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, _, _) =>
            {
                if (operation.OperationId == SubmissionsApi.SendName) operation.RequestBody = FilesBody();
                foreach (var (status, answer) in operation.Responses ?? new OpenApiResponses()) answer.Description = Told(status);
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, _, _) =>
            {
                foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
                    if (string.IsNullOrEmpty(property.Description) && property is OpenApiSchema own && ApiWords.Of.TryGetValue(name, out var words)) own.Description = words;
                return Task.CompletedTask;
            });
        });
    }

    /// <summary>Read by whoever is signed in or has a token; reading it changes nothing.</summary>
    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi("/api/{documentName:regex(^v1$)}/openapi.json")
        .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = $"{TokenScheme.Name},{SessionTickets.Scheme}" }).WithMetadata(new ForAttribute());

    // The endpoint reads its body itself, so that it is spooled and not held.
    static OpenApiRequestBody FilesBody() => new()
    {
        Required = true,
        Description = "一个或几个文件作为表单的各部分（名称任意），或一个文件作为正文。",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["multipart/form-data"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }, Description = "文件。" } },
                },
            },
            ["application/octet-stream"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
        },
    };

    static string Told(string status) => status switch
    {
        "200" => "答复。",
        "201" => "已收下：每个文件的回执和结论；只有一个文件时，Location 是它的地址。",
        "400" => "问得不对：detail 说明错在哪里、该怎样写。",
        "401" => "没有令牌，或令牌不对、过期、已撤销。",
        "403" => "角色不够。",
        "404" => "没有，或不在能看的范围之内；两者答复相同。",
        "413" => "太大：文件、件数或一项的长度超过上限，一份都没有收。",
        "415" => "内容的类型不对。",
        "422" => "数据被拒绝：detail 说明原因。",
        "429" => "太频繁，或今天报送的已到上限；Retry-After 秒后再试。",
        "503" => "服务器暂时没有地方存；Retry-After 秒后再试。",
        _ => "出了意料之外的错误；reference 是编号，向运维说明时请带上。",
    };
}

using System.ComponentModel;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Pages.Reading;
using Reporting.Portal.Web;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Api;

/// <summary>Figures, their lineage and the editions for other systems: the documents that the verbs print with <c>--json</c>, of what the token's owner reads.</summary>
static class FiguresApi
{
    static readonly Role[] Readers = [.. Caller.Readers];
    const string Json = "application/json";

    // What in an addend tells of the sheet that somebody else sent.
    static readonly string[] OfTheSheet = ["submission", "file", "sha256", "sheet", "cell", "text", "sender", "reviewed_by"];

    public static void MapFigures(this RouteGroupBuilder api)
    {
        Declared<QueryDocument>(api.MapGet("/query", Query), "query", "查询：一个指标（或填报指标）在一年里的数", "与命令 query --json 相同的文档。指标和填报指标二者取一。只读一个单位的人要用 org 指明自己的单位。");
        Declared<LineageDocument>(api.MapGet("/lineage", Lineage), "lineage", "溯源：一个数由哪些单元格来", "与命令 lineage --json 相同的文档。不经本单位报送的数只给数值，不给文件。");
        Declared<EditionsDocument>(api.MapGet("/editions", Editions), "editions", "报告各期", "与命令 edition list --json 相同的文档，只列能看的期次：已发布的；待签字和未发布的只给审核和领导。");
        Declared<EditionsDocument>(api.MapGet("/editions/{id:long}/file", File), "editionFile", "一期报告的工作簿", "签发时保存的字节，一字不差。", "application/octet-stream");
    }

    static void Declared<T>(RouteHandlerBuilder endpoint, string name, string summary, string description, string type = Json)
    {
        endpoint.WithMetadata(new ForAttribute(Readers)).WithName(name).WithTags("figures").WithSummary(summary).WithDescription(description);
        if (type == Json) endpoint.Produces<T>(contentType: type);
        else endpoint.Produces<Stream>(contentType: type);
        endpoint.Refuses(400, 401, 403, 404, 422, 429, 500);
    }

    static IResult Query(
        HttpContext context, Office office,
        [Description("区代码，如 310151。")] string district,
        [Description("指标编号；与 element 二者取一。")] string? indicator = null,
        [Description("填报指标编号；与 indicator 二者取一。")] string? element = null,
        [Description("年份，如 2022；不写取最近有数的一年。")] string? year = null,
        [Description("单位代码；all 为全部单位；不写为全区。")] string? org = null,
        [Description("截至月份，1 到 12；不写取最近有数的一月。")] string? through = null,
        [FromQuery(Name = "as_of"), Description("已知时点：批次号、日期（2022-06-30）或时间；不写为现在。")] string? asOf = null,
        [Description("单位归属：then 按当时，today 按今天。")] string? view = null)
    {
        var caller = context.Caller()!;
        if (Scope(office, caller, district, org == "all" ? null : org) is null) return Nothing();
        if (!Asks(office, district, indicator, element)) return Nothing();
        return Document(new Acting(office, context.Connection.RemoteIpAddress?.ToString()).Document(caller, Commands.Query.Verb, ("--district", district), ("--indicator", indicator), ("--element", element), ("--year", year),
            ("--org", org), ("--through", through), ("--as-of", asOf), ("--view", view)));
    }

    static IResult Lineage(
        HttpContext context, Office office,
        [Description("区代码，如 310151。")] string district,
        [Description("指标编号。")] string indicator,
        [Description("年份；不写取最近有数的一年。")] string? year = null,
        [Description("单位代码；不写为全区。")] string? org = null,
        [Description("截至月份，1 到 12；不写取最近有数的一月。")] string? through = null,
        [FromQuery(Name = "as_of"), Description("已知时点：批次号、日期或时间；不写为现在。")] string? asOf = null)
    {
        var caller = context.Caller()!;
        if (org == "all" || Scope(office, caller, district, org) is null || !Asks(office, district, indicator, null)) return Nothing();
        var answer = new Acting(office, context.Connection.RemoteIpAddress?.ToString()).Document(caller, Commands.Lineage.Verb, ("--district", district), ("--indicator", indicator), ("--year", year), ("--org", org), ("--through", through), ("--as-of", asOf));
        return answer.ExitCode != 0 || caller.Reads(district, district) ? Document(answer) : Results.Text(OwnOnly(answer.Out, caller, district), Json);
    }

    static IResult Editions(
        HttpContext context, Office office,
        [Description("只看一个区；不写为能看的各区。")] string? district = null,
        [Description("只看一种报告，如 monthly。")] string? report = null,
        [Description("只看一年，如 2022。")] int? year = null)
    {
        var (caller, text) = (context.Caller()!, EditionText.Of(office));
        if (district is not null && !text.Catalog.Districts.Any(one => one.Code == district && caller.Grants.Any(grant => Caller.Readers.Contains(grant.Role) && (grant.District is null || grant.District == one.Code)))) return Nothing();
        var editions = ReadableEditions.Of(text, caller).Where(edition => (district is null || edition.District == district) && (report is null || edition.Report == report)
            && (year is null || edition.PeriodStart.Year <= year && year <= edition.PeriodEnd.Year));
        return Results.Text(PrintedJson.Of(new { editions = editions.Select(text.Printed) }), Json);
    }

    static IResult File(HttpContext context, Office office, [Description("期次的编号，见 editions 的 id。")] long id) =>
        ReadableEditions.Find(EditionText.Of(office), context.Caller()!, id) is { } edition
            ? Results.File(office.Warehouse.Archive.Read(edition.Sha256), "application/octet-stream", edition.FileName) : Nothing();

    /// <summary>The unit in reach that is asked about, the district's own where none is named; null: there is none, or it is another's.</summary>
    static OrgUnit? Scope(Office office, Caller caller, string district, string? org) =>
        office.Warehouse.Definitions.Current is var catalog && catalog.OrgUnit(org ?? district) is { } unit && unit.District == district && caller.Reads(district, unit.Code) ? unit : null;

    // What only other districts' forms ask for is not there.
    static bool Asks(Office office, string district, string? indicator, string? element)
    {
        var catalog = office.Warehouse.Definitions.Current;
        var known = ReadScope.Elements(catalog, district);
        return (element is null || known.Contains(element))
            && (indicator is null || catalog.Indicators.Any(one => one.Id == indicator && one.Numerator.Concat(one.Denominator).Any(term => known.Contains(term.Element))));
    }

    static string OwnOnly(string document, Caller caller, string district)
    {
        var lineage = JsonNode.Parse(document)!;
        foreach (var addend in lineage["addends"]!.AsArray())
            if (!caller.Reads(district, addend!["reporter"]!.GetValue<string>())) foreach (var name in OfTheSheet) if (addend.AsObject().ContainsKey(name)) addend[name] = null;
        return lineage.ToJsonString(PrintedJson.Options);
    }

    /// <summary>What a verb answered: its document, or its refusal as problem details.</summary>
    static IResult Document(Answer answer) => answer.ExitCode switch
    {
        0 => Results.Text(answer.Out, Json),
        2 => ApiProblems.Of(StatusCodes.Status400BadRequest, "问得不对", answer.Error.Trim()),
        3 => ApiProblems.Of(StatusCodes.Status422UnprocessableEntity, "不能这样做", answer.Error.Trim()),
        _ => ApiProblems.Of(StatusCodes.Status500InternalServerError, detail: answer.Error.Trim()),
    };

    static IResult Nothing() => ApiProblems.Of(StatusCodes.Status404NotFound);
}

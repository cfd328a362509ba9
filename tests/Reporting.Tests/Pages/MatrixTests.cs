using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.AspNetCore.Routing;
using Reporting.Portal.Accounts;
using Reporting.Portal.Operations;
using Reporting.Portal.Web;
using static Reporting.Tests.Pages.FiguresOffice;

namespace Reporting.Tests.Pages;

/// <summary>
/// Endpoint × role × own or foreign scope, made from the list of endpoints: whoever has none of its roles is refused, whoever has one is
/// answered for what is theirs, and for what is another's as for what is not there. An endpoint that stands for one thing and is not in
/// <see cref="Things"/> fails.
/// </summary>
public sealed class MatrixTests : IDisposable
{
    readonly FiguresOffice office = new();
    readonly string receipt;
    readonly long edition, run, job;

    /// <summary>Addresses that name a thing of 崇明; by pattern.</summary>
    Dictionary<string, string> Things { get; }

    public MatrixTests()
    {
        receipt = office.Receipt;
        using (var reviewer = office.As(Role.reviewer)) reviewer.Post("/reports", "/reports?handler=Issue", ("district", Chongming), ("report", "definitions"), ("period", "2022"));
        foreach (var role in (Role[])[Role.reviewer, Role.leader])
        {
            using var signer = office.As(role);
            var held = office.Served.Office.Warehouse.Editions.All().Max(one => one.EditionId);
            if (signer.Open($"/reports/{held}").Html.Contains("handler=Sign", StringComparison.Ordinal)) signer.Post($"/reports/{held}", $"/reports/{held}?handler=Sign");
        }
        edition = office.Served.Office.Warehouse.Editions.All().Max(one => one.EditionId);
        using (var assessor = office.As(Role.assessor)) assessor.Post($"/assess/freeze?district={Chongming}&year=2022", $"/assess/freeze?district={Chongming}&year=2022", ("uncertified-ok", "true"), ("Reason", "试"), ("district", Chongming), ("year", "2022"));
        run = office.Served.Office.Warehouse.Marts.AssessmentRuns(Chongming, long.MaxValue - 1) is [.., var frozen] ? frozen.Run : throw new InvalidOperationException("nothing was frozen");
        job = office.Served.Office.Operations.RecordRun(office.Served.Office.JobsFile.Jobs[0].NewRun(RunCause.hand, "tests", null), null)!.Value;
        Things = new()
        {
            ["submit/{receipt}"] = $"/submit/{receipt}", ["review/{receipt}"] = $"/review/{receipt}", ["reports/{id:long}"] = $"/reports/{edition}", ["assess/runs/{number:long}"] = $"/assess/runs/{run}",
            ["jobs/runs/{number:long}"] = $"/jobs/runs/{job}", ["targets/tasks/{commitment}"] = $"/targets/tasks/{Task}", ["targets/of/{commitment}/{year:int}"] = $"/targets/of/{Commitment}/2022",
            ["admin/people/{login}"] = "/admin/people/somebody", ["admin/forms/{id?}/{version:int?}"] = "/admin/forms/employment-monthly", ["targets/supervision/{number:long}"] = "", ["{**path}"] = "", ["api/{documentName}/openapi.json"] = "",
            ["board"] = $"/board?district={Chongming}", ["board/commitment"] = $"/board/commitment?district={Chongming}&id={Commitment}&year=2022", ["query"] = $"/query?district={Chongming}",
            ["lineage"] = $"/lineage?district={Chongming}&org={office.Town}&indicator={Indicator}&year=2022", ["assess"] = $"/assess?district={Chongming}&year=2022",
            ["assess/unit"] = $"/assess/unit?run={run}&scheme=chongming-townships&org={office.Town}", ["assess/what-if"] = $"/assess/what-if?district={Chongming}&year=2022", ["assess/freeze"] = $"/assess/freeze?district={Chongming}&year=2022",
            ["assess/certify"] = $"/assess/certify?district={Chongming}&year=2022", ["assess/diff"] = $"/assess/diff?before={run}&after={run}", ["reports"] = $"/reports?district={Chongming}",
            ["targets"] = $"/targets?district={Chongming}", ["targets/tasks"] = $"/targets/tasks?district={Chongming}", ["targets/lights"] = $"/targets/lights?district={Chongming}", ["targets/supervision"] = $"/targets/supervision?district={Chongming}",
            ["review"] = $"/review?district={Chongming}", ["review/grid"] = $"/review/grid?district={Chongming}", ["review/periods"] = $"/review/periods?district={Chongming}", ["review/reminders"] = $"/review/reminders?district={Chongming}",
            ["submit/sheets"] = $"/submit/sheets?org={office.Town}&form=employment-monthly&period=2022-01", ["submit/history"] = $"/submit/history?org={office.Town}", ["entry"] = $"/entry?org={office.Town}&form=employment-monthly&period=2022-02",
            ["api/v1/submissions/{receipt}"] = $"/api/v1/submissions/{receipt}", ["api/v1/submissions/{receipt}/marked"] = "", ["api/v1/query"] = $"/api/v1/query?district={Chongming}&indicator={Indicator}&org={office.Town}&year=2022",
            ["api/v1/lineage"] = $"/api/v1/lineage?district={Chongming}&indicator={Indicator}&org={office.Town}&year=2022", ["api/v1/editions"] = $"/api/v1/editions?district={Chongming}", ["api/v1/editions/{id:long}/file"] = $"/api/v1/editions/{edition}/file",
        };
        office.Served.Add("somebody", (Role.leader, Chongming, null));
    }

    public void Dispose() => office.Dispose();

    const string Task = "chongming-145-collective-bargaining";

    [Fact]
    public void Whoever_may_not_is_refused_and_what_is_anothers_is_not_there()
    {
        var wrong = new List<string>();
        var own = RoleWords.All.ToDictionary(role => role, role => Someone(role, Chongming, office.Town));
        var foreign = RoleWords.All.ToDictionary(role => role, role => Someone(role, Songjiang, Foreign));
        foreach (var (pattern, allowed) in Gets())
        {
            var path = Things.GetValueOrDefault(pattern) ?? (pattern.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"{pattern} is not in the table") : "/" + pattern);
            if (path.Length == 0) continue; // nothing of the kind is there; its own tests have it
            foreach (var role in RoleWords.All)
            {
                var may = allowed.Count == 0 || allowed.Contains(role);
                var scoped = Things.ContainsKey(pattern) && role is not (Role.admin or Role.operations);
                Expect(wrong, $"{role} {path}", own[role], path, may ? [HttpStatusCode.OK] : [HttpStatusCode.Forbidden], ofTown: role == Role.reporter && !ATowns(pattern));
                Expect(wrong, $"foreign {role} {path}", foreign[role], path, !may ? [HttpStatusCode.Forbidden] : scoped ? [HttpStatusCode.NotFound] : [HttpStatusCode.OK]);
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task No_handler_that_acts_is_open_to_a_role_that_its_page_is_not_for()
    {
        var wrong = new List<string>();
        var people = RoleWords.All.ToDictionary(role => role, role => office.Served.As(role, role is Role.admin or Role.operations ? null : Chongming, role == Role.reporter ? office.Town : null));
        foreach (var (pattern, allowed, handler) in Acts())
            foreach (var role in RoleWords.All.Where(role => allowed.Count > 0 && !allowed.Contains(role)))
            {
                var path = Things.GetValueOrDefault(pattern) is { Length: > 0 } thing ? thing : "/" + pattern.Replace("{number:long}", "1", StringComparison.Ordinal);
                var address = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";
                using var form = new FormUrlEncodedContent([new("form-token", people[role].TokenOn("/me"))]);
                using var answer = await people[role].Client.PostAsync(address, form);
                if (answer.StatusCode != HttpStatusCode.Forbidden) wrong.Add($"{role} {address}: {(int)answer.StatusCode}");
            }
        Assert.Empty(wrong);
    }

    const string Foreign = "310117001";

    // A reporter reads one unit: what is the district's is another's.
    static bool ATowns(string pattern) => pattern is not ("query" or "reports/{id:long}" or "api/v1/editions" or "api/v1/editions/{id:long}/file" or "assess/certify" or "reports") && !pattern.StartsWith("targets", StringComparison.Ordinal);

    (Visitor Pages, HttpClient Api) Someone(Role role, string district, string unit)
    {
        var scope = role is Role.admin or Role.operations ? null : district;
        var visitor = office.Served.As(role, scope, role == Role.reporter ? office.Served.Office.Warehouse.Definitions.Current.OrgUnit(unit)!.Code : null);
        var api = new HttpClient { BaseAddress = office.Served.Address };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", office.Served.Office.Accounts.IssueToken(visitor.Login, "matrix", 1).Token);
        return (visitor, api);
    }

    static void Expect(List<string> wrong, string what, (Visitor Pages, HttpClient Api) who, string path, HttpStatusCode[] expected, bool ofTown = false)
    {
        HttpStatusCode status;
        if (path.StartsWith("/api", StringComparison.Ordinal))
        {
            using var answer = who.Api.GetAsync(path).GetAwaiter().GetResult();
            status = answer.StatusCode;
        }
        else status = who.Pages.Get(path).Status;
        if (!expected.Contains(status) && !(ofTown && status == HttpStatusCode.NotFound)) wrong.Add($"{what}: {(int)status}, not {string.Join('/', expected.Select(one => (int)one))}");
    }

    IEnumerable<(string Pattern, IReadOnlyList<Role> Allowed)> Gets() => office.Served.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true))
        .Select(endpoint => (endpoint.RoutePattern.RawText!.Trim('/'), endpoint.Metadata.GetMetadata<ForAttribute>()!.Allowed)).Where(one => one.Item1 != "sign-out").DistinctBy(one => one.Item1);

    /// <summary>Every OnPost of every page, by its model's class.</summary>
    IEnumerable<(string Pattern, IReadOnlyList<Role> Allowed, string Handler)> Acts() =>
        from endpoint in office.Served.Endpoints.OfType<RouteEndpoint>()
        let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        let declared = endpoint.Metadata.GetMetadata<ForAttribute>()
        where page is not null && declared is not null
        from method in ModelOf(page).GetMethods().Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal))
        select (endpoint.RoutePattern.RawText!.Trim('/'), declared.Allowed, method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal));

    static Type ModelOf(PageActionDescriptor page) => typeof(ForAttribute).Assembly.GetCustomAttributes(typeof(RazorCompiledItemAttribute), false).Cast<RazorCompiledItemAttribute>()
        .First(item => item.Identifier == page.RelativePath).Type.GetProperty("Model")!.PropertyType;
}

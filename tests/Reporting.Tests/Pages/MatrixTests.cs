using System.Net;
using System.Text.RegularExpressions;
using Reporting.Portal.Accounts;
using static Reporting.Tests.Pages.FiguresOffice;

namespace Reporting.Tests.Pages;

/// <summary>
/// Endpoint × role × own or foreign scope, made from the list of endpoints: whoever has none of its roles is refused, whoever has one is
/// answered for what is theirs, and for what is another's as for what is not there. An endpoint that stands for one thing, or hands a file
/// out, and is not in the tables fails.
/// </summary>
public sealed partial class MatrixTests(MatrixOffice office) : IClassFixture<MatrixOffice>
{
    /// <summary>Addresses that name a thing of 崇明 or its town, by pattern; a named handler of a page follows its pattern.</summary>
    Dictionary<string, string> Things => things ??= new()
    {
        ["submit/{receipt}"] = $"/submit/{office.Receipt}", ["review/{receipt}"] = $"/review/{office.Receipt}", ["reports/{id:long}"] = $"/reports/{office.Edition}", ["assess/runs/{number:long}"] = $"/assess/runs/{office.Run}",
        ["jobs/runs/{number:long}"] = $"/jobs/runs/{office.Job}", ["targets/tasks/{commitment}"] = $"/targets/tasks/{MatrixOffice.Task}", ["targets/of/{commitment}/{year:int}"] = $"/targets/of/{Commitment}/2022",
        ["admin/people/{login}"] = "/admin/people/somebody", ["admin/forms/{id?}/{version:int?}"] = "/admin/forms/employment-monthly", ["targets/supervision/{number:long}"] = $"/targets/supervision/{office.Case}",
        ["board"] = $"/board?district={Chongming}", ["board/commitment"] = $"/board/commitment?district={Chongming}&id={Commitment}&year=2022", ["query"] = $"/query?district={Chongming}",
        ["lineage"] = $"/lineage?district={Chongming}&org={office.Town}&indicator={Indicator}&year=2022", ["assess"] = $"/assess?district={Chongming}&year=2022",
        ["assess/unit"] = $"/assess/unit?run={office.Run}&scheme=chongming-townships&org={office.Town}", ["assess/what-if"] = $"/assess/what-if?district={Chongming}&year=2022", ["assess/freeze"] = $"/assess/freeze?district={Chongming}&year=2022",
        ["assess/certify"] = $"/assess/certify?district={Chongming}&year=2022", ["assess/diff"] = $"/assess/diff?before={office.Run}&after={office.Run}", ["reports"] = $"/reports?district={Chongming}",
        ["targets"] = $"/targets?district={Chongming}", ["targets/tasks"] = $"/targets/tasks?district={Chongming}", ["targets/lights"] = $"/targets/lights?district={Chongming}", ["targets/supervision"] = $"/targets/supervision?district={Chongming}",
        ["review"] = $"/review?district={Chongming}", ["review/grid"] = $"/review/grid?district={Chongming}", ["review/periods"] = $"/review/periods?district={Chongming}", ["review/reminders"] = $"/review/reminders?district={Chongming}",
        ["submit/sheets"] = $"/submit/sheets?org={office.Town}&form=employment-monthly&period=2022-01", ["submit/history"] = $"/submit/history?org={office.Town}", ["entry"] = $"/entry?org={office.Town}&form=employment-monthly&period=2022-02",
        ["api/v1/submissions/{receipt}"] = $"/api/v1/submissions/{office.Receipt}", ["api/v1/submissions/{receipt}/marked"] = $"/api/v1/submissions/{office.Returned}/marked", ["api/v1/query"] = $"/api/v1/query?district={Chongming}&indicator={Indicator}&org={office.Town}&year=2022",
        ["api/v1/lineage"] = $"/api/v1/lineage?district={Chongming}&indicator={Indicator}&org={office.Town}&year=2022", ["api/v1/editions"] = $"/api/v1/editions?district={Chongming}", ["api/v1/editions/{id:long}/file"] = $"/api/v1/editions/{office.Edition}/file",

        ["submit/{receipt} Marked"] = $"/submit/{office.Returned}?handler=Marked", ["submit/{receipt} Receipt"] = $"/submit/{office.Receipt}?handler=Receipt", ["submit/{receipt} Original"] = $"/submit/{office.Receipt}?handler=Original",
        ["review/{receipt} Marked"] = $"/review/{office.Returned}?handler=Marked", ["reports File"] = $"/reports?handler=File&id={office.Edition}", ["reports Draft"] = $"/reports?handler=Draft&district={Chongming}&report=monthly&period=2022-01",
        ["query File"] = $"/query?handler=File&district={Chongming}&indicator={Indicator}&from=2022&to=2022&format=csv", ["query Table"] = $"/query?handler=Table&district={Chongming}&of=indicator:{Indicator}&from=2022&to=2022", ["lineage File"] = $"/lineage?handler=File&receipt={office.Receipt}",
        ["targets/supervision/{number:long} File"] = $"/targets/supervision/{office.Case}?handler=File&sha256={office.CaseFile}", ["targets/tasks/{commitment} File"] = $"/targets/tasks/{MatrixOffice.Task}?handler=File&sha256={office.TaskFile}",
    };

    Dictionary<string, string>? things;

    /// <summary>What a town's reporter asks instead: of their own town.</summary>
    Dictionary<string, string> OfTown => new()
    {
        ["query"] = $"/query?district={Chongming}&org={office.Town}&indicator={Indicator}", ["query File"] = $"/query?handler=File&district={Chongming}&org={office.Town}&indicator={Indicator}&from=2022&to=2022&format=csv", ["query Table"] = $"/query?handler=Table&district={Chongming}&org={office.Town}&of=indicator:{Indicator}&from=2022&to=2022",
    };

    /// <summary>What is the district's or other units', and so is not there for a town's reporter.</summary>
    static readonly HashSet<string> NotATowns = ["reports/{id:long}", "api/v1/editions/{id:long}/file", "targets/tasks/{commitment}", "targets/of/{commitment}/{year:int}", "reports File", "reports Draft", "targets/tasks/{commitment} File"];

    // What is the same for everybody who may ask, or is not there at all.
    static readonly Dictionary<string, (string Path, HttpStatusCode Status)> Unscoped = new()
    {
        ["{**path}"] = ("/no/such/page", HttpStatusCode.NotFound), ["api/{**path}"] = ("/api/v1/no/such", HttpStatusCode.NotFound),
        ["api/{documentName:regex(^v1$)}/openapi.json"] = ("/api/v1/openapi.json", HttpStatusCode.OK), ["Lights"] = ("/?handler=Lights", HttpStatusCode.OK), ["admin/audit File"] = ("/admin/audit?handler=File", HttpStatusCode.OK), ["Certify"] = ("/?handler=Certify", HttpStatusCode.OK),
    };

    IEnumerable<(string Pattern, IReadOnlyList<Role> Allowed)> Readable() => EndpointList.Gets(office.Served)
        .Concat(EndpointList.Handlers(office.Served, "OnGet").Where(one => one.Handler.Length > 0).Select(one => ($"{one.Pattern} {one.Handler}".Trim(), one.Allowed)).DistinctBy(one => one.Item1));

    (string Path, bool IsScoped, HttpStatusCode Status) Ask(string pattern)
    {
        if (Unscoped.TryGetValue(pattern, out var same)) return (same.Path, false, same.Status);
        if (Things.TryGetValue(pattern, out var thing)) return (thing, true, HttpStatusCode.OK);
        if (pattern == "jobs/runs/{number:long} Part") return ($"/jobs/runs/{office.Job}?handler=Part", false, HttpStatusCode.OK);
        Assert.False(pattern.Contains('{', StringComparison.Ordinal) || pattern.Contains(' ', StringComparison.Ordinal), $"{pattern} is not in the table");
        return ("/" + pattern, false, HttpStatusCode.OK);
    }

    [Fact]
    public void Whoever_may_not_is_refused_and_what_is_anothers_is_not_there()
    {
        var wrong = new List<string>();
        foreach (var (pattern, allowed) in Readable())
        {
            var (path, isScoped, status) = Ask(pattern);
            foreach (var role in RoleWords.All)
            {
                var may = allowed.Count == 0 || allowed.Contains(role);
                var asked = role == Role.reporter ? OfTown.GetValueOrDefault(pattern, path) : path;
                Expect(wrong, $"{role} {pattern}", office.Own(role), asked, !may ? HttpStatusCode.Forbidden : role == Role.reporter && NotATowns.Contains(pattern) ? HttpStatusCode.NotFound : status);
                Expect(wrong, $"foreign {role} {pattern}", office.Other(role), asked, !may ? HttpStatusCode.Forbidden : isScoped && role is not (Role.admin or Role.operations) ? HttpStatusCode.NotFound : status);
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task What_is_handed_out_is_a_file_to_be_saved_and_nothing_is_kept_on_the_way()
    {
        foreach (var (pattern, path) in Things.Where(thing => thing.Key.Contains(' ', StringComparison.Ordinal) || thing.Key.EndsWith("/file", StringComparison.Ordinal) || thing.Key.EndsWith("/marked", StringComparison.Ordinal)))
        {
            using var answer = office.Own(pattern.StartsWith("review", StringComparison.Ordinal) ? Role.reviewer : pattern.StartsWith("submit", StringComparison.Ordinal) || pattern.EndsWith("marked", StringComparison.Ordinal) ? Role.reporter : Role.leader).Get(path);
            Assert.Equal((pattern, HttpStatusCode.OK, "attachment", "application/octet-stream"), (pattern, answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentType?.MediaType));
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public void Nothing_that_is_somebodys_has_a_tag_of_its_content_and_a_tag_opens_nothing()
    {
        foreach (var (pattern, allowed) in Readable())
        {
            var (path, isScoped, _) = Ask(pattern);
            var role = allowed.Count == 0 ? Role.reviewer : allowed[0];
            var asked = role == Role.reporter ? OfTown.GetValueOrDefault(pattern, path) : path;
            (string, string)[] conditions = [("If-None-Match", "*"), ("If-Modified-Since", DateTimeOffset.UtcNow.AddDays(1).ToString("R"))];
            using (var own = office.Own(role).Get(asked, conditions))
            {
                Assert.Equal((pattern, "no-store", null, null), (pattern, own.Headers.CacheControl?.ToString(), own.Headers.ETag, own.Content.Headers.LastModified));
                Assert.NotEqual(HttpStatusCode.NotModified, own.StatusCode);
            }
            using var other = office.Other(role).Get(asked, [conditions[0], ("If-None-Match", $"\"{office.TaskFile}\"")]);
            if (isScoped && role is not (Role.admin or Role.operations)) Assert.Equal((pattern, HttpStatusCode.NotFound), (pattern, other.StatusCode));
        }
    }

    /// <summary>Each kind of id: asked by somebody who may ask for their own, where it is another's and where there is none.</summary>
    [Fact]
    public void Anothers_id_is_answered_byte_for_byte_as_one_that_is_not_there()
    {
        const string NoReceipt = "310151-20220101-999999";
        var otherTown = office.Someone(Role.reporter, Chongming, office.OtherTown);
        (Person Who, string Path, string There, string None)[] asked =
        [
            .. from clerk in (Person[])[otherTown, office.Other(Role.reporter)]
               from path in (string[])["/submit/{0}", "/submit/{0}?handler=Marked", "/submit/{0}?handler=Original", "/submit/{0}?handler=Receipt", "/entry?from={0}", "/lineage?handler=File&receipt={0}", "/submit?r={0}", "/api/v1/submissions/{0}", "/api/v1/submissions/{0}/marked"]
               select (clerk, path, office.Returned, NoReceipt),
            (office.Other(Role.reviewer), "/review/{0}", office.Receipt, NoReceipt), (office.Other(Role.reviewer), "/api/v1/submissions/{0}", office.Receipt, NoReceipt),
            (office.Other(Role.assessor), "/assess/runs/{0}", $"{office.Run}", "999999"), (office.Other(Role.assessor), "/assess/diff?before={0}&after={0}", $"{office.Run}", "999999"),
            (office.Other(Role.leader), "/reports/{0}", $"{office.Edition}", "999999"), (office.Other(Role.leader), "/reports?handler=File&id={0}", $"{office.Edition}", "999999"), (office.Other(Role.leader), "/api/v1/editions/{0}/file", $"{office.Edition}", "999999"),
            (office.Other(Role.leader), "/targets/tasks/{0}", MatrixOffice.Task, "no-such-task"), (office.Other(Role.leader), "/targets/supervision/{0}", $"{office.Case}", "999999"), (otherTown, "/targets/supervision/{0}", $"{office.Case}", "999999"),
            (otherTown, "/targets/supervision/{0}?handler=File&sha256=" + office.CaseFile, $"{office.Case}", "999999"), (office.Other(Role.leader), "/targets/of/{0}/2022", Commitment, "no-such-promise"),
            (office.Other(Role.leader), "/api/v1/query?district={0}&indicator=" + Indicator, Chongming, "999999"), (office.Other(Role.leader), "/query?district={0}", Chongming, "999999"),
        ];
        foreach (var (who, path, there, none) in asked)
        {
            var (is_, is_not) = (Plain(who, path, there), Plain(who, path, none));
            Assert.Equal((path, ""), (path, string.Join('\n', is_.Split('\n').Except(is_not.Split('\n')))));
            Assert.Equal(is_not, is_);
            if (!path.StartsWith("/submit?r=", StringComparison.Ordinal)) Assert.StartsWith("404", is_, StringComparison.Ordinal);
        }
    }

    /// <summary>All that is answered but the id itself, the time, the reference and the tokens of forms.</summary>
    static string Plain(Person who, string path, string id)
    {
        var asked = path.Replace("{0}", id, StringComparison.Ordinal);
        using var answer = who.Get(asked);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length" or "Set-Cookie")).Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        var body = answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{Named(Changing().Replace(body, "").Replace(asked, path, StringComparison.Ordinal))}";

        // A short number stands in a page for other things too.
        string Named(string text) => id.Length < 6 || id == "999999" ? text : text.Replace(id, "ID", StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_handler_that_acts_is_open_to_a_role_that_its_page_is_not_for()
    {
        var wrong = new List<string>();
        foreach (var (pattern, allowed, handler) in EndpointList.Handlers(office.Served, "OnPost"))
            foreach (var role in RoleWords.All.Where(role => allowed.Count > 0 && !allowed.Contains(role)))
            {
                var path = Things.GetValueOrDefault(pattern) ?? "/" + pattern.Replace("{number:long}", "1", StringComparison.Ordinal);
                var address = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";
                using var form = new FormUrlEncodedContent([new("form-token", office.Own(role).Pages.TokenOn("/me"))]);
                using var answer = await office.Own(role).Pages.Client.PostAsync(address, form);
                if (answer.StatusCode != HttpStatusCode.Forbidden) wrong.Add($"{role} {address}: {(int)answer.StatusCode}");
            }
        Assert.Empty(wrong);
    }

    static void Expect(List<string> wrong, string what, Person who, string path, HttpStatusCode expected)
    {
        using var answer = who.Get(path);
        if (answer.StatusCode != expected) wrong.Add($"{what}: {(int)answer.StatusCode}, not {(int)expected}");
    }

    [GeneratedRegex("\"reference\": \"[^\"]*\"|name=\"form-token\"[^>]*>")]
    private static partial Regex Changing();
}

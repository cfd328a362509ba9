using System.Net;
using System.Text.Json;
using Microsoft.OpenApi;
using Reporting.Portal.Accounts;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;
using static Reporting.Tests.Pages.FiguresOffice;

namespace Reporting.Tests.Pages;

/// <summary>The OpenAPI document as others read it: valid, whole, and true of what is answered.</summary>
public sealed class OpenApiTests : IDisposable
{
    readonly FiguresOffice office = new();
    readonly HttpClient program;

    public OpenApiTests()
    {
        office.Served.Add("system", (Role.reporter, Chongming, office.Town), (Role.leader, Chongming, null));
        program = office.Served.Program("system");
    }

    public void Dispose()
    {
        program.Dispose();
        office.Dispose();
    }

    [Fact]
    public async Task A_reader_of_such_documents_has_nothing_to_complain_of()
    {
        var read = OpenApiDocument.Parse(await program.GetStringAsync("/api/v1/openapi.json"), "json");
        Assert.Empty(read.Diagnostic!.Errors.Concat(read.Diagnostic.Warnings).Select(error => error.ToString()));
        var document = read.Document!;
        var scheme = Assert.Single(document.Components!.SecuritySchemes!);
        Assert.Equal(("bearer", SecuritySchemeType.Http, "bearer"), (scheme.Key, scheme.Value.Type, scheme.Value.Scheme));
        Assert.Equal(["bearer"], Assert.Single(document.Security!).Keys.Select(one => one.Reference.Id));
        foreach (var (path, method, operation) in document.Paths.SelectMany(path => path.Value.Operations!.Select(one => (path.Key, one.Key, one.Value))))
        {
            var named = System.Text.RegularExpressions.Regex.Matches(path, "\\{([a-z]+)\\}").Select(match => match.Groups[1].Value);
            Assert.Equal(named, (operation.Parameters ?? []).Where(parameter => parameter.In == ParameterLocation.Path && parameter.Required).Select(parameter => parameter.Name!));
            Assert.Empty(((string[])["401", "403", "429", "500"]).Except(operation.Responses!.Keys));
            foreach (var (status, answer) in operation.Responses!)
                Assert.Equal((path, status, status[0] == '2' ? IsFile(path) ? "application/octet-stream" : "application/json" : "application/problem+json"), (path, status, Assert.Single(answer.Content!.Keys)));
            Assert.Equal((path, method == HttpMethod.Post), (path, operation.RequestBody is not null));
        }
        var send = document.Paths["/api/v1/submissions"].Operations![HttpMethod.Post];
        Assert.Equal(["multipart/form-data", "application/octet-stream"], send.RequestBody!.Content!.Keys);
        Assert.Equal(["form", "name", "org", "period", "unit"], send.Parameters!.Select(parameter => parameter.Name).Order(StringComparer.Ordinal));
        Assert.Empty(((string[])["201", "400", "413", "415", "503"]).Except(send.Responses!.Keys));
    }

    [Fact]
    public async Task What_is_answered_is_what_it_says()
    {
        using var folder = new TestFolder();
        var unit = office.Served.Office.Warehouse.Definitions.Current.OrgUnit(office.Town)!.Name;
        var documents = JsonDocument.Parse(await program.GetStringAsync("/api/v1/openapi.json")).RootElement;
        // A sheet that mends what stands: changes, findings and all.
        using var body = new ByteArrayContent(File.ReadAllBytes(SmallSheet.In(folder.Data.Root, "一月.csv", month: 3, unit: unit)));
        using (var sent = await program.PostAsync("/api/v1/submissions?name=a.csv", body)) await Fits("/api/v1/submissions", "post", sent, 201);
        foreach (var (path, template, status) in ((string, string, int)[])
            [("/api/v1/me", "/api/v1/me", 200), ($"/api/v1/submissions/{office.Receipt}", "/api/v1/submissions/{receipt}", 200), ("/api/v1/submissions/310151-20220101-999999", "/api/v1/submissions/{receipt}", 404),
             ($"/api/v1/query?district={Chongming}&indicator={Indicator}&year=2022&org=all", "/api/v1/query", 200), ($"/api/v1/lineage?district={Chongming}&indicator={Indicator}&year=2022", "/api/v1/lineage", 200), ("/api/v1/query", "/api/v1/query", 400)])
            using (var answer = await program.GetAsync(path)) await Fits(template, "get", answer, status);

        async Task Fits(string template, string method, HttpResponseMessage answer, int status)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True((HttpStatusCode)status == answer.StatusCode, $"{template}: {(int)answer.StatusCode} {text}");
            var told = documents.GetProperty("paths").GetProperty(template).GetProperty(method).GetProperty("responses").GetProperty($"{status}").GetProperty("content").EnumerateObject().Single();
            Assert.Equal(told.Name, answer.Content.Headers.ContentType!.MediaType);
            Assert.Empty(Unlike(documents, told.Value.GetProperty("schema"), JsonDocument.Parse(text).RootElement, template));
        }
    }

    static bool IsFile(string path) => path.EndsWith("/file", StringComparison.Ordinal) || path.EndsWith("/marked", StringComparison.Ordinal);

    /// <summary>Where a document has names that its description has not, or lacks some.</summary>
    static IEnumerable<string> Unlike(JsonElement documents, JsonElement schema, JsonElement value, string at)
    {
        while (schema.TryGetProperty("$ref", out var named)) schema = documents.GetProperty("components").GetProperty("schemas").GetProperty(named.GetString()!.Split('/')[^1]);
        if (value.ValueKind == JsonValueKind.Null) return [];
        if (schema.TryGetProperty("oneOf", out var choices)) return Unlike(documents, choices.EnumerateArray().Last(), value, at); // null, or this
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().SelectMany(item => Unlike(documents, schema.GetProperty("items"), item, $"{at}[]"));
        if (value.ValueKind != JsonValueKind.Object) return [];
        var (told, there) = (schema.GetProperty("properties").EnumerateObject().ToDictionary(one => one.Name, one => one.Value), value.EnumerateObject().ToDictionary(one => one.Name, one => one.Value));
        return told.Keys.Except(there.Keys).Select(name => $"{at}.{name} is not there").Concat(there.Keys.Except(told.Keys).Select(name => $"{at}.{name} is not told"))
            .Concat(there.Where(one => told.ContainsKey(one.Key)).SelectMany(one => Unlike(documents, told[one.Key], one.Value, $"{at}.{one.Key}")));
    }
}

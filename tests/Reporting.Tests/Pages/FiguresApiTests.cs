using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Reporting.Portal.Accounts;
using static Reporting.Tests.Pages.FiguresOffice;

namespace Reporting.Tests.Pages;

/// <summary>The API's figures are those of the verbs; a token reads what its owner reads; the OpenAPI document tells what there is.</summary>
public sealed class FiguresApiTests(FiguresOffice office) : IClassFixture<FiguresOffice>
{
    [Fact]
    public void A_token_asks_figures_lineage_and_editions_of_its_owners_scope()
    {
        using var assessor = With(Role.assessor, Chongming, null);
        var rows = Json(assessor, $"/api/v1/query?district={Chongming}&indicator={Indicator}&year=2022&org=all").GetProperty("rows").EnumerateArray().ToList();
        Assert.Contains(rows, row => row.GetProperty("org").GetString() == office.Town && row.GetProperty("value").GetDecimal() > 0);
        var addend = Json(assessor, $"/api/v1/lineage?district={Chongming}&indicator={Indicator}&year=2022&org={office.Town}").GetProperty("addends")[0];
        Assert.Equal(office.Receipt, addend.GetProperty("submission").GetString());
        Assert.Equal(JsonValueKind.Array, Json(assessor, "/api/v1/editions").GetProperty("editions").ValueKind);

        using var reporter = With(Role.reporter, Chongming, office.Town);
        Assert.Single(Json(reporter, $"/api/v1/query?district={Chongming}&indicator={Indicator}&year=2022&org={office.Town}").GetProperty("rows").EnumerateArray());
        foreach (var path in (string[])[$"query?district={Chongming}&indicator={Indicator}", $"query?district={Chongming}&indicator={Indicator}&org=all", $"query?district={Chongming}&indicator={Indicator}&org={office.OtherTown}",
            $"lineage?district={Chongming}&indicator={Indicator}&org={office.OtherTown}", $"query?district={Songjiang}&indicator={Indicator}", $"query?district={Chongming}&indicator=no_such", "editions?district=999999", "editions/99/file"])
            Assert.Equal(HttpStatusCode.NotFound, Problem(reporter, $"/api/v1/{path}"));
        Assert.Equal(HttpStatusCode.BadRequest, Problem(reporter, $"/api/v1/query?district={Chongming}&indicator={Indicator}&org={office.Town}&year=soon"));
        Assert.Equal(HttpStatusCode.BadRequest, Problem(reporter, "/api/v1/query"));
    }

    [Fact]
    public void Without_a_token_nothing_is_told_and_a_role_without_figures_reads_none()
    {
        using var nobody = new HttpClient { BaseAddress = office.Served.Address };
        Assert.Equal(HttpStatusCode.Unauthorized, Problem(nobody, "/api/v1/editions"));
        using var admin = With(Role.admin, null, null);
        Assert.Equal(HttpStatusCode.Forbidden, Problem(admin, "/api/v1/editions"));
    }

    [Fact]
    public void The_OpenAPI_document_matches_the_endpoints_and_describes_every_parameter_and_answer()
    {
        using var assessor = With(Role.assessor, Chongming, null);
        var document = Json(assessor, "/api/v1/openapi.json");
        var told = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (Path: path.Name, Method: operation.Name.ToUpperInvariant(), Operation: operation.Value))).ToList();
        var there = office.Served.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":long", "", StringComparison.Ordinal)}"));
        Assert.Equal(there.Order(StringComparer.Ordinal), told.Select(one => $"{one.Method} {one.Path}").Order(StringComparer.Ordinal));
        Assert.All(told, one => Assert.True(one.Operation.TryGetProperty("summary", out _) && one.Operation.TryGetProperty("description", out _), one.Path));
        foreach (var (path, _, operation) in told.Where(one => one.Operation.TryGetProperty("parameters", out _)))
            Assert.All(operation.GetProperty("parameters").EnumerateArray(), parameter => Assert.True(parameter.TryGetProperty("description", out _), $"{path} {parameter}"));
        foreach (var (path, _, operation) in told)
            Assert.All(operation.GetProperty("responses").EnumerateObject(), answer => Assert.False(string.IsNullOrEmpty(answer.Value.GetProperty("description").GetString()), $"{path} {answer.Name}"));
        Assert.All(document.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(schema => schema.Value.TryGetProperty("properties", out _)).SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject(), (schema, property) => (schema, property)),
            one => Assert.True(one.property.Value.TryGetProperty("description", out _) || one.property.Value.TryGetProperty("$ref", out _) || one.property.Value.TryGetProperty("oneOf", out _), $"{one.schema.Name}.{one.property.Name}"));
        Assert.DoesNotContain("http://127", document.ToString(), StringComparison.Ordinal);
    }

    HttpClient With(Role role, string? district, string? unit)
    {
        var login = $"program-{role}-{unit}-{Guid.NewGuid():N}"[..40];
        office.Served.Add(login, (role, district, unit));
        var client = new HttpClient { BaseAddress = office.Served.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", office.Served.Office.Accounts.IssueToken(login, "test", 30).Token);
        return client;
    }

    static JsonElement Json(HttpClient client, string path)
    {
        using var answer = client.GetAsync(path).GetAwaiter().GetResult();
        var text = answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The status of a refusal, which is told as problem details.</summary>
    static HttpStatusCode Problem(HttpClient client, string path)
    {
        using var answer = client.GetAsync(path).GetAwaiter().GetResult();
        Assert.Equal((path, "application/problem+json"), (path, answer.Content.Headers.ContentType?.MediaType));
        return answer.StatusCode;
    }
}

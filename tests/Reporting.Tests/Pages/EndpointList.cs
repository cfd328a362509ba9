using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.AspNetCore.Routing;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;

namespace Reporting.Tests.Pages;

/// <summary>What is served, as the program itself lists it: tests that go through all of it miss nothing that comes later.</summary>
static class EndpointList
{
    /// <summary>Whatever answers GET to somebody who is signed in, each pattern once.</summary>
    public static IEnumerable<(string Pattern, IReadOnlyList<Role> Allowed)> Gets(ServedOffice served) => Declared(served)
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)
        .Select(endpoint => (Pattern(endpoint), endpoint.Metadata.GetMetadata<ForAttribute>()!.Allowed)).Where(one => one.Item1 != "sign-out").DistinctBy(one => one.Item1);

    /// <summary>Handlers of pages by their names: <c>OnPost…</c> with the prefix <c>OnPost</c>.</summary>
    public static IEnumerable<(string Pattern, IReadOnlyList<Role> Allowed, string Handler)> Handlers(ServedOffice served, string prefix) =>
        from endpoint in Declared(served)
        let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        where page is not null
        from method in ModelOf(page).GetMethods().Where(method => method.Name.StartsWith(prefix, StringComparison.Ordinal))
        select (Pattern(endpoint), endpoint.Metadata.GetMetadata<ForAttribute>()!.Allowed, method.Name[prefix.Length..].Replace("Async", "", StringComparison.Ordinal));

    static IEnumerable<RouteEndpoint> Declared(ServedOffice served) => served.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null);

    static string Pattern(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.Trim('/');

    static Type ModelOf(PageActionDescriptor page) => typeof(ForAttribute).Assembly.GetCustomAttributes(typeof(RazorCompiledItemAttribute), false).Cast<RazorCompiledItemAttribute>()
        .First(item => item.Identifier == page.RelativePath).Type.GetProperty("Model")!.PropertyType;
}

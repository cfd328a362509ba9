using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Reporting.Portal.Accounts;
using Reporting.Portal.Pages;
using Reporting.Portal.Web;

namespace Reporting.Tests.Pages;

/// <summary>What holds for every page: who may call it is declared, nobody gets in otherwise, browsers are told to trust nothing else.</summary>
public sealed class ShellTests : IDisposable
{
    readonly ServedOffice served = new();

    public void Dispose() => served.Dispose();

    [Fact]
    public void The_help_speaks_of_every_role_and_shows_pictures_that_are_there()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot", "help");
        Assert.All(RoleWords.All, role => Assert.NotEmpty(Help.Of(role)));
        Assert.All(RoleWords.All.SelectMany(Help.Of).Select(step => step.Picture).OfType<string>(), picture => Assert.True(File.Exists(Path.Combine(folder, picture)), picture));
    }

    [Fact]
    public void Every_endpoint_declares_who_may_call_it()
    {
        var silent = served.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<ForAttribute>() is null);
        Assert.Empty(silent.Select(endpoint => endpoint.RoutePattern.RawText));
        Assert.Equal([Reporting.Portal.Commands.Forwarding.Path, "/healthz", "/readyz", "/sign-in", "/trouble/{code:int}"], served.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whoever_is_not_signed_in_is_led_to_the_sign_in_and_learns_nothing_of_what_there_is()
    {
        using var nobody = served.Nobody();
        foreach (var path in (string[])["/", "/submit", "/admin", "/no/such/page"])
        {
            var seen = nobody.Get(path);
            Assert.Equal((HttpStatusCode.Redirect, $"/sign-in?next={Uri.EscapeDataString(path)}"), (seen.Status, seen.To));
        }
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.Get("/api/v1/me").Status);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.Get("/api/v1/nothing").Status);
    }

    [Fact]
    public void Pages_tell_browsers_to_run_and_keep_nothing_else()
    {
        using var leader = served.As(Role.leader);
        var headers = leader.Open("/").Headers;
        Assert.Contains("script-src 'self'", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Contains("no-store", headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var leader = served.As(Role.leader);
        using var posted = await leader.Client.PostAsync("/sign-out", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
        leader.Open("/");
    }

    [Fact]
    public void A_session_that_is_ended_is_over_at_once()
    {
        using var leader = served.As(Role.leader);
        leader.Open("/");
        served.Office.Accounts.EndSessions(leader.Login);
        Assert.Equal(HttpStatusCode.Redirect, leader.Get("/").Status);
    }

    [Fact]
    public void A_wrong_password_is_told_beside_the_field_and_what_was_typed_stays()
    {
        served.Office.Accounts.Add("wang", "王主任", null, "tests");
        using var nobody = served.Nobody();
        var seen = nobody.Post("/sign-in", "/sign-in", ("Login", "wang"), ("Password", "nonsense"));
        Assert.Contains("账号或密码不对", seen.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"wang\"", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense", seen.Html, StringComparison.Ordinal);
        Assert.Equal(seen.Text.Replace("wang", "nobody", StringComparison.Ordinal), nobody.Post("/sign-in", "/sign-in", ("Login", "nobody"), ("Password", "nonsense")).Text);
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Pages;

/// <summary>How the pages are reached from other machines: by HTTPS with the office's own certificate, or through a proxy that is named.</summary>
public sealed class ReachTests : IDisposable
{
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Https_answers_with_the_certificate_and_its_cookies_stay_on_it()
    {
        var (certificate, key) = Certificate();
        using var served = new ServedOffice(reach: Asked(("--urls", "https://127.0.0.1:0"), ("--certificate", certificate), ("--key", key)));
        Assert.Equal("https", served.Address.Scheme);
        string? subject = null;
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, ServerCertificateCustomValidationCallback = (_, shown, _, _) => (subject = shown!.Subject) is not null }) { BaseAddress = served.Address };
        using var answer = await client.GetAsync("/sign-in");
        Assert.Equal(("CN=reporting.test", 200), (subject, (int)answer.StatusCode));
        Assert.Contains("max-age", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        Assert.Contains("secure", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="from">Whose word is taken.</param>
    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7", "secure")]
    [InlineData("192.0.2.1", "127.0.0.1", "")]
    public async Task Only_the_proxy_that_is_named_is_believed(string from, string address, string secure)
    {
        using var served = new ServedOffice(reach: Asked(("--urls", "http://127.0.0.1:0"), ("--proxy", from)));
        var once = served.Office.Accounts.Add("wang", "王主任", null, "tests");
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = served.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await client.GetAsync("/sign-in");
        Assert.Equal(secure.Length > 0, answer.Headers.GetValues("Set-Cookie").Single().Contains("secure", StringComparison.OrdinalIgnoreCase));
        var token = System.Text.RegularExpressions.Regex.Match(await answer.Content.ReadAsStringAsync(), "name=\"form-token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("Login", "wang"), new("Password", once), new("form-token", token)]) };
        form.Headers.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        await client.SendAsync(form);
        Assert.Equal(address, served.Office.Operations.AuditEntries(10).Single(entry => entry.Verb == "sign-in").FromAddress);
    }

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:5080", "--allow-http")]
    [InlineData("--urls", "http://*:5080", "--allow-http")]
    [InlineData("--urls", "https://127.0.0.1:0", "--certificate")]
    [InlineData("--certificate", "/no/such.pem", "--key")]
    public void What_would_send_passwords_in_the_clear_is_refused_with_the_way_out(string option, string value, string hint)
    {
        var refused = Assert.Throws<MisuseException>(() => Asked((option, value)));
        Assert.Contains(hint, refused.In("zh"), StringComparison.Ordinal);
        Assert.Contains(hint, refused.In("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Loopback_and_what_is_said_to_be_trusted_need_none()
    {
        Assert.Single(Asked().Addresses);
        Assert.Single(Asked(("--urls", "http://[::1]:5080")).Addresses);
        Assert.Single(Asked(("--urls", "http://*:5080"), ("--proxy", "192.0.2.1")).Addresses);
    }

    static Reach Asked(params (string Name, string Value)[] options) => Reach.Of(new("serve", options.ToDictionary(option => option.Name, option => (IReadOnlyList<string>)[option.Value]), [], "tests", null, "zh", false));

    (string Certificate, string Key) Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=reporting.test", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        var (certificate, secret) = (Path.Combine(folder.Data.Root, "c.pem"), Path.Combine(folder.Data.Root, "k.pem"));
        File.WriteAllText(certificate, made.ExportCertificatePem());
        File.WriteAllText(secret, key.ExportPkcs8PrivateKeyPem());
        return (certificate, secret);
    }
}

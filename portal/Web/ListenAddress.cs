using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Reporting.Portal.Web;

/// <summary>Where pages are served: <c>http://127.0.0.1:5080</c>. Port 0 takes a free one; <c>*</c> is every address of the machine.</summary>
sealed record ListenAddress(string Scheme, string Host, int Port)
{
    /// <exception cref="MisuseException">Not an http or https address.</exception>
    public static IReadOnlyList<ListenAddress> Parse(string urls) => [.. urls.Split([';', ','], StringSplitOptions.RemoveEmptyEntries).Select(One)];

    static ListenAddress One(string url)
    {
        BindingAddress address;
        try { address = BindingAddress.Parse(url.Trim()); }
        catch (FormatException) { throw Wrong(url); }
        var known = address.Host is "localhost" or "*" or "+" || IPAddress.TryParse(address.Host.Trim('[', ']'), out _);
        return address.Scheme is "http" or "https" && address.PathBase.Length == 0 && known ? new(address.Scheme, address.Host, address.Port) : throw Wrong(url);
    }

    public bool IsSecure => Scheme == "https";

    /// <summary>Nobody but this machine can knock.</summary>
    public bool IsLoopback => Host == "localhost" || IPAddress.TryParse(Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    /// <param name="certificate">Needed where an address is secure.</param>
    /// <param name="chain">Sent along, so that a browser finds its way to a root that it knows.</param>
    public void Listen(KestrelServerOptions kestrel, X509Certificate2? certificate, X509Certificate2Collection chain)
    {
        void Secured(ListenOptions listen) { if (IsSecure) listen.UseHttps(https => (https.ServerCertificate, https.ServerCertificateChain) = (certificate, chain)); }
        if (Host == "localhost" && Port != 0) kestrel.ListenLocalhost(Port, Secured);
        else if (Host is "*" or "+") kestrel.ListenAnyIP(Port, Secured);
        else kestrel.Listen(Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(Host.Trim('[', ']')), Port, Secured);
    }

    static MisuseException Wrong(string url) => new(
        $"--urls 里的“{url}”不对；要写成 http://地址:端口 或 https://地址:端口，例如 http://127.0.0.1:5080。",
        $"'{url}' in --urls is not right; write http://ADDRESS:PORT or https://ADDRESS:PORT, such as http://127.0.0.1:5080.");
}

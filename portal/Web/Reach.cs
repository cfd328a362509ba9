using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Reporting.Portal.Commands;

namespace Reporting.Portal.Web;

/// <summary>Where the pages are reached, and what keeps passwords secret on the way: this machine alone, HTTPS, or a proxy in front that does it.</summary>
/// <param name="Certificate">Of the addresses that are secure; null: none is.</param>
/// <param name="Proxies">Whose word about the caller's address and scheme is taken; nobody else's is.</param>
sealed record Reach(IReadOnlyList<ListenAddress> Addresses, X509Certificate2? Certificate, IReadOnlyList<IPAddress> Proxies)
{
    /// <summary>The certificates between it and one that browsers know, from the same file.</summary>
    public X509Certificate2Collection Chain { get; init; } = [];

    /// <summary>The network is said to be trusted.</summary>
    public bool AllowsHttp { get; init; }

    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("--urls", ParameterKind.Text, "监听地址，默认 http://127.0.0.1:5080", "where to listen, http://127.0.0.1:5080 by default") { Shape = "URL" },
        new("--certificate", ParameterKind.Text, "https 用的证书（PEM 文件，可带证书链）", "the certificate for https (a PEM file, with its chain)") { Shape = "FILE" },
        new("--key", ParameterKind.Text, "证书的私钥（PEM 文件）", "its private key (a PEM file)") { Shape = "FILE" },
        new("--proxy", ParameterKind.Text, "前面的反向代理的 IP 地址，可多个：只信它说的来源和 https", "IP address of a reverse proxy in front: only it is believed about callers and https") { Shape = "IP", Many = true },
        new("--allow-http", ParameterKind.Flag, "允许别的机器不加密访问：密码会明文经过网络", "let other machines come unencrypted: passwords then cross the network in the clear"),
    ];

    /// <summary>Loopback only, for tests and trials.</summary>
    public static Reach Loopback(string urls) => new(ListenAddress.Parse(urls), null, []);

    /// <summary>Whether a connection comes from a proxy, from this machine, or is secret by itself: with a proxy in front nobody else comes unencrypted.</summary>
    public bool Admits(HttpContext context) => context.Request.IsHttps || AllowsHttp || context.Connection.RemoteIpAddress is not { } from
        || IPAddress.IsLoopback(from) || Proxies.Any(proxy => proxy.Equals(from) || from.IsIPv4MappedToIPv6 && proxy.Equals(from.MapToIPv4()));

    /// <exception cref="MisuseException">An option is wrong, or passwords would cross the network in the clear.</exception>
    public static Reach Of(Request request)
    {
        var addresses = ListenAddress.Parse(request["--urls"] ?? "http://127.0.0.1:5080");
        var reach = new Reach(addresses, Read(request["--certificate"], request["--key"]), [.. request.All("--proxy").Select(Proxy)]) { AllowsHttp = request.Has("--allow-http"), Chain = ChainOf(request["--certificate"]) };
        if (addresses.FirstOrDefault(address => address.IsSecure) is not null && reach.Certificate is null)
            throw new MisuseException("https 地址要有证书：--certificate 证书.pem --key 私钥.pem。", "An https address needs a certificate: --certificate CERT.pem --key KEY.pem.");
        if (reach.Proxies.Count == 0 && !request.Has("--allow-http") && addresses.FirstOrDefault(address => !address.IsLoopback && !address.IsSecure) is { } open)
            throw new MisuseException(
                $"http://{open.Host}:{open.Port} 别的机器也能访问，密码会明文经过网络：改用 https（--certificate、--key），或放在反向代理后面（--proxy 它的地址）；内网确实不用加密的，加 --allow-http。",
                $"Other machines reach http://{open.Host}:{open.Port}, and passwords would cross the network in the clear: use https (--certificate, --key), or stand behind a reverse proxy (--proxy ITS-ADDRESS); where the network is trusted, say --allow-http.");
        return reach;
    }

    static X509Certificate2? Read(string? certificate, string? key)
    {
        if (certificate is null && key is null) return null;
        if (certificate is null || key is null) throw new MisuseException("--certificate 和 --key 要一起写。", "--certificate and --key go together.");
        try { return X509Certificate2.CreateFromPemFile(certificate, key); }
        catch (Exception unusable) when (unusable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"证书读不出来：{unusable.Message}", $"The certificate cannot be read: {unusable.Message}");
        }
    }

    static X509Certificate2Collection ChainOf(string? certificate)
    {
        var all = new X509Certificate2Collection();
        if (certificate is not null) all.ImportFromPemFile(certificate);
        if (all.Count > 0) all.RemoveAt(0); // the server's own comes first
        return all;
    }

    static IPAddress Proxy(string given) => IPAddress.TryParse(given, out var address) ? address
        : throw new MisuseException($"--proxy 的“{given}”不是 IP 地址。", $"'{given}' of --proxy is no IP address.");
}

using System.Net;
using System.Text.RegularExpressions;

namespace Reporting.Tests.Pages;

/// <summary>A page as it came.</summary>
/// <param name="To">Where a redirect leads; null: none.</param>
sealed record Seen(HttpStatusCode Status, string Html, string? To, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The words of the page without its markup, spaces run together.</summary>
    public string Text => Spaces.Replace(WebUtility.HtmlDecode(Tags.Replace(Html, " ")), " ");

    static readonly Regex Tags = new("<script.*?</script>|<[^>]*>", RegexOptions.Singleline), Spaces = new(@"\s+");
}

/// <summary>A browser without scripts: it keeps cookies, fills in forms with their hidden fields, and follows nothing by itself.</summary>
sealed partial class Visitor : IDisposable
{
    readonly HttpClient client;

    public Visitor(Uri address, Cookie? signedIn, string login)
    {
        (Login, SessionCookie) = (login, signedIn?.Value);
        var cookies = new CookieContainer();
        if (signedIn is not null) cookies.Add(address, signedIn);
        client = new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, Expect100ContinueTimeout = Patience }) { BaseAddress = address };
    }

    /// <summary>Who asks before sending a body waits for the answer, however busy the machine: after the usual second the body would be on its way to a server that has closed its ears.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    public string Login { get; }

    /// <summary>For a request that is written by hand.</summary>
    public string? SessionCookie { get; }
    public HttpClient Client => client;

    public Seen Get(string path) => See(client.GetAsync(path).GetAwaiter().GetResult());

    /// <summary>Opens a page that has to be there.</summary>
    public Seen Open(string path)
    {
        var seen = Get(path);
        Assert.True(seen.Status == HttpStatusCode.OK, $"{path}: {(int)seen.Status} {seen.To} {seen.Text}");
        return seen;
    }

    public byte[] Download(string path)
    {
        var answer = client.GetAsync(path).GetAwaiter().GetResult();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        return answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
    }

    /// <summary>Sends fields to a page's handler, with the token that a page of this visitor holds; then looks at where it leads.</summary>
    /// <param name="page">A page with a form on it, from which the token is taken.</param>
    public Seen Post(string page, string to, params (string Name, string Value)[] fields)
    {
        var posted = See(client.PostAsync(to, new FormUrlEncodedContent(fields.Append(("form-token", TokenOn(page))).Select(field => KeyValuePair.Create(field.Item1, field.Item2)))).GetAwaiter().GetResult());
        return posted.To is { } next ? Open(next) : posted;
    }

    /// <summary>The same with files.</summary>
    public Seen Upload(string page, string to, string field, IReadOnlyList<(string Name, byte[] Bytes)> files, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("form-token", TokenOn(page)))) form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), field, name);
        var posted = See(client.PostAsync(to, form).GetAwaiter().GetResult());
        return posted.To is { } next ? Open(next) : posted;
    }

    public string TokenOn(string page) => Token().Match(Open(page).Html) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException($"no form on {page}");

    static Seen See(HttpResponseMessage answer)
    {
        using (answer)
        {
            var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
            var to = answer.Headers.Location is { } location ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString : null;
            return new(answer.StatusCode, answer.Content.ReadAsStringAsync().GetAwaiter().GetResult(), to, headers);
        }
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

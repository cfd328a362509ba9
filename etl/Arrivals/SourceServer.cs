using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>What went wrong with a source, in words for the people who look after it.</summary>
sealed class SourceFaultException(string words, Exception? cause = null) : Exception(words, cause);

/// <summary>
/// One web server, asked by plain GET. It is followed nowhere else, given no cookies, unpacked nothing, and never waited for longer than
/// its silence may last. Certificates are checked as the machine is set up to.
/// </summary>
sealed class SourceServer : IDisposable
{
    readonly HttpClient client;
    readonly SourceLimits limits;

    public SourceServer(ListingSource source, SourceLimits limits)
    {
        this.limits = limits;
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = limits.Silence, MaxConnectionsPerServer = 1, MaxResponseHeadersLength = 64,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        if (source.PasswordFile is not { } path) return;
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(PasswordOf(path))));
    }

    /// <summary>The page of a listing as text.</summary>
    public async Task<string> Page(Uri url, CancellationToken cancel)
    {
        using var answer = await Ask(new(HttpMethod.Get, url), cancel);
        Require(answer);
        if (answer.Content.Headers.ContentType?.MediaType is not ("text/html" or "application/xhtml+xml")) throw new SourceFaultException($"回的不是目录页，而是 {answer.Content.Headers.ContentType?.MediaType ?? "没有类型的内容"}");
        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        using var page = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await Patiently(body.ReadAsync(buffer, cancel).AsTask())) > 0; page.Write(buffer, 0, read))
            if (page.Length + read > limits.PageBytes) throw new SourceFaultException($"目录页超过 {limits.PageBytes / 1024} KB，没有读完");
        return Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length);
    }

    /// <summary>Asks for a file, or whether it is still what it was.</summary>
    /// <param name="known">Null where the bytes are wanted in any case.</param>
    public async Task<HttpResponseMessage> File(Uri url, SeenFile? known, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (known?.ETag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (known?.LastModified is { } time) request.Headers.TryAddWithoutValidation("If-Modified-Since", time);
        var answer = await Ask(request, cancel);
        if (answer.StatusCode == HttpStatusCode.NotModified) return answer;
        try
        {
            Require(answer);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    public Task<Landing?> Land(DataFolder data, Stream body, CancellationToken cancel) => Landing.Of(data, body, limits.FileBytes, Patiently, cancel);

    async Task<HttpResponseMessage> Ask(HttpRequestMessage request, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(limits.Silence);
        using (request)
            try { return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token); }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { throw Silent(); }
    }

    async Task<int> Patiently(Task<int> read)
    {
        try { return await read.WaitAsync(limits.Silence); }
        catch (TimeoutException) { throw Silent(); }
    }

    SourceFaultException Silent() => new($"{limits.Silence.TotalSeconds:0.#} 秒没有回音");

    static void Require(HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.OK) return;
        throw new SourceFaultException((int)answer.StatusCode switch
        {
            401 or 403 => $"拒绝访问（{(int)answer.StatusCode}）",
            >= 300 and < 400 => $"要转到别处（{(int)answer.StatusCode}），不跟随",
            var code => $"回的是 {code}",
        });
    }

    // Looked at whenever it is needed: a password that is not there, or that anybody can read, is the trouble of this source alone.
    static string PasswordOf(string path)
    {
        try
        {
            if (!System.IO.File.Exists(path)) throw new SourceFaultException($"没有口令文件 {path}");
            if (!OperatingSystem.IsWindows() && (System.IO.File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0) throw new SourceFaultException($"别人也能读口令文件 {path}：请 chmod 600");
            return System.IO.File.ReadLines(path).FirstOrDefault()?.Trim() is { Length: > 0 } line ? line : throw new SourceFaultException($"口令文件 {path} 是空的");
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException) { throw new SourceFaultException($"口令文件 {path} 读不到：{closed.Message}", closed); }
    }

    public void Dispose() => client.Dispose();
}

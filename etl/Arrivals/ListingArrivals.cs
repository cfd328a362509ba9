using System.Net;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>
/// Collects from the listing of a web server. Nothing is moved there, so what was fetched is remembered by what the server calls it (ETag,
/// Last-Modified) and asked for again only if it is something else by now; where a server calls it nothing, by the listing's own row.
/// </summary>
static class ListingArrivals
{
    public static async Task Collect(DataFolder data, ListingSource source, SourceMemory memory, IDictionary<string, SeenFile> seen, SourceLimits limits, Collected into, CancellationToken cancel)
    {
        using var server = new SourceServer(source, limits);
        var listed = (ListingPage.Read(source.Url, await server.Page(source.Url, cancel)) ?? throw new SourceFaultException("回的网页不是目录页"))
            .Where(file => !PassedOver.Is(file.Name)).ToList();
        foreach (var file in listed.Where(file => memory.Seen.ContainsKey(file.Name))) seen[file.Name] = memory.Seen[file.Name];
        // What is new comes first: asking after what is known must not use up the time.
        foreach (var file in listed.OrderBy(file => seen.ContainsKey(file.Name)).ThenBy(file => file.Name, StringComparer.Ordinal))
        {
            if (into.Files.Count == limits.Files) break;
            try { await Fetch(data, source, server, file, seen, limits, into, cancel); }
            catch (Exception wrong) when (FaultOf(wrong) is { } words) { into.Fault ??= $"{OneLine.Of(file.Name)}: {words}"; }
        }
    }

    /// <summary>What is wrong with a server, in words; null where it is none of its doing.</summary>
    public static string? FaultOf(Exception wrong) => wrong switch
    {
        SourceFaultException => wrong.Message,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => $"连不上：{wrong.Message}",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"证书或加密有问题：{wrong.Message}",
        HttpRequestException or HttpIOException or IOException => $"回的内容不完整或读不懂：{wrong.Message}",
        _ => null,
    };

    static async Task Fetch(
        DataFolder data, ListingSource source, SourceServer server, ListedFile file, IDictionary<string, SeenFile> seen, SourceLimits limits, Collected into, CancellationToken cancel)
    {
        var known = seen.TryGetValue(file.Name, out var before) ? before : null;
        if (known is { ETag: null, LastModified: null } && known.Mark == file.Row) return;
        using var answer = await server.File(file.Url, known, cancel);
        if (answer.StatusCode == HttpStatusCode.NotModified) return;
        var now = new SeenFile(file.Row, answer.Headers.ETag?.ToString(), Header(answer, "Last-Modified"));
        // A server that knows no conditions answers in full: what it calls the bytes tells that they are the same.
        if (known is not null && (now.ETag ?? now.LastModified) is not null && (known.ETag, known.LastModified) == (now.ETag, now.LastModified)) return;
        if (IsStillWritten(answer, limits.Still)) { into.Left.Add(new(file.Name, "仍在写入", null)); return; }
        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        var landed = answer.Content.Headers.ContentLength > limits.FileBytes ? null : await server.Land(data, body, cancel);
        if (landed is null)
        {
            into.Left.Add(DropFolder.TooLarge(file.Name, limits.FileBytes, $"{now.ETag}|{now.LastModified}|{now.Mark}"));
            seen[file.Name] = now;
            return;
        }
        into.Holding(landed);
        var key = $"{source.Id}/{file.Name}|{now.ETag ?? now.LastModified}|{landed.Size}";
        into.Files.Add(new(new(file.Name, landed.Open, source.Channel, source.Unit, key, source.Unit), _ => seen[file.Name] = now));
    }

    // By the server's own clock, whatever ours says.
    static bool IsStillWritten(HttpResponseMessage answer, TimeSpan still) =>
        answer.Content.Headers.LastModified is { } written && answer.Headers.Date is { } now && now - written < still && now >= written;

    static string? Header(HttpResponseMessage answer, string name) => answer.Content.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}

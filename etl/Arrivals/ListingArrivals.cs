using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>
/// Collects from the listing of a web server. Nothing is moved there, so what was fetched is remembered by what the server calls it (ETag,
/// Last-Modified) and asked for again only if it is something else by now; where a server calls it nothing, by the listing's own row.
/// </summary>
static class ListingArrivals
{
    public static async Task Collect(DataFolder data, ListingSource source, SourceMemory memory, IDictionary<string, SeenFile> seen, SourceLimits limits, Func<Task> wait, Collected into, CancellationToken cancel)
    {
        using var server = new SourceServer(source, limits);
        var listed = (ListingPage.Read(source.Url, await server.Page(source.Url, cancel)) ?? throw new SourceFaultException("回的网页不是目录页"))
            .Where(file => !PassedOver.Is(file.Name)).ToList();
        foreach (var file in listed.Where(file => memory.Seen.ContainsKey(file.Name))) seen[file.Name] = memory.Seen[file.Name];
        var turn = new ListingTurn(data, source, server, seen, limits, into, cancel);
        // What is new comes first: asking after what is known must not use up the time. What has used it up before begins when all else is in.
        foreach (var round in listed.OrderBy(file => memory.Behind.Contains(file.Name)).ThenBy(file => seen.ContainsKey(file.Name)).ThenBy(file => file.Name, StringComparer.Ordinal)
            .GroupBy(file => memory.Behind.Contains(file.Name)))
            await turn.Fetch(round, wait);
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
}

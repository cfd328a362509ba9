using System.Net;
using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>A file that was fetched while nothing told whether it is whole: it is asked for once more.</summary>
sealed record FetchedFile(ListedFile Listed, SeenFile Called, Landing Landed);

/// <summary>The files of one listing in one pull.</summary>
sealed class ListingTurn(DataFolder data, ListingSource source, SourceServer server, IDictionary<string, SeenFile> seen, SourceLimits limits, Collected into, CancellationToken cancel)
{
    /// <summary>Brings files in; those of which nothing tells whether they are whole are asked for once more when the others are in.</summary>
    public async Task Fetch(IEnumerable<ListedFile> files, Func<Task> wait)
    {
        var unsure = new List<FetchedFile>();
        foreach (var file in files)
        {
            if (into.Files.Count + unsure.Count == limits.Files) break;
            await Trying(file.Name, async () => { if (await Fetch(file) is { } fetched) unsure.Add(fetched); });
        }
        if (unsure.Count == 0) return;
        await wait();
        foreach (var fetched in unsure) await Trying(fetched.Listed.Name, () => FetchAgain(fetched));
    }

    // One file that fails is the listing's fault, and no other file's.
    async Task Trying(string name, Func<Task> fetch)
    {
        into.Under = name;
        try { await fetch(); }
        catch (Exception wrong) when (ListingArrivals.FaultOf(wrong) is { } words)
        {
            into.Fault ??= $"{OneLine.Of(name)}: {words}";
            into.Behind.Add(name);
        }
        into.Under = null;
    }

    // Null where the file is known or that settles it; else it must be asked for again before it is taken.
    async Task<FetchedFile?> Fetch(ListedFile file)
    {
        var known = seen.TryGetValue(file.Name, out var before) ? before : null;
        if (known is { ETag: null, LastModified: null } && known.Mark == file.Row) return null;
        using var answer = await server.File(file.Url, known, cancel);
        if (answer.StatusCode == HttpStatusCode.NotModified) return null;
        var now = CalledBy(answer, file);
        // A server that knows no conditions answers in full: what it calls the bytes tells that they are the same.
        if (known is not null && (now.ETag ?? now.LastModified) is not null && (known.ETag, known.LastModified) == (now.ETag, now.LastModified)) return null;
        var age = AgeOf(answer);
        if (age < limits.Still) { StillWritten(file); return null; }
        if (await Land(answer) is not { } landed)
        {
            into.Left.Add(DropFolder.TooLarge(file.Name, limits.FileBytes, $"{now.ETag}|{now.LastModified}|{now.Mark}"));
            seen[file.Name] = now;
            return null;
        }
        var fetched = new FetchedFile(file, now, into.Holding(landed));
        if (age is null) return fetched;
        Take(fetched);
        return null;
    }

    // Takes a file that is by now what it was before.
    async Task FetchAgain(FetchedFile fetched)
    {
        using var answer = await server.File(fetched.Listed.Url, fetched.Called, cancel);
        if (answer.StatusCode != HttpStatusCode.NotModified)
        {
            var (now, before) = (CalledBy(answer, fetched.Listed), fetched.Called);
            var isSame = now == before && (now.ETag is not null || await HasSameBytes(answer, fetched.Landed));
            if (!isSame) { StillWritten(fetched.Listed); return; }
        }
        Take(fetched);
    }

    void Take(FetchedFile fetched)
    {
        var (file, now) = (fetched.Listed, fetched.Called);
        var key = $"{source.Id}/{file.Name}|{now.ETag ?? now.LastModified ?? now.Mark}|{fetched.Landed.Size}";
        into.Files.Add(new(new(file.Name, fetched.Landed.Open, source.Channel, source.Unit, key, source.Unit), _ => seen[file.Name] = now));
    }

    void StillWritten(ListedFile file) => into.Left.Add(new(file.Name, "仍在写入", null));

    async Task<Landing?> Land(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentLength > limits.FileBytes) return null;
        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        return await server.Land(data, body, cancel);
    }

    async Task<bool> HasSameBytes(HttpResponseMessage answer, Landing before)
    {
        using var landed = await Land(answer);
        return landed is not null && landed.HasBytesOf(before);
    }

    static SeenFile CalledBy(HttpResponseMessage answer, ListedFile file) => new(file.Row, answer.Headers.ETag?.ToString(),
        answer.Content.Headers.TryGetValues("Last-Modified", out var values) ? values.FirstOrDefault() : null);

    // By the server's own clock, whatever ours says; null where it does not say.
    static TimeSpan? AgeOf(HttpResponseMessage answer) =>
        answer.Content.Headers.LastModified is { } written && answer.Headers.Date is { } now && now >= written ? now - written : null;
}

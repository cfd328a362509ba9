using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Arrivals;

/// <summary>A file in the inbox that was left where it is.</summary>
/// <param name="Unit">In whose folder it lies; the file's name stands without it.</param>
sealed record InboxLeft(string Unit, LeftFile File)
{
    public override string ToString() => $"{Unit}/{File}";

    /// <summary>To the unit whose folder it is; once for the file as it is.</summary>
    public Notice Told(Catalog catalog, DateTime now) => Outage.Left(catalog, $"{InboxArrivals.Channel}:{Unit}", InboxArrivals.Channel, Unit, File, now);
}

/// <summary>Collects from the inbox: a folder per org unit, named by its code.</summary>
static class InboxArrivals
{
    public const string Channel = "inbox";

    /// <param name="most">The largest file that is taken, in bytes.</param>
    /// <param name="more">Whether something else is looked at twice, so that waiting is worth it in any case.</param>
    /// <param name="wait">Called once where anything lies there: what has changed after it is still being written.</param>
    /// <returns>What was found, and what is left where it is.</returns>
    public static async Task<(Collected Found, IReadOnlyList<InboxLeft> Left)> Collect(DataFolder data, IEnumerable<string> units, long most, bool more, Func<Task> wait, CancellationToken cancel)
    {
        var (collected, left) = (new Collected(), new List<InboxLeft>());
        try
        {
            var folders = Open(data, units, collected, left);
            var first = folders.SelectMany(each => Look(each, []).Select(file => (each.Unit, file))).ToHashSet();
            if (first.Count > 0 || more) await wait();
            foreach (var folder in folders)
            {
                collected.Left.Clear();
                var still = Look(folder, collected.Left);
                foreach (var file in still.Where(file => first.Contains((folder.Unit, file)))) await folder.Collect(data, file, most, collected, _ => { }, cancel);
                collected.Left.AddRange(first.Where(each => each.Unit == folder.Unit && !still.Contains(each.file)).Select(each => new LeftFile(each.file.Name, "仍在写入", null)));
                left.AddRange(collected.Left.Where(each => !each.IsFolder).Select(each => new InboxLeft(folder.Unit, each)));
            }
            return (collected, left);
        }
        catch
        {
            collected.Dispose();
            throw;
        }
    }

    // One folder that cannot be opened, or goes away, must not hold up all the others.
    static List<DropFolder> Open(DataFolder data, IEnumerable<string> units, Collected collected, List<InboxLeft> left)
    {
        var folders = new List<DropFolder>();
        foreach (var unit in units)
            try { folders.Add(collected.Holding(new DropFolder(PinnedFolder.Open(Path.Combine(data.Inbox, unit)), unit, Channel))); }
            catch (IOException closed) { left.Add(new(unit, Closed(closed))); }
        return folders;
    }

    static List<DropFile> Look(DropFolder folder, List<LeftFile> left)
    {
        try { return folder.Look(left); }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            left.Add(Closed(gone));
            return [];
        }
    }

    static LeftFile Closed(Exception why) => new("", $"打不开：{why.Message}", null);
}

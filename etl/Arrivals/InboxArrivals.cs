using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>Collects from the inbox: a folder per org unit, named by its code.</summary>
static class InboxArrivals
{
    public const string Channel = "inbox";

    /// <param name="wait">Called once where anything lies there: what has changed after it is still being written.</param>
    /// <param name="more">Whether something else is looked at twice, so that waiting is worth it in any case.</param>
    public static async Task<Collected> Collect(DataFolder data, IEnumerable<string> units, bool more, Func<Task> wait, CancellationToken cancel)
    {
        var collected = new Collected();
        var folders = Open(data, units, collected);
        var first = folders.SelectMany(each => each.Look([]).Select(file => (each.Unit, file))).ToHashSet();
        if (first.Count > 0 || more) await wait();
        foreach (var folder in folders)
        {
            var (found, left) = (collected.Holding(new Collected()), new List<LeftFile>());
            var still = folder.Look(left);
            left.RemoveAll(each => each.Why.StartsWith("是文件夹", StringComparison.Ordinal)); // told of as what lies astray
            foreach (var file in still.Where(file => first.Contains((folder.Unit, file)))) await folder.Collect(data, file, long.MaxValue, found, _ => { }, cancel);
            left.AddRange(first.Where(each => each.Unit == folder.Unit && !still.Contains(each.file)).Select(each => new LeftFile(each.file.Name, "仍在写入", null)));
            collected.Files.AddRange(found.Files);
            collected.Left.AddRange(left.Concat(found.Left).Select(each => each with { Name = $"{folder.Unit}/{each.Name}" }));
        }
        return collected;
    }

    // One folder that cannot be opened must not hold up all the others.
    static List<DropFolder> Open(DataFolder data, IEnumerable<string> units, Collected collected)
    {
        var folders = new List<DropFolder>();
        foreach (var unit in units)
            try { folders.Add(collected.Holding(new DropFolder(PinnedFolder.Open(Path.Combine(data.Inbox, unit)), unit, Channel))); }
            catch (IOException closed) { collected.Left.Add(new($"{unit}/", $"打不开：{closed.Message}", null)); }
        return folders;
    }
}

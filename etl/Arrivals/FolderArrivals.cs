using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>Collects from a folder elsewhere on the machine, and puts answers back into it.</summary>
static class FolderArrivals
{
    public static async Task Collect(DataFolder data, FolderSource source, IEnumerable<FolderSource> earlier, SourceMemory memory, IDictionary<string, SeenFile> seen, SourceLimits limits, Func<Task> wait, Collected into, CancellationToken cancel)
    {
        RealFolders.Follow(data, source);
        var folder = into.Holding(new DropFolder(PinnedFolder.Open(source.Folder), source.Unit, source.Channel, source.Answers));
        var first = folder.Look([]);
        var fresh = first.Where(file => memory.Seen.GetValueOrDefault(file.Name)?.Mark != file.Stamp.Mark).OrderBy(file => memory.Behind.Contains(file.Name)).Take(limits.Files).ToList();
        foreach (var known in first.Except(fresh).Where(file => memory.Seen.ContainsKey(file.Name))) seen[known.Name] = memory.Seen[known.Name];
        if (fresh.Count > 0) await wait();
        RealFolders.Check(data, source, earlier); // by now the others have followed theirs
        var again = folder.Look(into.Left);
        foreach (var file in fresh.Where(again.Contains))
            await folder.Collect(data, file, limits.FileBytes, into, stays => seen[stays.Name] = new(stays.Stamp.Mark), cancel);
        into.Left.AddRange(fresh.Except(again).Select(file => new LeftFile(file.Name, "仍在写入", null)));
        foreach (var refused in into.Left.Where(left => left.Mark is not null)) seen[refused.Name] = new(refused.Mark!);
    }

    /// <summary>Puts the answers that wait for this source into it.</summary>
    public static void Answer(DataFolder data, FolderSource source)
    {
        if (ReturnedAnswers.Leaving(data, source) is not { Count: > 0 } leaving) return;
        using var folder = new DropFolder(PinnedFolder.Open(source.Folder), source.Unit, source.Channel);
        folder.Answer(leaving);
    }
}

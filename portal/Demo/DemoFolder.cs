using Reporting.Portal.Commands;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>The folder a demo works in: an empty one, or one that an earlier demo marked. Nobody's real data is ever cleared.</summary>
static class DemoFolder
{
    // What the folder's lock leaves behind in an otherwise empty folder.
    static readonly HashSet<string> OfTheLock = ["serve.lock", "serve.pid"];

    /// <exception cref="MisuseException">It holds something that no demo left there.</exception>
    public static void Check(DataFolder data)
    {
        if (There(data).Count > 0 && !File.Exists(Office.DemoMark(data))) throw new MisuseException(
            $"{data.Root} 里有内容，而且不是演示留下的；演示只用空目录，换一个：--data 目录。",
            $"{data.Root} holds something that no demo left there; a demo works in an empty folder, name another with --data.");
    }

    public static void Prepare(DataFolder data)
    {
        Check(data); // once more: until the folder was locked, others could put something there
        foreach (var path in There(data).Where(path => path != Office.DemoMark(data)))
        {
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
            else File.Delete(path);
        }
        // The mark stands before anything else does: a demo that was cut off can be cleared, too.
        File.WriteAllText(Office.DemoMark(data), "{\"demo\":true}\n");
    }

    static List<string> There(DataFolder data) => !Directory.Exists(data.Root) ? []
        : [.. Directory.EnumerateFileSystemEntries(data.Root).Where(path => !OfTheLock.Contains(Path.GetFileName(path)))];
}

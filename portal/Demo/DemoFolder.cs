using System.Globalization;
using System.Text.Json;
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
        if (Played(data) is { } played && Archived(data) is var now && now > played) throw new MisuseException(
            $"{data.Root} 在演示之后又收到了 {now - played} 个文件，不会清掉；换一个目录（--data），确实不要的先自己删去整个目录。",
            $"{data.Root} has received {now - played} files since its demo and is not cleared; name another folder with --data, or remove this one yourself.");
    }

    /// <summary>How much the demo has archived stands in its mark once it has come to its end.</summary>
    public static void Finish(DataFolder data) => File.WriteAllText(Office.DemoMark(data), string.Create(CultureInfo.InvariantCulture, $"{{\"demo\":true,\"archived\":{Archived(data)}}}\n"));

    static int? Played(DataFolder data)
    {
        try { return File.Exists(Office.DemoMark(data)) && JsonDocument.Parse(File.ReadAllBytes(Office.DemoMark(data))).RootElement.TryGetProperty("archived", out var archived) ? archived.GetInt32() : null; }
        catch (JsonException) { return null; }
    }

    static int Archived(DataFolder data) => Directory.Exists(data.Archive) ? Directory.EnumerateFiles(data.Archive, "*", SearchOption.AllDirectories).Count() : 0;

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

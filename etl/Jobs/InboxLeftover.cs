using System.Globalization;
using System.Text.Json.Nodes;
using Reporting.Etl.Arrivals;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>Files in the inbox that no pull takes, one for each folder: beside the units' folders, in a folder of no unit, in a folder within a unit's.</summary>
/// <param name="Unit">Whose folder they lie in; null where it is nobody's.</param>
/// <param name="Folder">Within the inbox; empty for its root.</param>
/// <param name="WrittenAt">The newest of them: more files in the folder are told of again.</param>
sealed record InboxLeftover(string? Unit, string Folder, int Files, string Names, DateTime WrittenAt)
{
    const int MostNamed = 10;

    // Links may lead anywhere, also round in a circle.
    static readonly EnumerationOptions Here = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System };
    static readonly EnumerationOptions Below = new() { IgnoreInaccessible = true, AttributesToSkip = Here.AttributesToSkip, RecurseSubdirectories = true };

    public static IReadOnlyList<InboxLeftover> In(DataFolder data, IReadOnlyCollection<string> units) => !Directory.Exists(data.Inbox) ? []
        : [.. from folder in Folders(new(data.Inbox), units)
              let files = folder.EnumerateFiles("*", Here).Where(file => !PassedOver.Is(file.Name)).ToList()
              where files.Count > 0
              let path = Path.GetRelativePath(data.Inbox, folder.FullName).Replace(Path.DirectorySeparatorChar, '/')
              orderby path
              select Of(path, files, units)];

    // What was received in years is not looked through again every minute.
    static IEnumerable<DirectoryInfo> Folders(DirectoryInfo inbox, IReadOnlyCollection<string> units) => inbox.EnumerateDirectories("*", Here)
        .SelectMany(top => units.Contains(top.Name)
            ? top.EnumerateDirectories("*", Here).Where(sub => sub.Name != DropFolder.Received).SelectMany(AndBelow)
            : AndBelow(top))
        .Prepend(inbox);

    static IEnumerable<DirectoryInfo> AndBelow(DirectoryInfo folder) => folder.EnumerateDirectories("*", Below).Prepend(folder);

    public override string ToString() => $"{(Folder.Length == 0 ? "" : Folder + "/")}（{Files} 个文件：{Names}）: {Why}";

    /// <summary>To the unit whose folder it is, else to those who look after what belongs to nobody; once for what lies there.</summary>
    public Notice Told(Catalog catalog, DateTime now)
    {
        var where = Folder.Length == 0 ? "收件夹的根目录" : $"收件夹的“{OneLine.Of(Folder)}”";
        var words = $"{where}里有 {Files} 个文件没有收取：{Names}。\n原因：{Why}。\n请把文件直接放进本单位的收件夹{(Unit is null ? "（以单位代码为名）" : $" {Unit}/")}，不要放在别处。\n";
        return new(string.Create(CultureInfo.InvariantCulture, $"left:{Folder}|{Files}|{WrittenAt.Ticks}"), "left_alone", Unit is null ? null : catalog.OrgUnit(Unit)?.District, Unit, null,
            $"未收取 {(Folder.Length == 0 ? "根目录" : Folder)}", new JsonObject { ["folder"] = Folder, ["files"] = Files, ["words"] = words }.ToJsonString(Verdicts.Readable), now);
    }

    string Why => Folder.Length == 0 ? "不在任何单位的收件夹里" : Unit is null ? "文件夹不是已知的单位代码" : "在收件夹里的子文件夹中";

    static InboxLeftover Of(string folder, List<FileInfo> files, IReadOnlyCollection<string> units)
    {
        var names = string.Join('、', files.Select(file => OneLine.Of(file.Name)).Order(StringComparer.Ordinal).Take(MostNamed));
        return new(units.FirstOrDefault(unit => folder.StartsWith(unit + "/", StringComparison.Ordinal)), folder == "." ? "" : folder, files.Count,
            files.Count > MostNamed ? $"{names} 等" : names, files.Max(file => file.LastWriteTimeUtc));
    }
}

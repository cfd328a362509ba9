using System.Globalization;
using Reporting.Portal.Keeping;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>Makes a backup of the office, also while it is served.</summary>
static class BackupVerb
{
    public static readonly Parameter To = new("--to", ParameterKind.Folder, "备份放在哪个目录，应在另一个盘上；不写为数据目录旁的 <数据目录>-backups", "folder of backups, on another disk; <data folder>-backups beside it where none is given") { Shape = "DIR" };

    public static Verb Verb { get; } = new("backup", "备份整个数据目录，运行中也可以做", "back up the data folder, also while it is served")
    {
        Parameters = [To, new("--keep", ParameterKind.Text, "做成以后只留最近几份；不写则全部保留", "how many of the newest are kept; all where none is given") { Shape = "N" }],
        Run = Run,
    };

    /// <summary>The folder of backups; the one beside the data folder is made, any other must be there: a disk that is not mounted must not become a folder.</summary>
    public static string FolderOf(DataFolder data, string? given)
    {
        if (given is not null && !Directory.Exists(given)) throw new FailureException($"没有备份目录 {given}；先挂好盘、建好目录。", $"There is no folder {given} for backups; mount the disk and make it first.");
        var folder = DataFolder.At(given ?? Directory.CreateDirectory(data.Root + "-backups").FullName).Root;
        if (DataFolder.IsWithin(folder, data.Root)) throw new MisuseException(
            $"备份目录 {folder} 在数据目录里面，每份备份都会包含以前的备份；换到数据目录以外，最好在另一个盘上。", $"The folder of backups {folder} lies within the data folder: each backup would hold all earlier ones. Name one outside of it, best on another disk.");
        return folder;
    }

    static Answer Run(Request request, Office office)
    {
        var keep = request["--keep"] is { } given ? Keep(given) : null;
        using var stop = new Interrupt(request.Gone);
        var made = new Backup(office, FolderOf(office.Data, request["--to"])).Make(keep, stop.Token);
        var (backup, manifest) = (made.Backup, made.Backup.Manifest);
        var answer = request.Json ? Answer.Document(Printed(made)) : Answer.Done(string.Join('\n', Lines(request, made)));
        if (manifest.Damaged.Count > 0) answer = answer with { ExitCode = 1, Error = request.Say($"备份做成了，但存档里有 {manifest.Damaged.Count} 个文件早已损坏：{string.Join('、', manifest.Damaged.Take(5))}；用 verify 查看，从更早的备份找回。", $"The backup was made, but {manifest.Damaged.Count} file(s) of the archive were damaged before: {string.Join(", ", manifest.Damaged.Take(5))}; see verify, and look for them in earlier backups.") };
        else if (Disks.Same(backup.Path, office.Data.Root)) answer = answer with { Error = request.Say("注意：备份和数据在同一个盘上，盘坏了两样都没有；用 --to 指到另一个盘。", "Mind: the backup lies on the disk of the data; name another one with --to.") };
        return answer;
    }

    static int? Keep(string given) => int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 10_000 ? number
        : throw new MisuseException($"--keep 的“{given}”要写成 1 到 10000 的整数。", $"'{given}' of --keep should be a whole number from 1 to 10000.");

    public static object Printed(BackupMade made) => new
    {
        made.Backup.Name, Folder = made.Backup.Path, made.Backup.Manifest.MadeAt, Load = made.Backup.Manifest.Contents.UpTo.Load, Files = made.Backup.Manifest.Files.Count, made.Backup.Manifest.Bytes,
        made.Linked, Written = made.BytesWritten, made.Removed, made.Stuck, made.Ahead, made.Backup.Manifest.Damaged, made.Backup.Manifest.KeyFiles, Keys = made.Backup.Manifest.KeysInWords,
    };

    static IEnumerable<string> Lines(Request request, BackupMade made)
    {
        var manifest = made.Backup.Manifest;
        yield return request.Say($"备份做成：{made.Backup.Path}（批次 {manifest.Contents.UpTo.Load}）", $"Backed up: {made.Backup.Path} (load {manifest.Contents.UpTo.Load})");
        yield return request.Say($"文件 {manifest.Files.Count} 个，{manifest.Bytes / 1048576m:0.0} MB；其中 {made.Linked} 个与上一份相同，没有重占空间，新写 {made.BytesWritten / 1048576m:0.0} MB",
            $"{manifest.Files.Count} files, {manifest.Bytes / 1048576m:0.0} MB; {made.Linked} of them shared with the last one, {made.BytesWritten / 1048576m:0.0} MB written");
        if (made.Removed.Count > 0) yield return request.Say($"按保留规则删去：{string.Join('、', made.Removed)}", $"Let go: {string.Join(", ", made.Removed)}");
        if (made.Ahead.Count > 0) yield return request.Say($"以下备份比现在的数据还新，没有删：{string.Join('、', made.Ahead)}；是不是放回了旧的数据目录？", $"These hold more than the office has now and were not let go: {string.Join(", ", made.Ahead)}. Was an older data folder put back?");
        if (made.Stuck.Count > 0) yield return request.Say($"没能删去（占着地方，请检查权限后手工删除）：{string.Join('、', made.Stuck)}", $"Could not be removed (they take room; look at their rights): {string.Join(", ", made.Stuck)}");
        yield return request.Say("密钥：这个版本没有密钥文件，不用另存。", "Keys: this version has no key file to keep apart.");
    }
}

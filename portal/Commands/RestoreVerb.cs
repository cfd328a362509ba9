using Reporting.Portal.Keeping;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>Brings a backup back into a data folder that nobody works in, and opens it.</summary>
static class RestoreVerb
{
    public static Verb Verb { get; } = new("restore", "从备份恢复数据目录", "bring a backup back into a data folder")
    {
        Parameters =
        [
            new("FROM", ParameterKind.Folder, "一份备份，或放备份的目录（取最新一份）", "a backup, or a folder of backups (the newest)") { Required = true },
            new("--set-aside", ParameterKind.Flag, "数据目录不空时，把里面原有的移到它下面的 set-aside-… 里", "where the data folder is not empty, move what lies in it to set-aside-… within it"),
        ],
        Before = (request, _) => BackupFolder.At(request["FROM"]!),
        RunAlone = Run,
        Begins = Beginning.Anywhere,
    };

    static Task<Answer> Run(Request request, DataFolder data, Installation installation, CancellationToken interrupt)
    {
        var there = Restoration.There(data);
        if (there.Count > 0 && !request.Has("--set-aside")) throw new MisuseException(
            $"{data.Root} 不是空的（{string.Join('、', there.Take(5))}）；换一个空目录，或加 --set-aside 把原有的移开。",
            $"{data.Root} is not empty ({string.Join(", ", there.Take(5))}); name an empty folder, or add --set-aside to move that out of the way.");
        var backup = BackupFolder.At(request["FROM"]!);
        var aside = there.Count == 0 ? null : Restoration.AsideName(installation.Time.GetUtcNow().UtcDateTime);
        new Restoration(backup, data).Run(aside, interrupt);
        using var office = new Office(data, installation);
        var (manifest, again) = (backup.Manifest, Contents.Of(office.Warehouse, backup.Manifest.Contents.UpTo));
        if (again.Against(manifest.Contents) is { Count: > 0 } moved) throw new FailureException(
            $"恢复出来的数据与备份清单不符：{string.Join('、', moved.Select(part => part.What))}；用 verify 查看。", $"What was restored is not what the manifest says: {string.Join(", ", moved.Select(part => part.What))}; see verify.");
        return Task.FromResult(Told(request, data, backup, again, aside));
    }

    static Answer Told(Request request, DataFolder data, BackupFolder backup, Contents contents, string? aside)
    {
        var manifest = backup.Manifest;
        if (request.Json) return Answer.Document(new { restored = true, Backup = backup.Name, manifest.MadeAt, Load = contents.UpTo.Load, Data = data.Root, Files = manifest.Files.Count, contents.Figures, contents.Receipts, contents.Editions, contents.Runs, SetAside = aside, manifest.Damaged });
        return Answer.Done(string.Join('\n',
        [
            request.Say($"已恢复：{backup.Name}（{ShanghaiTime.Print(manifest.MadeAt)} 做的，批次 {contents.UpTo.Load}）→ {data.Root}", $"Restored: {backup.Name} (made {ShanghaiTime.Print(manifest.MadeAt)}, load {contents.UpTo.Load}) into {data.Root}"),
            request.Say($"与备份时一致：填报值 {contents.Figures.Rows} 条，回执 {contents.Receipts.Rows} 份，期次 {contents.Editions.Rows} 份，考核文书 {contents.Runs.Rows} 行", $"As backed up: {contents.Figures.Rows} values, {contents.Receipts.Rows} receipts, {contents.Editions.Rows} editions, {contents.Runs.Rows} lines of runs"),
            .. aside is null ? [] : (IEnumerable<string>)[request.Say($"原有的内容移到 {Path.Combine(data.Root, aside)}；确认无误后可以删去。", $"What lay there is now in {Path.Combine(data.Root, aside)}; remove it when all is well.")],
            .. manifest.Damaged.Count == 0 ? [] : (IEnumerable<string>)[request.Say($"做备份时已经损坏的存档文件：{string.Join('、', manifest.Damaged)}", $"Damaged before the backup was made: {string.Join(", ", manifest.Damaged)}")],
            request.Say("现在可以 serve；建议先运行 verify。", "It can be served now; run verify first."),
        ]));
    }
}

using Reporting.Portal.Keeping;

namespace Reporting.Portal.Commands;

/// <summary>Whether what is kept answers for itself: one receipt, a backup, or everything in the data folder.</summary>
static class Verify
{
    public static Verb Verb { get; } = new("verify", "验证：全部留存、一份回执，或一份备份", "check everything that is kept, one receipt, or a backup")
    {
        Parameters =
        [
            new("--receipt", ParameterKind.Text, "只验证一份回执：当时收到的是什么，原件是否完好", "only a receipt, against what is kept") { Shape = "RECEIPT" },
            new("FILE", ParameterKind.File, "同 --receipt 用：手头的文件，核对是不是当时收到的那份", "with --receipt: a file at hand, to be compared"),
            new("--backup", ParameterKind.Folder, "验证一份备份（或目录里最新一份）：试恢复，与清单和现在的数据核对", "a backup, or the newest of a folder: restored into a scratch folder and compared") { Shape = "DIR" },
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        if (request.Has("--receipt") && request.Has("--backup")) throw new MisuseException("--receipt 和 --backup 分开验证。", "Verify a receipt and a backup one after the other.");
        if (request.Has("--receipt")) return VerifyReceipt.Run(request, office);
        if (request.Files.Count > 0) throw new MisuseException("核对手头的文件要用 --receipt 写明回执号。", "A file at hand is compared with a receipt: name it with --receipt.");
        using var stop = new Interrupt(request.Gone);
        return request["--backup"] is { } folder ? OfBackup(request, VerifyBackup.Run(office, BackupFolder.At(folder), stop: stop.Token))
            : OfAll(request, new Verification(office.Warehouse, office.Operations, office.Now, stop: stop.Token).Run());
    }

    static Answer OfAll(Request request, Verified verified) => Said(request, verified.Faults, PrintedVerified.Of(verified), [.. Parts(request, verified)],
        request.Say($"全部完好（批次 {verified.Load}）。", $"All is well (load {verified.Load})."));

    static Answer OfBackup(Request request, BackupVerified verified) => Said(request, verified.Faults, PrintedVerified.Of(verified),
        [request.Say($"备份 {verified.Backup.Name}（批次 {verified.Backup.Manifest.Contents.UpTo.Load}）", $"Backup {verified.Backup.Name} (load {verified.Backup.Manifest.Contents.UpTo.Load})"), .. verified.Restored is null ? [] : Parts(request, verified.Restored), .. Remarks(request, verified)],
        request.Say("备份完好：试恢复成功，数、回执、期次和考核与清单一致。", "The backup is sound: it was restored, and figures, receipts, editions and runs are those of its manifest."));

    static IEnumerable<string> Remarks(Request request, BackupVerified verified)
    {
        foreach (var stray in verified.Strays) yield return request.Say($"备份里有清单以外的文件 {stray}（恢复时不管它）", $"{stray} lies in the backup and is none of it (a restore leaves it)");
        if (verified.Restored is not null && !verified.Compared)
            yield return request.Say($"没有与现在的数据核对：这里没有备份时的批次 {verified.Backup.Manifest.Contents.UpTo.Load}", $"Not compared with the office: it has no load {verified.Backup.Manifest.Contents.UpTo.Load} of that time");
    }

    static Answer Said(Request request, IReadOnlyList<Fault> faults, object document, IReadOnlyList<string> lines, string well)
    {
        var error = faults.Count == 0 ? "" : string.Join('\n', [request.Say($"有 {faults.Count} 处不对：", $"{faults.Count} fault(s):"), .. faults.Select(fault => fault.In(request.Lang))]);
        return request.Json ? Answer.Document(document, faults.Count == 0 ? 0 : 1) with { Error = error }
            : new(faults.Count == 0 ? 0 : 1, string.Join('\n', faults.Count == 0 ? [.. lines, well] : lines), error);
    }

    static IEnumerable<string> Parts(Request request, Verified verified) =>
    [
        .. Aligned.Rows([.. verified.Parts.Select(part => (IReadOnlyList<string>)[part.Check, $"{part.LookedAt}", part.Faults == 0 ? request.Say("完好", "well") : request.Say($"{part.Faults} 处不对", $"{part.Faults} fault(s)")])]),
        .. verified.Orphans.Count == 0 ? [] : (IEnumerable<string>)[request.Say($"存档里有 {verified.Orphans.Count} 个文件没有记录指向（收件中途断电会留下，不影响使用）", $"{verified.Orphans.Count} file(s) of the archive are named by nothing (a crash while taking leaves such; they do no harm)")],
    ];
}

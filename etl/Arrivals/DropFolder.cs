using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>A file in a drop folder as it was seen.</summary>
readonly record struct DropFile(string Name, FileStamp Stamp);

/// <summary>
/// A folder into which one unit puts files: in the inbox, or wherever a source lies. A file is taken once its size and times have stood still
/// and nobody writes it any more; then it lies in 已收/, its receipt before its name. Each byte is looked at through handles.
/// </summary>
/// <param name="unit">Whose folder it is; part of each file's arrival key.</param>
/// <param name="moves">Whether what was taken may be moved away; else it is remembered.</param>
sealed class DropFolder(PinnedFolder folder, string unit, string channel, bool moves = true) : IDisposable
{
    public const string Received = "已收", Answers = "答复";

    // Few enough that what was put is not put again and again where the time does not suffice for all.
    const int SyncedTogether = 20;

    public string Unit => unit;

    /// <summary>Files that may be taken, oldest first; what else lies there goes to <paramref name="left"/>.</summary>
    public List<DropFile> Look(List<LeftFile> left)
    {
        var files = new List<DropFile>();
        foreach (var name in folder.Names().Where(name => !PassedOver.Is(name) && name is not (Received or Answers)))
        {
            if (folder.Look(name) is not { } stamp)
            {
                // Old clients send names in GBK: no text names such a file, so nothing here can open it.
                if (name.Contains('\uFFFD')) left.Add(new(name, "打不开：文件名不是 UTF-8 编码，请在传输软件里把文件名编码设为 UTF-8 后重传", name));
                continue;
            }
            if (stamp.IsFile) files.Add(new(name, stamp));
            else left.Add(new(name, stamp.IsFolder ? "是文件夹，里面的文件不收取" : stamp.IsLink ? "打不开：是链接，不是文件" : "打不开：不是普通文件", stamp.Mark) { IsFolder = stamp.IsFolder });
        }
        return [.. files.OrderBy(file => file.Stamp.WrittenAt).ThenBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>Brings a file's bytes into the data folder; what was changed before they were all there goes to what is left.</summary>
    /// <param name="most">The largest that is taken, in bytes.</param>
    public async Task Collect(DataFolder data, DropFile file, long most, Collected into, Action<DropFile> stays, CancellationToken cancel)
    {
        using var handle = folder.OpenFile(file.Name);
        if (handle is null) { into.Left.Add(new(file.Name, "打不开", null)); return; }
        if (PinnedFolder.Look(handle) != file.Stamp || WriteLease.SaysWriting(handle)) { into.Left.Add(new(file.Name, "仍在写入", null)); return; }
        if (file.Stamp.Size > most) { into.Left.Add(TooLarge(file.Name, most, file.Stamp.Mark)); return; }
        into.Under = file.Name;
        await using var bytes = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        Landing? landed;
        // One file that its disk does not give must not hold up all the others; it is tried again by the next pull.
        try { landed = await Landing.Of(data, bytes, most, Read, cancel); }
        catch (SourceFaultException unread)
        {
            into.Left.Add(new(file.Name, unread.Message, null));
            into.Behind.Add(file.Name);
            return;
        }
        if (landed is not null) into.Holding(landed);
        if (landed is null || PinnedFolder.Look(handle) != file.Stamp || folder.Look(file.Name) != file.Stamp) { into.Left.Add(new(file.Name, "仍在写入", null)); return; }
        into.Files.Add(new(new(file.Name, landed.Open, channel, unit, Key(file), unit), submission => { if (!moves || !MoveAway(file, submission)) stays(file); }));
        into.Under = null;
    }

    // Only what the source does is its fault: that our own disk is full comes out as it is.
    static async Task<int> Read(Task<int> read)
    {
        try { return await read; }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException) { throw new SourceFaultException($"读不出来：{wrong.Message}", wrong); }
    }

    public static LeftFile TooLarge(string name, long most, string mark) => new(name, $"文件太大，超过 {most / 1024 / 1024} MB 的上限", mark);

    /// <summary>Puts answers back, each under its name; what lies there under that name is replaced. Only what is on the share's disk is let go here.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public void Answer(IEnumerable<string> files)
    {
        using var answers = folder.Made(Answers);
        answers.ForgetDrafts();
        foreach (var some in files.Chunk(SyncedTogether))
        {
            foreach (var file in some) answers.Put(Path.GetFileName(file), file);
            answers.Sync();
            foreach (var file in some) File.Delete(file);
        }
    }

    // What was written in its place meanwhile stays for the next pull. False where nothing can be moved here.
    bool MoveAway(DropFile file, Submission submission)
    {
        try
        {
            if (folder.Look(file.Name) != file.Stamp) return true;
            using var received = folder.Made(Received);
            // The receipt keeps two files of one name apart, so nothing in 已收/ is ever overwritten by another submission.
            var name = NameIn(submission.Receipt, file.Name);
            folder.Move(file.Name, received, name, overwrite: true);
            if (received.Look(name) is { } moved && !IsSame(moved, file.Stamp)) received.Move(name, folder, file.Name, overwrite: false);
            Durable.Passed(DurableStep.take_moved);
            return true;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException) { return false; }
    }

    // Moving changes when it was last changed, and nothing else of it.
    static bool IsSame(FileStamp moved, FileStamp seen) => moved == seen with { Changed = moved.Changed };

    static string NameIn(string receipt, string name) => FileNames.Fitting($"{receipt} {name}", FileNames.Longest);

    // A crash may leave a file here that has been taken: it must be known again as the submission it is. A file that was sent again looks
    // the same, since copies keep their time; but its forerunner has been moved by then, one more under this name in 已收/.
    string Key(DropFile file)
    {
        using var received = folder.Within(Received);
        var before = received?.Names().Count(name => name == NameIn(name.Split(' ', 2)[0], file.Name)) ?? 0;
        return $"{unit}/{file.Name}|{file.Stamp.WrittenAt.Ticks}|{file.Stamp.Size}{(before == 0 ? "" : $"|{before}")}";
    }

    public void Dispose() => folder.Dispose();
}

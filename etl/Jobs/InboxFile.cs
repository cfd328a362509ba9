using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>A file in a unit's inbox folder as it was seen: while size and time stand still, it is the same.</summary>
sealed record InboxFile(string Unit, string Path, string Name, long Size, DateTime WrittenAt)
{
    const string Channel = "inbox";

    public static InboxFile Of(string unit, FileInfo file) => new(unit, file.FullName, file.Name, file.Length, file.LastWriteTimeUtc);

    string ReceivedFolder => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, PullSubmissions.ReceivedFolder);

    public ArrivedFile Arrived() => new(Name, () => File.OpenRead(Path), Channel, Unit, Key(), Unit);

    /// <summary>One file that cannot be opened (rights, a link to nowhere) must not hold up all the others.</summary>
    public bool CanBeRead()
    {
        try
        {
            File.OpenRead(Path).Dispose();
            return true;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException) { return false; }
    }

    /// <summary>Moves it into 已收/; what was written in its place meanwhile stays for the next pull.</summary>
    public void MoveAway(Submission submission)
    {
        if (new FileInfo(Path) is not { Exists: true } there || Of(Unit, there) != this) return;
        Directory.CreateDirectory(ReceivedFolder);
        // The receipt keeps two files of one name apart, so nothing in 已收/ is ever overwritten by another submission.
        File.Move(Path, System.IO.Path.Combine(ReceivedFolder, NameIn(submission.Receipt)), overwrite: true);
        Durable.Passed(DurableStep.take_moved);
    }

    string NameIn(string receipt) => FileNames.Fitting($"{receipt} {Name}", FileNames.Longest);

    // A crash may leave a file here that has been taken: it must be known again as the submission it is. A file that was sent again looks
    // the same, since copies keep their time; but its forerunner has been moved by then, one more under this name in 已收/.
    string Key()
    {
        var before = !Directory.Exists(ReceivedFolder) ? 0
            : Directory.EnumerateFiles(ReceivedFolder).Select(path => System.IO.Path.GetFileName(path)).Count(name => name == NameIn(name.Split(' ', 2)[0]));
        return $"{Unit}/{Name}|{WrittenAt.Ticks}|{Size}{(before == 0 ? "" : $"|{before}")}";
    }
}

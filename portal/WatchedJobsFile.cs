using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal;

/// <summary>
/// The schedule's file as it counts now. Its bytes are compared, not its time or its folder's events: editors write beside and rename, copies keep
/// the time, and the file is small. A wrong edit leaves the last right one in force and is told until it is mended.
/// </summary>
public sealed class WatchedJobsFile(DataFolder data, JobCatalog catalog, Func<WorkingDays> days)
{
    readonly Lock looking = new();
    JobsFile? current;
    string? readPath;
    byte[] read = [], seen = [];

    /// <summary>The last right one; read at the first question.</summary>
    /// <exception cref="FailureException">There is none yet, and the file is wrong.</exception>
    public JobsFile Current
    {
        get
        {
            lock (looking) return current ??= ReadFirst();
        }
    }

    /// <summary>What is wrong with the file that lies there now, while an earlier one stays in force; null: nothing.</summary>
    public FailureException? Trouble { get; private set; }

    /// <summary>Looks at the file; true where another one counts from now on or another trouble is to be told.</summary>
    /// <remarks>An edit counts when it was seen twice alike: an editor may be in the middle of writing it.</remarks>
    public bool LookAgain()
    {
        lock (looking)
        {
            var path = JobsFile.PathIn(data);
            byte[] now;
            try { now = File.ReadAllBytes(path); }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                (readPath, seen) = (null, []); // whatever it holds when it can be read again counts anew
                return Troubled(Unreadable(path, e));
            }
            var settled = now.AsSpan().SequenceEqual(seen);
            seen = now;
            if (!settled || (path == readPath && now.AsSpan().SequenceEqual(read))) return false;
            try { current = Read(path, now); }
            catch (FailureException wrong) { return Troubled(wrong); }
            Trouble = null;
            return true;
        }
    }

    JobsFile ReadFirst()
    {
        var path = JobsFile.PathIn(data);
        try { return Read(path, File.ReadAllBytes(path)); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw Unreadable(path, e); }
    }

    static FailureException Unreadable(string path, Exception e) => new($"{path} 读不出来：{e.Message}", $"{path} cannot be read: {e.Message}", e);

    JobsFile Read(string path, byte[] bytes)
    {
        (readPath, read) = (path, bytes);
        return JobsFile.Parse(path, bytes, catalog, days);
    }

    bool Troubled(FailureException wrong)
    {
        var another = wrong.Message != Trouble?.Message;
        Trouble = wrong;
        return another;
    }
}

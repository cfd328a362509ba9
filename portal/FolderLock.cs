using System.Globalization;
using Reporting.Warehouse;

namespace Reporting.Portal;

/// <summary>The process that holds a data folder, and the verb it runs.</summary>
public sealed record Holder(int Pid, string Verb);

/// <summary>
/// One process at a time works on a data folder. The kernel's lock on <c>serve.lock</c> says whether anyone does: it falls with the
/// process, however that ends. <c>serve.pid</c> says who; what a crash leaves in it misleads nobody, since it is read only while locked.
/// (Two files, because .NET cannot read a file that it holds locked elsewhere.)
/// </summary>
public sealed class FolderLock : IDisposable
{
    readonly FileStream held;

    FolderLock(FileStream held) => this.held = held;

    /// <summary>The lock, or null while another process holds it (see <see cref="HolderOf"/>).</summary>
    public static FolderLock? TryTake(DataFolder data, string verb)
    {
        FileStream held;
        try { held = new(LockFile(data), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
        catch (IOException e) when (Refused(e)) { return null; }
        File.WriteAllText(PidFile(data), string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {verb}\n"));
        return new(held);
    }

    /// <summary>Who holds the folder now; null while nobody does or the holder has not yet written its name.</summary>
    public static Holder? HolderOf(DataFolder data)
    {
        if (!Locked(data) || !File.Exists(PidFile(data))) return null;
        var words = File.ReadAllText(PidFile(data)).Trim().Split(' ', 2);
        return words.Length == 2 && int.TryParse(words[0], CultureInfo.InvariantCulture, out var pid) ? new(pid, words[1]) : null;
    }

    /// <summary>A shared lock is refused only while somebody holds the exclusive one.</summary>
    static bool Locked(DataFolder data)
    {
        if (!File.Exists(LockFile(data))) return false;
        try
        {
            using var probe = new FileStream(LockFile(data), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException e) when (Refused(e)) { return true; }
    }

    /// <summary>EWOULDBLOCK on Linux and on macOS, a sharing violation on Windows; a full disk is something else and goes its way.</summary>
    static bool Refused(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);

    static string LockFile(DataFolder data) => Path.Combine(data.Root, "serve.lock");

    static string PidFile(DataFolder data) => Path.Combine(data.Root, "serve.pid");

    /// <summary>The files stay: removing the lock file could remove the one that the next holder has just locked.</summary>
    public void Dispose() => held.Dispose();
}

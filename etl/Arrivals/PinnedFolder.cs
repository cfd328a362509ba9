using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;

namespace Reporting.Etl.Arrivals;

/// <summary>What a name in a folder stood for when it was looked at: while all of it stands still, it is the same file with the same bytes.</summary>
/// <param name="Changed">When anything of it last changed, in nanoseconds; unlike the time of writing no sender can set it.</param>
readonly record struct FileStamp(ulong Inode, long Size, DateTime WrittenAt, long Changed, bool IsFile, bool IsFolder, bool IsLink)
{
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{Inode}|{Size}|{WrittenAt.Ticks}|{Changed}");
}

/// <summary>
/// A folder that others write to, held open: what lies in it is reached through the handle and never again by its path, and no link in it
/// is followed. So whoever owns the folder may rename it, or put a link in anything's place at any moment, and still leads us nowhere else.
/// </summary>
sealed partial class PinnedFolder : IDisposable
{
    const int NonBlocking = 0x800, Directory = 0x10000, NoFollow = 0x20000, CloseOnExec = 0x80000; // O_* on Linux x64
    const int SymlinkNoFollow = 0x100, EmptyPath = 0x1000; // AT_*
    const uint BasicStats = 0x7ff;
    const int InvalidArgument = 22; // EINVAL
    const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite, OwnersFolder = OwnersFile | UnixFileMode.UserExecute;
    const UnixFileMode Readable = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead;
    static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    readonly SafeFileHandle handle;

    PinnedFolder(SafeFileHandle handle) => this.handle = handle;

    /// <param name="path">The operator's word: links in it are followed.</param>
    /// <exception cref="IOException">It is not there, is no folder, or may not be read.</exception>
    public static PinnedFolder Open(string path)
    {
        var handle = OpenAt(-100, path, Directory | CloseOnExec, 0);
        return handle.IsInvalid ? throw Failed("open the folder", path) : new(handle);
    }

    /// <summary>A folder in it; null where there is none, or something else of that name.</summary>
    public PinnedFolder? Within(string name)
    {
        var inner = OpenAt(Number, name, Directory | NoFollow | CloseOnExec, 0);
        if (!inner.IsInvalid) return new(inner);
        inner.Dispose();
        return null;
    }

    /// <exception cref="IOException">It cannot be made, or something else bears its name.</exception>
    public PinnedFolder Made(string name)
    {
        if (Within(name) is { } there) return there;
        if (Look(name) is null) Make(name);
        return Within(name) ?? throw new IOException($"'{name}' is no folder");
    }

    // Whoever may look into the folder may look into what is made in it, whatever the umask of this process; nobody else may write there.
    // It gets its name last, so that a crash leaves none that its owner cannot read.
    void Make(string name)
    {
        var draft = Draft();
        System.IO.Directory.CreateDirectory(PathOf(draft));
        using (var made = Within(draft) ?? throw new IOException($"'{draft}' is no folder")) Allow(made.handle, Mode & ~UnixFileMode.OtherWrite | OwnersFolder);
        System.IO.Directory.Move(PathOf(draft), PathOf(name));
    }

    public IEnumerable<string> Names() => System.IO.Directory.EnumerateFileSystemEntries(PathOf(""), "*", All).Select(path => path[(path.LastIndexOf('/') + 1)..]);

    /// <summary>What the name stands for, a link for itself; null where it is gone.</summary>
    public FileStamp? Look(string name) => StatusAt(Number, name, SymlinkNoFollow, BasicStats, out var status) == 0 ? status.Stamp : null;

    public static FileStamp Look(SafeFileHandle file) => StatusAt((int)file.DangerousGetHandle(), "", EmptyPath, BasicStats, out var status) == 0 ? status.Stamp : default;

    /// <summary>Opens a plain file for reading; null where there is none of that name, or it may not be read. Never waits for a pipe's other end.</summary>
    public SafeFileHandle? OpenFile(string name)
    {
        var file = OpenAt(Number, name, NonBlocking | NoFollow | CloseOnExec, 0);
        if (!file.IsInvalid && Look(file).IsFile) return file;
        file.Dispose();
        return null;
    }

    /// <summary>Puts a file under a name that nothing else bears then; what bore it is replaced, a link itself and not what it leads to.</summary>
    public void Put(string name, string from)
    {
        var draft = Draft();
        try
        {
            using (var source = File.OpenRead(from))
            using (var target = new FileStream(PathOf(draft), FileMode.CreateNew, FileAccess.Write))
            {
                source.CopyTo(target);
                Allow(target.SafeFileHandle, Mode & Readable | OwnersFile);
                target.Flush(flushToDisk: true);
            }
            File.Move(PathOf(draft), PathOf(name), overwrite: true);
        }
        catch
        {
            File.Delete(PathOf(draft));
            throw;
        }
    }

    /// <summary>What was put is on the disk under its name when it returns.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public void Sync()
    {
        // A server of shares that knows no syncing of folders says so; then it has the names as safe as it ever will.
        if (SyncHandle(handle) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument) throw Failed("sync", "the folder of answers");
    }

    /// <summary>Clears away what a killed process left half written. Only one at a time puts anything here.</summary>
    public void ForgetDrafts()
    {
        foreach (var left in Names().Where(name => DraftName().IsMatch(name) && Look(name) is { IsFile: true }).ToList()) File.Delete(PathOf(left));
    }

    /// <summary>Moves a file into a folder of the same file system, replacing what bears the name there.</summary>
    public void Move(string name, PinnedFolder to, string newName, bool overwrite) => File.Move(PathOf(name), to.PathOf(newName), overwrite);

    // The kernel leads this path to the folder that the handle holds, wherever that has been moved.
    string PathOf(string name) => string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{Number}/{name}");

    int Number => (int)handle.DangerousGetHandle();

    UnixFileMode Mode => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(handle);

    // Some shares know no modes: there it stays as it is.
    static void Allow(SafeFileHandle file, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) return;
        try { File.SetUnixFileMode(file, mode); }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException) { }
    }

    static string Draft() => string.Create(CultureInfo.InvariantCulture, $".{Guid.NewGuid():N}.part");

    [GeneratedRegex("^\\.[0-9a-f]{32}\\.part$")]
    private static partial Regex DraftName();

    static IOException Failed(string what, string path) => new($"cannot {what} '{path}': {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    public void Dispose() => handle.Dispose();

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle OpenAt(int folder, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncHandle(SafeFileHandle folder);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatusAt(int folder, string path, int flags, uint mask, out Status status);

    /// <summary>The kernel's struct statx, as far as it is asked.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    struct Status
    {
        [FieldOffset(28)] public ushort Mode;
        [FieldOffset(32)] public ulong Inode;
        [FieldOffset(40)] public long Size;
        [FieldOffset(96)] public long ChangedSeconds;
        [FieldOffset(104)] public uint ChangedNanoseconds;
        [FieldOffset(112)] public long WrittenSeconds;
        [FieldOffset(120)] public uint WrittenNanoseconds;

        readonly int Type => Mode & 0xF000;

        // A sender may set any time at all; one that no calendar has must not stop us.
        readonly DateTime WrittenAt => new(Math.Clamp(DateTime.UnixEpoch.Ticks + Math.Clamp(WrittenSeconds, -60_000_000_000, 250_000_000_000) * TimeSpan.TicksPerSecond + WrittenNanoseconds / 100, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

        public readonly FileStamp Stamp => new(Inode, Size, WrittenAt, ChangedSeconds * 1_000_000_000 + ChangedNanoseconds, Type == 0x8000, Type == 0x4000, Type == 0xA000);
    }
}

using System.Text;
using Reporting.Warehouse;

namespace Reporting.Portal;

/// <summary>
/// A spelling of the socket's path that the system takes. The kernel allows about 100 bytes; a longer path is reached through a link to
/// the data folder, in a folder of its own under the run-time folder that only this user may enter. The socket itself always lies in the
/// data folder, so each process makes its link for itself and nobody has to know another's.
/// </summary>
sealed class SocketSpot : IDisposable
{
    const int MostBytes = 100;
    readonly string? folder;

    SocketSpot(string path, string? folder) => (Path, this.folder) = (path, folder);

    public string Path { get; }

    public static SocketSpot Of(DataFolder data)
    {
        if (Encoding.UTF8.GetByteCount(data.Socket) <= MostBytes) return new(data.Socket, null);
        var folder = System.IO.Path.Combine(RunTimeFolder, $"reporting-{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var link = System.IO.Path.Combine(folder, "d");
        Directory.CreateSymbolicLink(link, data.Root);
        return new(System.IO.Path.Combine(link, System.IO.Path.GetFileName(data.Socket)), folder);
    }

    static string RunTimeFolder =>
        Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 and < 40 } own && Directory.Exists(own) ? own
        : OperatingSystem.IsWindows() ? System.IO.Path.GetTempPath() : "/tmp"; // TMPDIR may itself be long

    public void Dispose()
    {
        if (folder is null) return;
        File.Delete(System.IO.Path.Combine(folder, "d")); // the link, not what it leads to
        Directory.Delete(folder);
    }
}

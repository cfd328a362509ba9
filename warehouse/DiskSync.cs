using System.Runtime.InteropServices;

namespace Reporting.Warehouse;

/// <summary>A barrier: all that was written and named on the file system of a folder is on the disk when it returns.</summary>
public static partial class DiskSync
{
    const int ReadOnlyDirectory = 0x10000; // O_RDONLY | O_DIRECTORY on Linux

    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Barrier(string folder)
    {
        // .NET syncs single files and no folders. Elsewhere than on Linux a rename is the best there is; the product runs on Linux.
        if (!OperatingSystem.IsLinux()) return;
        var handle = Open(folder, ReadOnlyDirectory);
        if (handle < 0) throw new IOException($"cannot open the folder '{folder}' to sync it (errno {Marshal.GetLastPInvokeError()})");
        try
        {
            if (SyncFileSystem(handle) != 0) throw new IOException($"the disk under '{folder}' did not take what was written (errno {Marshal.GetLastPInvokeError()})");
        }
        finally { _ = Close(handle); }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    private static partial int SyncFileSystem(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}

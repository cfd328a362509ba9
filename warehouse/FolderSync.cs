using System.Runtime.InteropServices;

namespace Reporting.Warehouse;

/// <summary>Makes a new name in a folder durable. .NET syncs files but offers nothing for folders, so this asks the C library.</summary>
static partial class FolderSync
{
    const int ReadOnlyDirectory = 0x10000; // O_RDONLY | O_DIRECTORY on Linux

    public static void Sync(string folder)
    {
        if (!OperatingSystem.IsLinux()) return; // elsewhere the rename itself is the best there is
        var handle = Open(folder, ReadOnlyDirectory);
        if (handle < 0) throw new IOException($"cannot open the folder '{folder}' to sync it (errno {Marshal.GetLastPInvokeError()})");
        try
        {
            if (Sync(handle) != 0) throw new IOException($"cannot sync the folder '{folder}' (errno {Marshal.GetLastPInvokeError()})");
        }
        finally { _ = Close(handle); }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}

using System.Runtime.InteropServices;

namespace Reporting.Warehouse;

/// <summary>A second name of a file on the same disk: the bytes are there once and stay until the last name is gone.</summary>
public static partial class HardLink
{
    /// <summary>False where the file system has no such thing or the two lie on different ones: then it is to be copied.</summary>
    public static bool TryMake(string existing, string name) => OperatingSystem.IsLinux() && Link(existing, name) == 0;

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);
}

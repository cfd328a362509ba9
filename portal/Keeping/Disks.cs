namespace Reporting.Portal.Keeping;

/// <summary>Which disk a folder lies on.</summary>
static class Disks
{
    /// <summary>Both lie under one mounting point.</summary>
    public static bool Same(string one, string other) => Of(one) == Of(other);

    static string? Of(string path) => DriveInfo.GetDrives().Select(drive => drive.RootDirectory.FullName)
        .Where(root => path == root || path.StartsWith(root.EndsWith(Path.DirectorySeparatorChar) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal)).MaxBy(root => root.Length);
}

namespace Reporting.Etl.Arrivals;

/// <summary>Names of what offices, systems and transfers leave beside real files: lock files, hidden files, halves of a transfer, thumbnails.</summary>
static class PassedOver
{
    static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    { ".part", ".partial", ".tmp", ".temp", ".filepart", ".crdownload", ".opdownload", ".download", ".swp", ".lock", ".lnk" };

    public static bool Is(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith('.') // also .~lock.x#, ._x, .DS_Store
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase)
        || Endings.Contains(Path.GetExtension(name));
}

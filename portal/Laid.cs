using System.Diagnostics;
using System.Globalization;
using Reporting.Warehouse;

namespace Reporting.Portal;

/// <summary>
/// Files too large to be handed over as bytes: made in the data folder by whoever answers, taken from there by whoever asked. Both are
/// processes of one user on one machine, since only such may ask.
/// </summary>
static class Laid
{
    /// <summary>A path where nothing lies; its folder is there.</summary>
    public static string New(DataFolder data)
    {
        Directory.CreateDirectory(Folder(data));
        return Path.Combine(Folder(data), string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}.part"));
    }

    /// <summary>Clears away what killed processes left. Called by the one that has the data folder, before it answers anything.</summary>
    public static void Forget(DataFolder data)
    {
        if (!Directory.Exists(Folder(data))) return;
        foreach (var left in Directory.EnumerateFiles(Folder(data)).Where(path => !IsAtWork(Path.GetFileName(path)))) File.Delete(left);
    }

    // Who has just given the data folder back may still be about to take its file.
    static bool IsAtWork(string name)
    {
        if (!int.TryParse(name.Split('-')[0], CultureInfo.InvariantCulture, out var id) || id == Environment.ProcessId) return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException) { return false; }
    }

    static string Folder(DataFolder data) => Path.Combine(data.Root, "exports");
}

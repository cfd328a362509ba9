using System.Globalization;
using Reporting.Warehouse;

namespace Reporting.Portal;

/// <summary>The process that holds a data folder, and the verb it runs.</summary>
public sealed record Holder(int Pid, string Verb);

/// <summary>
/// One process at a time works on a data folder. The kernel's lock on <c>serve.pid</c> says whether anyone does: it falls with the
/// process, however that ends, so what a crash leaves in the file misleads nobody.
/// </summary>
public sealed class FolderLock : IDisposable
{
    readonly FileStream file;

    FolderLock(FileStream file) => this.file = file;

    /// <summary>The lock, or null while another process holds it (see <see cref="HolderOf"/>).</summary>
    public static FolderLock? TryTake(DataFolder data, string verb)
    {
        FileStream file;
        try { file = new(PathIn(data), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException) && Locked(data)) { return null; }
        file.SetLength(0);
        file.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {verb}\n")));
        file.Flush();
        return new(file);
    }

    /// <summary>Who holds the folder now; null while nobody does or the holder has not yet written its name.</summary>
    public static Holder? HolderOf(DataFolder data)
    {
        if (!Locked(data)) return null;
        using var file = new FileStream(PathIn(data), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        var words = reader.ReadToEnd().Trim().Split(' ', 2);
        return words.Length == 2 && int.TryParse(words[0], CultureInfo.InvariantCulture, out var pid) ? new(pid, words[1]) : null;
    }

    /// <summary>A shared lock is refused only while somebody holds the exclusive one.</summary>
    static bool Locked(DataFolder data)
    {
        if (!File.Exists(PathIn(data))) return false;
        try
        {
            using var probe = new FileStream(PathIn(data), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException) { return true; }
    }

    static string PathIn(DataFolder data) => Path.Combine(data.Root, "serve.pid");

    /// <summary>The file stays: removing it could remove the one that the next holder has just locked.</summary>
    public void Dispose() => file.Dispose();
}

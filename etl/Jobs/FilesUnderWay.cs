using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>
/// Which files are being worked on, as the disk knows it. A mark is laid before anything looks into a file and taken away when that came to
/// an end, whatever the end was; so marks that a process finds were left by one that died, and count the starts that this file did not let
/// come to an end. They are files in <c>data/under-way/</c>: the store may be what is being written when the process dies.
/// </summary>
/// <remarks>
/// Counted by bytes and by program: the same bytes under another name are the same danger, and a program that was mended reads them anew.
/// Not synced to the disk: a machine that loses its power forgets them, a process that dies does not.
/// </remarks>
sealed class FilesUnderWay : IDisposable
{
    /// <summary>After so many starts that died at a file no other one is made for it.</summary>
    const int MostDeaths = 3;

    static readonly string Program = typeof(FilesUnderWay).Module.ModuleVersionId.ToString("N")[..8];

    readonly string folder, work, ending;
    readonly Dictionary<string, long> deaths = [];
    readonly HashSet<string> begun = [];

    /// <param name="work">What is done with the files: one kind of work does not answer for another.</param>
    public FilesUnderWay(DataFolder data, string work)
    {
        (folder, this.work, ending) = (data.UnderWay, work, $".{work}.{Program}");
        if (!Directory.Exists(folder)) return;
        foreach (var mark in new DirectoryInfo(folder).EnumerateFiles())
            if (mark.Name.EndsWith(ending, StringComparison.Ordinal)) deaths[mark.Name[..^ending.Length]] = mark.Length;
            else if (!mark.Name.EndsWith(Program, StringComparison.Ordinal)) mark.Delete(); // of a program that is no more
    }

    /// <summary>A process died while this file was worked on; perhaps another one was to blame, so it is worked on apart from others.</summary>
    public bool IsSuspect(string sha256) => deaths.ContainsKey(sha256);

    /// <summary>It is not touched again by this program.</summary>
    public bool IsSetAside(string sha256) => deaths.GetValueOrDefault(sha256) >= MostDeaths;

    /// <summary>Counts a start.</summary>
    public void Begin(string sha256)
    {
        if (!begun.Add(sha256)) return;
        Directory.CreateDirectory(folder);
        using (var mark = new FileStream(Mark(sha256), FileMode.Append)) mark.WriteByte((byte)'+');
        Durable.Passed(DurableStep.file_marked, $"{work} {sha256}");
    }

    /// <summary>The work on it came to its end.</summary>
    public void End(string sha256)
    {
        if (begun.Remove(sha256)) File.Delete(Mark(sha256));
    }

    /// <summary>Of the others nothing is left to be done: what was marked there had come to its end when the process died.</summary>
    public void ForgetBut(IEnumerable<string> open)
    {
        foreach (var over in deaths.Keys.Except(open).Where(file => !IsSetAside(file)).ToList())
        {
            File.Delete(Mark(over));
            deaths.Remove(over);
        }
    }

    /// <summary>Also where an exception ends the work: the process lives.</summary>
    public void Dispose()
    {
        foreach (var file in begun) File.Delete(Mark(file));
    }

    string Mark(string sha256) => Path.Combine(folder, sha256 + ending);
}

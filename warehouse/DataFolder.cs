namespace Reporting.Warehouse;

/// <summary>The one folder that holds everything: two stores, the archive, what was exchanged.</summary>
public sealed record DataFolder(string Root)
{
    public string WarehouseFile => Path.Combine(Root, "warehouse.duckdb");
    public string OperationsFile => Path.Combine(Root, "operations.sqlite");
    public string Archive => Path.Combine(Root, "archive");
    public string Inbox => Path.Combine(Root, "inbox");
    public string Answers => Path.Combine(Root, "answers");

    /// <summary>What is remembered of each source of files; what is on its way in lies there, too.</summary>
    public string Arrival => Path.Combine(Root, "arrival");

    /// <summary>Answers on their way back to the folders from which their units send.</summary>
    public string Returns => Path.Combine(Root, "returns");

    public string Editions => Path.Combine(Root, "editions");
    public string Logs => Path.Combine(Root, "logs");
    public string Definitions => Path.Combine(Root, "definitions");

    /// <summary>What the definition files said when they were read last; made again where it is missing.</summary>
    public string ReadDefinitions => Path.Combine(Root, "definitions.read");

    /// <summary>Marks of the files that are being worked on; what a process that died has left tells at which it died.</summary>
    public string UnderWay => Path.Combine(Root, "under-way");

    public string Jobs => Path.Combine(Root, "jobs.json");
    public string Limits => Path.Combine(Root, "limits.json");
    public string Sources => Path.Combine(Root, "sources.json");
    public string Mail => Path.Combine(Root, "mail.json");

    /// <summary>What a restore has brought back whole and has still to put in its place; there only while it does so, or after a crash.</summary>
    public string Restored => Path.Combine(Root, "restored");

    public string Socket => Path.Combine(Root, "serve.sock");

    /// <summary>It is one, and no mistyped path: there is a store in it, or what an operator lays there before the first start.</summary>
    public bool IsBegun => File.Exists(WarehouseFile) || File.Exists(OperationsFile) || Directory.Exists(Definitions) || File.Exists(Jobs) || File.Exists(Limits) || File.Exists(Sources) || File.Exists(Mail) || Directory.Exists(Restored);

    /// <summary>The folder with its path made absolute and free of links: one spelling, so that one process opens one engine over it.</summary>
    public static DataFolder At(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            // Where a link leads may itself be reached over links.
            real = Directory.Exists(next) && new DirectoryInfo(next).ResolveLinkTarget(returnFinalTarget: true) is { } target ? At(target.FullName).Root : next;
        }
        return new(real);
    }

    /// <summary>Whether one of two folders is the other or holds it, by their paths as they are written: nothing is asked of the disk.</summary>
    public static bool Overlap(string one, string other) => IsWithin(one, other) || IsWithin(other, one);

    /// <summary>Whether a folder is another one or lies in it; both absolute.</summary>
    public static bool IsWithin(string folder, string outer) => $"{folder.TrimEnd('/')}/".StartsWith(outer.TrimEnd('/') + "/", StringComparison.Ordinal);
}

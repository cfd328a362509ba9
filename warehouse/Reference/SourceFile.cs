namespace Reporting.Warehouse.Reference;

/// <summary>One definition file while it is read: the problems met, and the line of every place in it.</summary>
/// <param name="path">Full path, for whoever must open the file.</param>
/// <param name="name">Name kept with the definitions, the same on every machine.</param>
/// <param name="overrides">From the folder that overrides what was shipped.</param>
sealed class SourceFile(string path, string name, bool overrides)
{
    readonly List<DefinitionProblem> problems = [];
    byte[]? bytes;
    readonly Dictionary<string, int> lines = [];

    public string Path { get; } = path;
    public string Name { get; } = name;
    public bool Overrides { get; } = overrides;

    /// <summary>Read once: what is recognised by its hash and what is read are the same bytes, also while somebody edits the file.</summary>
    public byte[] Bytes => bytes ??= File.ReadAllBytes(Path);

    /// <summary>Nothing could be made of the file: what it should have defined is not known to be absent.</summary>
    public bool IsUnreadable { get; private set; }
    public IReadOnlyList<DefinitionProblem> Problems => problems;

    /// <summary>Notes a problem, once: a key may be asked for by more than one reader.</summary>
    public void Note(int line, string key, string message, string messageEn)
    {
        var problem = new DefinitionProblem(Path, line, key, message, messageEn);
        if (!problems.Contains(problem)) problems.Add(problem);
    }

    public void NoteUnreadable(int line, string message, string messageEn)
    {
        IsUnreadable = true;
        Note(line, "", message, messageEn);
    }

    public void Place(string place, int line) => lines[place] = line;

    /// <summary>A problem at a place; where the place itself was not written, at the nearest one around it.</summary>
    public DefinitionProblem ProblemAt(string place, string message, string messageEn)
    {
        var around = place;
        while (around.Length > 0 && !lines.ContainsKey(around)) around = around[..Math.Max(around.LastIndexOfAny(['.', '[']), 0)];
        return new(Path, lines.GetValueOrDefault(around), KeyOf(place), message, messageEn);
    }

    // lines[3].element → element, lines[3] → lines
    static string KeyOf(string place)
    {
        var last = place[(place.LastIndexOf('.') + 1)..];
        return last.IndexOf('[') is var bracket and >= 0 ? last[..bracket] : last;
    }
}

using System.IO.Compression;
using System.Xml;

namespace Reporting.Etl.Intake;

/// <summary>The parts of a zipped office file and the relationships between them. Part names ignore case, slash direction and a leading slash.</summary>
sealed class XlsxPackage : IDisposable
{
    readonly ZipArchive zip;
    readonly ReadBudget budget;
    readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    readonly XmlReaderSettings settings;

    public XlsxPackage(ReadOnlyMemory<byte> bytes, ReadBudget budget)
    {
        this.budget = budget;
        var stream = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
        zip = new(stream, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries) parts.TryAdd(Normal(entry.FullName), entry);
        budget.CheckInflated(zip.Entries.Sum(entry => Math.Min(entry.Length, uint.MaxValue))); // a file may say anything
        settings = new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            MaxCharactersInDocument = budget.Limits.InflatedBytes,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new NameTable(), // one for all parts: names are compared by reference
        };
    }

    public XmlNameTable Names => settings.NameTable!;
    public bool IsEncrypted => parts.Values.Any(part => part.IsEncrypted);

    public bool Has(string part) => parts.ContainsKey(Normal(part));

    public bool HasFolder(string folder) => parts.Keys.Any(part => part.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    public bool HasPartNamed(string word) => parts.Keys.Any(part => part.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The part's text from its start, at most <paramref name="most"/> letters; empty where there is no such part.</summary>
    public string Head(string part, int most)
    {
        if (!parts.TryGetValue(Normal(part), out var entry)) return "";
        using var reader = new StreamReader(new InflatedStream(entry, budget));
        var letters = new char[most];
        return new(letters, 0, reader.ReadBlock(letters, 0, most));
    }

    /// <summary>Null where there is no such part.</summary>
    /// <param name="through">What its bytes go through on their way to the reader.</param>
    public XmlReader? Open(string? part, Func<Stream, Stream>? through = null)
    {
        if (part is null || !parts.TryGetValue(Normal(part), out var entry)) return null;
        var inflated = new InflatedStream(entry, budget);
        return XmlReader.Create(through?.Invoke(inflated) ?? inflated, settings);
    }

    /// <summary>What a part points to, by relationship id; targets outside the file are left out, missing ones are not.</summary>
    public IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var folder = FolderOf(part);
        using var xml = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        var found = new List<Relationship>();
        while (xml?.Read() == true)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External") continue;
            if (xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
                found.Add(new(id, type, Resolve(folder, target)));
        }
        return found;
    }

    public void Dispose() => zip.Dispose();

    /// <summary>The part that a relationship of a part in this folder points to.</summary>
    public static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var path = target.StartsWith('/') ? target : folder + target;
        var steps = new List<string>();
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or "..")) steps.Add(step);
        }
        return string.Join('/', steps);
    }

    static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    static string Normal(string name) => name.Replace('\\', '/').TrimStart('/');
}

/// <param name="Type">Transitional and strict files use other addresses with the same last word, so only that is compared.</param>
sealed record Relationship(string Id, string Type, string Part)
{
    public bool Is(string kind) => Type.EndsWith("/" + kind, StringComparison.Ordinal);
}

using System.Globalization;
using Reporting.Etl.Intake;

namespace Reporting.Etl.Answer.Marked;

/// <summary>A relationship as it is written. Transitional and strict files use other types with the same last word.</summary>
/// <param name="Part">The part it points to; the bare target where that lies outside the file.</param>
sealed record Link(string Id, string Type, string Part, bool External, Element? Written)
{
    public bool Is(string kind) => Type.EndsWith("/" + kind, StringComparison.Ordinal);
}

/// <summary>The relationships of one part, or of the package; changed ones are put back with <see cref="Save"/>.</summary>
sealed class Links
{
    const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const string Empty = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";

    readonly PackageParts parts;
    readonly string name, text;
    readonly Patch patch;
    readonly Element root;
    readonly List<Link> links = [];
    readonly List<Link> added = [];

    /// <param name="of">The part whose relationships are meant; empty for the package.</param>
    public Links(PackageParts parts, string of)
    {
        this.parts = parts;
        var folder = of[..(of.LastIndexOf('/') + 1)];
        name = $"{folder}_rels/{of[folder.Length..]}.rels";
        text = parts.TextOf(name) ?? Empty;
        (patch, root) = (new(text), Markup.Root(text));
        foreach (var child in Markup.Children(root))
            if (child.Open["Id"] is { } id && child.Open["Type"] is { } type && child.Open["Target"] is { } target)
                links.Add(new(id, type, child.Open["TargetMode"] == "External" ? target : PackageParts.Resolve(folder, target), child.Open["TargetMode"] == "External", child));
    }

    /// <summary>The name of the part that holds these relationships.</summary>
    public string Name => name;

    public IReadOnlyList<Link> All => links;

    public Link? First(string kind) => links.FirstOrDefault(link => !link.External && link.Is(kind));

    public Link? ById(string? id) => links.FirstOrDefault(link => link.Id == id);

    /// <summary>The id of a new relationship of a kind such as <c>comments</c>.</summary>
    public string Add(string kind, string part, bool strict)
    {
        var number = 1;
        while (links.Any(link => link.Id.Equals($"rId{number}", StringComparison.OrdinalIgnoreCase))) number++;
        var link = new Link($"rId{number}", $"{(strict ? Strict : Transitional)}/{kind}", part, false, null);
        links.Add(link);
        added.Add(link);
        return link.Id;
    }

    public void Remove(Link link)
    {
        links.Remove(link);
        if (link.Written is { } written) patch.Remove(written);
        else added.Remove(link);
    }

    /// <summary>Points a link that leaves the file to nowhere.</summary>
    public void Blank(Link link)
    {
        if (link.Written is { } written) patch.Set(written.Open, "Target", "about:blank");
    }

    public void Save()
    {
        if (added.Count > 0) patch.Append(root, string.Concat(added.Select(link => string.Create(CultureInfo.InvariantCulture,
            $"<{root.Open.Prefix}Relationship Id=\"{link.Id}\" Type=\"{link.Type}\" Target=\"/{XmlWords.Escaped(link.Part)}\"/>"))));
        if (!patch.IsEmpty) parts.Put(name, patch.Applied());
    }
}

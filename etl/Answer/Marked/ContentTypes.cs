using Reporting.Etl.Intake;

namespace Reporting.Etl.Answer.Marked;

/// <summary>Which kind of part each part is, as the package says it.</summary>
sealed class ContentTypes
{
    public const string Part = "[Content_Types].xml";
    public const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    public const string Comments = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    public const string Styles = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    public const string Drawing = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    const string MacroBook = "application/vnd.ms-excel.sheet.macroEnabled.main+xml", Book = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    const string Empty = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

    readonly PackageParts parts;
    readonly Element root;
    readonly Patch patch;
    readonly List<Element> kinds;
    readonly List<string> added = [];

    public ContentTypes(PackageParts parts)
    {
        this.parts = parts;
        var text = parts.TextOf(Part) ?? Empty;
        (root, patch) = (Markup.Root(text), new(text));
        kinds = [.. Markup.Children(root)];
        HasMacros = kinds.Any(kind => kind.Open["ContentType"] == MacroBook);
    }

    public bool HasMacros { get; private set; }

    public void Add(string part, string type)
    {
        Remove(part);
        added.Add($"<{root.Open.Prefix}Override PartName=\"/{XmlWords.Escaped(part)}\" ContentType=\"{type}\"/>");
    }

    /// <summary>Old drawings are told by their extension; where that is taken by something else, by their name.</summary>
    public void AddDrawing(string part)
    {
        var known = kinds.Where(kind => kind.Is("Default") && "vml".Equals(kind.Open["Extension"], StringComparison.OrdinalIgnoreCase)).Select(kind => kind.Open["ContentType"]).FirstOrDefault();
        if (known is not null && known != Drawing) Add(part, Drawing);
        var line = $"<{root.Open.Prefix}Default Extension=\"vml\" ContentType=\"{Drawing}\"/>";
        if (known is null && !added.Contains(line)) added.Insert(0, line);
    }

    /// <summary>LibreOffice has named each part of relationships by itself; a new one would be of no kind.</summary>
    public void AddRelationships()
    {
        if (!kinds.Any(kind => kind.Is("Default") && "rels".Equals(kind.Open["Extension"], StringComparison.OrdinalIgnoreCase)))
            added.Insert(0, $"<{root.Open.Prefix}Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    }

    public void Remove(string part)
    {
        foreach (var kind in kinds.Where(kind => kind.Is("Override") && ("/" + part).Equals(kind.Open["PartName"], StringComparison.OrdinalIgnoreCase))) patch.Remove(kind);
    }

    /// <summary>A book that has lost its macros is of the plain kind.</summary>
    public void WithoutMacros()
    {
        foreach (var kind in kinds.Where(kind => kind.Open["ContentType"] == MacroBook)) patch.Set(kind.Open, "ContentType", Book);
        HasMacros = false;
    }

    public void Save()
    {
        if (added.Count > 0) patch.Append(root, string.Concat(added));
        if (!patch.IsEmpty) parts.Put(Part, patch.Applied());
    }
}

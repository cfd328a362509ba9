using System.Globalization;
using Reporting.Etl.Intake;

namespace Reporting.Etl.Answer.Marked;

/// <summary>A sheet as the workbook lists it.</summary>
/// <param name="Part">Null where its relationship is missing.</param>
sealed record BookSheet(string Name, string? Part, Link? Link, Element Written, int Index);

/// <summary>The workbook part and its relationships: which sheets there are, which one is shown, and what names belong to them.</summary>
sealed class BookEdit
{
    readonly PackageParts parts;
    readonly ContentTypes types;
    readonly Element root;
    readonly Element? list;
    readonly List<BookSheet> sheets = [];
    readonly List<int> removed = [];
    readonly List<string> added = [];
    readonly List<string> names = [];
    int lastSheetId;

    public BookEdit(PackageParts parts, ContentTypes types, string part)
    {
        (this.parts, this.types, Part) = (parts, types, part);
        var text = parts.TextOf(part) ?? throw new FormatException("no workbook part");
        (root, Patch, Links) = (Markup.Root(text), new(text), new(parts, part));
        Children = [.. Markup.Children(root)];
        list = Child("sheets");
        foreach (var (index, sheet) in (list is { } there ? Markup.Children(there) : []).Index())
        {
            var link = Links.ById(sheet.Open.Prefixed("id"));
            sheets.Add(new(sheet.Open["name"] ?? "", link?.Part, link, sheet, index));
            lastSheetId = Math.Max(lastSheetId, sheet.Open.NumberOf("sheetId") ?? 0);
        }
    }

    public string Part { get; }
    public Patch Patch { get; }
    public Links Links { get; }
    public IReadOnlyList<Element> Children { get; }
    public IReadOnlyList<BookSheet> Sheets => sheets;
    public bool IsStrict => root.Open["xmlns"] == XmlParts.StrictMain || root.Open.Text[root.Open.Start..root.Open.End].Contains(XmlParts.StrictMain, StringComparison.Ordinal);
    public string Folder => Part[..(Part.LastIndexOf('/') + 1)];
    public int Views => Child("bookViews") is { } views ? Math.Max(1, Markup.Children(views).Count()) : 1;

    public Element? Child(string localName)
    {
        foreach (var child in Children)
            if (child.Is(localName)) return child;
        return null;
    }

    /// <summary>Takes a sheet out, with its part and what hangs on it alone.</summary>
    public void Remove(BookSheet sheet)
    {
        sheets.Remove(sheet);
        removed.Add(sheet.Index);
        Patch.Remove(sheet.Written);
        if (sheet.Link is not { } link) return;
        Links.Remove(link);
        Drop(link.Part);
        // It lists the formulas sheet by sheet; programs make it anew.
        if (sheet.Written.Open["sheetId"] is { } id && Links.First("calcChain") is { } chain && parts.TextOf(chain.Part)?.Contains($" i=\"{id}\"", StringComparison.Ordinal) == true)
        {
            Links.Remove(chain);
            Drop(chain.Part);
        }
    }

    void Drop(string part)
    {
        var links = new Links(parts, part);
        parts.Remove(part);
        types.Remove(part);
        parts.Remove(links.Name);
        foreach (var below in links.All.Where(link => !link.External && parts.Has(link.Part)).Select(link => link.Part).Distinct(StringComparer.OrdinalIgnoreCase).ToList())
            if (!IsLinked(below)) Drop(below);
    }

    bool IsLinked(string part) => Links.All.Concat(parts.Names.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && name != Links.Name)
        .Select(name => new Links(parts, name.Replace("_rels/", "", StringComparison.Ordinal)[..^".rels".Length])).SelectMany(links => links.All))
        .Any(link => !link.External && link.Part.Equals(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>A name that no sheet has yet: the wanted one, or with a number behind it. Excel does not tell capitals apart.</summary>
    public string FreeName(string wanted)
    {
        var name = wanted;
        for (var number = 2; sheets.Any(sheet => sheet.Name.Equals(name, StringComparison.OrdinalIgnoreCase)); number++) name = string.Create(CultureInfo.InvariantCulture, $"{wanted}{number}");
        return name;
    }

    /// <summary>Puts a sheet behind all others and gives its number from 0.</summary>
    public int Add(string name, string xml)
    {
        var part = parts.FreeName($"{Folder}worksheets/sheet", ".xml", name => Links.All.Any(link => link.Part.Equals(name, StringComparison.OrdinalIgnoreCase)));
        parts.Put(part, xml);
        types.Add(part, ContentTypes.Sheet);
        var id = Links.Add("worksheet", part, IsStrict);
        var p = root.Open.Prefix;
        added.Add(string.Create(CultureInfo.InvariantCulture, $"<{p}sheet xmlns:r=\"{(IsStrict ? XmlParts.StrictRelations : XmlParts.Relations)}\" name=\"{XmlWords.Escaped(name)}\" sheetId=\"{++lastSheetId}\" r:id=\"{id}\"/>"));
        return sheets.Count + added.Count - 1;
    }

    /// <summary>A name within one sheet, such as the rows that every page repeats.</summary>
    public void Define(string name, int sheet, string value) => names.Add(string.Create(CultureInfo.InvariantCulture,
        $"<{root.Open.Prefix}definedName name=\"{name}\" localSheetId=\"{sheet}\"{(name.EndsWith("FilterDatabase", StringComparison.Ordinal) ? " hidden=\"1\"" : "")}>{XmlWords.Escaped(value)}</{root.Open.Prefix}definedName>"));

    public void Show(int sheet)
    {
        var (p, number) = (root.Open.Prefix, sheet.ToString(CultureInfo.InvariantCulture));
        if (Child("bookViews") is { } views)
            foreach (var view in Markup.Children(views))
            {
                Patch.Set(view.Open, "activeTab", number);
                if (removed.Count > 0) Patch.Drop(view.Open, "firstSheet");
            }
        else if (list is { } there) Patch.Insert(there.Start, $"<{p}bookViews><{p}workbookView activeTab=\"{number}\"/></{p}bookViews>");
    }

    public void Save()
    {
        if (list is not { } there) throw new FormatException("no list of sheets");
        Patch.Append(there, string.Concat(added));
        SaveNames(there);
        Links.Save();
        parts.Put(Part, Patch.Applied());
    }

    // Names count sheets by their place: what stood behind a sheet that is gone has moved up.
    void SaveNames(Element sheetList)
    {
        var p = root.Open.Prefix;
        if (Child("definedNames") is { } defined)
        {
            foreach (var name in Markup.Children(defined))
                if (name.Open.NumberOf("localSheetId") is { } sheet)
                {
                    if (removed.Contains(sheet)) Patch.Remove(name);
                    else if (removed.Count(gone => gone < sheet) is > 0 and var before) Patch.Set(name.Open, "localSheetId", (sheet - before).ToString(CultureInfo.InvariantCulture));
                }
            Patch.Append(defined, string.Concat(names));
        }
        else if (names.Count > 0)
            Patch.Insert(Children.Where(child => child.Is("externalReferences") || child.Is("functionGroups")).Select(child => child.End).DefaultIfEmpty(sheetList.End).Last(),
                $"<{p}definedNames>{string.Concat(names)}</{p}definedNames>");
    }
}

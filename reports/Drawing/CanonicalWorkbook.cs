using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Reporting.Reports.Drawing;

/// <summary>
/// Makes a workbook's bytes depend on its content alone: the name of the properties part, package relationship ids, order and dates of
/// the zip, and the document properties, all of which the workbook library draws from chance and the clock. Print titles are spelled
/// as the standard has them.
/// </summary>
static partial class CanonicalWorkbook
{
    const string ContentTypes = "[Content_Types].xml", PackageRelations = "_rels/.rels", Core = "docProps/core.xml", Book = "xl/workbook.xml",
        Styles = "xl/styles.xml", Strings = "xl/sharedStrings.xml";
    const string CoreRelation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";

    static readonly XNamespace Cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/", Terms = "http://purl.org/dc/terms/", Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    /// <param name="time">UTC; stands as created and modified.</param>
    /// <param name="font">Of cells without a style, by whose digits column widths are counted.</param>
    public static void Make(Package package, string title, string creator, DateTime time, string font, double fontSize)
    {
        foreach (var name in package.Names.Where(name => name.EndsWith(".psmdcp", StringComparison.Ordinal)).ToList()) package.Remove(name);
        package.Put(Core, CoreProperties(title, creator, time));
        package.Edit(ContentTypes, NameCoreType);
        package.Edit(PackageRelations, FixIds);
        package.Edit(Book, SpellPrintTitles);
        if (package.Has(Strings)) package.Edit(Strings, WriteCharactersOut);
        package.Edit(Styles, styles => NameNormalFont(styles, font, fontSize));
    }

    static void NameCoreType(XElement types)
    {
        types.Elements().Where(each => (string?)each.Attribute("ContentType") == CoreType).Remove();
        types.Add(new XElement(types.Name.Namespace + "Override", new XAttribute("PartName", "/" + Core), new XAttribute("ContentType", CoreType)));
    }

    static void FixIds(XElement relations)
    {
        relations.Elements().Where(each => (string?)each.Attribute("Type") == CoreRelation).Remove();
        relations.Add(new XElement(relations.Name.Namespace + "Relationship", new XAttribute("Type", CoreRelation), new XAttribute("Target", "/" + Core)));
        var ordered = relations.Elements().OrderBy(each => (string?)each.Attribute("Type"), StringComparer.Ordinal).ToList();
        for (var index = 0; index < ordered.Count; index++) ordered[index].SetAttributeValue("Id", $"rId{index + 1}");
        relations.ReplaceNodes(ordered);
    }

    static void SpellPrintTitles(XElement book)
    {
        foreach (var name in book.Descendants(book.Name.Namespace + "definedName").Where(each => (string?)each.Attribute("name") == "_xlnm.Print_Titles"))
            name.Value = RelativeRows().Replace(name.Value, "$$$1:$$$2");
    }

    /// <summary>Characters beyond 16 bits (𠮷) stand as themselves; the library escapes their halves, which only Excel would read.</summary>
    static void WriteCharactersOut(XElement strings)
    {
        foreach (var text in strings.Descendants(strings.Name.Namespace + "t").Where(text => text.Value.Contains("_xD", StringComparison.Ordinal)))
            text.Value = EscapedPair().Replace(text.Value, pair => new string([Half(pair.Groups[1]), Half(pair.Groups[2])]));
    }

    static char Half(Group hex) => (char)int.Parse(hex.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>The library's own default font stands first whatever is set; its empty spelling of the General format is dropped.</summary>
    static void NameNormalFont(XElement styles, string font, double size)
    {
        var space = styles.Name.Namespace;
        var normal = styles.Descendants(space + "font").First();
        normal.Element(space + "name")!.SetAttributeValue("val", font);
        normal.Element(space + "sz")!.SetAttributeValue("val", size.ToString(CultureInfo.InvariantCulture));
        normal.Element(space + "family")?.Remove();
        styles.Descendants(space + "numFmt").Where(each => (string?)each.Attribute("formatCode") == "").Remove();
        if (styles.Element(space + "numFmts") is { } formats) formats.SetAttributeValue("count", formats.Elements().Count());
    }

    static XDocument CoreProperties(string title, string creator, DateTime time)
    {
        var moment = DateTime.SpecifyKind(time, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        XElement Moment(string name) => new(Terms + name, new XAttribute(Xsi + "type", "dcterms:W3CDTF"), moment);
        return new(new XElement(Cp + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Cp), new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms), new XAttribute(XNamespace.Xmlns + "xsi", Xsi),
            new XElement(Dc + "title", title), new XElement(Dc + "creator", creator), new XElement(Dc + "language", "zh-CN"),
            new XElement(Cp + "lastModifiedBy", creator), Moment("created"), Moment("modified")));
    }

    [GeneratedRegex("_x(D[89AB][0-9A-F]{2})__x(D[C-F][0-9A-F]{2})_")]
    private static partial Regex EscapedPair();

    /// <summary>Rows written as 3:3 where the standard says $3:$3.</summary>
    [GeneratedRegex(@"(?<=!)(\d+):(\d+)$")]
    private static partial Regex RelativeRows();
}

using System.Xml;

namespace Reporting.Etl.Intake;

/// <summary>A sheet as the workbook lists it; <paramref name="Part"/> is null where its relationship is missing.</summary>
sealed record XlsxSheetEntry(string Name, bool Hidden, string? Part);

/// <summary>What the workbook part says: the sheets in their order and the calendar; charts and macro sheets are no sheets here.</summary>
sealed record XlsxWorkbook(
    IReadOnlyList<XlsxSheetEntry> Sheets, bool From1904, IReadOnlyList<string?> Strings, IReadOnlyList<NumberLook> Looks)
{
    public static XlsxWorkbook Read(XlsxPackage package, XlsxNames names, ReadBudget budget)
    {
        var part = PartOf(package);
        var relationships = package.RelationshipsOf(part);
        var (sheets, from1904) = ReadSheets(package, part, relationships, budget);
        using var strings = package.Open(PartOr(relationships, "sharedStrings", "xl/sharedStrings.xml"));
        using var styles = package.Open(PartOr(relationships, "styles", "xl/styles.xml"));
        return new(sheets, from1904, XlsxStrings.Read(strings, names, budget), XlsxStyles.Read(styles, budget));
    }

    /// <summary>The main part by the package's own relationships, else where every program puts it.</summary>
    public static string PartOf(XlsxPackage package) =>
        package.RelationshipsOf("").FirstOrDefault(relationship => relationship.Is("officeDocument") && package.Has(relationship.Part))?.Part
        ?? "xl/workbook.xml";

    static (IReadOnlyList<XlsxSheetEntry> Sheets, bool From1904) ReadSheets(
        XlsxPackage package, string part, IReadOnlyList<Relationship> relationships, ReadBudget budget)
    {
        using var xml = package.Open(part);
        var (sheets, from1904) = (new List<XlsxSheetEntry>(), false);
        while (xml?.Read() == true)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") from1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
            if (xml.LocalName != "sheet") continue;
            budget.CheckSheets(sheets.Count + 1);
            var id = RelationshipId(xml);
            if (id == "") continue; // a module sheet of old macro workbooks: it says itself that it has no part
            var target = relationships.FirstOrDefault(relationship => relationship.Id == id);
            if (target is null || target.Is("worksheet"))
                sheets.Add(new(xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden", target?.Part));
        }
        return (sheets, from1904);
    }

    // r:id, whose prefix and namespace (transitional or strict) differ from file to file.
    static string? RelationshipId(XmlReader xml)
    {
        string? id = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            if (xml.LocalName == "id" && xml.Prefix.Length > 0) id = xml.Value;
        xml.MoveToElement();
        return id;
    }

    static string PartOr(IReadOnlyList<Relationship> relationships, string kind, string usual) =>
        relationships.FirstOrDefault(relationship => relationship.Is(kind))?.Part ?? usual;
}

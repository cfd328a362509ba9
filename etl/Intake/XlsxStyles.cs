using System.Globalization;
using System.Xml;

namespace Reporting.Etl.Intake;

/// <summary>How the number of a cell looks, by the number of its style.</summary>
static class XlsxStyles
{
    public static IReadOnlyList<NumberLook> Read(XmlReader? xml, ReadBudget budget)
    {
        var looks = new List<NumberLook>();
        var formats = new Dictionary<int, NumberLook>();
        var inCellFormats = false;
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs") inCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt") AddFormat(xml, formats);
            else if (xml.LocalName == "xf" && inCellFormats) looks.Add(LookOf(IdIn(xml), formats));
            budget.CheckEntries(looks.Count + formats.Count);
        }
        return looks;
    }

    // A format defined in the file wins over the built-in one of its number.
    static void AddFormat(XmlReader xml, Dictionary<int, NumberLook> formats)
    {
        if (xml.GetAttribute("formatCode") is { } code) formats.TryAdd(IdIn(xml), NumberFormat.Of(code));
    }

    static NumberLook LookOf(int id, Dictionary<int, NumberLook> formats) =>
        formats.TryGetValue(id, out var look) ? look : NumberFormat.OfBuiltIn(id);

    static int IdIn(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}

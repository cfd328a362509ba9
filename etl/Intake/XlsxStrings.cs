using System.Xml;

namespace Reporting.Etl.Intake;

/// <summary>The texts that cells share, in order; null for one of white space only.</summary>
static class XlsxStrings
{
    public static IReadOnlyList<string?> Read(XmlReader? xml, XlsxNames names, ReadBudget budget)
    {
        var strings = new List<string?>();
        var text = new XlsxText(budget);
        while (xml?.Read() == true)
        {
            if (xml.NodeType != XmlNodeType.Element || !ReferenceEquals(xml.LocalName, names.Item)) continue;
            text.Clear();
            text.AppendItem(xml, names);
            strings.Add(text.Shown());
            budget.CheckEntries(strings.Count);
        }
        return strings;
    }
}

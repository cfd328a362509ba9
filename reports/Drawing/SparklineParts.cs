using System.Xml.Linq;

namespace Reporting.Reports.Drawing;

/// <summary>Lines in cells, of Excel 2010 and later; older programs leave the cell empty.</summary>
static class SparklineParts
{
    static readonly XNamespace X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main", Xm = "http://schemas.microsoft.com/office/excel/2006/main";

    public static void Add(Package package, Placements placed)
    {
        if (placed.Sparklines.Count == 0) return;
        package.Edit(package.PartOf(placed.Sheet.Name), sheet => SheetXml.Extensions(sheet).Add(new XElement(Package.Main + "ext",
            new XAttribute("uri", "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"), new XAttribute(XNamespace.Xmlns + "x14", X14),
            new XElement(X14 + "sparklineGroups", new XAttribute(XNamespace.Xmlns + "xm", Xm), Group(placed)))));
    }

    static XElement Group(Placements placed) => new(X14 + "sparklineGroup",
        new XAttribute("displayEmptyCellsAs", "gap"), new XAttribute("last", "1"),
        Color("colorSeries", "FF1F3A5F"), Color("colorNegative", "FF1F3A5F"), Color("colorAxis", "FF808080"), Color("colorMarkers", "FF1F3A5F"),
        Color("colorFirst", "FF1F3A5F"), Color("colorLast", "FFB45F06"), Color("colorHigh", "FF1F3A5F"), Color("colorLow", "FF1F3A5F"),
        new XElement(X14 + "sparklines", placed.Sparklines.Select(line => new XElement(X14 + "sparkline",
            new XElement(Xm + "f", placed.InSheet($"{line.From}:{line.To}")), new XElement(Xm + "sqref", line.At)))));

    static XElement Color(string name, string rgb) => new(X14 + name, new XAttribute("rgb", rgb));
}

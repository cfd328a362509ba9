using System.Globalization;
using System.Xml.Linq;

namespace Reporting.Reports.Drawing;

/// <summary>Bars in cells, from 0 to the column's most, without their digits. The part that Excel 2010 added keeps them flat and from a true 0.</summary>
static class BarParts
{
    const string Fill = "FF9DB4CC";

    static readonly XNamespace X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main", Xm = "http://schemas.microsoft.com/office/excel/2006/main";

    public static void Add(Package package, Placements placed)
    {
        if (placed.Bars.Count == 0) return;
        package.Edit(package.PartOf(placed.Sheet.Name), sheet =>
        {
            var rules = new XElement(X14 + "conditionalFormattings");
            foreach (var (index, (from, to)) in placed.Bars.Index())
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{{00000000-0000-0000-0000-{index + 1:X12}}}");
                SheetXml.Insert(sheet, Plain($"{from}:{to}", index + 1, id));
                rules.Add(Extended($"{from}:{to}", id));
            }
            SheetXml.Extensions(sheet).Add(new XElement(Package.Main + "ext", new XAttribute("uri", "{78C0D931-6437-407d-A8EE-F0AAD7539E65}"),
                new XAttribute(XNamespace.Xmlns + "x14", X14), rules));
        });
    }

    static XElement Plain(string cells, int priority, string id)
    {
        var main = Package.Main;
        return new(main + "conditionalFormatting", new XAttribute("sqref", cells),
            new XElement(main + "cfRule", new XAttribute("type", "dataBar"), new XAttribute("priority", priority),
                new XElement(main + "dataBar", new XAttribute("showValue", "0"),
                    new XElement(main + "cfvo", new XAttribute("type", "num"), new XAttribute("val", "0")), new XElement(main + "cfvo", new XAttribute("type", "max")),
                    new XElement(main + "color", new XAttribute("rgb", Fill))),
                new XElement(main + "extLst", new XElement(main + "ext", new XAttribute("uri", "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"),
                    new XAttribute(XNamespace.Xmlns + "x14", X14), new XElement(X14 + "id", id)))));
    }

    static XElement Extended(string cells, string id) => new(X14 + "conditionalFormatting", new XAttribute(XNamespace.Xmlns + "xm", Xm),
        new XElement(X14 + "cfRule", new XAttribute("type", "dataBar"), new XAttribute("id", id),
            new XElement(X14 + "dataBar", new XAttribute("minLength", "0"), new XAttribute("maxLength", "100"), new XAttribute("showValue", "0"),
                new XAttribute("gradient", "0"),
                new XElement(X14 + "cfvo", new XAttribute("type", "num"), new XElement(Xm + "f", "0")), new XElement(X14 + "cfvo", new XAttribute("type", "autoMax")),
                new XElement(X14 + "negativeFillColor", new XAttribute("rgb", "FFB45F06")), new XElement(X14 + "axisColor", new XAttribute("rgb", "FF808080")))),
        new XElement(Xm + "sqref", cells));
}

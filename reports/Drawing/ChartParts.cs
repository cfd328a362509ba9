using System.Globalization;
using System.Xml.Linq;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Drawing;

/// <summary>Native charts of a sheet: a drawing that anchors each, and the chart itself.</summary>
static class ChartParts
{
    const string DrawingType = "application/vnd.openxmlformats-officedocument.drawing+xml", ChartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    const long EmusOfPixel = 9525, Clear = 6 * EmusOfPixel; // below the line of what stands above

    static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", A = "http://schemas.openxmlformats.org/drawingml/2006/main",
        C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    public static void Add(Package package, Placements placed)
    {
        if (placed.Charts.Count == 0) return;
        var number = Next(package, "xl/drawings/drawing");
        var drawing = $"xl/drawings/drawing{number}.xml";
        package.Add(drawing, DrawingType, new XElement(Xdr + "wsDr", new XAttribute(XNamespace.Xmlns + "xdr", Xdr), new XAttribute(XNamespace.Xmlns + "a", A)));
        foreach (var (index, chart) in placed.Charts.Index())
        {
            var chartNumber = Next(package, "xl/charts/chart");
            package.Add($"xl/charts/chart{chartNumber}.xml", ChartType, ChartXml.Of(chart.Chart, placed));
            var relation = package.Relate(drawing, "chart", $"../charts/chart{chartNumber}.xml");
            package.Edit(drawing, root => root.Add(Anchor(chart, placed.Sheet, index + 2, relation)));
        }
        var part = package.PartOf(placed.Sheet.Name);
        var link = package.Relate(part, "drawing", $"../drawings/drawing{number}.xml");
        package.Edit(part, sheet => SheetXml.Insert(sheet, new XElement(Package.Main + "drawing", new XAttribute(Package.Linking + "id", link))));
    }

    static int Next(Package package, string stem) =>
        package.Names.Count(name => name.StartsWith(stem, StringComparison.Ordinal)) + 1;

    static XElement Anchor(PlacedChart chart, SheetLayout sheet, int id, string relation) => new(Xdr + "twoCellAnchor", new XAttribute("editAs", "oneCell"),
        Corner("from", chart.Left + 0.3, chart.FromRow, Clear, sheet), Corner("to", chart.Right - 0.3, chart.ToRow, 0, sheet),
        new XElement(Xdr + "graphicFrame", new XAttribute("macro", ""),
            new XElement(Xdr + "nvGraphicFramePr",
                new XElement(Xdr + "cNvPr", new XAttribute("id", id), new XAttribute("name", $"图{id - 1}"), new XAttribute("descr", PlainText.Of(chart.Chart.Description))),
                new XElement(Xdr + "cNvGraphicFramePr")),
            new XElement(Xdr + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)), new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
            new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", C.NamespaceName),
                new XElement(C + "chart", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "r", Package.Linking), new XAttribute(Package.Linking + "id", relation))))),
        new XElement(Xdr + "clientData"));

    /// <summary>A place given in digits from the left edge, as a column and a distance in it. A column of n digits is 7n + 5 pixels wide.</summary>
    static XElement Corner(string name, double left, int row, long below, SheetLayout sheet)
    {
        var (column, start) = (0, 0);
        while (column < sheet.PageColumns - 1 && start + sheet.Widths[column] <= left) start += sheet.Widths[column++];
        var share = Math.Clamp((left - start) / sheet.Widths[column], 0, 1);
        if (share > 0.9) (column, share) = (column + 1, 0); // a column's edge is where the column ends in any font
        if (column >= sheet.Widths.Count) return new(Xdr + name, Number("col", column), Number("colOff", 0), Number("row", row), Number("rowOff", below));
        var offset = (long)(share * (sheet.Widths[column] * 7 + 5)) * EmusOfPixel;
        return new(Xdr + name, Number("col", column), Number("colOff", offset), Number("row", row), Number("rowOff", below));
    }

    static XElement Number(string name, long value) => new(Xdr + name, value.ToString(CultureInfo.InvariantCulture));
}

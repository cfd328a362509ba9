using System.Globalization;
using System.Xml.Linq;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Drawing;

/// <summary>
/// A chart's part. Every name, category and value is a reference to cells, with what they hold kept beside it for programs that draw
/// before they calculate. Series differ by shape and dash before colour.
/// </summary>
static class ChartXml
{
    const string Ink = "1F3A5F", Pale = "9DB4CC", Warm = "B45F06", Line = "A6A6A6";
    const int CategoryAxis = 500_001, ValueAxis = 500_002;

    static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart", A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    public static XElement Of(Chart chart, Placements placed) => new(C + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "r", Package.Linking),
        Flag("roundedCorners", false),
        new XElement(C + "chart", Title(chart.Title), Flag("autoTitleDeleted", false), Plot(chart, placed),
            chart.Series.Count > 1 ? new XElement(C + "legend", Value("legendPos", "b"), Flag("overlay", false), Text(900)) : null,
            Flag("plotVisOnly", true), Value("dispBlanksAs", "gap")),
        new XElement(C + "spPr", new XElement(A + "solidFill", Color("FFFFFF")), Stroke("D9D9D9", 9525)),
        Text(900));

    static XElement Plot(Chart chart, Placements placed)
    {
        var series = chart.Series.Index().ToList();
        var columns = series.Where(each => each.Item.Kind is SeriesKind.column or SeriesKind.bar).ToList();
        var lines = series.Where(each => each.Item.Kind is SeriesKind.line or SeriesKind.dashed).ToList();
        var isAcross = chart.Series.Any(each => each.Kind == SeriesKind.bar);
        return new(C + "plotArea", new XElement(C + "layout"),
            columns.Count == 0 ? null : new XElement(C + "barChart", Value("barDir", isAcross ? "bar" : "col"), Value("grouping", "clustered"), Flag("varyColors", false),
                columns.Select(each => Drawn(each.Item, each.Index, chart, placed)), Value("gapWidth", isAcross ? "40" : "60"), Axes()),
            lines.Count == 0 ? null : new XElement(C + "lineChart", Value("grouping", "standard"), Flag("varyColors", false),
                lines.Select(each => Drawn(each.Item, each.Index, chart, placed)), Flag("marker", true), Axes()),
            Categories(isAcross), Values(chart, isAcross));
    }

    static XElement Drawn(Series series, int index, Chart chart, Placements placed)
    {
        var isLine = series.Kind is SeriesKind.line or SeriesKind.dashed;
        return new(C + "ser", Value("idx", $"{index}"), Value("order", $"{index}"),
            new XElement(C + "tx", Strings(series.Name, placed)), Look(series.Kind),
            isLine ? Marker(series.Kind) : Flag("invertIfNegative", false),
            chart.ShowsValues && !isLine ? Labels(chart.Format) : null,
            new XElement(C + "cat", Strings(chart.Categories, placed)), new XElement(C + "val", Numbers(series.Values, chart.Format, placed)),
            isLine ? Flag("smooth", false) : null);
    }

    static XElement Look(SeriesKind kind) => kind switch
    {
        SeriesKind.line => new(C + "spPr", Stroke(Ink, 28575)),
        SeriesKind.dashed => new(C + "spPr", new XElement(A + "ln", new XAttribute("w", 22225), new XElement(A + "solidFill", Color(Warm)), new XElement(A + "prstDash", new XAttribute("val", "dash")))),
        _ => new(C + "spPr", new XElement(A + "solidFill", Color(Pale)), Stroke(Ink, 6350)),
    };

    static XElement Marker(SeriesKind kind) => kind == SeriesKind.dashed
        ? new(C + "marker", Value("symbol", "none"))
        : new(C + "marker", Value("symbol", "circle"), Value("size", "5"), new XElement(C + "spPr", new XElement(A + "solidFill", Color(Ink)), Stroke(Ink, 6350)));

    static XElement Labels(string format) => new(C + "dLbls",
        new XElement(C + "numFmt", new XAttribute("formatCode", format), new XAttribute("sourceLinked", 0)), new XElement(C + "spPr", new XElement(A + "noFill")), Text(900),
        Value("dLblPos", "outEnd"), Flag("showLegendKey", false), Flag("showVal", true), Flag("showCatName", false), Flag("showSerName", false),
        Flag("showPercent", false), Flag("showBubbleSize", false));

    static XElement Categories(bool isAcross) => new(C + "catAx", Value("axId", $"{CategoryAxis}"), Scaling(isAcross ? "maxMin" : "minMax"), Flag("delete", false),
        Value("axPos", isAcross ? "l" : "b"), new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 0)),
        Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "low"), new XElement(C + "spPr", Stroke(Line, 9525)), Text(900),
        Value("crossAx", $"{ValueAxis}"), Value("crosses", "autoZero"), Flag("auto", false), Value("lblAlgn", "ctr"), Value("lblOffset", "100"), Flag("noMultiLvlLbl", true));

    static XElement Values(Chart chart, bool isAcross) => new(C + "valAx", Value("axId", $"{ValueAxis}"), Scaling("minMax", StandsOnZero(chart), chart.Most), Flag("delete", chart.ShowsValues),
        Value("axPos", isAcross ? "t" : "l"),
        chart.ShowsValues ? null : new XElement(C + "majorGridlines", new XElement(C + "spPr", Stroke("E0E0E0", 6350))),
        new XElement(C + "numFmt", new XAttribute("formatCode", chart.Format), new XAttribute("sourceLinked", 0)),
        Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "nextTo"),
        new XElement(C + "spPr", new XElement(A + "ln", new XElement(A + "noFill"))), Text(900),
        Value("crossAx", $"{CategoryAxis}"), Value("crosses", "autoZero"), Value("crossBetween", "between"));

    static XElement Scaling(string orientation, bool fromZero = false, decimal? most = null) => new(C + "scaling", Value("orientation", orientation),
        most is { } end ? Value("max", end.ToString(CultureInfo.InvariantCulture)) : null, fromZero ? Value("min", "0") : null);

    /// <summary>A column cut off at its foot misleads; below 0 it has another foot.</summary>
    static bool StandsOnZero(Chart chart) => chart.Series.Any(each => each.Kind is SeriesKind.column or SeriesKind.bar)
        && chart.Series.SelectMany(each => Cells(each.Values)).All(cell => cell is not Number { Value: < 0 });

    static XElement Title(string words) => new(C + "title", new XElement(C + "tx", new XElement(C + "rich",
        new XElement(A + "bodyPr"), new XElement(A + "p", new XElement(A + "pPr", Run("defRPr", 1100)),
            new XElement(A + "r", Run("rPr", 1100), new XElement(A + "t", PlainText.Of(words)))))), Flag("overlay", false));

    static XElement Run(string name, int size) => new(A + name, name == "rPr" ? new XAttribute("lang", "zh-CN") : null, new XAttribute("sz", size), new XAttribute("b", 0),
        new XElement(A + "solidFill", Color("262626")),
        new XElement(A + "latin", new XAttribute("typeface", House.TableFont)), new XElement(A + "ea", new XAttribute("typeface", House.TableFont)));

    static XElement Text(int size) => new(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "p", new XElement(A + "pPr", Run("defRPr", size)),
        new XElement(A + "endParaRPr", new XAttribute("lang", "zh-CN"))));

    static XElement Strings(CellBlock block, Placements placed) => new(C + "strRef", new XElement(C + "f", placed.Formula(block)),
        Cache("strCache", null, Cells(block).Select(cell => cell switch { Words words => PlainText.Of(words.Text), Number number => Printed(number), _ => null })));

    static XElement Numbers(CellBlock block, string format, Placements placed) => new(C + "numRef", new XElement(C + "f", placed.Formula(block)),
        Cache("numCache", format, Cells(block).Select(cell => cell is Number number ? Printed(number) : null)));

    static XElement Cache(string name, string? format, IEnumerable<string?> values)
    {
        var all = values.ToList();
        return new(C + name, format is null ? null : new XElement(C + "formatCode", format), Value("ptCount", $"{all.Count}"),
            all.Index().Where(value => value.Item is not null).Select(value => new XElement(C + "pt", new XAttribute("idx", value.Index), new XElement(C + "v", value.Item))));
    }

    static string Printed(Number number) => number.Value.ToString(CultureInfo.InvariantCulture);

    static IEnumerable<Cell> Cells(CellBlock block)
    {
        for (var row = block.FirstRow; row <= block.LastRow; row++)
            for (var column = block.FirstColumn; column <= block.LastColumn; column++)
                yield return row < 0 ? new Words(block.Table.Columns[column].Head) : block.Table.Rows[row].Cells[column];
    }

    static XElement Stroke(string rgb, int width) => new(A + "ln", new XAttribute("w", width), new XElement(A + "solidFill", Color(rgb)));
    static XElement Color(string rgb) => new(A + "srgbClr", new XAttribute("val", rgb));
    static XElement Value(string name, string value) => new(C + name, new XAttribute("val", value));
    static XElement Flag(string name, bool value) => new(C + name, new XAttribute("val", value ? 1 : 0));
    static XElement[] Axes() => [Value("axId", $"{CategoryAxis}"), Value("axId", $"{ValueAxis}")];
}

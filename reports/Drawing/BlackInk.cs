using System.Globalization;
using System.Xml.Linq;

namespace Reporting.Reports.Drawing;

/// <summary>
/// What a black printer and a stapled page leave of a workbook, done to the saved file: coloured ink becomes black, fills and thin lines the
/// grey of their lightness, links go. Lights keep their shapes and words.
/// </summary>
static class BlackInk
{
    // As light as these they are fills and rules, which black would hide figures under.
    const int LightestInk = 0x78;

    public static void Make(Package package)
    {
        foreach (var name in package.Names.Where(IsDrawn).ToList())
            package.Edit(name, root =>
            {
                foreach (var color in root.DescendantsAndSelf().Attributes().Where(IsColor)) color.Value = Black(color.Value);
                root.Elements(Package.Main + "hyperlinks").Remove();
            });
    }

    static bool IsDrawn(string part) => part.EndsWith(".xml", StringComparison.Ordinal)
        && (part == "xl/styles.xml" || part.StartsWith("xl/worksheets/", StringComparison.Ordinal) || part.StartsWith("xl/charts/", StringComparison.Ordinal));

    static bool IsColor(XAttribute attribute) => attribute.Name.LocalName == "rgb" || attribute.Name.LocalName == "val" && attribute.Parent!.Name.LocalName == "srgbClr";

    /// <summary>RRGGBB or AARRGGBB.</summary>
    static string Black(string color)
    {
        var rgb = int.Parse(color[^6..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var light = (299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000;
        return color[..^6] + string.Concat(Enumerable.Repeat((light <= LightestInk ? 0 : light).ToString("X2", CultureInfo.InvariantCulture), 3));
    }
}

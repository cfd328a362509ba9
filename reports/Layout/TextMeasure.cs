namespace Reporting.Reports.Layout;

/// <summary>
/// How much room text takes, in widths of a Latin digit. Spreadsheet programs do not fit the height of merged cells, and measuring
/// with real fonts needs the fonts: so heights are set from this estimate, which errs on the roomy side.
/// </summary>
static class TextMeasure
{
    public static int Width(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x2000 ? 1 : 2);

    /// <summary>Lines the text takes in a column of this width.</summary>
    public static int Lines(string text, double width)
    {
        var room = Math.Max(2, (int)width);
        return text.Split('\n').Sum(line => Math.Max(1, (Width(line) + room - 1) / room));
    }
}

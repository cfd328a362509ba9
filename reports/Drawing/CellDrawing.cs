using ClosedXML.Excel;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Drawing;

/// <summary>One cell: what it holds, and how it stands in its room.</summary>
static class CellDrawing
{
    public static void Put(IXLCell target, Cell content)
    {
        switch (content)
        {
            case Number number:
                target.SetValue(number.Value);
                target.Style.NumberFormat.SetFormat(OffBorder(number.Format));
                break;
            case Light light:
                PutText(target, light.Words.Length == 0 ? "—" : $"{House.Shape(light.Colour)}{light.Words}");
                target.Style.Font.SetFontColor(House.Color(light.Colour));
                break;
            case Linked linked:
                ContentsDrawing.Link(target, linked.Text, linked.Sheet);
                break;
            case NoPoint or Sparkline: // an empty cell breaks a line; a sparkline is drawn into the saved file
                break;
            case Given given:
                Put(target, given.Content);
                Shade(target);
                break;
            case Entry entry:
                EntryDrawing.Open(target, entry);
                break;
            case Computed computed:
                target.SetFormulaA1(EntryDrawing.InPlace(computed.Formula, target));
                target.Style.NumberFormat.SetFormat(OffBorder(computed.Format));
                Shade(target);
                EntryDrawing.Say(target, computed.Hint);
                break;
            default:
                PutText(target, PlainText.Of(((Words)content).Text));
                break;
        }
    }

    static void PutText(IXLCell target, string text)
    {
        target.SetValue<string>(text);
        target.DataType = XLDataType.Text;
        if (PlainText.LooksLikeFormula(text)) target.Style.SetIncludeQuotePrefix(true);
    }

    static void Shade(IXLCell target) => (target.MergedRange() ?? target.AsRange()).Style.Fill.SetBackgroundColor(House.GivenFill);

    // Each setting asks the range for its style anew: a style held over from before a change would undo it.
    public static void Align(IXLRange range, Alignment alignment, Cell content, double room)
    {
        range.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        range.Style.Alignment.SetHorizontal(Side(alignment));
        if (content is Given given) content = given.Content;
        if (content is Words or Light or Linked or Entry { Format: Entry.Text })
        {
            range.Style.Alignment.SetWrapText(true);
            if (alignment != Alignment.center) range.Style.Alignment.SetIndent(1);
        }
        else if (TextMeasure.Width(range.FirstCell().GetFormattedString()) > room) range.Style.Alignment.SetShrinkToFit(true); // small, not ####
    }

    public static XLAlignmentHorizontalValues Side(Alignment alignment) => alignment switch
    {
        Alignment.center => XLAlignmentHorizontalValues.Center,
        Alignment.right => XLAlignmentHorizontalValues.Right,
        _ => XLAlignmentHorizontalValues.Left,
    };

    /// <summary>A space's width after the digits, in each section: LibreOffice forgets right indents, formats hold everywhere.</summary>
    public static string OffBorder(string format) => string.Join(';', format.Split(';').Select(section => section + "_ "));
}

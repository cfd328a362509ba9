using System.Globalization;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Drawing;

/// <summary>Cells that a sender fills in or that the spreadsheet program works out: what may stand there, and what is said of it.</summary>
static partial class EntryDrawing
{
    public static void Open(IXLCell target, Entry entry)
    {
        var range = target.MergedRange() ?? target.AsRange();
        range.Style.Protection.SetLocked(false);
        range.Style.NumberFormat.SetFormat(entry.Format == Entry.Text ? entry.Format : CellDrawing.OffBorder(entry.Format));
        if (entry.Check is { } check) Check(target, check);
        if (entry.Written is { Length: > 0 } written) Write(target, entry, written);
    }

    // A figure is a number where it is one; what is not stays the text that was written, for the rules to speak of.
    static void Write(IXLCell target, Entry entry, string written)
    {
        if (entry.Format != Entry.Text && decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)) target.SetValue(number);
        else CellDrawing.Put(target, PlainText.Of(written));
    }

    static void Check(IXLCell target, EntryCheck check)
    {
        Say(target, check.Hint);
        var validation = target.DataValidation;
        var (least, most) = ((check.Least ?? -EntryCheck.Most).ToString(CultureInfo.InvariantCulture), EntryCheck.Most.ToString(CultureInfo.InvariantCulture));
        if (check.Decimals > 0)
            validation.Custom(InPlace(string.Create(CultureInfo.InvariantCulture, $"AND(ISNUMBER({{0}}),{{0}}>={least},{{0}}<={most},{{0}}=ROUND({{0}},{check.Decimals}))"), target));
        else
        {
            validation.AllowedValues = XLAllowedValues.WholeNumber;
            validation.Operator = XLOperator.Between;
            (validation.MinValue, validation.MaxValue) = (least, most);
        }
        validation.ErrorStyle = check.Insists ? XLErrorStyle.Stop : XLErrorStyle.Warning;
        (validation.ShowErrorMessage, validation.ErrorTitle, validation.ErrorMessage) = (true, check.Error.Title, check.Error.Words);
    }

    public static void Say(IXLCell target, Saying hint)
    {
        var validation = target.SetDataValidation();
        (validation.ShowInputMessage, validation.InputTitle, validation.InputMessage) = (true, hint.Title, hint.Words);
        (validation.IgnoreBlanks, validation.ShowErrorMessage) = (true, false);
    }

    public static string InPlace(string formula, IXLCell target) => Offset().Replace(formula, match =>
        target.Worksheet.Cell(target.Address.RowNumber, target.Address.ColumnNumber + int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Address.ToString()!);

    [GeneratedRegex(@"\{(-?\d+)\}")]
    private static partial Regex Offset();
}

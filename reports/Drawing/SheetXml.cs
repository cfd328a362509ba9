using System.Xml.Linq;

namespace Reporting.Reports.Drawing;

/// <summary>Where an element may stand in a sheet's part: the schema fixes the order.</summary>
static class SheetXml
{
    static readonly string[] Order =
    [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
        "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
        "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
        "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    ];

    public static void Insert(XElement sheet, XElement added)
    {
        var place = Array.IndexOf(Order, added.Name.LocalName);
        if (sheet.Elements().FirstOrDefault(each => Array.IndexOf(Order, each.Name.LocalName) > place) is { } next) next.AddBeforeSelf(added);
        else sheet.Add(added);
    }

    /// <summary>The sheet's list of extensions, made where there is none.</summary>
    public static XElement Extensions(XElement sheet)
    {
        if (sheet.Element(Package.Main + "extLst") is { } list) return list;
        Insert(sheet, new XElement(Package.Main + "extLst"));
        return sheet.Element(Package.Main + "extLst")!;
    }
}

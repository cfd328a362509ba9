using ClosedXML.Excel;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Drawing;

/// <summary>
/// Draws a declared workbook in the house style: A4, one page wide, Chinese fonts, figures right-aligned off the border. Only this
/// folder knows the workbook library; what the library cannot say (charts, sparklines, bars, named tables) is added to the file it saved.
/// </summary>
static class WorkbookWriter
{
    public static byte[] Write(WorkbookLayout layout)
    {
        layout = layout.OnPaper();
        using var book = new XLWorkbook();
        var placed = layout.Sheets.Select(sheet => SheetDrawing.Draw(book.AddWorksheet(sheet.Name), sheet, layout)).ToList();
        if (layout.DataTitle is { } title)
        {
            layout = layout with { Sheets = [.. layout.Sheets, DataSheet.Of(title, placed, layout.Sources is not null), .. layout.Sources is { } sources ? [sources] : Array.Empty<SheetLayout>()] };
            placed.AddRange(layout.Sheets.Skip(placed.Count).Select(sheet => SheetDrawing.Draw(book.AddWorksheet(sheet.Name), sheet, layout)));
        }
        foreach (var hidden in layout.Hidden) Hide(book.AddWorksheet(hidden.Name), hidden);
        if (layout.HasContents) ContentsDrawing.Draw(book, layout);
        book.Worksheet(1).SetTabActive().SetTabSelected();
        using var stream = new MemoryStream();
        book.SaveAs(stream, new SaveOptions { EvaluateFormulasBeforeSaving = true }); // who reads kept values finds them
        return Completed(new(stream.ToArray()), layout, placed);
    }

    static byte[] Completed(Package package, WorkbookLayout layout, IReadOnlyList<Placements> placed)
    {
        foreach (var sheet in placed)
        {
            BarParts.Add(package, sheet);
            ChartParts.Add(package, sheet);
            SparklineParts.Add(package, sheet);
            FlatParts.Add(package, sheet);
        }
        if (layout.Print.IsAnnex) BlackInk.Make(package);
        CanonicalWorkbook.Make(package, PlainText.Of(layout.Title), PlainText.Of(layout.Creator), layout.Time, House.TableFont, House.TableSize);
        return package.ToArray();
    }

    static void Hide(IXLWorksheet target, HiddenSheet sheet)
    {
        foreach (var (row, words) in sheet.Rows.Index())
            foreach (var (column, text) in words.Index()) CellDrawing.Put(target.Cell(row + 1, column + 1), text);
        target.Visibility = XLWorksheetVisibility.VeryHidden;
    }
}

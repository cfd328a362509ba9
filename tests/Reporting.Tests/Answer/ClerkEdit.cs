using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Reporting.Etl.Intake;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Reporting.Tests.Answers;

/// <summary>What a clerk does to a workbook in a program: types into cells, hides a row, puts one in, takes a sheet out, saves it elsewhere.</summary>
static class ClerkEdit
{
    /// <param name="typed">Addresses with a number, a text, or null for nothing; the look of a cell stays.</param>
    public static byte[] Type(byte[] book, string sheet, params ReadOnlySpan<(string Address, object? Value)> typed)
    {
        var cells = typed.ToArray();
        return Changed(book, sheet, part => { foreach (var (address, value) in cells) Fill(CellAt(part, address), value); });
    }

    /// <summary>A formula whose result was never saved.</summary>
    public static byte[] Compute(byte[] book, string sheet, string address, string formula) => Changed(book, sheet, part =>
    {
        var cell = CellAt(part, address);
        Fill(cell, null);
        cell.CellFormula = new CellFormula(formula);
    });

    public static byte[] Hide(byte[] book, string sheet, int row, bool hidden) => Changed(book, sheet, part => RowAt(part, row).Hidden = hidden);

    public static byte[] TakeOut(byte[] book, string sheet) => Opened(book, document =>
    {
        var entry = document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(each => each.Name == sheet);
        document.WorkbookPart.DeletePart(entry.Id!.Value!);
        entry.Remove();
        document.WorkbookPart.Workbook.Save();
    });

    /// <summary>Every part written anew by another library, with a row put in above <paramref name="row"/> where one is named.</summary>
    public static byte[] SavedElsewhere(byte[] book, string? sheet = null, int row = 0)
    {
        using var workbook = new XLWorkbook(new MemoryStream(book));
        if (sheet is not null) workbook.Worksheet(sheet).Row(row).InsertRowsAbove(1);
        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        return saved.ToArray();
    }

    public static T Looked<T>(byte[] book, string sheet, Func<SpreadsheetDocument, WorksheetPart, T> look)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(book), false);
        return look(document, PartOf(document, sheet));
    }

    static byte[] Changed(byte[] book, string sheet, Action<Worksheet> change) => Opened(book, document =>
    {
        var part = PartOf(document, sheet);
        change(part.Worksheet);
        part.Worksheet.Save();
    });

    static byte[] Opened(byte[] book, Action<SpreadsheetDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var document = SpreadsheetDocument.Open(stream, true)) change(document);
        return stream.ToArray();
    }

    static WorksheetPart PartOf(SpreadsheetDocument document, string sheet) => (WorksheetPart)document.WorkbookPart!
        .GetPartById(document.WorkbookPart.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(each => each.Name == sheet).Id!.Value!);

    static void Fill(Cell cell, object? value)
    {
        cell.RemoveAllChildren();
        cell.DataType = null;
        if (value is string words)
        {
            cell.DataType = CellValues.InlineString;
            cell.AppendChild(new InlineString(new Text(words) { Space = SpaceProcessingModeValues.Preserve }));
        }
        else if (value is decimal number) cell.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
    }

    static Cell CellAt(Worksheet sheet, string address)
    {
        Assert.True(CellAddress.TryRead(address, out var number, out var column));
        var row = RowAt(sheet, number);
        if (row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference == address) is { } known) return known;
        var made = new Cell { CellReference = address };
        row.InsertBefore(made, row.Elements<Cell>().FirstOrDefault(cell => CellAddress.TryRead(cell.CellReference!.Value!, out _, out var at) && at > column));
        row.Spans = null;
        return made;
    }

    static Row RowAt(Worksheet sheet, int number)
    {
        var data = sheet.GetFirstChild<SheetData>()!;
        if (data.Elements<Row>().FirstOrDefault(row => row.RowIndex! == number) is { } known) return known;
        return data.InsertBefore(new Row { RowIndex = (uint)number }, data.Elements<Row>().FirstOrDefault(row => row.RowIndex! > number))!;
    }
}

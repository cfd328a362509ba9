using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Reporting.Tests.Reports;

/// <summary>A workbook as text, one filled cell a line: <c>sheet!cell = value [format]</c>. Read with another library than wrote it.</summary>
sealed class WorkbookText
{
    readonly Dictionary<(string Sheet, string Cell), (string Value, string Format, bool IsNumber, bool QuotePrefix, bool Shrinks, bool HasFormula)> cells = [];

    public WorkbookText(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        var book = document.WorkbookPart!;
        var strings = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => Unescaped(item.InnerText)).ToList() ?? [];
        var formats = Formats(book.WorkbookStylesPart!.Stylesheet);
        foreach (var sheet in book.Workbook.Sheets!.Elements<Sheet>())
        {
            Sheets.Add(sheet.Name!.Value!);
            foreach (var cell in ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Cell>().Where(cell => cell.CellValue is not null || cell.CellFormula is not null))
            {
                var shared = cell.DataType?.Value == CellValues.SharedString;
                var value = shared ? strings[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)] : cell.CellValue?.Text ?? "";
                var (format, quoted, shrinks) = formats[(int)(cell.StyleIndex?.Value ?? 0)];
                cells[(sheet.Name!.Value!, cell.CellReference!.Value!)] = (value, format, cell.DataType is null || cell.DataType.Value == CellValues.Number, quoted, shrinks, cell.CellFormula is not null);
            }
        }
    }

    public List<string> Sheets { get; } = [];

    public string this[string sheet, string cell] => cells[(sheet, cell)].Value;

    public bool IsNumber(string sheet, string cell) => cells[(sheet, cell)].IsNumber;
    public bool QuotePrefix(string sheet, string cell) => cells[(sheet, cell)].QuotePrefix;
    public bool Shrinks(string sheet, string cell) => cells[(sheet, cell)].Shrinks;
    public bool HasFormula => cells.Values.Any(cell => cell.HasFormula);

    /// <summary>Address of the only cell of a sheet with this text.</summary>
    public string Find(string sheet, string text) => cells.Where(cell => cell.Key.Sheet == sheet && cell.Value.Value == text).Select(cell => cell.Key.Cell).Single();

    public IEnumerable<string> FindAll(string sheet, string text) => cells.Where(cell => cell.Key.Sheet == sheet && cell.Value.Value == text).Select(cell => cell.Key.Cell);

    public IEnumerable<string> FindEnding(string sheet, string text) => cells.Where(cell => cell.Key.Sheet == sheet && cell.Value.Value.EndsWith(text, StringComparison.Ordinal)).Select(cell => cell.Key.Cell);

    /// <summary>The value where the row of one text meets the column of another.</summary>
    public string At(string sheet, string rowText, string columnText) => cells[(sheet, AddressOf(sheet, rowText, columnText))].Value;

    public string AddressOf(string sheet, string rowText, string columnText) =>
        new string([.. Find(sheet, columnText).TakeWhile(char.IsLetter)]) + new string([.. Find(sheet, rowText).SkipWhile(char.IsLetter)]);

    public override string ToString() => string.Concat(cells.Select(cell =>
        $"{cell.Key.Sheet}!{cell.Key.Cell} = {cell.Value.Value.Replace("\n", "⏎", StringComparison.Ordinal)}{(cell.Value.IsNumber ? $" [{cell.Value.Format}]" : "")}\n"));

    /// <summary>_x005F_ is how Excel spells an underscore that would otherwise begin such an escape.</summary>
    static string Unescaped(string text) =>
        Regex.Replace(text, "_x([0-9A-Fa-f]{4})_", escape => ((char)int.Parse(escape.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    static List<(string Format, bool Quoted, bool Shrinks)> Formats(Stylesheet styles)
    {
        var own = styles.NumberingFormats?.Elements<NumberingFormat>().ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode!.Value!) ?? [];
        return [.. styles.CellFormats!.Elements<CellFormat>().Select(cell => (BuiltIn(cell.NumberFormatId?.Value ?? 0, own), cell.QuotePrefix?.Value ?? false,
            cell.Alignment?.ShrinkToFit?.Value ?? false))];
    }

    static string BuiltIn(uint id, Dictionary<uint, string> own) => id switch
    {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        _ => own.GetValueOrDefault(id, $"#{id}"),
    };
}

using System.Globalization;
using ClosedXML.Excel;

namespace Reporting.Tests.Walks;

/// <summary>The employment sheet that a township sent for June 2023, with other figures in some cells: what a clerk does to mend or to spoil one.</summary>
static class JuneSheet
{
    public static byte[] Of(WalkedOffice office, string unit, params (string Line, decimal Value)[] changes)
    {
        using var workbook = Open(Sent(office, unit)!);
        var sheet = workbook.Worksheets.First(sheet => Line(sheet, "新增就业人数") is not null);
        var month = sheet.CellsUsed().First(cell => cell.GetString().Contains("本月", StringComparison.Ordinal)).Address.ColumnNumber;
        foreach (var (line, value) in changes) sheet.Cell(Line(sheet, line)!.Address.RowNumber, month).SetValue(value);
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    /// <summary>Null where the township sends it in another format or in words of its own.</summary>
    public static string? Sent(WalkedOffice office, string unit) => Directory.GetFiles(Path.Combine(office.Program.Data.Inbox, unit, "已收"), "*.xlsx")
        .Where(path => path.Contains("-202307", StringComparison.Ordinal)).FirstOrDefault(path => Open(path).Worksheets.Any(sheet => Line(sheet, "新增就业人数") is not null && Line(sheet, "期末城乡登记失业人数") is not null && Line(sheet, "本月") is not null));

    /// <summary>What a cell of the month holds there.</summary>
    public static decimal Value(WalkedOffice office, string unit, string line)
    {
        using var workbook = new XLWorkbook(new MemoryStream(Of(office, unit)));
        var sheet = workbook.Worksheets.First(sheet => Line(sheet, "新增就业人数") is not null);
        var month = sheet.CellsUsed().First(cell => cell.GetString().Contains("本月", StringComparison.Ordinal)).Address.ColumnNumber;
        return decimal.Parse(sheet.Cell(Line(sheet, line)!.Address.RowNumber, month).GetString(), CultureInfo.InvariantCulture);
    }

    static XLWorkbook Open(string path) => new(new MemoryStream(File.ReadAllBytes(path)));

    static IXLCell? Line(IXLWorksheet sheet, string words) => sheet.CellsUsed().FirstOrDefault(cell => cell.GetString().Contains(words, StringComparison.Ordinal));
}

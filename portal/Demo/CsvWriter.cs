using System.Globalization;
using System.Text;

namespace Reporting.Portal.Demo;

/// <summary>A sheet saved as CSV the way a spreadsheet program does it: every row as wide as the widest, numbers as they are shown.</summary>
static class CsvWriter
{
    public static byte[] Write(DemoGrid grid, Encoding encoding, bool withMark)
    {
        var cells = grid.Cells.ToDictionary(cell => (cell.Row, cell.Column));
        var (rows, columns) = (cells.Keys.Max(place => place.Row), cells.Keys.Max(place => place.Column));
        var text = new StringBuilder(withMark ? "\uFEFF" : "");
        for (var row = 1; row <= rows; row++)
            text.AppendJoin(',', Enumerable.Range(1, columns).Select(column => Field(cells.GetValueOrDefault((row, column))))).Append("\r\n");
        return encoding.GetBytes(text.ToString());
    }

    static string Field(GridCell cell)
    {
        var text = cell.Number is { } number ? Shown(number, cell.Look) : cell.Text ?? "";
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    static string Shown(decimal number, Look look) => number.ToString(
        look switch { Look.count_grouped => "#,##0", Look.count_ten_thousand => "0.0000", _ => "0.##########" }, CultureInfo.InvariantCulture);
}

using System.Globalization;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Drawing;

/// <summary>Where everything of a sheet came to stand; what is added to the file after the workbook library has saved it, goes by this.</summary>
/// <param name="print">Its fonts and sizes.</param>
sealed class Placements(SheetLayout sheet, PrintProfile print)
{
    readonly Dictionary<Table, (int Top, int[] First)> tables = new(ReferenceEqualityComparer.Instance);

    public SheetLayout Sheet { get; } = sheet;
    public PrintProfile Print { get; } = print;
    public List<PlacedChart> Charts { get; } = [];
    public List<(string From, string To, string At)> Sparklines { get; } = [];
    public List<(string From, string To)> Bars { get; } = [];

    /// <summary>Row of the heads of <see cref="SheetLayout.Flat"/>; 0 without one.</summary>
    public int FlatHead { get; set; }

    public IEnumerable<Table> Tables => tables.Keys;

    /// <param name="first">Grid column of each column of the table, from 1.</param>
    public void Placed(Table table, int top, int[] first) => tables[table] = (top, first);

    /// <summary>As <c>B7</c>; row −1 is the head.</summary>
    public string Address(Table table, int row, int column)
    {
        var (top, first) = tables[table];
        return Letters(first[column]) + Row(table, top, row).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>As <c>'分月情况'!$C$7:$N$7</c>.</summary>
    public string Formula(CellBlock block)
    {
        var (top, first) = tables[block.Table];
        var from = string.Create(CultureInfo.InvariantCulture, $"${Letters(first[block.FirstColumn])}${Row(block.Table, top, block.FirstRow)}");
        var to = string.Create(CultureInfo.InvariantCulture, $"${Letters(first[block.LastColumn])}${Row(block.Table, top, block.LastRow)}");
        return InSheet(from == to ? from : $"{from}:{to}");
    }

    public string InSheet(string address) => $"'{Sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!{address}";

    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    static int Row(Table table, int top, int row) => row < 0 ? top : top + row + 1 + (table.ColumnNumbers is null ? 0 : 1);
}

/// <param name="FromRow">First row it covers, from 0; it ends before row <paramref name="ToRow"/>.</param>
/// <param name="Left">In widths of a digit from the left edge of the sheet.</param>
sealed record PlacedChart(Chart Chart, int FromRow, int ToRow, double Left, double Right);

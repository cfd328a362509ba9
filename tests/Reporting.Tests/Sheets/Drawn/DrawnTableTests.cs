using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Reporting.Etl.Intake;
using Reporting.Etl.Sheets;
using Reporting.Tests.Intake;
using Reporting.Warehouse;

namespace Reporting.Tests.Sheets.Drawn;

/// <summary>Any table, written in any layout of the families, is read back equal.</summary>
public class DrawnTableTests
{
    // To replay a failure, put the seed it prints here.
    static readonly (ulong Seed, ulong Gamma) Start = (20220405, 11);

    [Fact]
    public void A_table_written_in_any_layout_is_read_back_equal()
    {
        var property = Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 999_999), 400), Plainer), (Action<int[]>)IsReadBack);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(Start.Seed, Start.Gamma), property);
    }

    /// <summary>The same choices with some of them made plain, first many at once.</summary>
    static IEnumerable<int[]> Plainer(int[] cards) =>
        from width in new[] { 100, 25, 5, 1 }
        from start in Enumerable.Range(0, cards.Length / width).Select(index => index * width)
        where cards.AsSpan(start, width).ContainsAnyExcept(0)
        select cards.Select((card, index) => index >= start && index < start + width ? 0 : card).ToArray();

    static void IsReadBack(int[] cards)
    {
        var deck = new Deck(cards);
        var (expected, cells, merges, below) = (new List<string>(), new List<Cell>(), new List<CellRange>(), 0);
        Period? period = null;
        for (var (rest, asBook) = (deck.Once(5) ? 2 : 1, deck.Once(5)); rest > 0; rest--)
        {
            var (layout, table) = (DrawnLayout.From(deck), DrawnTable.From(deck));
            var drawn = new DrawnSheet(table, layout, below);
            // What a further table does not say it shares with the one above it.
            expected.Add(Expected(table, layout, drawn, period = table.Period ?? period));
            cells.AddRange(drawn.Cells);
            merges.AddRange(drawn.Merges);
            below = drawn.LastRow + 1;
            if (rest == 1) IsReadBack(new("Sheet1", false, cells, merges), asBook, string.Join('\n', expected));
        }
    }

    static void IsReadBack(Sheet sheet, bool asBook, string expected)
    {
        var read = TableFinder.Find(asBook ? Book.Read(DrawnSheet.Workbook(sheet)).Sheets.Single() : sheet);
        var actual = string.Join('\n', read.Select(Text));
        Assert.True(expected == actual, $"{Picture(sheet)}\n--- expected\n{expected}\n--- read\n{actual}\n");
    }

    static string Expected(DrawnTable table, DrawnLayout layout, DrawnSheet drawn, Period? period) => string.Join('\n',
    [
        $"unit={table.Unit ?? "-"} period={period?.ToString() ?? "-"} axis={Axis(table)} header={drawn.HeaderFirstRow}-{drawn.HeaderLastRow} data={drawn.DataRows[0]}-{drawn.DataRows[^1]} label={drawn.LabelColumn}",
        .. table.Columns.Select((column, index) => $"{drawn.FirstValueColumn + index}: {string.Join('>', column.Path)} [{column.Unit ?? "-"}] {column.Period?.ToString() ?? "-"}"),
        .. table.Rows.Select((row, index) =>
            $"{drawn.DataRows[index]} {row.Level} {(layout.Indent == 2 && row.Level > 0 ? "其中：" : "")}{row.Label} {row.Kind} {row.Unit ?? "-"} {row.Period?.ToString() ?? "-"}: {string.Join('|', row.Values.Select(value => Value(value.Value, value.State)))}"),
    ]);

    static string Text(UnderstoodTable table) => string.Join('\n',
    [
        $"unit={table.UnitWords ?? "-"} period={table.Period?.ToString() ?? "-"} axis={table.PeriodAxis} header={table.HeaderFirstRow}-{table.HeaderLastRow} data={table.FirstDataRow}-{table.LastDataRow} label={table.RowLabelColumn}",
        .. table.Columns.Select(column => $"{column.Column}: {string.Join('>', column.Path)} [{column.UnitWords ?? "-"}] {column.Period?.ToString() ?? "-"}"),
        .. table.Rows.Select(row => $"{row.Row} {row.Level} {row.Label} {row.Kind} {row.UnitWords ?? "-"} {row.Period?.ToString() ?? "-"}: {string.Join('|', row.Values.Values.Select(value => value.Unreadable ? "?" + value.Text : Value(value.Value, value.State)))}"),
    ]);

    static PeriodAxis Axis(DrawnTable table) => table.Columns.Any(column => column.Period is not null) ? PeriodAxis.column
        : table.Rows.Any(row => row.Period is not null) ? PeriodAxis.row : PeriodAxis.none;

    static string Value(decimal? value, ValueState state) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? state.ToString();

    static string Picture(Sheet sheet) => string.Join('\n', sheet.Cells.GroupBy(cell => cell.Row).Select(row => $"{row.Key}: {string.Join(" | ", row.Select(cell => $"{Address.Letters(cell.Column)}={cell.Text}"))}"))
        + "\nmerges " + string.Join(' ', sheet.Merges);
}

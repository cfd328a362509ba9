using Reporting.Etl.Sheets;
using Reporting.Warehouse;

namespace Reporting.Etl.Matching;

/// <summary>Whether two rows or two columns that name one thing also say one thing.</summary>
static class Repeats
{
    public static bool Rows(UnderstoodTable table, int one, int other)
    {
        var (first, second) = (table.Rows.FirstOrDefault(row => row.Row == one), table.Rows.FirstOrDefault(row => row.Row == other));
        return first is not null && second is not null
            && table.Columns.All(column => Same(first.Values.GetValueOrDefault(column.Column), second.Values.GetValueOrDefault(column.Column)));
    }

    public static bool Columns(UnderstoodTable table, int one, int other) =>
        table.Rows.All(row => Same(row.Values.GetValueOrDefault(one), row.Values.GetValueOrDefault(other)));

    static bool Same(CellValue? one, CellValue? other) => Said(one) == Said(other);

    static (decimal?, ValueState, Bound, string?, string?) Said(CellValue? value) => value is null ? (null, ValueState.blank, Bound.exact, null, null)
        : (value.Value, value.State, value.Bound, value.UnitWords, value.Unreadable ? value.Text : null);
}

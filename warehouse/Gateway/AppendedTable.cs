using DuckDB.NET.Data;

namespace Reporting.Warehouse.Gateway;

/// <summary>
/// How a record becomes a row of one table. The engine's appender does not check widths: a number of another width than the column's
/// corrupts silently. So values pass only through <see cref="AppendedRow"/>, whose methods are the column types of our schema, and a
/// test compares every table here with the schema, column by column.
/// </summary>
sealed record AppendedTable<T>(string Name, Action<T, AppendedRow> Fill);

/// <summary>One row being appended; one call per column, in the order of the table.</summary>
readonly struct AppendedRow(IDuckDBAppenderRow row)
{
    public AppendedRow Text(string? value) { _ = value is null ? row.AppendNullValue() : row.AppendValue(value); return this; }
    public AppendedRow Code<TCode>(TCode value) where TCode : struct, Enum { row.AppendValue(value.ToString()); return this; }
    public AppendedRow Code<TCode>(TCode? value) where TCode : struct, Enum { _ = value is null ? row.AppendNullValue() : row.AppendValue(value.Value.ToString()); return this; }
    public AppendedRow Integer(int? value) { _ = value is null ? row.AppendNullValue() : row.AppendValue(value.Value); return this; }
    public AppendedRow Long(long? value) { _ = value is null ? row.AppendNullValue() : row.AppendValue(value.Value); return this; }
    // The engine cuts surplus decimals; whoever computed the value rounds it, half-up, before it comes here.
    public AppendedRow Decimal(decimal? value, int scale = 4) => value is null || Figures.Round(value.Value, scale) == value
        ? Exact(value)
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"more than {scale} decimals");

    AppendedRow Exact(decimal? value) { _ = value is null ? row.AppendNullValue() : row.AppendValue(value.Value); return this; }
    public AppendedRow Boolean(bool value) { row.AppendValue(value); return this; }
    public AppendedRow Date(DateOnly? value) { _ = value is null ? row.AppendNullValue() : row.AppendValue(value.Value); return this; }
    public AppendedRow Time(DateTime? value) { _ = value is null ? row.AppendNullValue() : row.AppendValue(value.Value); return this; }
}

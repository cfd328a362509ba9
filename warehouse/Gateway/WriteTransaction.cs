using Dapper;
using DuckDB.NET.Data;

namespace Reporting.Warehouse.Gateway;

/// <summary>What the one writer may do inside its transaction. It sees its own rows.</summary>
public sealed class WriteTransaction
{
    readonly DuckDBConnection connection;

    internal WriteTransaction(DuckDBConnection connection) => this.connection = connection;

    public int Execute(string sql, object? parameters = null) => connection.Execute(SqlFile.Text(sql), parameters);

    public IReadOnlyList<T> Read<T>(string sql, object? parameters = null) =>
        connection.Query<T>(SqlFile.Text(sql), parameters).AsList();

    public T One<T>(string sql, object? parameters = null) => connection.QuerySingle<T>(SqlFile.Text(sql), parameters);

    /// <summary>Rows of a check as words, for the message that refuses the load.</summary>
    internal IReadOnlyList<string> Violations(string sql, object parameters) => InWords(connection.Query(SqlFile.Text(sql), parameters));

    internal static IReadOnlyList<string> InWords(IEnumerable<dynamic> rows) =>
        [.. rows.Select(row => string.Join(", ", ((IDictionary<string, object>)row).Select(field => FormattableString.Invariant($"{field.Key}={field.Value}"))))];

    /// <summary>Appends rows to a table of the schema; every value is cast to the column's exact type, in the column's order.</summary>
    internal void Append<T>(AppendedTable<T> table, IEnumerable<T> rows)
    {
        using var appender = connection.CreateAppender(table.Name);
        foreach (var row in rows)
        {
            var line = appender.CreateRow();
            table.Fill(row, new AppendedRow(line));
            line.EndRow();
        }
    }
}

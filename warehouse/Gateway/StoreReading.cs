using Dapper;
using DuckDB.NET.Data;

namespace Reporting.Warehouse.Gateway;

/// <summary>Reads a store to its end: every block that holds a row passes the engine's own checksum on the way.</summary>
static class StoreReading
{
    public static IReadOnlyList<string> Tables(DuckDBConnection connection) => connection.Query<string>(SqlFile.Text("Gateway/copied_tables.sql")).AsList();

    /// <summary>The first table that cannot be read, with the engine's words: after a damaged block it reads no other. None where all can.</summary>
    public static IReadOnlyList<string> Unreadable(DuckDBConnection connection)
    {
        foreach (var table in Tables(connection))
        {
            try { connection.Execute(SqlFile.Text("Gateway/read_table.sql").Replace("{table}", table, StringComparison.Ordinal)); }
            catch (DuckDBException damaged) { return [$"{table}: {damaged.Message.Split('\n')[0]}"]; }
        }
        return [];
    }
}

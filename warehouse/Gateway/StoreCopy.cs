using Dapper;
using DuckDB.NET.Data;

namespace Reporting.Warehouse.Gateway;

/// <summary>
/// Copies a store that is in use, by the engine itself: one reading transaction sees what was committed when it began, however long it then
/// copies and whatever is loaded meanwhile. The file is never opened beside the engine: closing it would drop the engine's lock on it.
/// </summary>
static class StoreCopy
{
    /// <param name="file">A store with the same schema and nothing else in it, open nowhere.</param>
    /// <param name="begin">Runs what it is given while no writer is at work; it fixes what is copied.</param>
    public static void Write(DuckDBConnection connection, string file, Action<Action> begin, CancellationToken stop)
    {
        Run("Gateway/attach_copy.sql", "{file}", file.Replace("'", "''", StringComparison.Ordinal));
        try
        {
            using (var transaction = connection.BeginTransaction())
            {
                List<string> tables = [];
                begin(() => tables = connection.Query<string>(SqlFile.Text("Gateway/copied_tables.sql")).AsList());
                foreach (var table in tables)
                {
                    stop.ThrowIfCancellationRequested();
                    Run("Gateway/copy_table.sql", "{table}", table);
                }
                transaction.Commit();
            }
        }
        finally { connection.Execute(SqlFile.Text("Gateway/detach_copy.sql")); }

        void Run(string sql, string name, string value) => connection.Execute(SqlFile.Text(sql).Replace(name, value, StringComparison.Ordinal));
    }
}

using DuckDB.NET.Data;
using Reporting.Warehouse.Gateway;

namespace Reporting.Tests.Walls;

/// <summary>A warehouse in memory, laid out by its own scripts, with its connection in hand.</summary>
sealed class FreshStore : IDisposable
{
    public FreshStore()
    {
        Connection.Open();
        foreach (var script in (string[])["Gateway/prepare_engine.sql", "Gateway/limit_memory.sql", "Gateway/schema_script.sql", .. SqlFile.Below("Schema"), .. SqlFile.Below("Marts"), "Gateway/scopes.sql"])
            Run(script, new Dictionary<string, object>());
    }

    public DuckDBConnection Connection { get; } = new("DataSource=:memory:");

    public void Run(string path, IReadOnlyDictionary<string, object> parameters)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = SqlFile.Text(path);
        foreach (var (name, value) in parameters) command.Parameters.Add(new DuckDBParameter(name, value));
        using var reader = command.ExecuteReader();
        do { while (reader.Read()) { } } while (reader.NextResult());
    }

    public void Dispose() => Connection.Dispose();
}

using Dapper;
using Microsoft.Data.Sqlite;
using Reporting.Warehouse;

namespace Reporting.Portal.Operations;

/// <summary>
/// Opens operations.sqlite, and nothing else does: job runs, schedule, notices, audit. Every statement is a file in this folder. A
/// connection is opened per call (they are pooled), so calls from several threads do not meet.
/// </summary>
public sealed partial class OperationsStore : IDisposable
{
    readonly string connectionString;
    readonly TimeProvider time;

    static OperationsStore() => SqlMapper.AddTypeHandler(new UtcText());

    public OperationsStore(DataFolder data, TimeProvider time)
    {
        this.time = time;
        connectionString = new SqliteConnectionStringBuilder { DataSource = data.OperationsFile, ForeignKeys = true, DefaultTimeout = 10 }.ToString();
        ApplySchema();
    }

    /// <summary>Answers one trivial question, so that <c>/healthz</c> knows the store is there.</summary>
    public void Ping()
    {
        using var connection = Open();
        connection.Query<string>(OperationsSql.Of("AppliedScripts.sql"));
    }

    void ApplySchema()
    {
        using var connection = Open();
        connection.Execute(OperationsSql.Of("ScriptList.sql"));
        foreach (var script in OperationsSql.Schema)
        {
            // The list is read inside the write transaction: of two processes that start at once, one applies a script.
            using var transaction = connection.BeginTransaction(deferred: false);
            if (connection.Query<string>(OperationsSql.Of("AppliedScripts.sql"), transaction: transaction).Contains(script)) continue;
            connection.Execute(OperationsSql.Of(script), transaction: transaction);
            connection.Execute(OperationsSql.Of("NoteScript.sql"), new { name = script, at = time.GetUtcNow() }, transaction);
            transaction.Commit();
        }
    }

    SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute(OperationsSql.Of("OpenStore.sql"));
            return connection;
        }
        catch { connection.Dispose(); throw; }
    }

    void Execute(string statement, object parameters)
    {
        using var connection = Open();
        connection.Execute(OperationsSql.Of(statement), parameters);
    }

    List<T> Query<T>(string statement, object? parameters = null)
    {
        using var connection = Open();
        return connection.Query<T>(OperationsSql.Of(statement), parameters).AsList();
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        Delivering.Dispose();
    }
}

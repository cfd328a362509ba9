using System.Globalization;
using DuckDB.NET.Data;

namespace Reporting.Tests.Standins;

/// <summary>A database of its own in memory, opened as the product opens one: no network, no borrowed extensions.</summary>
static class Memory
{
    public const string Options = "autoinstall_known_extensions=false;autoload_known_extensions=false";

    public static DuckDBConnection Open() => Open(":memory:");

    public static DuckDBConnection Open(string file)
    {
        var connection = new DuckDBConnection($"DataSource={file};{Options}");
        connection.Open();
        return connection;
    }

    public static int Run(this DuckDBConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    public static object? Ask(this DuckDBConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteScalar();
    }

    public static long Count(this DuckDBConnection connection, string sql) =>
        Convert.ToInt64(connection.Ask(sql), CultureInfo.InvariantCulture);

    public static DuckDBCommand Command(this DuckDBConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(name, value ?? DBNull.Value));
        }

        return command;
    }
}

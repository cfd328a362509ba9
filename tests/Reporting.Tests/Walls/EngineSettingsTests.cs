using DuckDB.NET.Data;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Walls;

/// <summary>The same statement means the same on each connection to a store, and what it means on PostgreSQL: it is told to the engine once.</summary>
public class EngineSettingsTests
{
    [Fact]
    public void Who_tells_the_engine_is_answered_by_it_like_all_others()
    {
        using var store = new FreshStore();
        Assert.Equal(Told, Of(store.Connection));
    }

    [Fact]
    public void A_connection_beside_the_writer_s_knows_what_the_engine_was_told()
    {
        using var warehouse = new TestWarehouse();
        using var beside = new DuckDBConnection($"DataSource={warehouse.Data.WarehouseFile};autoinstall_known_extensions=false;autoload_known_extensions=false");
        beside.Open();
        Assert.Equal(Told, Of(beside));
    }

    static readonly string[] Told = ["3", "null", "1", "171.6 MiB"];

    static List<string> Of(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select (7 / 2)::varchar, (select coalesce(last(n::varchar), 'null') from (select n from (values (1), (null)) t(n) order by n)), current_setting('threads')::varchar, current_setting('memory_limit')::varchar";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
    }
}

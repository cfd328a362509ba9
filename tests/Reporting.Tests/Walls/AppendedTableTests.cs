using System.Reflection;
using Reporting.Tests.Reports;
using Reporting.Warehouse;
using Reporting.Warehouse.Gateway;

namespace Reporting.Tests.Walls;

/// <summary>
/// The appender checks neither widths nor order, so each table is appended to with one row of values found nowhere else and read back: the
/// golden text says for each column of the schema which part of the record came back in it.
/// </summary>
public class AppendedTableTests
{
    static IEnumerable<FieldInfo> Tables => new[] { typeof(AppendedTables), typeof(DefinitionTables) }
        .SelectMany(home => home.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(table => table.FieldType.IsGenericType && table.FieldType.GetGenericTypeDefinition() == typeof(AppendedTable<>));

    [Fact]
    public void Each_column_holds_the_part_it_is_named_for() =>
        GoldenText.Check("appended-tables.txt", string.Join('\n', Tables.Select(Described)) + "\n");

    [Fact]
    public void Surplus_decimals_are_refused_not_cut()
    {
        using var store = new FreshStore();
        var cell = (StagedCell)new Distinct().Make(typeof(StagedCell), "") with { Value = 1.00005m };
        Assert.Throws<ArgumentOutOfRangeException>(() => new WriteTransaction(store.Connection).Append(AppendedTables.StagedCell, [cell]));
    }

    static string Described(FieldInfo field)
    {
        using var store = new FreshStore();
        var (table, row, distinct) = (field.GetValue(null)!, field.FieldType.GetGenericArguments()[0], new Distinct());
        var name = (string)field.FieldType.GetProperty("Name")!.GetValue(table)!;
        var rows = Array.CreateInstance(row, 1);
        rows.SetValue(distinct.Make(row, ""), 0);
        typeof(WriteTransaction).GetMethod("Append", BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(row)
            .Invoke(new WriteTransaction(store.Connection), [table, rows]);

        using var command = store.Connection.CreateCommand();
        command.CommandText = $"select * from {name}";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read(), name);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(column => $"  {reader.GetName(column)} {reader.GetDataTypeName(column).ToLowerInvariant()} <- {distinct.PlaceOf(reader.GetValue(column))}");
        return string.Join('\n', columns.Prepend(name));
    }
}

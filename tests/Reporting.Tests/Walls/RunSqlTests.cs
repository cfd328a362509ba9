using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Reporting.Portal.Operations;
using Reporting.Warehouse.Gateway;

namespace Reporting.Tests.Walls;

/// <summary>Every statement runs against a store that its schema scripts have just made: each name in it is a name of the schema.</summary>
public partial class RunSqlTests
{
    // A value of the right type for each parameter that statements speak of.
    static readonly Dictionary<string, object> Values = new()
    {
        ["district"] = "310151", ["year"] = 2022, ["month"] = 3, ["through"] = 12, ["view"] = "then",
        ["from"] = new DateOnly(2022, 1, 1), ["to"] = new DateOnly(2022, 12, 31), ["start"] = new DateOnly(2022, 1, 1), ["today"] = new DateOnly(2022, 2, 9),
        ["load"] = 1L, ["asOf"] = 1L, ["known"] = 1L, ["table"] = 1L, ["submission"] = 1L, ["id"] = 1L, ["order"] = 1L, ["size"] = 1L, ["number"] = 1, ["version"] = 1,
        ["submissions"] = "1,2", ["tables"] = "1,2",
        ["now"] = new DateTime(2022, 2, 9), ["moment"] = new DateTime(2022, 2, 9), ["receivedAt"] = new DateTime(2022, 2, 9),
        ["createdAt"] = new DateTime(2022, 2, 9), ["issuedAt"] = new DateTime(2022, 2, 9), ["score"] = 1m, ["share"] = 1m, ["districtTarget"] = 1m, ["partsSum"] = 1m, ["difference"] = 1m, ["parts"] = 1,
        ["corrects"] = 1L, ["signedFrom"] = 1L, ["earlier"] = 1L, ["later"] = 2L, ["end"] = new DateOnly(2022, 1, 31), ["releaseAt"] = new DateTime(2022, 2, 10), ["uncertified"] = 1, ["firstYear"] = 2021, ["monthsFrom"] = 2021, ["lastYear"] = 2022, ["fromYear"] = 2022, ["toYear"] = 2023, ["value"] = 1m, ["decidedOn"] = new DateOnly(2022, 2, 9), ["onDate"] = new DateOnly(2022, 2, 9), ["deadline"] = new DateOnly(2022, 3, 9), ["openedOn"] = new DateOnly(2022, 2, 9), ["openUntil"] = new DateOnly(2022, 2, 9), ["periodStart"] = new DateOnly(2022, 2, 1), ["older"] = new DateOnly(2018, 1, 1), ["starts"] = "2022-02-01", ["most"] = 10,
    };

    [Fact]
    public void Every_statement_of_the_warehouse_runs()
    {
        using var store = new FreshStore();
        // Some read the temporary tables that others lay out, so what fails is asked again while anything still succeeds.
        var (waiting, failures) = (SqlFiles(), new Dictionary<string, string>());
        for (var before = int.MaxValue; waiting.Count > 0 && waiting.Count < before;)
        {
            (before, failures) = (waiting.Count, []);
            foreach (var file in waiting)
            {
                try { store.Run(file, Parameters(SqlFile.Text(file))); }
                catch (DuckDBException failure) { failures[file] = failure.Message; }
            }
            waiting = [.. failures.Keys];
        }
        Assert.Empty(failures.Select(failure => $"{failure.Key}: {failure.Value}"));
    }

    [Fact]
    public void Every_statement_of_the_operations_store_is_understood()
    {
        using var folder = new Warehouse.TestFolder();
        using var store = new OperationsStore(folder.Data, TimeProvider.System);
        using var connection = (DbConnection)typeof(OperationsStore).GetMethod("Open", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(store, [])!;
        foreach (var name in OperationsSql.Names.Except(OperationsSql.Schema).Where(name => name != "OpenStore.sql"))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "explain " + OperationsSql.Of(name);
            foreach (var parameter in ParameterPattern().Matches(Bare(OperationsSql.Of(name))).Select(match => match.Value).Distinct())
            {
                var nothing = command.CreateParameter();
                (nothing.ParameterName, nothing.Value) = (parameter, DBNull.Value);
                command.Parameters.Add(nothing);
            }
            using var reader = command.ExecuteReader();
            Assert.True(reader.Read(), name);
        }
    }

    static List<string> SqlFiles() => [.. Checkout.Product(".sql").Where(file => file.StartsWith("warehouse/", StringComparison.Ordinal))
        .Select(file => file["warehouse/".Length..])
        .Where(file => !file.StartsWith("Gateway/", StringComparison.Ordinal) && !SqlFile.Below("Schema").Contains(file) && !SqlFile.Below("Marts").Contains(file))];

    static Dictionary<string, object> Parameters(string sql) => ParameterPattern().Matches(Bare(sql)).Select(match => match.Groups[1].Value).Distinct()
        .ToDictionary(name => name, name => Values.GetValueOrDefault(name, "word"));

    static string Bare(string sql) => CommentPattern().Replace(sql, "");

    [GeneratedRegex(@"\$([A-Za-z_]\w*)")]
    private static partial Regex ParameterPattern();

    [GeneratedRegex(@"--[^\n]*")]
    private static partial Regex CommentPattern();
}

using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Reporting.Reports.Bulk;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Bench;

/// <summary>
/// Over a million values out of a warehouse of two districts and many years into each kind of file, each in a process of its own that says
/// how long it took and how much memory it ever had (VmHWM); beside it the reading alone. The facts are written by statements, not through
/// sheets. <c>bench bulk</c>
/// </summary>
static class BulkBench
{
    const string ReadAlone = "read";
    const int Last = 2025, Years = 20;

    public static string Run()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Definitions.Enter(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null), new(Last + 1, 2, 1), TestWarehouse.At(new(Last + 1, 2, 1)));
        Fill(warehouse);
        _ = warehouse.Closed();
        return string.Join('\n', ((string[])[ReadAlone, .. Enum.GetNames<BulkFormat>()]).Select(way => $"{way,-8} {Alone(warehouse.Data, way)}"));
    }

    /// <summary>One way, in this process and nothing else.</summary>
    public static string One(DataFolder data, string way)
    {
        using var open = OpenWarehouse.Open(data);
        var load = open.Marts.LastLoad()!;
        var spans = open.Definitions.Current.Districts.Select(district => new CountedSpan(district.Code, null, null, DateOnly.MinValue, new(9999, 12, 31), load.LoadId)).ToList();
        var path = Path.Combine(data.Root, way);
        var taken = Stopwatch.StartNew();
        var rows = way == ReadAlone ? CountedValues.Of(open.Marts, spans).LongCount() : CountedValueFile.Write(open.Marts, spans, load, Enum.Parse<BulkFormat>(way), path, CancellationToken.None);
        var seconds = taken.Elapsed.TotalSeconds;
        var most = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        return $"{rows,12:#,##0} rows {Rounds.Text(seconds),8} s {(File.Exists(path) ? new FileInfo(path).Length : 0),14:#,##0} bytes, most memory {long.Parse(most, CultureInfo.InvariantCulture) / 1024} MB";
    }

    static string Alone(DataFolder data, string way)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(BulkBench).Assembly.Location, "bench", $"bulk-{way}", "--data", data.Root]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said.Trim();
    }

    static void Fill(TestWarehouse warehouse)
    {
        using var connection = new DuckDBConnection($"DataSource={warehouse.Data.WarehouseFile};autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        foreach (var statement in (string[])
        [
            $"insert into load select {warehouse.LastLoad + 1}, (select max(committed_at) from load) + to_seconds(1), 'bench'",
            "insert into fact_observation select district, org_unit, org_unit, element, 'month', make_date(year, month, 1), last_day(make_date(year, month, 1)), basis, 'total', 'authoritative', 100 + hash(org_unit || element) % 50 + month, 'exact', 'reported', version, null, 'C12', "
                + $"{warehouse.LastLoad + 1} from (select * from dim_org_unit where kind in ('township', 'park') and known_to_load is null) units cross join (select element, version from dim_element where known_to_load is null) elements "
                + $"cross join (values ('in_period'), ('year_to_date')) as bases (basis) cross join range({Last - Years + 1}, {Last + 1}) as years (year) cross join range(1, 13) as months (month)",
        ])
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}

using System.Diagnostics;
using Reporting.Etl.Arrivals;
using Reporting.Etl.Jobs;
using Reporting.Portal.Demo;
using Reporting.Tests.Arrivals;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Bench;

/// <summary>
/// From a file that lies whole at its source to its answer, one file and one pull at a time on the demo's warehouse, over each way in; then
/// one from every unit in one pull. Without the standing still (5 s) and the wait for the minute. <c>bench arrival --data DIR</c>, where DIR
/// holds a demo.
/// </summary>
static class ArrivalBench
{
    public static string Run(DataFolder demo, int count)
    {
        var scratch = Directory.CreateTempSubdirectory("reporting-arrival-").FullName;
        try
        {
            VerdictBench.Copy(demo.Root, Path.Combine(scratch, "data"));
            using var warehouse = OpenWarehouse.Open(new(Path.Combine(scratch, "data")));
            return Run(warehouse, Directory.CreateDirectory(Path.Combine(scratch, "drop")).FullName, count).Result;
        }
        finally { Directory.Delete(scratch, recursive: true); }
    }

    static async Task<string> Run(OpenWarehouse warehouse, string folder, int count)
    {
        var catalog = warehouse.Definitions.Current;
        var sheets = new Queue<DemoEvent>(DemoPlan.Make(catalog, [.. catalog.Districts.Select(district => district.Code)], 2022).Events
            .Where(each => each.PlantedCode is not null && each.Kind != DemoEventKind.withdrawal && each.FileName.EndsWith(".xlsx", StringComparison.Ordinal)));
        var served = new Dictionary<string, byte[]>();
        using var server = new CrookedServer((path, to, cancel) => to.WriteAsync(path == "/" ? CrookedServer.Listing([.. served.Keys]) : Whole(served[path[1..]]), cancel).AsTask());
        var now = DemoClock.At(DemoPlan.Last.Next(2).Start, 9);
        var lines = new List<string>();
        foreach (var way in (string[])["inbox", "folder", "listing"])
        {
            var times = new List<double>();
            for (var number = 0; number < count && sheets.TryDequeue(out var sheet); number++)
            {
                var (bytes, name) = (sheet.Bytes, $"{number}.xlsx");
                var clock = Stopwatch.StartNew();
                Source[] sources = way switch
                {
                    "folder" => [new FolderSource("drop", sheet.OrgUnit, folder, Answers: true)],
                    "listing" => [new ListingSource("web", sheet.OrgUnit, server.Url, null)],
                    _ => [],
                };
                if (way == "listing") served = new() { [name] = bytes };
                else Put(way == "folder" ? folder : Path.Combine(warehouse.Data.Inbox, sheet.OrgUnit), name, bytes);
                var pulled = await PullSubmissions.Run(warehouse, new DemoClock(now = now.AddMinutes(1)), _ => Task.CompletedTask, _ => { }, orders: new(sources, new(), TimeSpan.FromMinutes(30)));
                if (pulled.Taken == 1) times.Add(clock.Elapsed.TotalMilliseconds);
            }
            List<double> ordered = [.. times.Order()];
            lines.Add($"{way}: {ordered.Count} files one by one: median {Rounds.Text(ordered[ordered.Count / 2])} ms, first {Rounds.Text(times[0])} ms, slowest {Rounds.Text(ordered[^1])} ms");
        }
        return string.Join('\n', lines.Append(await Together(warehouse, [.. sheets.DistinctBy(sheet => sheet.OrgUnit)], now.AddMinutes(1))));
    }

    static async Task<string> Together(OpenWarehouse warehouse, List<DemoEvent> sheets, DateTime now)
    {
        List<(string Unit, byte[] Bytes)> files = sheets.ConvertAll(sheet => (sheet.OrgUnit, sheet.Bytes));
        var clock = Stopwatch.StartNew();
        foreach (var (unit, bytes) in files) Put(Path.Combine(warehouse.Data.Inbox, unit), "together.xlsx", bytes);
        var pulled = await PullSubmissions.Run(warehouse, new DemoClock(now), _ => Task.CompletedTask, _ => { });
        return $"inbox: {pulled.Taken} units in one pull: all answered in {Rounds.Text(clock.Elapsed.TotalMilliseconds)} ms";
    }

    static void Put(string folder, string name, byte[] bytes)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }

    // As a web server answers of a file that was written an hour ago: it stands, and is not asked for twice.
    static byte[] Whole(byte[] body) => [.. System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\nDate: {DateTime.UtcNow:R}\r\nLast-Modified: {DateTime.UtcNow.AddHours(-1):R}\r\nETag: \"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body))[..16]}\"\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];
}

using System.Diagnostics;
using Reporting.Etl.Intake;
using Reporting.Etl.Jobs;
using Reporting.Portal.Demo;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Bench;

/// <summary>
/// From the request to the marked file, one workbook at a time on the demo's warehouse; then a thousand workbooks the whole way in one batch,
/// stage by stage, beside a bare reading of the same bytes. <c>bench verdict --data DIR</c>, where DIR holds a demo.
/// </summary>
static class VerdictBench
{
    const int Books = 1000;
    static readonly ReadLimits Limits = new();

    public static string Run(DataFolder data)
    {
        // What is sent stays known, so each run works on a copy.
        var scratch = Directory.CreateTempSubdirectory("reporting-verdict-").FullName;
        try
        {
            Copy(data.Root, Path.Combine(scratch, "single"));
            return Run(new(Path.Combine(scratch, "single")), new(Path.Combine(scratch, "batch")));
        }
        finally { Directory.Delete(scratch, recursive: true); }
    }

    static string Run(DataFolder single, DataFolder batch)
    {
        using var warehouse = OpenWarehouse.Open(single);
        var catalog = warehouse.Definitions.Current;
        var plan = DemoPlan.Make(catalog, [.. catalog.Districts.Select(district => district.Code)], 2022);
        return $"{Single(warehouse, plan)}\n{Batch(batch, plan)}";
    }

    /// <summary>Sheets that went back in the demo, sent again.</summary>
    static string Single(OpenWarehouse warehouse, DemoPlan plan)
    {
        var now = DemoClock.At(DemoPlan.Last.Next(2).Start, 9);
        var times = new List<double>();
        var marked = 0;
        foreach (var (index, sent) in plan.Events.Where(each => each.PlantedCode is not null && IsWorkbook(each)).Index())
        {
            var bytes = sent.Bytes;
            var clock = Stopwatch.StartNew();
            var (submission, isNew) = TakeFiles.Run(warehouse, [new(sent.FileName, () => new MemoryStream(bytes), "bench", sent.OrgUnit, $"{now.Ticks}|{index}", "bench")], now).Single();
            if (!isNew) continue; // accepted in the demo in spite of its mistake
            SettleSubmissions.Unsettled(warehouse, now, "bench", Limits);
            var file = MarkedAnswers.Of(warehouse, submission, Limits);
            times.Add(clock.Elapsed.TotalMilliseconds);
            if (file is not null) marked++;
        }
        List<double> ordered = [.. times.Order()];
        return $"{times.Count} workbooks one by one on the demo's warehouse, {marked} marked: median {Rounds.Text(ordered[ordered.Count / 2])} ms, first {Rounds.Text(times[0])} ms, slowest {Rounds.Text(ordered[^1])} ms";
    }

    static string Batch(DataFolder data, DemoPlan plan)
    {
        using var warehouse = OpenWarehouse.Open(data);
        var now = DemoClock.At(DemoPlan.Last.Next(2).Start, 9);
        warehouse.Definitions.Enter(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null), ShanghaiTime.DateOf(now), now);
        List<(DemoEvent Sent, byte[] Bytes)> books = [.. plan.Events.Where(IsWorkbook).Select(each => (each, each.Bytes)).Where(book => IsWhole(book.Bytes)).Take(Books)];
        double bare = Timed(() => books.ForEach(book => ReadBench.Bare(book.Bytes))), read = Timed(() => books.ForEach(book => FileReader.Read(book.Bytes, book.Sent.FileName, Limits)));
        (bare, read) = (Timed(() => books.ForEach(book => ReadBench.Bare(book.Bytes))), Timed(() => books.ForEach(book => FileReader.Read(book.Bytes, book.Sent.FileName, Limits)))); // warm
        var times = new StepSeconds();
        var whole = Timed(() =>
        {
            times.Of(PullStep.receive, () => TakeFiles.Run(warehouse, [.. books.Select((book, index) => new ArrivedFile(book.Sent.FileName, () => new MemoryStream(book.Bytes), "bench", book.Sent.OrgUnit, $"{index}", "bench"))], now));
            SettleSubmissions.Unsettled(warehouse, now, "bench", Limits, times: times);
            times.Of(PullStep.answer, () => CarryNotices.Run(warehouse, _ => { }, now, Limits));
        });
        var steps = string.Join(", ", times.BySteps.Select(step => $"{step.Key} {Rounds.Text(step.Value * 1000)} ms ({Rounds.Text(step.Value * 1000 / bare)} ×)"));
        return $"{books.Count} workbooks in one batch: bare reading {Rounds.Text(bare)} ms, our reading {Rounds.Text(read)} ms; whole way {Rounds.Text(whole)} ms ({Rounds.Text(whole / bare)} × the bare reading): {steps}";
    }

    internal static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("serve.", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    static bool IsWorkbook(DemoEvent sent) => sent.Kind != DemoEventKind.withdrawal && sent.FileName.EndsWith(".xlsx", StringComparison.Ordinal);

    /// <summary>The demo plants files that were cut off or are no workbook; a bare reading of them would measure nothing.</summary>
    internal static bool IsWhole(byte[] bytes)
    {
        try { ReadBench.Bare(bytes); return true; }
        catch (InvalidDataException) { return false; }
    }

    static double Timed(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalMilliseconds;
    }
}

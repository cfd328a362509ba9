using System.Diagnostics;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Sheets;
using Reporting.Tests.Corpus;
using Reporting.Warehouse;

namespace Reporting.Tests.Bench;

/// <summary>Damaged files on their whole way from bytes to matched tables: each ends in a sheet or a finding. Whatever is thrown ends the run.</summary>
static class FuzzBench
{
    public static string Run(int count, int seed)
    {
        var (verdicts, slowest, worst) = (new SortedDictionary<string, int>(StringComparer.Ordinal), 0d, "");
        foreach (var (index, (name, bytes)) in Mutants.Of(count, seed).Index())
        {
            var clock = Stopwatch.StartNew();
            var verdict = Verdict(name, bytes, index);
            if (clock.Elapsed.TotalSeconds > slowest) (slowest, worst) = (clock.Elapsed.TotalSeconds, $"{index} {name}");
            verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + 1;
        }
        return string.Join('\n', verdicts.Select(verdict => $"{verdict.Key} {verdict.Value}")
            .Append($"slowest {Rounds.Text(slowest)} s: {worst}").Append($"peak {Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024)} MB"));
    }

    static string Verdict(string name, byte[] bytes, int index)
    {
        try
        {
            var file = FileReader.Read(bytes, name, new());
            if (file.Sheets.Count == 0 && file.Rows is null) return file.Findings.First(finding => finding.Severity == Severity.error).Code;
            var tables = file.Sheets.SelectMany(TableFinder.Find).ToList();
            foreach (var table in tables) _ = Matcher.Match(table, ShippedCatalog.Catalog, new(null, name, null, null, null));
            return file.Rows is not null ? "long csv" : tables.Count > 0 ? "read, with tables" : "read, without tables";
        }
        catch (Exception thrown) { throw new InvalidOperationException($"mutant {index} ({name}): {thrown.Message}", thrown); }
    }
}

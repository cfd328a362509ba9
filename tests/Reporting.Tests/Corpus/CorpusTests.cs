using System.Diagnostics;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Sheets;
using Reporting.Tests.LeftOut;

namespace Reporting.Tests.Corpus;

/// <summary>Sheets from everywhere: whatever they hold, the way from bytes to matched tables ends, in words and in time.</summary>
public class CorpusTests
{
    // Beside other tests, cold; in a process of its own the slowest took 4.8 s, the start of the program included.
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [FactWhere(Need.Corpus)]
    public void Every_file_is_read_understood_and_matched()
    {
        var files = Directory.GetFiles(Needs.CorpusFolder!, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Select(Problem).OfType<string>());
    }

    static string? Problem(string file)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var read = FileReader.Read(File.ReadAllBytes(file), Path.GetFileName(file), new ReadLimits());
            if (read.Sheets.Count == 0 && read.Findings.Count == 0) return $"{file}: neither a sheet nor a word";
            foreach (var table in read.Sheets.SelectMany(TableFinder.Find))
                _ = Matcher.Match(table, ShippedCatalog.Catalog, new MatchHints(null, Path.GetFileName(file), null, null, null));
        }
        catch (Exception failure) { return $"{file}: {failure.GetType().Name}: {failure.Message}"; }
        return clock.Elapsed > Longest ? $"{file}: took {clock.Elapsed.TotalSeconds:0} s" : null;
    }
}

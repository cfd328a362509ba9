using System.Diagnostics;
using System.Globalization;
using Reporting.Etl.Intake;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Warehouse;

namespace Reporting.Tests.Corpus;

/// <summary>
/// Reads every file of a folder in a process of its own and prints the verdicts, how long the slowest took and, in the last line, how much
/// memory the process ever had: what all of them together did not take, none took alone.
/// </summary>
static class ReadVerb
{
    public static Verb Verb { get; } = new("read-folder", "", "") { Parameters = [new("FOLDER", ParameterKind.Text, "", "") { Required = true }], RunAlone = Run, Begins = Beginning.Anywhere };

    public static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    static Task<Answer> Run(Request request, DataFolder data, Installation installation, CancellationToken interrupt)
    {
        var folder = request["FOLDER"]!;
        var lines = FilesOf(folder).Select(file => Line(folder, file)).ToList();
        lines.Add(Process.GetCurrentProcess().PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return Task.FromResult(Answer.Done(string.Join('\n', lines)));
    }

    static string Line(string folder, string file)
    {
        var clock = Stopwatch.StartNew();
        var verdict = Verdict.Of(FileReader.Read(File.ReadAllBytes(Path.Combine(folder, file)), Path.GetFileName(file), new ReadLimits()));
        return $"{file}\t{verdict}\t{clock.Elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)}";
    }
}

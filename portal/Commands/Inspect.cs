using System.Diagnostics;
using System.Text.Json.Nodes;
using Reporting.Etl;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>How a file is understood, without taking it.</summary>
static class Inspect
{
    public static Verb Verb { get; } = new("inspect", "看一个文件会被怎样读懂，不入库", "how a file is understood, without loading it")
    {
        Parameters =
        [
            new("FILE", ParameterKind.File, "报表文件", "the file") { Required = true },
            new("--org", ParameterKind.Text, "按哪个单位报送来看", "as if this unit sent it") { Shape = "CODE" },
        ],
        Run = Run,
        Begins = Beginning.WhereItRuns,
    };

    static Answer Run(Request request, Office office)
    {
        var catalog = office.Warehouse.Definitions.Current;
        var file = request.Files.Single();
        var hints = new MatchHints(Asked.Unit(request, catalog), file.Name, null, null, null);
        var clock = Stopwatch.StartNew();
        var read = FileReader.Read(file.Bytes, file.Name, office.Limits);
        var refused = read.Findings.Any(finding => finding.Severity == Severity.error) ? 3 : 0;
        if (request.Json)
            return new Answer(refused, Inspection.Describe(read, catalog, hints, clock.Elapsed).ToJsonString(PrintedJson.Options));
        return new Answer(refused, Inspection.InWords(read, catalog, hints));
    }
}

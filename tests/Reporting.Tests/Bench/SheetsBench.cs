using System.Diagnostics;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Sheets;
using Reporting.Portal.Demo;
using Reporting.Tests.Corpus;
using Reporting.Warehouse;

namespace Reporting.Tests.Bench;

/// <summary>A thousand township workbooks of the demo: milliseconds of each stage, from bytes to matched cells.</summary>
static class SheetsBench
{
    const int Books = 1000;

    public static string Run()
    {
        var catalog = ShippedCatalog.Catalog;
        var sent = DemoPlan.Make(catalog, [.. catalog.Districts.Select(district => district.Code)], 2022).Events
            .Where(each => each.Kind == DemoEventKind.submission && each.FileName.EndsWith(".xlsx", StringComparison.Ordinal)).Take(Books)
            .Select(each => (each.FileName, Unit: catalog.OrgUnit(each.OrgUnit), each.Bytes)).ToList();
        Stage(sent.Take(50).ToList(), catalog); // warm
        var (read, found, matched, tables, cells) = Stage(sent, catalog);
        return $"{sent.Count} workbooks, {tables} tables, {cells:#,##0} cells matched\nread {Rounds.Text(read)} ms, understand {Rounds.Text(found)} ms, match {Rounds.Text(matched)} ms: {Rounds.Text((read + found + matched) / sent.Count)} ms a workbook";
    }

    static (double Read, double Found, double Matched, int Tables, int Cells) Stage(List<(string FileName, Reporting.Warehouse.Reference.OrgUnit? Unit, byte[] Bytes)> sent, Reporting.Warehouse.Reference.Catalog catalog)
    {
        var (reading, finding, matching, tables, cells) = (new Stopwatch(), new Stopwatch(), new Stopwatch(), 0, 0);
        foreach (var (name, unit, bytes) in sent)
        {
            reading.Start();
            var file = FileReader.Read(bytes, name, new());
            reading.Stop();
            finding.Start();
            var understood = file.Sheets.SelectMany(TableFinder.Find).ToList();
            finding.Stop();
            matching.Start();
            foreach (var table in understood) cells += Matcher.Match(table, catalog, new(unit, name, null, null, null)).Cells.Count;
            matching.Stop();
            tables += understood.Count;
        }
        return (reading.Elapsed.TotalMilliseconds, finding.Elapsed.TotalMilliseconds, matching.Elapsed.TotalMilliseconds, tables, cells);
    }
}

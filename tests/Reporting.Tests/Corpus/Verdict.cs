using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Tests.Corpus;

/// <summary>What became of a file, in one line: its format, and its sheets and filled cells or the findings that refuse it.</summary>
static class Verdict
{
    public static string Of(ReadFile read)
    {
        var codes = read.Findings.Select(finding => finding.Code).Distinct();
        if (read.Sheets.Count == 0) return $"{read.Format}\t{string.Join(", ", codes)}";
        var cells = read.Sheets.SelectMany(sheet => sheet.Cells).ToList();
        var errors = cells.Count(cell => cell.Kind == CellKind.Error);
        return $"{read.Format}\t{string.Join(", ", [$"{read.Sheets.Count} sheets {cells.Count} cells", .. errors > 0 ? [$"{errors} errors"] : Array.Empty<string>(), .. codes])}";
    }
}

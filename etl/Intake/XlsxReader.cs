using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

/// <summary>Reads .xlsx and .xlsm, transitional and strict, forward only.</summary>
static class XlsxReader
{
    public static ReadFile Read(XlsxPackage package, string fileName, ReadBudget budget)
    {
        var names = new XlsxNames(package.Names);
        var workbook = XlsxWorkbook.Read(package, names, budget);
        if (workbook.Sheets.Count == 0) return ReadFindings.Refusal("xlsx", ReadFindings.NoSheets(fileName));
        var (sheets, findings) = (new List<Sheet>(), new List<Finding>());
        var comments = XlsxComments.In(package, names, budget);
        foreach (var entry in workbook.Sheets)
        {
            using var cells = new XlsxCells(entry, workbook, budget);
            using var xml = package.Open(entry.Part, part => new XlsxRowCut(part, cells));
            if (xml is null) { findings.Add(ReadFindings.SheetMissing(entry.Name)); continue; }
            sheets.Add(new XlsxSheet(cells, names, budget).Read(xml, comments?.Of(entry.Part!) ?? []));
            findings.AddRange(cells.Findings);
        }
        return new("xlsx", null, sheets, findings);
    }
}

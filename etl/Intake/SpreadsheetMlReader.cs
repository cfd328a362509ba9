using System.Xml;

namespace Reporting.Etl.Intake;

/// <summary>Reads an XML Spreadsheet 2003, forward only.</summary>
static class SpreadsheetMlReader
{
    public static ReadFile Read(ReadOnlyMemory<byte> bytes, string fileName, ReadBudget budget)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            MaxCharactersInDocument = budget.Limits.InflatedBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var xml = XmlReader.Create(new WatchedStream(bytes.ToArray(), budget), settings);
        var (styles, sheets, from1904) = (new SpreadsheetMlStyles(), new List<Sheet>(), false);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "Date1904") from1904 = true;
            else if (xml.LocalName is "Style" or "NumberFormat") { styles.Read(xml); budget.CheckEntries(styles.Count); }
            if (xml.LocalName != "Worksheet") continue;
            budget.CheckSheets(sheets.Count + 1);
            using var sheet = new SpreadsheetMlSheet(xml, styles, from1904, budget);
            sheets.Add(sheet.Read());
        }
        return sheets.Count == 0 ? ReadFindings.Refusal("spreadsheetml", ReadFindings.NoSheets(fileName)) : new("spreadsheetml", null, sheets, []);
    }
}

using System.Globalization;
using System.Text;
using Reporting.Etl.Intake;

namespace Reporting.Etl.Answer.Marked;

/// <summary>
/// A new workbook of what was read from a file that cannot be marked itself: .xls, a web page, XML Spreadsheet 2003, CSV. Values, merges,
/// widths and number formats; dates stay dates and long numbers texts, and nothing that a sender wrote becomes a formula.
/// </summary>
static class PlainWorkbook
{
    const int NarrowestColumn = 8, WidestColumn = 42, MostLettersInName = 31, FirstOwnFormat = 164;
    static readonly string[] KnownErrors = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

    /// <returns>The bytes, and the file as read with the sheets' new names: a CSV has none.</returns>
    public static (ReadOnlyMemory<byte> Bytes, ReadFile Read) Of(ReadFile read)
    {
        var sheets = new List<Sheet>();
        foreach (var sheet in read.Sheets) sheets.Add(Named(sheet, NameFor(sheet.Name, sheets)));
        var formats = new List<string> { "General", "@", "yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm:ss" };
        var parts = new List<(string, string)>();
        foreach (var (index, sheet) in sheets.Index()) parts.Add(($"xl/worksheets/sheet{index + 1}.xml", Xml(sheet, formats)));
        parts.InsertRange(0, Frame(sheets, formats));
        return (PackageParts.Written(parts), read with { Format = "xlsx", Sheets = sheets });
    }

    static Sheet Named(Sheet sheet, string name) => name == sheet.Name ? sheet
        : new(name, sheet.Hidden, sheet.Cells, sheet.Merges, sheet.HiddenRows, sheet.HiddenColumns) { ColumnWidths = sheet.ColumnWidths, Formats = sheet.Formats };

    static string NameFor(string name, List<Sheet> before)
    {
        var lawful = string.Concat(name.Select(letter => letter is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(letter) ? '_' : letter)).Trim('\'', ' ');
        if (lawful.Length == 0) lawful = "报表";
        lawful = lawful[..Math.Min(lawful.Length, MostLettersInName - 3)];
        var free = name.Length is > 0 and <= MostLettersInName && lawful == name ? name : lawful;
        for (var number = 2; before.Any(sheet => sheet.Name.Equals(free, StringComparison.OrdinalIgnoreCase)); number++) free = string.Create(CultureInfo.InvariantCulture, $"{lawful}{number}");
        return free;
    }

    static string Xml(Sheet sheet, List<string> formats)
    {
        var text = new StringBuilder($"{XmlParts.Declaration}<worksheet xmlns=\"{XmlParts.Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
        if (sheet.LastColumn > 0) text.Append("<cols>").AppendJoin("", Widths(sheet)).Append("</cols>");
        text.Append("<sheetData>");
        foreach (var row in sheet.Cells.GroupBy(cell => cell.Row))
        {
            text.Append(CultureInfo.InvariantCulture, $"<row r=\"{row.Key}\"{(sheet.HiddenRows.Contains(row.Key) ? " hidden=\"1\"" : "")}>");
            foreach (var cell in row) text.Append(Xml(cell, sheet, formats));
            text.Append("</row>");
        }
        text.Append("</sheetData>");
        if (sheet.Merges.Count > 0) text.Append(CultureInfo.InvariantCulture, $"<mergeCells count=\"{sheet.Merges.Count}\">").AppendJoin("", sheet.Merges.Select(merge => $"<mergeCell ref=\"{merge}\"/>")).Append("</mergeCells>");
        return text.Append("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>").ToString();
    }

    static string Xml(in Cell cell, Sheet sheet, List<string> formats)
    {
        var address = Address.Of(cell.Row, cell.Column);
        var own = sheet.Formats.GetValueOrDefault((cell.Row, cell.Column));
        switch (cell.Kind)
        {
            case CellKind.Number: return XmlWords.Cell(address, cell.Number, Number(own ?? (cell.Percent ? Percent(cell.Number) : "General"), formats));
            case CellKind.Date when ExcelDate.TryReadIso(cell.Text, out _, out var serial):
                return XmlWords.Cell(address, serial, Number(own ?? formats[cell.Text.Contains('T', StringComparison.Ordinal) ? 3 : 2], formats));
            case CellKind.Boolean: return $"<c r=\"{address}\" t=\"b\"><v>{(cell.Text == "TRUE" ? 1 : 0)}</v></c>";
            case CellKind.Error when KnownErrors.Contains(cell.Text): return $"<c r=\"{address}\" t=\"e\"><v>{cell.Text}</v></c>";
            default: return XmlWords.Cell(address, cell.Text, Number("@", formats));
        }
    }

    static string Percent(decimal number) => (number * 100m / 1.00000000m).ToString(CultureInfo.InvariantCulture).IndexOf('.', StringComparison.Ordinal) < 0 ? "0%" : "0.00%";

    static int Number(string format, List<string> formats)
    {
        var known = formats.IndexOf(format);
        if (known >= 0) return known;
        formats.Add(format);
        return formats.Count - 1;
    }

    // Where the file says nothing, as wide as the longest word of a single column; a Chinese letter takes two places.
    static IEnumerable<string> Widths(Sheet sheet)
    {
        var (longest, across) = (new int[sheet.LastColumn + 1], sheet.Merges.Where(merge => merge.LastColumn > merge.FirstColumn).Select(merge => (merge.FirstRow, merge.FirstColumn)).ToHashSet());
        foreach (var cell in sheet.Cells.GroupBy(cell => cell.Row).Where(row => row.Skip(1).Any()).SelectMany(row => row)) // a title alone in its row runs on over the next columns
            if (!across.Contains((cell.Row, cell.Column))) longest[cell.Column] = Math.Max(longest[cell.Column], cell.Text.Sum(letter => letter > 255 ? 2 : 1) + 2);
        for (var column = 1; column <= sheet.LastColumn; column++)
        {
            var width = sheet.ColumnWidths.TryGetValue(column, out var said) ? said : Math.Clamp(longest[column], NarrowestColumn, WidestColumn);
            yield return string.Create(CultureInfo.InvariantCulture, $"<col min=\"{column}\" max=\"{column}\" width=\"{width:0.##}\" customWidth=\"1\"{(sheet.HiddenColumns.Contains(column) ? " hidden=\"1\"" : "")}/>");
        }
    }

    static IEnumerable<(string, string)> Frame(List<Sheet> sheets, List<string> formats)
    {
        const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        yield return (ContentTypes.Part, $"{XmlParts.Declaration}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{type}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{ContentTypes.Styles}\"/>{Each(sheets, number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{ContentTypes.Sheet}\"/>")}</Types>");
        yield return ("_rels/.rels", Relationships($"<Relationship Id=\"rId1\" Type=\"{XmlParts.Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        yield return ("xl/workbook.xml", $"{XmlParts.Declaration}<workbook xmlns=\"{XmlParts.Main}\" xmlns:r=\"{XmlParts.Relations}\"><bookViews><workbookView/></bookViews><sheets>"
            + Each(sheets, number => $"<sheet name=\"{XmlWords.Escaped(sheets[number - 1].Name)}\" sheetId=\"{number}\"{(sheets[number - 1].Hidden ? " state=\"hidden\"" : "")} r:id=\"rId{number}\"/>") + "</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", Relationships($"<Relationship Id=\"rIdStyles\" Type=\"{XmlParts.Relations}/styles\" Target=\"styles.xml\"/>"
            + Each(sheets, number => $"<Relationship Id=\"rId{number}\" Type=\"{XmlParts.Relations}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>")));
        yield return ("xl/styles.xml", $"{XmlParts.Declaration}<styleSheet xmlns=\"{XmlParts.Main}\"><numFmts count=\"{formats.Count - 2}\">{string.Concat(formats.Skip(2).Select((format, index) => $"<numFmt numFmtId=\"{FirstOwnFormat + index}\" formatCode=\"{XmlWords.Escaped(format)}\"/>"))}</numFmts>"
            + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/><charset val=\"134\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + $"<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"{formats.Count}\">{string.Concat(formats.Select((_, index) => $"<xf numFmtId=\"{(index == 0 ? 0 : index == 1 ? 49 : FirstOwnFormat + index - 2)}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"))}</cellXfs></styleSheet>");
    }

    static string Relationships(string links) => $"{XmlParts.Declaration}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>";

    static string Each(List<Sheet> sheets, Func<int, string> each) => string.Concat(Enumerable.Range(1, sheets.Count).Select(each));
}

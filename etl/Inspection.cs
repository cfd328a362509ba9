using System.Text;
using System.Text.Json.Nodes;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl;

/// <summary>What <c>inspect</c> shows: how a file was understood, without loading anything.</summary>
public static class Inspection
{
    const int MostCells = 20_000;

    /// <summary>The whole understanding as JSON. Rows count from 1, columns are Excel's letters, absent things are null.</summary>
    public static JsonObject Describe(ReadFile file, Catalog catalog, MatchHints hints, TimeSpan elapsed) => new()
    {
        ["format"] = file.Format,
        ["encoding"] = file.Encoding,
        ["seconds"] = Math.Round((decimal)elapsed.TotalSeconds, 3),
        ["findings"] = FindingsOf(file.Findings),
        ["sheets"] = new JsonArray([.. file.Sheets.Select(sheet => Describe(sheet, catalog, hints))]),
    };

    /// <summary>The same in a few Chinese lines for each table.</summary>
    public static string InWords(ReadFile file, Catalog catalog, MatchHints hints)
    {
        var text = new StringBuilder($"文件格式：{file.Format}{(file.Encoding is null ? "" : $"（{file.Encoding}）")}\n");
        foreach (var finding in file.Findings) text.Append("  ").Append(InspectionWords.Of(finding)).Append('\n');
        foreach (var sheet in file.Sheets)
        {
            var tables = TableFinder.Find(sheet);
            text.Append(InspectionWords.Of(sheet, tables.Count));
            foreach (var table in tables) text.Append(InspectionWords.Of(Matcher.Match(table, catalog, hints)));
        }
        return text.ToString();
    }

    static JsonObject Describe(Sheet sheet, Catalog catalog, MatchHints hints)
    {
        var cells = new JsonObject();
        foreach (var cell in sheet.Cells.Take(MostCells))
            cells[Address.Of(cell.Row, cell.Column)] = new JsonObject { ["value"] = cell.Kind == CellKind.Number ? JsonValue.Create(cell.Number) : cell.Text, ["text"] = cell.Text };
        return new()
        {
            ["name"] = sheet.Name,
            ["hidden"] = sheet.Hidden,
            ["cells"] = cells,
            ["cells_truncated"] = sheet.Cells.Count > MostCells,
            ["tables"] = new JsonArray([.. TableFinder.Find(sheet).Select(table => Describe(Matcher.Match(table, catalog, hints)))]),
        };
    }

    static JsonObject Describe(MatchedTable matched)
    {
        var table = matched.Table;
        var empty = table.LastDataRow < table.FirstDataRow;
        return new()
        {
            ["range"] = table.Range.ToString(),
            ["title"] = table.Title,
            ["form_code"] = table.FormNumber,
            ["unit"] = table.UnitWords,
            ["multiplier"] = table.Multiplier,
            ["period"] = table.Period?.ToString(),
            ["period_axis"] = table.PeriodAxis.ToString(),
            ["org"] = table.OrgWords,
            ["header_rows"] = table.HeaderLastRow < table.HeaderFirstRow ? null : new JsonArray(table.HeaderFirstRow, table.HeaderLastRow),
            ["columns"] = new JsonArray([.. table.Columns.Select(Describe)]),
            ["first_data_row"] = empty ? null : table.FirstDataRow,
            ["last_data_row"] = empty ? null : table.LastDataRow,
            ["row_label_column"] = table.RowLabelColumn is { } label ? Address.Letters(label) : null,
            ["rows"] = new JsonArray([.. table.Rows.Select(Describe)]),
            ["total_rows"] = new JsonArray([.. table.Rows.Where(row => row.Kind == RowKind.total).Select(row => JsonValue.Create(row.Row))]),
            ["footnotes"] = new JsonArray([.. table.Footnotes.Select(note => JsonValue.Create(note))]),
            ["signature"] = table.Signature == Signature.None ? null : new JsonObject
            {
                ["prepared_by"] = table.Signature.PreparedBy,
                ["responsible_person"] = table.Signature.ResponsiblePerson,
                ["phone"] = table.Signature.Phone,
                ["date"] = table.Signature.Date,
            },
            ["form"] = matched.Form?.Id,
            ["score"] = matched.Score,
            ["matched"] = new JsonObject { ["org"] = matched.Unit?.Code, ["org_name"] = matched.Unit?.Name, ["period"] = matched.Period?.ToString(), ["clear"] = matched.IsClear },
            ["findings"] = FindingsOf(matched.Findings),
        };
    }

    static JsonNode Describe(TableColumn column) => new JsonObject
    {
        ["letter"] = Address.Letters(column.Column),
        ["path"] = new JsonArray([.. column.Path.Select(words => JsonValue.Create(words))]),
        ["unit"] = column.UnitWords,
        ["period"] = column.Period?.ToString(),
    };

    static JsonNode Describe(TableRow row)
    {
        var values = new JsonObject();
        foreach (var (column, value) in row.Values)
            values[Address.Letters(column)] = new JsonObject { ["value"] = value.Value, ["text"] = value.Text, ["state"] = value.Unreadable ? "unreadable" : value.State.ToString() };
        return new JsonObject
        {
            ["row"] = row.Row,
            ["label"] = row.Label,
            ["level"] = row.Level,
            ["kind"] = row.Kind.ToString(),
            ["period"] = row.Period?.ToString(),
            ["values"] = values,
        };
    }

    static JsonArray FindingsOf(IEnumerable<Finding> findings) => new([.. findings.Select(finding => (JsonNode)new JsonObject
    {
        ["code"] = finding.Code, ["severity"] = finding.Severity.ToString(), ["line"] = finding.Place.Line, ["column"] = finding.Place.Column,
        ["sheet"] = finding.Place.Sheet, ["cell"] = finding.Place.Cell, ["found"] = finding.Found, ["expected"] = finding.Expected,
        ["difference"] = finding.Difference, ["message"] = finding.Message, ["message_en"] = finding.MessageEn,
    })]);
}

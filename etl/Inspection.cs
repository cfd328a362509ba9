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
        ["sheets"] = new JsonArray([.. file.Sheets.Select(sheet => Describe(sheet, catalog, hints with { Stamp = Stamps.In(file.Sheets).Of(sheet) }))]),
        ["long_csv"] = file.Rows is { } rows ? LongInspection.Describe(rows) : null,
    };

    /// <summary>The same in a few Chinese lines for each table.</summary>
    public static string InWords(ReadFile file, Catalog catalog, MatchHints hints)
    {
        var text = new StringBuilder($"文件格式：{file.Format}{(file.Encoding is null ? "" : $"（{file.Encoding}）")}\n");
        if (file.Rows is { } rows) text.Append(LongInspection.InWords(rows));
        foreach (var finding in file.Findings) text.Append("  ").Append(InspectionWords.Of(finding)).Append('\n');
        foreach (var sheet in file.Sheets)
        {
            var tables = Stamps.AreOn(sheet) ? [] : TableFinder.Find(sheet);
            text.Append(InspectionWords.Of(sheet, tables.Count));
            foreach (var table in tables) text.Append(InspectionWords.Of(Matcher.Match(table, catalog, hints with { Stamp = Stamps.In(file.Sheets).Of(sheet) })));
        }
        return text.ToString();
    }

    static JsonObject Describe(Sheet sheet, Catalog catalog, MatchHints hints)
    {
        var tables = Stamps.AreOn(sheet) ? [] : TableFinder.Find(sheet);
        var isOfPersons = Persons.RowsOf(sheet, tables);
        var cells = new JsonObject();
        foreach (var cell in sheet.Cells.Take(MostCells))
            cells[Address.Of(cell.Row, cell.Column)] = Describe(cell, isOfPersons(cell.Row) && !SheetWords.IsNote(cell.Text));
        return new()
        {
            ["name"] = sheet.Name,
            ["hidden"] = sheet.Hidden,
            ["cells"] = cells,
            ["cells_truncated"] = sheet.Cells.Count > MostCells,
            ["tables"] = new JsonArray([.. tables.Select(table => Describe(Matcher.Match(table, catalog, hints)))]),
        };
    }

    /// <summary>A cell of a list of persons is there, but not what stands in it; an identity number is never shown.</summary>
    static JsonObject Describe(Cell cell, bool isSealed)
    {
        var text = isSealed ? "***" : Persons.Masked(cell.Text);
        return new() { ["value"] = cell.Kind == CellKind.Number && text == cell.Text ? cell.Number : text, ["text"] = text };
    }

    static JsonObject Describe(MatchedTable matched)
    {
        var table = matched.Table;
        var sums = table.Sums;
        var empty = table.LastDataRow < table.FirstDataRow;
        return new()
        {
            ["range"] = table.Range.ToString(),
            ["title"] = table.Title,
            ["form_code"] = table.FormNumber,
            ["unit"] = table.UnitWords,
            ["multiplier"] = table.Multiplier,
            ["period"] = (table.Period ?? SpanOf(table.Columns))?.ToString(),
            ["period_axis"] = table.PeriodAxis.ToString(),
            ["org"] = table.OrgWords,
            ["header_rows"] = table.HeaderLastRow < table.HeaderFirstRow ? null : new JsonArray(table.HeaderFirstRow, table.HeaderLastRow),
            ["columns"] = new JsonArray([.. table.Columns.Select(column => (JsonNode)Describe(column))]),
            ["first_data_row"] = empty ? null : table.FirstDataRow,
            ["last_data_row"] = empty ? null : table.LastDataRow,
            ["row_label_column"] = table.RowLabelColumn is { } label ? Address.Letters(label) : null,
            ["rows"] = new JsonArray([.. table.IsPersonal ? [] : table.Rows.Select(row => (JsonNode)Describe(row, sums))]),
            ["total_rows"] = new JsonArray([.. table.Rows.Where(row => row.Kind == RowKind.total).Select(row => JsonValue.Create(row.Row))]),
            ["footnotes"] = new JsonArray([.. table.Footnotes.Where(note => !table.IsPersonal || SheetWords.IsNote(note)).Select(note => JsonValue.Create(note))]),
            ["printed_rules"] = new JsonArray([.. table.PrintedRules.Select(rule => JsonValue.Create(rule))]),
            ["signature"] = table.Signature == Signature.None || table.IsPersonal ? null : new JsonObject
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

    static JsonObject Describe(TableColumn column) => new()
    {
        ["letter"] = Address.Letters(column.Column),
        ["path"] = new JsonArray([.. column.Path.Select(words => JsonValue.Create(words))]),
        ["unit"] = column.UnitWords,
        ["period"] = column.Period?.ToString(),
    };

    /// <summary>Years side by side are a span of years, where the table itself names no period.</summary>
    static Period? SpanOf(IReadOnlyList<TableColumn> columns)
    {
        var years = columns.Select(column => column.Period).OfType<Period>().Where(period => period.Kind == PeriodKind.year).Select(period => period.Start.Year).ToList();
        return years.Count < 2 ? null : Period.Plan(years.Min(), years.Max());
    }

    static JsonObject Describe(TableRow row, IReadOnlyDictionary<int, IReadOnlyList<int>> sums)
    {
        var values = new JsonObject();
        foreach (var (column, value) in row.Values)
            values[Address.Letters(column)] = new JsonObject { ["value"] = value.Value, ["text"] = value.Text, ["state"] = value.Unreadable ? "unreadable" : value.State.ToString() };
        return new()
        {
            ["row"] = row.Row,
            ["label"] = row.Label,
            ["level"] = row.Level,
            ["kind"] = row.Kind.ToString(),
            ["sums"] = sums.TryGetValue(row.Row, out var parts) ? new JsonArray([.. parts.Select(part => JsonValue.Create(part))]) : null,
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

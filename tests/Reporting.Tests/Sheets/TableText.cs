using System.Globalization;
using System.Text;
using Reporting.Etl.Intake;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;

namespace Reporting.Tests.Sheets;

/// <summary>An understood table in compact lines, for golden files.</summary>
static class TableText
{
    public static string Of(UnderstoodTable table)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"table {table.Range} title={table.Title ?? "-"}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  number={table.FormNumber ?? "-"} org={table.OrgWords ?? "-"} unit={table.UnitWords ?? "-"} x{table.Multiplier} period={table.Period?.ToString() ?? "-"} words={table.PeriodWords ?? "-"} axis={table.PeriodAxis}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  header={table.HeaderFirstRow}-{table.HeaderLastRow} data={table.FirstDataRow}-{table.LastDataRow} label={(table.RowLabelColumn is { } label ? Address.Letters(label) : "-")}");
        foreach (var column in table.Columns)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {Address.Letters(column.Column)}: {string.Join(" > ", column.Path)}{(column.UnitWords is null ? "" : $" [{column.UnitWords} x{column.Multiplier}]")}{(column.Period is null ? "" : $" @{column.Period}")}");
        foreach (var row in table.Rows) text.AppendLine(Row(row));
        foreach (var note in table.Footnotes) text.AppendLine(CultureInfo.InvariantCulture, $"  note {note}");
        if (table.Signature != Signature.None) text.AppendLine(CultureInfo.InvariantCulture, $"  signed {table.Signature.PreparedBy ?? "-"}, {table.Signature.ResponsiblePerson ?? "-"}, {table.Signature.Phone ?? "-"}, {table.Signature.Date ?? "-"}");
        foreach (var finding in table.Findings) text.AppendLine(Of(finding));
        return text.ToString();
    }

    public static string Of(Finding finding) =>
        $"  {finding.Severity} {finding.Code} [{finding.Place}] found={finding.Found ?? "-"} expected={finding.Expected ?? "-"}: {finding.Message}";

    static string Row(TableRow row)
    {
        var marks = string.Concat(row.Number is null ? "" : $" #{row.Number}", row.UnitWords is null ? "" : $" ({row.UnitWords})", row.Period is null ? "" : $" @{row.Period}");
        return $"  {row.Row} {new string('.', row.Level)}{row.Label} {row.Kind}{marks} | {string.Join(" | ", row.Values.Values.Select(Of))}".TrimEnd();
    }

    static string Of(CellValue value) => (value.Unreadable ? $"?{value.Text}" : value.State switch
    {
        ValueState.reported => (value.Bound == Bound.exact ? "" : value.Bound + " ") + value.Value!.Value.ToString("0.####", CultureInfo.InvariantCulture),
        ValueState.blank => "",
        _ => value.State.ToString(),
    }) + (value.Guessed is null ? "" : $" ({value.Guessed})");
}

using System.Globalization;
using System.Text;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;

namespace Reporting.Etl;

/// <summary>One understood table in short Chinese lines, for people who sent it.</summary>
static class InspectionWords
{
    public static string Of(MatchedTable matched)
    {
        var table = matched.Table;
        var text = new StringBuilder();
        Line(text, $"  {table.Range}　{table.Title ?? "（无标题）"}");
        Line(text, $"    报表：{matched.Form?.Name ?? "未认定"}（把握 {matched.Score:0.00}）　单位：{matched.Unit?.Name ?? "未认定"}　报告期：{matched.Period?.InWords() ?? "未认定"}");
        Line(text, $"    表头：第{table.HeaderFirstRow}—{table.HeaderLastRow}行　数据：第{table.FirstDataRow}—{table.LastDataRow}行，{table.Rows.Count(row => row.Kind != RowKind.heading)}行 × {table.Columns.Count}栏　计量单位：{table.UnitWords ?? "未写"}");
        foreach (var column in matched.Cells.GroupBy(cell => cell.Column.Title))
            Line(text, $"    {column.Key}：{string.Join("、", column.Select(cell => $"{cell.Line.Number}行={Address.Of(cell.Row, cell.ColumnNumber)}"))}");
        foreach (var finding in matched.Findings) Line(text, $"    {Of(finding)}");
        return text.ToString();
    }

    public static string Of(Sheet sheet, int tables) =>
        $"工作表“{sheet.Name}”{(sheet.Hidden ? "（隐藏，报送时不读）" : "")}：{(tables == 0 ? "没有表格" : $"{tables} 张表")}\n";

    public static string Of(Finding finding) => $"[{Name(finding.Severity)}] {finding.Place}{(finding.Place == Place.File ? "" : "：")}{finding.Message}（{finding.Code}）";

    static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    static string Name(Severity severity) => severity switch { Severity.error => "错误", Severity.warning => "警告", _ => "提示" };
}

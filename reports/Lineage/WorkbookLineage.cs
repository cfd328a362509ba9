using System.Xml;
using Reporting.Reports.Drawing;
using Reporting.Warehouse;

namespace Reporting.Reports.Lineage;

/// <summary>From a printed cell of an issued workbook to the cells of the senders' files, by the workbook alone.</summary>
public static class WorkbookLineage
{
    /// <param name="sheet">As <c>指标进度</c>.</param>
    /// <param name="cell">As <c>F12</c>.</param>
    public static LineageOfCell Of(Stream workbook, string sheet, string cell)
    {
        try
        {
            using var reader = new FlatReader(workbook);
            if (!reader.Sheets.Contains(sheet)) return LineageOfCell.Without(LineageFault.no_sheet, reader.Sheets);
            if (reader.Table(DataSheet.Name, Heads(DataSheet.Columns)) is not { } data) return LineageOfCell.Without(LineageFault.no_index, reader.Sheets);
            if (data.FirstOrDefault(row => row.GetValueOrDefault("工作表") == sheet && row.GetValueOrDefault("单元格") == cell) is not { } printed)
                return LineageOfCell.Without(LineageFault.no_figure, []);
            var shown = new PrintedCell(printed.GetValueOrDefault("行", ""), printed.GetValueOrDefault("列", ""), printed.GetValueOrDefault("数值") ?? printed.GetValueOrDefault("文字", ""));
            if (!printed.ContainsKey("指标代码")) return new(LineageFault.no_source, shown, [], []); // also of a report that only counts, and has no 来源
            return reader.Table(SourceSheet.Name, Heads(SourceSheet.Columns)) is { } sources ? new(null, shown, [.. sources.Where(source => IsOf(source, printed))], [])
                : LineageOfCell.Without(LineageFault.no_index, reader.Sheets);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException) { return LineageOfCell.Without(LineageFault.no_workbook, []); }
    }

    static readonly string[] Keys = ["机构代码", "指标代码", "年"];

    // Of an earlier month of the year what was stated of single months up to it; what was stated of the year so far is not part of it.
    static bool IsOf(IReadOnlyDictionary<string, string> source, IReadOnlyDictionary<string, string> printed)
    {
        if (!Keys.All(key => source.GetValueOrDefault(key) == printed.GetValueOrDefault(key))) return false;
        if (source.GetValueOrDefault("截至月") == printed.GetValueOrDefault("截至月")) return true;
        return source.GetValueOrDefault("口径") == "本期" && Period.TryParse(source.GetValueOrDefault("报告期"), out var period) && int.TryParse(printed.GetValueOrDefault("截至月"), out var through)
            && period.End <= new DateOnly(period.End.Year, through, 1).AddMonths(1).AddDays(-1);
    }

    static IReadOnlyList<string> Heads(IReadOnlyList<Layout.FlatColumn> columns) => [.. columns.Select(column => column.Head)];
}

/// <summary>Why a cell leads nowhere: the file is no workbook; it has no such sheet; it was not made here or lost its 数据 or 来源; nothing is printed there; what is printed is no figure.</summary>
public enum LineageFault { no_workbook, no_sheet, no_index, no_figure, no_source }

/// <summary>What is printed in a cell: its row, its column, its value as stored.</summary>
public sealed record PrintedCell(string Row, string Column, string Value);

/// <param name="Fault">Null where the cell leads to its sources.</param>
/// <param name="Sources">By the heads of the sheet 来源.</param>
/// <param name="Sheets">Those there are, where the one asked is not.</param>
public sealed record LineageOfCell(LineageFault? Fault, PrintedCell? Printed, IReadOnlyList<IReadOnlyDictionary<string, string>> Sources, IReadOnlyList<string> Sheets)
{
    internal static LineageOfCell Without(LineageFault fault, IReadOnlyList<string> sheets) => new(fault, null, [], sheets);
}

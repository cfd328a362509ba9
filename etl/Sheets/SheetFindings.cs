using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Sheets;

/// <summary>What understanding a sheet may find, with its words.</summary>
static class SheetFindings
{
    public static Finding PeriodConflict(string sheet, Cell cell, Period first, string otherWords, Period other) => new(
        "period_conflict", Severity.error, new(Sheet: sheet, Cell: Address.Of(cell.Row, cell.Column)), otherWords, first.ToString(), null,
        $"表中写了两个报告期：{first.InWords()}与{other.InWords()}（“{otherWords}”）。请改成同一个报告期后重新报送。",
        $"The sheet names two periods, {first} and {other} (\"{otherWords}\"). Make them the same and send it again.");

    public static Finding HeaderMissing(string sheet, int row) => new(
        "header_missing", Severity.warning, new(Sheet: sheet, Cell: Address.Of(row, 1)), null, null, null,
        $"第{row}行起有数据，但上面没有表头（如“本月数”“本年累计”）。请补上表头后重新报送。",
        $"Data starts in row {row} without a header above it. Add the header row and send it again.");

    public static Finding PeriodGuessed(string sheet, Period period, string words) => new(
        "period_guessed", Severity.info, new(Sheet: sheet), words, period.ToString(), null,
        $"报告期写作“{words}”，按{period.InWords()}理解。", $"The period is written \"{words}\" and was read as {period}.");

    /// <summary>Names the cells, never what stands in them.</summary>
    public static Finding IdentifierSpoiled(string sheet, IReadOnlyList<Cell> cells) => new(
        "identifier_spoiled", Severity.error, new(Sheet: sheet, Cell: string.Join(" ", cells.Take(20).Select(cell => Address.Of(cell.Row, cell.Column)))), null, null, null,
        $"{cells.Count}个证件、卡号或代码单元格被表格软件当成了数字，第15位以后变成了0，已无法还原。请先把这一栏设为“文本”格式，再重新填写这些号码。",
        $"The spreadsheet took {cells.Count} identifiers for numbers and cut them to 15 digits; they cannot be restored. Format the column as text, then type them again.");

    public static Finding SheetNameDiffers(string sheet, Period period, Period other) => new(
        "period_conflict", Severity.warning, new(Sheet: sheet), sheet, period.ToString(), null,
        $"工作表名“{sheet}”是{other.InWords()}，表中写的是{period.InWords()}，按表中的认定。请核对是否填错了表。",
        $"The sheet's name says {other}, the table {period}; the table's was taken. Check that the right sheet was filled in.");
}

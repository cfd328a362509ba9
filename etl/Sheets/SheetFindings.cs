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
}

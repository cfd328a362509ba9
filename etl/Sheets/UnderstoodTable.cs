using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Sheets;

/// <summary>A table found in a sheet, in the sheet's own words: nothing here knows forms or units of the district.</summary>
/// <param name="Range">From the first title or header row to the last row that belongs to it.</param>
/// <param name="Title">Title lines joined by " / "; null where there is none.</param>
/// <param name="FormNumber">表号 as printed.</param>
/// <param name="OrgWords">What follows 填报单位, 单位名称 and the like.</param>
/// <param name="PeriodAxis">Where periods stand: with the table, in its columns, or in its rows.</param>
/// <param name="HeaderFirstRow">First and last row of the header, 1-based.</param>
/// <param name="RowLabelColumn">Column with the row labels.</param>
public sealed record UnderstoodTable(
    string Sheet, CellRange Range, string? Title, string? FormNumber, string? OrgWords, string? UnitWords, decimal Multiplier,
    Period? Period, string? PeriodWords, PeriodAxis PeriodAxis, int HeaderFirstRow, int HeaderLastRow, int FirstDataRow, int LastDataRow,
    int? RowLabelColumn, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows, IReadOnlyList<string> Footnotes,
    Signature Signature, IReadOnlyList<Finding> Findings)
{
    /// <summary>True for a list of persons: nothing below its header may be shown or passed on.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Cell that names the unit of measure of the whole table; null where none does.</summary>
    public string? UnitCell { get; init; }

    /// <summary>What stands in a column of remarks (备注), by row.</summary>
    public IReadOnlyDictionary<int, string> Remarks { get; init; } = new Dictionary<int, string>();

    /// <summary>Relations printed below the table, such as <c>1=6+7+8</c> and <c>1&gt;=2</c>; numbers are lines or columns as printed.</summary>
    public IReadOnlyList<string> PrintedRules => Sheets.PrintedRules.In(Footnotes);

    /// <summary>For each 合计 and 小计 row the rows it sums, where place and figures tell.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<int>> Sums => TotalRows.Of(Rows, Columns);
}

public enum PeriodAxis { none, row, column }

/// <summary>A value column: the header words above it from the top down (merged cells count for each column they span).</summary>
public sealed record TableColumn(int Column, IReadOnlyList<string> Path, string? UnitWords, decimal? Multiplier, Period? Period)
{
    /// <summary>Sheet row of the last of the words; null without a header.</summary>
    public int? HeaderRow { get; init; }
}

public enum RowKind { data, total, subtotal, heading }

/// <summary>A body row. <paramref name="Level"/> is the indent (0 for a whole, 1 for 其中 …).</summary>
/// <param name="Number">行次 as printed, where there is such a column.</param>
public sealed record TableRow(
    int Row, string Label, int Level, RowKind Kind, int? Number, string? UnitWords, Period? Period, IReadOnlyDictionary<int, CellValue> Values);

/// <summary>A body cell's value in the sheet's own unit (not multiplied), told apart: 空, 0, — and ….</summary>
/// <param name="Text">As written; empty for a blank cell.</param>
/// <param name="Guessed">What was assumed to read it (full-width digits, thousand marks, 1.2万 …), in words; null where it is plain.</param>
/// <param name="Unreadable">True where a value was meant but cannot be read as a number.</param>
public sealed record CellValue(string Text, decimal? Value, ValueState State, Bound Bound, string? Guessed, bool Unreadable)
{
    /// <summary>Unit written with the number, with its scale: 万人, 元/月, %, or 万 alone; null where the sheet's holds.</summary>
    public string? UnitWords { get; init; }

    /// <summary>Why a blank cell may look filled to who sent it.</summary>
    public HollowCell Hollow { get; init; }
}

/// <summary>A cell that is blank in the file and not on the screen: a formula whose result was not saved, or one covered by a merged neighbour.</summary>
public enum HollowCell { none, formula, merged }

/// <summary>填表人, 负责人, 电话, 填报日期 as printed.</summary>
public sealed record Signature(string? PreparedBy, string? ResponsiblePerson, string? Phone, string? Date)
{
    public static readonly Signature None = new(null, null, null, null);
}

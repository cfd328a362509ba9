using Reporting.Etl.Intake;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>What matching lines, columns and cells may find, with its words. Places are in the form's words.</summary>
static class CellFindings
{
    public static Finding LineMissing(UnderstoodTable table, FormLine line, IReadOnlyList<string> near) => new(
        "line_missing", Severity.error, new(LineWords(line), Sheet: table.Sheet), null, line.Label, null,
        $"缺少第{line.Number}行“{line.Label}”。请补上这一行（没有数据也要保留该行）{(near.Count == 0 ? "" : $"；表中的“{string.Join("”“", near)}”若就是它，请改用报表的名称")}。",
        $"Line {line.Number} '{line.Label}' is missing. Add it, even where there is nothing to report.");

    public static Finding LineTwice(UnderstoodTable table, LineMatch twice, Slot first, bool across, bool alike) => alike ? new(
        "line_twice", Severity.warning, new(LineWords(twice.Line), Sheet: table.Sheet, Cell: PlaceOf(table, twice.Slot, across)), twice.Slot.Label, null, null,
        $"第{twice.Line.Number}行“{twice.Line.Label}”出现两次（{PlaceOf(table, first, across)}与{PlaceOf(table, twice.Slot, across)}），数字相同，只算一次。请核对其中一行是否本应是别的指标；多余的请删去。",
        $"Line {twice.Line.Number} appears twice with the same figures; it counts once. Check whether one of them was meant to be another line.") : new(
        "line_twice", Severity.error, new(LineWords(twice.Line), Sheet: table.Sheet, Cell: PlaceOf(table, twice.Slot, across)), twice.Slot.Label, null, null,
        $"第{twice.Line.Number}行“{twice.Line.Label}”出现两次（{PlaceOf(table, first, across)}与{PlaceOf(table, twice.Slot, across)}），数字不同，不知以哪一行为准。请只保留一行。",
        $"Line {twice.Line.Number} appears twice with different figures. Keep one.");

    public static Finding LineUnknown(UnderstoodTable table, Slot slot, IReadOnlyList<FormLine> near, bool across) => near.Count > 1 && near.All(line => line.Label == near[0].Label) ? new(
        "line_unknown", Severity.warning, new(Sheet: table.Sheet, Cell: PlaceOf(table, slot, across)), slot.Label, string.Join("、", near.Select(Numbered)), null,
        $"“{slot.Label}”没有读入：不知道是{string.Join("，还是", near.Select(Numbered))}。请把它写在所属的那一行下面，缺的那一行请补上。",
        $"'{slot.Label}' was left out: it may be line {string.Join(" or ", near.Select(line => line.Number))}. Write it below the line it belongs to.") : new(
        "line_unknown", Severity.warning, new(Sheet: table.Sheet, Cell: PlaceOf(table, slot, across)), slot.Label, near.Count == 0 ? null : string.Join("、", near.Select(Numbered)), null,
        $"“{slot.Label}”不是这张报表的指标，没有读入{(near.Count == 0 ? "。" : $"，是不是{string.Join("，还是", near.Select(Numbered))}？请改用报表的名称。")}",
        $"'{slot.Label}' is no line of this form and was left out.");

    // 其中：女性 may stand under several lines.
    static string Numbered(FormLine line) => $"第{line.Number}行“{line.Label}”";

    /// <summary>Said as a warning where the words are further apart.</summary>
    public static Finding LineGuessed(UnderstoodTable table, LineMatch match, bool across) => new(
        "line_guessed", match.Score >= 0.86m ? Severity.info : Severity.warning, new(LineWords(match.Line), Sheet: table.Sheet, Cell: PlaceOf(table, match.Slot, across)),
        match.Slot.Label, match.Line.Label, null,
        $"“{match.Slot.Label}”按第{match.Line.Number}行“{match.Line.Label}”理解。若不对，请改用报表的名称。", $"'{match.Slot.Label}' was read as line {match.Line.Number} '{match.Line.Label}'.");

    public static Finding ColumnMissing(UnderstoodTable table, FormColumn column) => new(
        "column_missing", Severity.error, new(Column: column.Title, Sheet: table.Sheet), null, column.Title, null,
        $"缺少“{column.Title}”一栏。请在表头补上这一栏。", $"The column '{column.Title}' is missing. Add it to the header.");

    public static Finding ColumnTwice(UnderstoodTable table, FormColumn column, TableColumn source, bool alike) => alike ? new(
        "column_twice", Severity.warning, new(Column: column.Title, Sheet: table.Sheet, Cell: HeadOf(table, source)), string.Join(" ", source.Path), null, null,
        $"有两栏都是“{column.Title}”，数字相同，只算一次。请核对其中一栏是否本应是别的栏；多余的请删去。",
        $"Two columns are '{column.Title}' with the same figures; they count once. Check whether one of them was meant to be another.") : new(
        "column_twice", Severity.error, new(Column: column.Title, Sheet: table.Sheet, Cell: HeadOf(table, source)), string.Join(" ", source.Path), null, null,
        $"有两栏都是“{column.Title}”，数字不同。请只保留一栏，或写明各是什么。", $"Two columns are '{column.Title}' with different figures. Keep one, or say what each is.");

    public static Finding ColumnUnknown(UnderstoodTable table, TableColumn source) => new(
        "column_unknown", Severity.info, new(Sheet: table.Sheet, Cell: HeadOf(table, source)), string.Join(" ", source.Path), null, null,
        $"“{string.Join(" ", source.Path)}”一栏不是这张报表要的，没有读入。", $"The column '{string.Join(" ", source.Path)}' is not asked for and was left out.");

    public static Finding ColumnAssumed(UnderstoodTable table, FormColumn column) => new(
        "column_assumed", Severity.warning, new(Column: column.Title, Sheet: table.Sheet), null, column.Title, null,
        $"表头没有写明是本月还是累计，按“{column.Title}”理解。请在表头写明。", $"The header does not say which column the figures are; read as '{column.Title}'.");

    public static Finding ValueUnreadable(UnderstoodTable table, MatchedCell cell) => new(
        "value_unreadable", Severity.error, At(table, cell), cell.Source.Text, null, null,
        $"“{cell.Source.Text}”不是数字{(cell.Source.Guessed is { } why ? $"（{why}）" : "")}。请填写数字；没有数据请填 0，不适用请填“—”。", $"'{cell.Source.Text}' is no number. Write a number, 0 for none, — where it does not apply.");

    public static Finding ValueGuessed(UnderstoodTable table, string guess, IReadOnlyList<MatchedCell> cells) => new(
        "value_guessed", IsNone(cells[0]) ? Severity.warning : Severity.info, cells.Count == 1 ? At(table, cells[0]) : new(Sheet: table.Sheet, Cell: string.Join(" ", cells.Take(20).Select(AddressOf))), cells[0].Source.Text, null, null,
        $"{cells.Count}个单元格按下面的理解读取（{guess}）：{string.Join("、", cells.Take(20).Select(cell => $"第{cell.Line.Number}行{cell.Column.Title}（{AddressOf(cell)}）“{cell.Source.Text.Trim()}”"))}。", $"{cells.Count} cells were read with this assumption: {guess}.");

    // Who writes 无 may mean that it does not apply or that nothing occurred: the first is taken, and the sender is to look.
    static bool IsNone(MatchedCell cell) => cell.State == ValueState.not_applicable && Words.Bare(cell.Source.Text) == "无";

    public static Finding ValueRounded(UnderstoodTable table, MatchedCell cell, decimal value, decimal rounded) => new(
        "value_rounded", Severity.info, At(table, cell), cell.Source.Text, Plain(rounded), value - rounded,
        $"{Plain(value)} 的小数多于四位，四舍五入为 {Plain(rounded)}。", $"{Plain(value)} has more than four decimals and was rounded to {Plain(rounded)}.");

    public static Finding ValueTooLarge(UnderstoodTable table, MatchedCell cell) => new(
        "value_too_large", Severity.error, At(table, cell), cell.Source.Text, null, null,
        $"“{cell.Source.Text}”超过14位整数，不可能是统计数。请核对是否填错了栏（如填成了证件号码）。", $"'{cell.Source.Text}' has more than 14 integer digits. Check that it is in the right cell.");

    public static Finding UnitConflict(UnderstoodTable table, FormLine line, string found, string cell) => new(
        "unit_conflict", Severity.error, new(LineWords(line), Sheet: table.Sheet, Cell: cell), found, line.Unit, null,
        $"第{line.Number}行“{line.Label}”的计量单位应为“{line.Unit}”，表中是“{found}”。请按“{line.Unit}”填写。", $"Line {line.Number} is measured in {line.Unit}, the sheet says {found}.");

    /// <summary>Of all lines at once, at the cell that names the unit.</summary>
    public static Finding UnitConflict(UnderstoodTable table, IReadOnlyList<string> units) => new(
        "unit_conflict", Severity.error, new(Sheet: table.Sheet, Cell: table.UnitCell), table.UnitWords, string.Join("、", units), null,
        $"整张表的计量单位写作“{table.UnitWords}”，而报表各行是“{string.Join("”“", units)}”，不能换算。请改正计量单位，各行按报表印的单位填写。",
        $"The sheet's unit of measure is {table.UnitWords}, the form's lines are in {string.Join(", ", units)}. Correct the unit.");

    public static string LineWords(FormLine line) => $"{line.Number} {line.Label}";

    static Place At(UnderstoodTable table, MatchedCell cell) => new(LineWords(cell.Line), cell.Column.Title, table.Sheet, AddressOf(cell));

    static string AddressOf(MatchedCell cell) => Address.Of(cell.Row, cell.ColumnNumber);

    // The words themselves, not the row 甲 乙 1 2 that may stand under them.
    static string HeadOf(UnderstoodTable table, TableColumn source) => Address.Of(source.HeaderRow ?? Math.Max(1, table.HeaderLastRow), source.Column);

    static string PlaceOf(UnderstoodTable table, Slot slot, bool across) =>
        across ? Address.Of(Math.Max(1, table.HeaderLastRow), slot.Place) : Address.Of(slot.Place, table.RowLabelColumn ?? 1);

    static string Plain(decimal value) => value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}

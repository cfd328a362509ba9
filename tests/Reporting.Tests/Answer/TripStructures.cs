using Reporting.Portal.Demo;
using Reporting.Warehouse;

namespace Reporting.Tests.Answers;

/// <summary>Mistakes in a sheet as a whole: rows, columns, whose, of which month, which form.</summary>
static class TripStructures
{
    public static IReadOnlyList<TripKind> All { get; } =
    [
        new("line missing", "line_missing", null, Nothing, sheet =>
        {
            sheet.Bytes = ClerkEdit.SavedElsewhere(sheet.Bytes, sheet.Grid.Name, sheet.RowOf(5));
            sheet.PutRow(sheet.RowOf(5), above: 3, line: 4);
        }) { Paint = filled => filled with { LineLeftOut = 4 } },
        new("line twice, differently", "line_twice", sheet => sheet.SecondLabelOf(3), sheet => sheet.Put(sheet.SecondOf(3, "month"), 77m), sheet => sheet.Empty(sheet.SecondOf(3, "month"))) { Paint = filled => filled with { LineTwice = 3 } },
        new("line under another name", "line_missing", null, sheet => sheet.Put(sheet.LabelAt(6), "困难职工慰问户数"), sheet => sheet.Put(sheet.LabelAt(6), "青年见习人次")),
        new("column missing", "column_missing", null, Nothing, sheet => sheet.PutYear()) { Paint = filled => filled with { ColumnLeftOut = "ytd" } },
        new("column twice", "column_twice", null, sheet => sheet.Put(sheet.At("上年同期"), "本月数"), sheet => sheet.Retype("上年同期")),
        new("unit of money over people", "unit_conflict", sheet => sheet.HasUnitColumn ? sheet.FirstAt(3) : sheet.UnitAt(3), sheet => sheet.PutUnit(3, "元"), sheet => sheet.PutUnit(3, null)),
        new("万 over heads counted one by one", "unit_scale", sheet => sheet.HasUnitColumn ? null : sheet.UnitAt(3), sheet =>
        {
            foreach (var line in sheet.District.Form.Lines) sheet.PutUnit(line.Number, sheet.HasUnitColumn ? $"万{line.Unit}" : "万人");
        }, sheet =>
        {
            foreach (var line in sheet.District.Form.Lines) sheet.PutUnit(line.Number, null);
        }),
        Asked("another town's name", "org_unit_conflict", sheet => sheet.Overtype(sheet.Unit.Name, "甲河镇"), sheet => sheet.Retype(sheet.Unit.Name)),
        Asked("a name nobody knows", "org_unit_unknown", sheet => sheet.Overtype(sheet.Unit.Name, "无此地街道"), sheet => sheet.Retype(sheet.Unit.Name)),
        new("month to come", "period_in_future", null, sheet => sheet.Overtype(sheet.PeriodWords, sheet.WordsOf(TripDistrict.Month.Next())), sheet => sheet.Retype(sheet.PeriodWords)),
        Asked("no month", "period_missing", sheet => sheet.Overtype(sheet.PeriodWords, " "), sheet => sheet.Retype(sheet.PeriodWords)),
        Asked("two months", "period_conflict", sheet => sheet.Overtype("窗口服务月报表", "2022年1月窗口服务月报表"), sheet => sheet.Retype("窗口服务月报表")),
        Asked("two months in one cell", "period_conflict", sheet => sheet.Overtype(sheet.PeriodWords, $"{sheet.PeriodWords}（3月）"), sheet => sheet.Retype(sheet.PeriodWords)),
        Asked("a quarter on a monthly form", "period_kind", sheet => sheet.Overtype(sheet.PeriodWords, "2022年第一季度"), sheet => sheet.Retype(sheet.PeriodWords)),
        Asked("heading's month unchanged", "period_unchanged", sheet => sheet.Overtype(sheet.PeriodWords, sheet.WordsOf(Period.Month(2022, 1))), sheet => sheet.Retype(sheet.PeriodWords)),
        Asked("form of no known kind", "form_unknown", sheet =>
        {
            sheet.Overtype("窗口服务月报表", "工作情况");
            if (sheet.Says("试20表")) sheet.Overtype("试20表", "");
            foreach (var line in sheet.District.Form.Lines) sheet.Put(sheet.LabelAt(line.Number), $"事项{(char)('子' + line.Number)}");
        }, sheet =>
        {
            sheet.Retype("窗口服务月报表");
            if (sheet.Says("试20表")) sheet.Retype("试20表");
            foreach (var line in sheet.District.Form.Lines) sheet.Retype(sheet.LabelWords(line.Number));
        }),
        Asked("title of another form", "form_title_differs", sheet => sheet.Overtype("窗口服务月报表", "社会保障月报表"), sheet => sheet.Retype("窗口服务月报表")),
        new("nobody has signed", "signature_missing", null, sheet => sheet.Overtype("单位负责人：黄敏", "单位负责人："), sheet => sheet.Retype("单位负责人：黄敏")),
        new("table twice in a file", "table_repeated", null, Nothing, sheet => sheet.Bytes = ClerkEdit.TakeOut(sheet.Bytes, "附表")) { Twice = true },
        new("figures in a hidden row", "value_negative", sheet => sheet.At(8, "month"), sheet =>
        {
            sheet.PutMonth(8, -3);
            sheet.Bytes = ClerkEdit.Hide(sheet.Bytes, sheet.Grid.Name, sheet.RowOf(8), true);
        }, sheet =>
        {
            sheet.Bytes = ClerkEdit.Hide(sheet.Bytes, sheet.Grid.Name, sheet.RowOf(8), false);
            sheet.Restore(8);
        }),
    ];

    static void Nothing(TripSheet sheet) { }

    static TripKind Asked(string name, string code, Action<TripSheet> spoil, Action<TripSheet> mend) => new(name, code, null, spoil, mend) { Verdict = TableState.unclear };
}

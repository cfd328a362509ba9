using Reporting.Warehouse;

namespace Reporting.Tests.Answers;

/// <summary>Figures that may be true: the clerk says why, beside the figure or in the list of results.</summary>
static class TripReasons
{
    const string Fair = "2 月 18 日承办全区招聘会，当场登记 260 人";

    public static IReadOnlyList<TripKind> All { get; } =
    [
        Warning("month jump", "month_jump", sheet => sheet.At(3, "month"), sheet => sheet.PutMonth(3, 300), sheet => sheet.Reason("month_jump", Fair)),
        Warning("empty phrase first", "month_jump", sheet => sheet.At(3, "month"), sheet => sheet.PutMonth(3, 300), sheet => sheet.Reason("month_jump", "经核实，数据准确无误")) with
        {
            After = TableState.awaiting_explanation,
            MendAgain = sheet => sheet.Reason("month_jump", Fair),
        },
        Warning("jump that was a slip", "month_jump", sheet => sheet.At(6, "month"), sheet => sheet.PutMonth(6, 3_000), sheet => sheet.Restore(6)),
        Warning("year jump", "year_jump", sheet => sheet.At(7, "month"), sheet => sheet.PutMonth(7, 500), sheet => sheet.Reason("year_jump", "今年早稻育秧提前，合作社集中用工")),
        Warning("last year's figure differs", "quoted_differs", sheet => sheet.At(4, "last"), sheet => sheet.Put(4, "last", sheet.TrueAt(4, "last") + 7),
            sheet => sheet.Remark(4, "去年 2 月漏登 7 人次，已向区里书面更正")),
        Warning("several blanks", "blanks_are_zero", null, sheet =>
        {
            foreach (var line in new[] { 2, 3, 6 })
            {
                sheet.Put(line, "ytd", sheet.TrueAt(line, "ytd") - sheet.TrueAt(line, "month"));
                sheet.Put(line, "month", (decimal?)null);
            }
        }, sheet => sheet.Reason("blanks_are_zero", "窗口装修停办，这几格确为 0")),
        Warning("same sheet again", "sheet_repeats_period", null, sheet =>
        {
            foreach (var line in sheet.District.Form.Lines)
                Repeat(sheet, line.Number);
        }, sheet =>
        {
            foreach (var line in sheet.District.Form.Lines) sheet.Restore(line.Number);
        }),
        Warning("line no longer there", "held_now_absent", null, sheet =>
        {
            sheet.Put(8, "month", (decimal?)null);
            sheet.Put(8, "ytd", (decimal?)null);
        }, sheet => sheet.Reason("held_now_absent", "该项业务 1 月起划归区残联统计")) with { Period = Period.Month(2022, 1) },
        Warning("correction after the lock", "period_locked", null, sheet =>
        {
            sheet.District.Trial.Warehouse.Reviews.Lock([new("310999", "trip-monthly", sheet.Period.Start, sheet.Unit.Code, null, "年报已定", "刘工", Jobs.TrialDistrict.Now, 0)], [], [], Jobs.TrialDistrict.Now);
            sheet.PutMonth(3, sheet.TrueAt(3, "month") + 2);
        }, sheet => sheet.Reason("period_locked", "12 月补登 2 名创业者，附名册")) with { Period = Period.Month(2021, 12), After = TableState.awaiting_review, IsReviewed = true },
    ];

    static TripKind Warning(string name, string code, Func<TripSheet, string>? at, Action<TripSheet> spoil, Action<TripSheet> mend) =>
        new(name, code, at, spoil, mend) { Verdict = TableState.awaiting_explanation };

    // What January said, added up as if February had been the same.
    static void Repeat(TripSheet sheet, int line)
    {
        var january = TripDistrict.True(line, Basis.in_period, Period.Month(2022, 1));
        sheet.Put(line, "month", january);
        if (sheet.District.Form.Line(line)!.Fills("ytd")) sheet.Put(line, "ytd", january * 2);
    }
}

using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>What there is to say about a statement that nothing occurred.</summary>
public static class NilFindings
{
    public static Finding FormUnknown(string form) => Of("nil_form_unknown", form, $"没有报表“{form}”，无法登记零报告。", $"There is no form '{form}'.");

    public static Finding UnitUnknown(string unit) => Of("nil_unit_unknown", unit, $"没有单位“{unit}”，无法登记零报告。", $"There is no org unit '{unit}'.");

    public static Finding PeriodKind(Form form, Period period) => Of("nil_period", period.InWords(),
        $"《{form.Name}》不按“{period.InWords()}”这样的报告期报送。", $"'{form.Name}' is not reported for a period such as {period}.");

    public static Finding OfAnotherDistrict(Form form, OrgUnit unit) => Of("nil_unit_unknown", unit.Name,
        $"《{form.Name}》不是{unit.Name}所在区的报表。", $"'{form.Name}' is no form of the district of {unit.Name}.");

    public static Finding NotOwn(OrgUnit channel, OrgUnit unit) => Of("nil_not_own", unit.Name,
        $"{channel.Name}不能替{unit.Name}作零报告：零报告由本单位的人作出。", $"{channel.Code} cannot state a nil return for {unit.Code}; somebody of that unit must.");

    public static Finding NoFlows(Form form) => Of("nil_no_flows", form.Name,
        $"《{form.Name}》里本单位要报的都是期末数（存量），不能零报告；请报送报表。", $"All that the unit owes of '{form.Name}' are levels at the period's end; nothing occurring says nothing about them. Send the sheet.");

    /// <summary>Said for the record, and yet there is something to do.</summary>
    public const string StillOwed = "nil_stocks_owed";

    /// <summary>Stocks of the same form are still owed.</summary>
    public static Finding StocksOwed(IReadOnlyList<FormLine> lines) => new(StillOwed, Severity.info, new(Line: lines.Count == 1 ? $"{lines[0].Number} {lines[0].Label}" : null), null, null, null,
        $"零报告只说明没有发生；期末数（{string.Join("、", lines.Select(line => $"{line.Number} {line.Label}"))}）仍要另外报送。",
        $"A nil return says that nothing occurred; levels at the period's end are still owed: lines {string.Join(", ", lines.Select(line => line.Number))}.");

    /// <summary>What was reported as having occurred is not unsaid by a nil return.</summary>
    public static Finding Contradicts(IReadOnlyList<(string Line, decimal Value)> held) => new("nil_contradicts", Severity.error, new(Line: held[0].Line),
        "0", Figures.Printed(held[0].Value), null,
        $"本期已报送过发生数（{string.Join("、", held.Take(5).Select(each => $"{each.Line}：{Figures.Printed(each.Value)}"))}{(held.Count > 5 ? $"等 {held.Count} 行" : "")}），不能再作零报告。报错了的，请撤回原来的报表或重报更正。",
        $"Figures other than nought are held for this period ({held.Count} lines); withdraw that sheet or send a corrected one instead.");

    static Finding Of(string code, string found, string zh, string en) => new(code, Severity.error, Place.File, found, null, null, zh, en);
}

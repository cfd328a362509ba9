using Reporting.Reports.Layout;
using Reporting.Reports.Monthly;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Rules;

namespace Reporting.Reports.Filings;

/// <summary>尚欠和退回: what is owed and since when; why sheets of the year were sent back, how often, by whom; who explained what; and each that was sent back.</summary>
static class ReturnsSheet
{
    const string Name = "尚欠和退回";
    const int NamedUnits = 4;

    public static SheetLayout Of(FilingsFacts facts)
    {
        var (owed, sheets) = (OwedTable.Of(facts), Sheets(facts));
        return new(Name, true, [6, 26, 30, 14, 24, 14, 50, 18],
        [
            Heading.Of(facts.Content.Cover, "尚欠和退回的报表"), Heading.Below(facts.Content.Cover),
            new Line(LineKind.heading, "一、尚欠的报表"), owed,
            new Line(LineKind.note, $"注：截止日已过而没有入库的，不论哪一年的报告期；逾期天数算到{facts.Content.Day:yyyy-MM-dd}。欠得最久的在前。"),
            new Line(LineKind.heading, "二、退回的原因"), Reasons(facts),
            new Line(LineKind.heading, "三、核对提示和上报说明"), Explained(facts),
            new Line(LineKind.heading, "四、本年退回的报表"), sheets,
            new Line(LineKind.note, "注：一份报表可能有几种问题，各计一次，份数不相加；处数为问题在表中出现的次数。现状为同一单位、报表、报告期现在的情况。认不出是哪张报表、哪个单位或哪一期的文件不列入。"),
        ], MostPages: 0, owed.Rows.Count > sheets.Rows.Count ? owed : sheets); // the longer of the two has its head repeated
    }

    /// <summary>What a code is called: under the rule's own title, as the answer to the sender says it.</summary>
    public static string Title(FilingsFacts facts, string code, SheetReturn of) => RuleTexts.TitleOf(code, facts.FormOf(of.Form, of.PeriodStart)) ?? code;

    /// <summary>The titles found in the year's returned sheets, the most frequent first.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<SheetReturn> Rows)> ByTitle(FilingsFacts facts) =>
    [
        .. facts.Content.Returns.GroupBy(row => row.Code is { } code ? Title(facts, code, row) : ByPerson)
            .Select(title => (Title: title.Key, Rows: (IReadOnlyList<SheetReturn>)[.. title])).OrderByDescending(title => title.Rows.DistinctBy(row => row.TableId).Count()).ThenBy(title => title.Title, StringComparer.Ordinal),
    ];

    const string ByPerson = "审核退回（没有核对出错误）";

    static Table Reasons(FilingsFacts facts) => new(
        [new("序号", Alignment.center), new("问题"), new("代码"), new("份数", Alignment.right), new("处数", Alignment.right), new("单位数", Alignment.right), new("份数最多的单位", Span: 2)],
        [.. ByTitle(facts).Select((title, index) => new Row(
        [
            $"{index + 1}", title.Title, string.Join("、", title.Rows.Select(row => row.Code).OfType<string>().Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } codes ? codes : FigureCells.NotApplicable,
            new Number(title.Rows.DistinctBy(row => row.TableId).Count()), title.Title == ByPerson ? FigureCells.NotApplicable : new Number(title.Rows.Sum(row => row.Times)), new Number(title.Rows.Select(row => row.OrgUnit).Distinct().Count()), Most(facts, title.Rows),
        ]))], WhenEmpty: "本年没有退回的报表", Dense: true);

    static string Most(FilingsFacts facts, IReadOnlyList<SheetReturn> rows) => string.Join("、", rows.DistinctBy(row => row.TableId).GroupBy(row => row.OrgUnit)
        .OrderByDescending(unit => unit.Count()).ThenBy(unit => facts.OrderOf(unit.Key)).Take(NamedUnits).Select(unit => $"{facts.NameOf(unit.Key)}（{unit.Count()}）"));

    static Table Explained(FilingsFacts facts) => new(
        [new("序号", Alignment.center), new("单位"), new("情况"), new("提示条数", Alignment.right), new("已说明条数", Alignment.right), new("有说明的份数", Alignment.right), new("待说明的报表", Span: 2)],
        [.. facts.OfYear.GroupBy(status => status.OrgUnit).Where(unit => unit.Any(status => status.Explained > 0 || status.State == "awaiting_explanation")).OrderBy(unit => facts.OrderOf(unit.Key))
            .Select((unit, index) => new Row(
            [
                $"{index + 1}", facts.NameOf(unit.Key), unit.Any(status => status.State == "awaiting_explanation") ? "尚有待说明" : "已说明", new Number(unit.Sum(status => status.Warnings)), new Number(unit.Sum(status => status.Explained)),
                new Number(unit.Count(status => status.Explained > 0)),
                string.Join("、", unit.Where(status => status.State == "awaiting_explanation").Select(status => $"{facts.FormName(status.Form, status.PeriodStart)} {facts.PeriodOf(status.Form, status.PeriodStart)}")) is { Length: > 0 } open ? open : "无",
            ]))], WhenEmpty: "本年没有上报说明，也没有待说明的报表", Dense: true);

    static Table Sheets(FilingsFacts facts)
    {
        var now = facts.Content.Statuses.ToLookup(status => (status.OrgUnit, status.Form, status.PeriodStart));
        return new(
            [new("序号", Alignment.center), new("单位"), new("报表"), new("报告期", Alignment.center), new("回执号"), new("退回时间", Alignment.center), new("问题（处数）"), new("现状")],
            [.. facts.Content.Returns.GroupBy(row => row.TableId).OrderBy(sheet => sheet.First().ReturnedAt).ThenBy(sheet => sheet.Key).Select((sheet, index) => new Row(
            [
                $"{index + 1}", facts.NameOf(sheet.First().OrgUnit), facts.FormName(sheet.First().Form, sheet.First().PeriodStart), facts.PeriodOf(sheet.First().Form, sheet.First().PeriodStart), sheet.First().Receipt,
                $"{ShanghaiTime.DateOf(sheet.First().ReturnedAt):yyyy-MM-dd}", Found(facts, [.. sheet]), Now(now[(sheet.First().OrgUnit, sheet.First().Form, sheet.First().PeriodStart)].FirstOrDefault()),
            ]))], WhenEmpty: "本年没有退回的报表", Dense: true);
    }

    static string Found(FilingsFacts facts, List<SheetReturn> sheet)
    {
        var found = string.Join("；", sheet.Where(row => row.Code is not null).GroupBy(row => Title(facts, row.Code!, row)).Select(title => $"{title.Key}（{title.Sum(row => row.Times)}）"));
        var said = sheet[0].Reason is { Length: > 0 } reason ? $"审核意见：{reason}" : "";
        return string.Join("；", new[] { found, said }.Where(words => words.Length > 0)) is { Length: > 0 } words ? words : FigureCells.NotApplicable;
    }

    public static string Now(UnitPeriodStatus? status) => status is null ? FigureCells.NotApplicable : SubmissionsSheet.IsReported(status) ? status.Late ? "已重报，迟报" : "已重报，按时" : OwedTable.State(status);
}

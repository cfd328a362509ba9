using Reporting.Reports.Layout;
using Reporting.Reports.Monthly;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Filings;

/// <summary>逐月情况: each form with its units, month by month, as letters; then the letters with how many stand under each.</summary>
static class MonthsSheet
{
    const string Name = "逐月情况", NotYet = "○";

    /// <summary>Rows of one printed page; a form stands on one page wherever it fits.</summary>
    const int RowsOfOnePage = 52;

    public static IEnumerable<SheetLayout> Of(FilingsFacts facts)
    {
        var forms = facts.OfYear.GroupBy(status => status.Form).OrderByDescending(form => form.Select(status => status.OrgUnit).Distinct().Count()).ThenBy(form => form.Key, StringComparer.Ordinal)
            .Select(form => Rows(facts, [.. form]).ToList()).ToList();
        var pages = new List<List<Row>> { new() };
        foreach (var form in forms)
            if (pages[^1].Count == 0 || pages[^1].Count + form.Count <= RowsOfOnePage) pages[^1].AddRange(form);
            else pages.Add(form);
        if (pages[^1].Count + Marks.Length > RowsOfOnePage) pages.Add([]); // the legend on a page of its own
        return pages.Select((rows, index) => Of(facts, rows, pages.Count == 1 ? Name : $"{Name}{index + 1}", index == pages.Count - 1));
    }

    static SheetLayout Of(FilingsFacts facts, List<Row> rows, string name, bool isLast)
    {
        var grid = new Table(
            [
                new("序号", Alignment.center), new("单位"), .. Enumerable.Range(1, facts.Month).Select(month => new Column($"{month}月", Alignment.center)),
                new("到期", Alignment.right), new("按时", Alignment.right), new("按时率", Alignment.right),
            ], rows, WhenEmpty: "本年至本月没有报送义务", Dense: true);
        // Of few months the counts take the room: the words above the table need half of it.
        return new(name, false, [6, 34, .. Enumerable.Repeat(Math.Clamp(68 / facts.Month, 7, 12), facts.Month), .. Enumerable.Repeat(facts.Month <= 3 ? 16 : 10, 3)],
        [
            Heading.Of(facts.Content.Cover, "各单位逐月报送情况"), Heading.Below(facts.Content.Cover),
            .. rows.Count > 0 || isLast && facts.OfYear.Count == 0 ? [grid] : Array.Empty<Block>(),
            .. isLast ? [new Line(LineKind.heading, "标记的含义和份数"), Legend(facts)] : Array.Empty<Block>(),
            new Line(LineKind.note, $"注：一格为一家单位一张报表一个报告期，{(isLast ? "标记见上表" : "标记见末页")}；季报、年报列在报告期的最后一个月。—：该月不需报送；合计行为入库份数/到期份数。"),
        ], MostPages: 1, rows.Count > 0 ? grid : null, 2);
    }

    static IEnumerable<Row> Rows(FilingsFacts facts, List<UnitPeriodStatus> form)
    {
        yield return Row.Divider(Words(facts, form));
        var units = form.GroupBy(status => status.OrgUnit).OrderBy(unit => facts.OrderOf(unit.Key)).ThenBy(unit => unit.Key, StringComparer.Ordinal).ToList();
        foreach (var (index, unit) in units.Index())
            yield return new([$"{index + 1}", facts.NameOf(unit.Key), .. Enumerable.Range(1, facts.Month).Select(month => OfMonth(facts, unit, month)), .. Counts([.. unit])]);
        if (units.Count > 1)
            yield return new(["", "合计（入库/到期）", .. Enumerable.Range(1, facts.Month).Select(month => Whole(Tally.Of(form.Where(status => facts.EndOf(status).Month == month)))), .. Counts(form)], RowKind.total);
    }

    static string Words(FilingsFacts facts, List<UnitPeriodStatus> form) =>
        facts.FormOf(form[0].Form, facts.Content.Period.Start) is { } known ? $"{known.Name}{(known.Number.Length > 0 ? $"（{known.Number}）" : "")}　{RulesSheet.Often(known.Period)}" : form[0].Form;

    static Cell OfMonth(FilingsFacts facts, IEnumerable<UnitPeriodStatus> unit, int month) =>
        unit.FirstOrDefault(status => facts.EndOf(status).Month == month) is { } status ? Mark(status) : FigureCells.NotApplicable;

    static string Mark(UnitPeriodStatus status) => status.State == "not_due" ? NotYet : SubmissionsSheet.Letter(status);

    static Cell Whole(Tally tally) => tally.Due == 0 ? FigureCells.NotApplicable : $"{tally.Loaded}/{tally.Due}";

    static Cell[] Counts(IReadOnlyList<UnitPeriodStatus> statuses)
    {
        var tally = Tally.Of(statuses);
        return [new Number(tally.Due), new Number(tally.OnTime), StandingsSheet.Share(tally)];
    }

    static readonly (string Mark, string Words)[] Marks =
    [
        (SubmissionsSheet.OnTime, "按时入库"), (SubmissionsSheet.Nil, "按时零报告"), (SubmissionsSheet.Late, "迟报：入库，首次收到在截止日之后（含迟报的零报告）"), (SubmissionsSheet.Partly, "分次报送，还有部分未到"),
        (SubmissionsSheet.Returned, "已退回，待重报"), (SubmissionsSheet.Unclear, "内容不明，待报送单位答复"), (SubmissionsSheet.Explaining, "待报送单位说明原因"), (SubmissionsSheet.Reviewing, "待区级审核"),
        (SubmissionsSheet.Withdrawn, "已撤回"), (SubmissionsSheet.Voided, "已作废"), (SubmissionsSheet.SetAside, "未能入库，由区级处理"), (SubmissionsSheet.Missing, "过期未报"), (NotYet, "未到截止日"),
    ];

    // The marks stand under the numbers of the grid, the words under its units; the counts share the months' columns.
    static Table Legend(FilingsFacts facts) => new(
        [new("标记", Alignment.center), new("含义", Span: facts.Month + 1), new("本月\n份数", Alignment.right), new("本年\n份数", Alignment.right), new("单位数", Alignment.right)],
        [.. Marks.Select(mark => (mark, Year: facts.OfYear.Where(status => Mark(status) == mark.Mark).ToList()))
            .Select(one => new Row([one.mark.Mark, one.mark.Words, new Number(facts.OfMonth.Count(status => Mark(status) == one.mark.Mark)), new Number(one.Year.Count), new Number(one.Year.Select(status => status.OrgUnit).Distinct().Count())]))],
        Dense: true);
}

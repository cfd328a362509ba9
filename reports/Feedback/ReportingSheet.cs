using Reporting.Reports.Layout;
using Reporting.Reports.Monthly;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Rules;

namespace Reporting.Reports.Feedback;

/// <summary>填报: the months of the unit's figures, the findings it meets most, what it still owes, and what came back; one page.</summary>
static class ReportingSheet
{
    public const int Findings = 5;
    const int Listed = 12;

    static readonly int[] Widths = [38, .. Enumerable.Repeat(10, 12), 16];

    public static SheetLayout Of(FeedbackContent content)
    {
        var months = Months(content);
        var frequent = Frequent(content);
        return new("填报", Landscape: true, Widths,
        [
            Heading.Of(content.Cover, "填报情况"), Heading.Below(content.Cover),
            new Line(LineKind.heading, "三、各月的数"), months,
            new Line(LineKind.heading, "四、最常见的问题"), Found(content, frequent), .. Hints(frequent),
            new Line(LineKind.heading, "五、还欠的报表"), Owed(content), .. Left(Open(content).Count),
            new Line(LineKind.heading, "六、退回的报表"), Returned(content), .. Left(content.Returns.Count),
            new Line(LineKind.note, "注：问题只计已入库和已退回的报表中的错误和提醒，按报告期的月份计次，一格一次；还在等答复、说明、审核的报表办完后再计。退回的报表重报入库后仍列，以便对照。"),
        ], MostPages: 1, months, 1);
    }

    static Table Months(FeedbackContent content) => new(
        [new("指标"), .. Enumerable.Range(1, 12).Select(month => new Column($"{month}月", Alignment.right)), new("走势", Alignment.center)],
        [.. content.Lines.DistinctBy(line => line.Indicator.Id).Select(line => new Row([$"{line.Indicator.Name}（{line.Indicator.Unit}）", .. line.Months, MonthsSheet.Line(line.Months, content.Month, firstMonth: 1)]))],
        WhenEmpty: "本单位没有规划指标", Dense: true);

    /// <summary>The codes that were met most this year, the most frequent first.</summary>
    public static IReadOnlyList<FrequentFinding> Frequent(FeedbackContent content) =>
    [
        .. content.Findings.GroupBy(finding => finding.Code)
            .Select(code => new FrequentFinding(code.Key, Title(content, code.Key, code.First().Form), code.Sum(finding => finding.Times),
                [.. Enumerable.Range(1, 12).Select(month => code.Where(finding => finding.PeriodStart.Month == month).Sum(finding => finding.Times))]))
            .OrderByDescending(code => code.Times).ThenBy(code => code.Code, StringComparer.Ordinal).Take(Findings),
    ];

    static string Title(FeedbackContent content, string code, string form) =>
        RuleTexts.TitleOf(code, content.Catalog.Forms.LastOrDefault(each => each.Id == form)) ?? code;

    static Table Found(FeedbackContent content, IReadOnlyList<FrequentFinding> frequent) => new(
        [new("问题（代码）"), .. Enumerable.Range(1, 12).Select(month => new Column($"{month}月", Alignment.right)), new("本年合计", Alignment.right)],
        [.. frequent.Select(finding => new Row([$"{finding.Title}（{finding.Code}）", .. finding.Months.Select((times, index) => index < content.Month ? new Number(times) : (Cell)MonthValues.NotDue), new Number(finding.Times)]))],
        WhenEmpty: "本年没有发现问题", Dense: true);

    static IEnumerable<Block> Hints(IReadOnlyList<FrequentFinding> frequent)
    {
        var hints = frequent.Where(finding => finding.Hint.Length > 0).Select(finding => $"{finding.Title}——{finding.Hint}").ToList();
        if (hints.Count > 0) yield return new Line(LineKind.note, $"怎样避免：{string.Join("；", hints)}。");
    }

    /// <summary>What is due and does not count yet, the oldest first.</summary>
    public static IReadOnlyList<UnitPeriodStatus> Open(FeedbackContent content) =>
        [.. content.Submissions.Where(status => SubmissionsSheet.IsDue(status) && !SubmissionsSheet.IsReported(status)).OrderBy(status => status.DueDate).ThenBy(status => status.Form, StringComparer.Ordinal)];

    static Table Owed(FeedbackContent content) => new(
        [new("报表"), new("报告期", Alignment.center, 2), new("现状", Span: 4), new("截止日", Alignment.center, 3), new("已过天数", Alignment.right, 2), new("收到份数", Alignment.right, 2)],
        [.. Open(content).Take(Listed).Select(status => new Row(
        [
            content.NameOf(status.Form), PeriodOf(content, status.Form, status.PeriodStart).InWords(), StatusWords.Of(status.State), $"{status.DueDate:yyyy-MM-dd}",
            new Number(Math.Max(0, content.Day.DayNumber - status.DueDate.DayNumber)), new Number(status.Attempts),
        ]))], WhenEmpty: "没有欠报", Dense: true);

    static Table Returned(FeedbackContent content) => new(
        [new("报表"), new("报告期", Alignment.center, 2), new("退回日期", Alignment.center, 2), new("回执号", Span: 3), new("原因", Span: 4), new("现状", Span: 2)],
        [.. content.Returns.OrderByDescending(one => one.ReturnedAt).ThenBy(one => one.Receipt, StringComparer.Ordinal).Take(Listed).Select(one => new Row(
        [
            content.NameOf(one.Form), PeriodOf(content, one.Form, one.PeriodStart).InWords(), $"{ShanghaiTime.DateOf(one.ReturnedAt):yyyy-MM-dd}", one.Receipt, Why(content, one), Since(content, one),
        ]))], WhenEmpty: "没有被退回的报表", Dense: true);

    /// <summary>The reviewer's words; of a return by the checks what they found.</summary>
    public static string Why(FeedbackContent content, UnitReturn one)
    {
        const int shown = 3;
        if (one.Reason.Length > 0) return one.Reason;
        var codes = one.Codes.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return codes.Length == 0 ? "未注明" : string.Join("、", codes.Take(shown).Select(code => Title(content, code, one.Form)).Distinct()) + (codes.Length > shown ? "等" : "");
    }

    static string Since(FeedbackContent content, UnitReturn one) =>
        content.Submissions.FirstOrDefault(status => status.Form == one.Form && status.PeriodStart == one.PeriodStart) is not { } now ? FigureCells.NotApplicable
        : SubmissionsSheet.IsReported(now) ? "已重报入库" : now.State == "returned" ? "待重报" : StatusWords.Of(now.State);

    static IEnumerable<Block> Left(int count)
    {
        if (count > Listed) yield return new Line(LineKind.note, $"另有{count - Listed}份未列，可在系统中查到。");
    }

    public static Period PeriodOf(FeedbackContent content, string form, DateOnly start) =>
        content.Catalog.Forms.LastOrDefault(each => each.Id == form) is { Period: not PeriodKind.plan } known ? Period.Of(known.Period, start) : Period.Month(start);
}

/// <param name="Months">How often in each month's sheets.</param>
sealed record FrequentFinding(string Code, string Title, int Times, IReadOnlyList<int> Months)
{
    /// <summary>What to do from the outset; empty where the rule gives none.</summary>
    public string Hint => RuleTexts.Of(Code)?.Hint.TrimEnd('。') ?? "";
}

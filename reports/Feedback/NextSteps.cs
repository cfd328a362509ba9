using System.Globalization;
using Reporting.Reports.Layout;
using Reporting.Reports.Monthly;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Feedback;

/// <summary>要办的事: a sentence each, out of facts, in the order of urgency: what is late, what came back, what is asked, what is demanded, what falls behind, what goes wrong often, what comes next.</summary>
static class NextSteps
{
    const int Most = 8, MostOfOne = 3;

    public static IReadOnlyList<Sentence> Of(FeedbackContent content)
    {
        Sentence[] steps =
        [
            .. Missing(content).Take(MostOfOne), .. Returned(content).Take(MostOfOne), .. Waiting(content).Take(MostOfOne), .. Orders(content).Take(MostOfOne), .. Behind(content).Take(MostOfOne),
            .. Frequent(content), .. Coming(content),
        ];
        return steps.Length > 0 ? [.. steps.Take(Most)] : ["本期各表都已报送，没有要补、要改的；请按期报送下一期报表。"];
    }

    static IEnumerable<Sentence> Missing(FeedbackContent content) =>
        from form in Grouped(content, "missing", "withdrawn", "voided", "partly")
        let days = Told.Count(Fact.overdue_days, content.Day.DayNumber - form.Min(status => status.DueDate).DayNumber, form.Key)
        orderby days.Value descending
        select Sentence.Of($"{content.NameOf(form.Key)}有{Told.Count(Fact.missing_here, form.Count(), form.Key)}份未报齐（{Periods(content, form)}），{(form.Count() > 1 ? "最早的" : "")}已过期{days}天，请即补报；没有发生的，报零报告。");

    static IEnumerable<Sentence> Returned(FeedbackContent content) =>
        from form in Grouped(content, "returned")
        let last = content.Returns.LastOrDefault(one => one.Form == form.Key && form.Any(status => status.PeriodStart == one.PeriodStart))
        select Sentence.Of($"{content.NameOf(form.Key)}有{Told.Count(Fact.returned_here, form.Count(), form.Key)}份被退回未重报（{Periods(content, form)}）{(last is null ? "" : $"，原因：{ReportingSheet.Why(content, last).TrimEnd('。')}")}；请改正后重报整个文件。");

    static IEnumerable<Sentence> Waiting(FeedbackContent content) =>
        from asked in new[] { (State: "unclear", Asks: "区级询问内容，请答复"), (State: "awaiting_explanation", Asks: "有数要说明原因，请写明") }
        let waiting = content.Submissions.Where(status => status.State == asked.State || status.Waiting == asked.State).OrderBy(status => status.PeriodStart).ToList()
        where waiting.Count > 0
        select Sentence.Of($"{string.Join("、", waiting.Select(status => content.NameOf(status.Form)).Distinct())}有{Told.Count(Fact.waiting_here, waiting.Count, asked.State)}份（{Periods(content, waiting)}）{asked.Asks}。");

    static IEnumerable<Sentence> Orders(FeedbackContent content) =>
        from one in content.Cases
        orderby one.Order.Deadline
        select Sentence.Of($"督办{Told.Count(Fact.order_number, (int)one.Order.Number)}号：{one.Order.Demand.TrimEnd('。')}，期限{Day(one.Order.Deadline)}{Overdue(one.IsOverdue(content.Day) ? one.DaysOverdue(content.Day) : 0)}。");

    static Sentence Overdue(int days) => days > 0 ? Sentence.Of($"，已逾期{Told.Count(Fact.overdue_days, days)}天") : Sentence.Empty;

    static IEnumerable<Sentence> Behind(FeedbackContent content) =>
        from line in content.Lines
        where line.Own is { Light: > LightColour.green }
        orderby line.Own!.Light descending, line.Own!.Standing.PointsAhead ?? 0
        select Behind(content, line, line.Own!);

    static Sentence Behind(FeedbackContent content, FeedbackLine line, Promise own)
    {
        Told Number(Fact fact, decimal value, int decimals) => new(fact, value, ChineseWords.Figure(value, decimals), own.Standing.Id, content.Unit.Code) { Of = own.FigureThrough(content.Cover.Period.End.Year, content.Month) };
        var reached = own.Standing.Attainment is { } share ? Sentence.Of($"，完成率{Number(Fact.own_share, Figures.Round(share * 100, 1), 1)}%") : Sentence.Empty;
        var pace = own.Standing.Pace is { } due ? Sentence.Of($"，序时{Number(Fact.own_pace, Figures.Round(due * 100, 1), 1)}%") : Sentence.Empty;
        var gap = own.Standing.Gap is > 0 and var rest ? Sentence.Of($"，离目标还差{Number(Fact.own_gap, rest, ChineseWords.WithoutTrailingZeros(rest).Scale)}{own.Standing.Unit}") : Sentence.Empty;
        return Sentence.Of($"{line.Name}亮{own.Light.InWords()}灯（{own.Standing.Words}）{reached}{pace}{gap}，请抓紧推进。");
    }

    static IEnumerable<Sentence> Frequent(FeedbackContent content) => ReportingSheet.Frequent(content).Take(1).Select(finding =>
        Sentence.Of($"填报中最常见的问题是“{finding.Title}”，本年{Told.Count(Fact.finding_times, finding.Times, finding.Code)}次{(finding.Hint.Length > 0 ? $"：{finding.Hint}" : "，报送前请先核对")}。"));

    static IEnumerable<Sentence> Coming(FeedbackContent content) =>
        from due in content.Submissions.Where(status => status.State == "not_due").GroupBy(status => status.DueDate).OrderBy(due => due.Key).Take(1)
        select Sentence.Of($"{Day(due.Key)}前报送{string.Join("、", due.Select(status => content.NameOf(status.Form)).Distinct())}（{Periods(content, due)}）。");

    static IEnumerable<IGrouping<string, UnitPeriodStatus>> Grouped(FeedbackContent content, params string[] states) =>
        content.Submissions.Where(status => status.PastDue && states.Contains(status.State)).OrderBy(status => status.PeriodStart).GroupBy(status => status.Form);

    static Sentence Periods(FeedbackContent content, IEnumerable<UnitPeriodStatus> statuses)
    {
        const int shown = 6;
        var all = statuses.Select(status => ReportingSheet.PeriodOf(content, status.Form, status.PeriodStart)).Distinct().Order().ToList();
        var named = Sentence.Join("、", all.Take(shown).Select(period => period.Kind == PeriodKind.month ? Sentence.Of($"{Told.Count(Fact.month, period.Start.Month)}月") : period.InWords()));
        return all.Count > shown ? Sentence.Of($"{named}等") : named;
    }

    static string Day(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);
}

using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>The few sentences at the head of the 月报. Each tells what the evaluations and the tables say; none judges anew.</summary>
static class OverviewSentences
{
    const int NamedUnits = 6, NamedPromises = 10;

    // What needs somebody comes first and is named; what goes as promised is counted.
    static readonly AssessmentState[] Order =
    [
        AssessmentState.missed, AssessmentState.behind, AssessmentState.incomplete, AssessmentState.undetermined, AssessmentState.awaiting_issue,
        AssessmentState.met, AssessmentState.on_pace, AssessmentState.not_due, AssessmentState.direction_only, AssessmentState.not_defined_here,
        AssessmentState.no_target_here,
    ];

    static readonly HashSet<AssessmentState> Named = [.. Order.Take(5)];

    public static IEnumerable<string> Of(MonthlyFacts facts) =>
        new[] { Coverage(facts), Standing(facts), Vetoes(facts), Others(facts), YearsCompared(facts), Open(facts) }.OfType<string>();

    static string Coverage(MonthlyFacts facts)
    {
        if (facts.Content.AsOfLoad == 0) return "系统尚无入库数据，本表只列目标，各项数据一律未报。";
        var due = facts.Content.Submissions.Where(status => status.PeriodStart.Year == facts.Year && SubmissionsSheet.IsDue(status)).ToList();
        if (due.Count == 0) return $"截至{facts.Month}月，本年尚无到期的报送。";
        var (loaded, onTime) = (due.Count(SubmissionsSheet.IsReported), due.Count(SubmissionsSheet.IsOnTime));
        var open = due.Where(status => !SubmissionsSheet.IsReported(status)).ToList();
        var gap = open.Count == 0 ? "无缺报" : $"尚有{open.Count}份未完成（{Units(facts, open)}）";
        return $"截至{facts.Month}月，本年到期报表{due.Count}份，已入库{loaded}份，其中按时{onTime}份，{gap}。";
    }

    static string Units(MonthlyFacts facts, IEnumerable<UnitPeriodStatus> statuses)
    {
        var names = statuses.Select(status => facts.Content.Catalog.OrgUnit(status.OrgUnit)?.Name ?? status.OrgUnit).Distinct().ToList();
        return names.Count <= NamedUnits ? string.Join("、", names) : $"{string.Join("、", names.Take(NamedUnits))}等{names.Count}家";
    }

    static string Standing(MonthlyFacts facts) => facts.Numbered.Count == 0
        ? "没有覆盖本年的规划，或规划没有数量目标。"
        : $"有数量目标的{facts.Numbered.Count}项承诺中，{Counted(facts.Numbered, Named)}。";

    static string? Others(MonthlyFacts facts)
    {
        var others = facts.Promises.Where(promise => !promise.HasNumber && promise.Standing.Kind != "fact").ToList();
        return others.Count == 0 ? null : $"任务、方向等没有数量目标的{others.Count}项中，{Counted(others, [AssessmentState.missed, AssessmentState.behind])}。";
    }

    static string Counted(IReadOnlyList<Promise> promises, HashSet<AssessmentState> named) => string.Join("，", promises
        .GroupBy(promise => (promise.Standing.State, Words: Said(promise.Standing))).OrderBy(same => Array.IndexOf(Order, same.Key.State))
        .Select(same => $"{same.Key.Words}{same.Count()}项{(named.Contains(same.Key.State) ? $"（{Names([.. same])}）" : "")}"));

    // Before the end it is said as fits the kind: 序时 is nothing to reach for a rate or a level.
    static string Said(Evaluation one) => one.State is AssessmentState.on_pace or AssessmentState.behind ? one.Words.Split('（')[0] : one.State.InWords();

    static string Names(IReadOnlyList<Promise> promises)
    {
        var names = string.Join("、", promises.Take(NamedPromises).Select(promise => promise.Name + (promise.IsAspirational ? "〔力争〕" : "")));
        return promises.Count <= NamedPromises ? names : $"{names}等{promises.Count}项";
    }

    /// <summary>零发生 and whatever else fails everything: said also when all is well.</summary>
    static string? Vetoes(MonthlyFacts facts)
    {
        var vetoes = facts.Promises.Where(promise => promise.Standing.Veto || promise.Standing.Kind == "zero_events")
            .Select(promise => $"{promise.Name}{(promise.Standing.Veto ? "〔一票否决〕" : "")}{Happened(promise.Standing)}{promise.Standing.Words}").ToList();
        return vetoes.Count == 0 ? null : $"零发生和一票否决事项：{string.Join("；", vetoes)}。";
    }

    static string Happened(Evaluation one) => one.Value is { } value ? $"{ChineseWords.Plain(value)}{one.Unit}，" : "：";

    static string? YearsCompared(MonthlyFacts facts)
    {
        var changes = facts.Numbered.Where(promise => promise is { Standing.Kind: "annual_total", Indicator: not null })
            .Select(promise => Compared(promise.Standing.Name, promise.Indicator!, facts.Figure(facts.District, promise.Indicator!.Id), facts.YearBefore(promise.Indicator.Id)))
            .OfType<string>().Distinct().ToList();
        return changes.Count == 0 ? null : $"年度累计类与上年同期相比，{string.Join("，", changes)}。";
    }

    static string? Compared(string name, Indicator indicator, IndicatorYear? now, IndicatorYear? before) =>
        YearOnYear.Change(now, before, indicator.IsRatio) is not { } change ? null
        : name + Moved(change, indicator) + (YearOnYear.HasGap(now!, before!) ? "（有缺报，仅供参考）" : "");

    static string Moved(decimal change, Indicator indicator)
    {
        var size = indicator.IsRatio ? $"{ChineseWords.Figure(Math.Abs(change) * 100, 2)}个百分点" : Percent(Math.Abs(change));
        var (up, down) = indicator.IsRatio ? ("提高", "降低") : ("增长", "下降");
        return Figures.Round(Math.Abs(change), indicator.IsRatio ? 4 : 3) == 0 ? "持平" : (change > 0 ? up : down) + size;
    }

    static string? Open(MonthlyFacts facts)
    {
        var incomplete = facts.Numbered.Where(promise => promise.Indicator is { } indicator && facts.Figure(facts.District, indicator.Id)?.State == FigureState.incomplete)
            .Select(promise => promise.Standing.Name).Distinct().ToList();
        var named = string.Join("、", incomplete.Take(NamedPromises)) + (incomplete.Count > NamedPromises ? $"等{incomplete.Count}项" : "");
        return incomplete.Count == 0 ? null : $"需要注意：累计数因缺报不全的有{named}。";
    }

    static string Percent(decimal share) => ChineseWords.Figure(share * 100, 1) + "%";
}

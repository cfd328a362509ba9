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

    public static IEnumerable<Sentence> Of(MonthlyFacts facts) => new[]
    {
        Coverage(facts), Standing(facts), SituationSentences.Moved(facts), SituationSentences.Units(facts), SituationSentences.Landing(facts), YearsCompared(facts), Others(facts),
    }.OfType<Sentence>();

    static Sentence Coverage(MonthlyFacts facts)
    {
        if (facts.Content.Cover.AsOfLoad == 0) return "系统尚无入库数据，本表只列目标，各项数据一律未报。";
        var due = facts.Content.Submissions.Where(status => status.PeriodStart.Year == facts.Year && SubmissionsSheet.IsDue(status)).ToList();
        var month = Told.Count(Fact.month, facts.Month);
        if (due.Count == 0) return Sentence.Of($"截至{month}月，本年尚无到期的报送。");
        var open = due.Where(status => !SubmissionsSheet.IsReported(status)).ToList();
        var gap = open.Count == 0 ? "无缺报" : Sentence.Of($"尚有{Told.Count(Fact.reports_open, open.Count)}份未完成（{Units(facts, open)}）");
        return Sentence.Of($"截至{month}月，本年到期报表{Told.Count(Fact.reports_due, due.Count)}份，已入库{Told.Count(Fact.reports_in, due.Count(SubmissionsSheet.IsReported))}份，其中按时{Told.Count(Fact.reports_on_time, due.Count(SubmissionsSheet.IsOnTime))}份，{gap}{Incomplete(facts)}。");
    }

    static Sentence Units(MonthlyFacts facts, IEnumerable<UnitPeriodStatus> statuses)
    {
        var names = statuses.Select(status => facts.NameOf(status.OrgUnit)).Distinct().ToList();
        return names.Count <= NamedUnits ? string.Join("、", names) : Sentence.Of($"{string.Join("、", names.Take(NamedUnits))}等{Told.Count(Fact.units_open, names.Count)}家");
    }

    static Sentence Incomplete(MonthlyFacts facts)
    {
        var gaps = facts.Numbered.Where(promise => promise.Indicator is { } indicator && facts.Figure(facts.District, indicator.Id)?.State == FigureState.incomplete)
            .Select(promise => promise.Standing.Name).Distinct().ToList();
        return gaps.Count == 0 ? Sentence.Empty
            : gaps.Count <= NamedUnits ? $"；累计数因缺报不全的有{string.Join("、", gaps)}"
            : Sentence.Of($"；累计数因缺报不全的有{string.Join("、", gaps.Take(NamedUnits))}等{Told.Count(Fact.figures_with_gap, gaps.Count)}项");
    }

    static Sentence Standing(MonthlyFacts facts) => facts.Numbered.Count == 0
        ? "没有覆盖本年的规划，或规划没有数量目标。"
        : Sentence.Of($"有数量目标的{Told.Count(Fact.promises, facts.Numbered.Count)}项承诺中，{Counted(facts.Numbered, Named, Fact.promises_in_state)}。");

    /// <summary>Tasks and directions; 零发生 and whatever else fails everything is said also when all is well.</summary>
    static Sentence? Others(MonthlyFacts facts)
    {
        var others = facts.Promises.Where(promise => !promise.HasNumber && promise.Standing.Kind != "fact").ToList();
        var told = others.Count == 0 ? Sentence.Empty
            : Sentence.Of($"任务、方向等没有数量目标的{Told.Count(Fact.others, others.Count)}项中，{Counted(others, [AssessmentState.missed, AssessmentState.behind], Fact.others_in_state)}。");
        var vetoes = facts.Promises.Where(promise => promise.Standing.Veto || promise.Standing.Kind == "zero_events")
            .Select(promise => Sentence.Of($"{promise.Name}{(promise.Standing.Veto ? "〔一票否决〕" : "")}{Happened(facts, promise)}{promise.Standing.Words}")).ToList();
        var vetoed = vetoes.Count == 0 ? Sentence.Empty : Sentence.Of($"零发生和一票否决事项：{Sentence.Join("；", vetoes)}。");
        return Sentence.Join("", [told, vetoed]) is { Text.Length: > 0 } both ? both : null;
    }

    static Sentence Counted(IReadOnlyList<Promise> promises, HashSet<AssessmentState> named, Fact fact) => Sentence.Join("，", promises
        .GroupBy(promise => (promise.Standing.State, Words: Said(promise.Standing))).OrderBy(same => Array.IndexOf(Order, same.Key.State))
        .Select(same => Sentence.Of($"{same.Key.Words}{Told.Count(fact, same.Count(), same.Key.Words)}项{(named.Contains(same.Key.State) ? $"（{Names([.. same])}）" : "")}")));

    /// <summary>Before the end it is said as fits the kind: 序时 is nothing to reach for a rate or a level.</summary>
    internal static string Said(Evaluation one) => one.State is AssessmentState.on_pace or AssessmentState.behind ? one.Words.Split('（')[0] : one.State.InWords();

    static string Names(IReadOnlyList<Promise> promises)
    {
        var names = string.Join("、", promises.Take(NamedPromises).Select(promise => promise.Name + (promise.IsAspirational ? "〔力争〕" : "")));
        return promises.Count <= NamedPromises ? names : $"{names}等";
    }

    static Sentence Happened(MonthlyFacts facts, Promise promise) => promise.Standing.Value is { } value
        ? Sentence.Of($"{new Told(Fact.events, value, ChineseWords.Plain(value), promise.Standing.Id) { Of = promise.FigureThrough(facts.Year, facts.Month) }}{promise.Standing.Unit}，") : "：";

    static Sentence? YearsCompared(MonthlyFacts facts)
    {
        var changes = facts.Numbered.Where(promise => promise is { Standing.Kind: "annual_total", Indicator: not null }).DistinctBy(promise => promise.Standing.Name)
            .Select(promise => Compared(facts, promise, promise.Indicator!)).OfType<Sentence>().ToList();
        return changes.Count == 0 ? null : Sentence.Of($"年度累计类与上年同期相比，{Sentence.Join("，", changes)}。");
    }

    static Sentence? Compared(MonthlyFacts facts, Promise promise, Indicator indicator)
    {
        var (now, before) = (facts.Figure(facts.District, indicator.Id), facts.YearBefore(indicator.Id));
        if (YearOnYear.Change(now, before, indicator.IsRatio) is not { } change) return null;
        return Sentence.Of($"{promise.Standing.Name}{Moved(change, indicator, FigureCells.Of(now))}{(YearOnYear.HasGap(now!, before!) ? "（有缺报，仅供参考）" : "")}");
    }

    static Sentence Moved(decimal change, Indicator indicator, FigureRef? of)
    {
        if (Figures.Round(Math.Abs(change), indicator.IsRatio ? 4 : 3) == 0) return "持平";
        var (up, down) = indicator.IsRatio ? ("提高", "降低") : ("增长", "下降");
        var (size, unit) = indicator.IsRatio ? (ChineseWords.Figure(Math.Abs(change) * 100, 2), "个百分点") : (ChineseWords.Figure(Math.Abs(change) * 100, 1), "%");
        return Sentence.Of($"{(change > 0 ? up : down)}{new Told(Fact.change, Figures.Round(change, indicator.IsRatio ? 4 : 3), size, indicator.Id) { Of = of }}{unit}");
    }
}

using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>The few sentences at the head of the 月报. Each states facts of the tables below; none judges pace.</summary>
static class OverviewSentences
{
    const int NamedUnits = 6;

    public static IEnumerable<string> Of(MonthlyFacts facts) =>
        new[] { Coverage(facts), Attainment(facts), YearsCompared(facts), Open(facts) }.Where(sentence => sentence is not null).Select(sentence => sentence!);

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

    static string Attainment(MonthlyFacts facts)
    {
        var shares = facts.Targets.Select(target => (Target: target, Indicator: facts.Indicators.First(each => each.Id == target.Indicator)))
            .Where(each => each.Target.Kind == "annual_total")
            .Select(each => (each.Indicator.Name, Share: TargetCells.Attainment(facts.Figure(facts.District, each.Indicator.Id), each.Target, each.Indicator)))
            .Where(each => each.Share is not null).OrderByDescending(each => each.Share).Select(each => (each.Name, Share: each.Share!.Value)).ToList();
        if (shares.Count == 0) return "年度累计类指标尚无可与目标相比的数据。";
        var met = shares.Where(each => each.Share >= 1).Select(each => each.Name).ToList();
        var words = $"{shares.Count}项年度累计类指标中，{(met.Count == 0 ? "尚无指标达到全年目标" : $"{met.Count}项已达到全年目标（{string.Join("、", met)}）")}";
        return shares.Count == 1
            ? $"{shares[0].Name}完成全年目标的{Percent(shares[0].Share)}。"
            : $"{words}；完成率最高的是{shares[0].Name}（{Percent(shares[0].Share)}），最低的是{shares[^1].Name}（{Percent(shares[^1].Share)}）。";
    }

    static string? YearsCompared(MonthlyFacts facts)
    {
        var changes = facts.Indicators.Select(indicator => Compared(indicator, facts.Figure(facts.District, indicator.Id), facts.YearBefore(indicator.Id)))
            .Where(words => words is not null).ToList();
        return changes.Count == 0 ? null : $"与上年同期相比，{string.Join("，", changes)}。";
    }

    static string? Compared(Indicator indicator, IndicatorYear? now, IndicatorYear? before) =>
        YearOnYear.Change(now, before, indicator.IsRatio) is not { } change ? null
        : indicator.Name + Moved(change, indicator) + (YearOnYear.HasGap(now!, before!) ? "（有缺报，仅供参考）" : "");

    static string Moved(decimal change, Indicator indicator)
    {
        var size = indicator.IsRatio ? $"{ChineseWords.Figure(Math.Abs(change) * 100, 2)}个百分点" : Percent(Math.Abs(change));
        var (up, down) = indicator.IsRatio ? ("提高", "降低") : ("增长", "下降");
        return Figures.Round(Math.Abs(change), indicator.IsRatio ? 4 : 3) == 0 ? "持平" : (change > 0 ? up : down) + size;
    }

    static string? Open(MonthlyFacts facts)
    {
        var awaited = Named("目标待下达", facts.Targets.Where(target => target.State == TargetState.awaiting_issue).Select(target => target.Indicator));
        var incomplete = Named("累计数因缺报不全", facts.Indicators.Where(indicator => facts.Figure(facts.District, indicator.Id)?.State == FigureState.incomplete).Select(each => each.Id));
        var silent = Named("本年尚无上报数据", facts.Indicators.Where(indicator =>
            facts.Figure(facts.District, indicator.Id) is null or { State: FigureState.not_reported }).Select(each => each.Id));
        var open = new[] { silent, incomplete, awaited }.Where(words => words is not null).ToList();
        return open.Count == 0 ? null : $"需要注意：{string.Join("；", open)}。";

        string? Named(string words, IEnumerable<string> ids)
        {
            var names = ids.Select(id => facts.Indicators.First(each => each.Id == id).Name).Distinct().ToList();
            return names.Count == 0 ? null : $"{words}的有{string.Join("、", names)}";
        }
    }

    static string Percent(decimal share) => ChineseWords.Figure(share * 100, 1) + "%";
}

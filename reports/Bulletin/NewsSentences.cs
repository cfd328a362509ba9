using Reporting.Reports.Layout;
using Reporting.Reports.Monthly;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Bulletin;

/// <summary>What a leader has to know of the month's lights, in sentences out of lights, gaps, demands and landings.</summary>
static class NewsSentences
{
    const int Named = 3;

    static readonly LightColour[] WorstFirst = [LightColour.red, LightColour.orange, LightColour.yellow];

    public static IEnumerable<Sentence> Of(MonthlyFacts facts) =>
        facts.Content.Cover.AsOfLoad == 0 ? ["系统尚无入库数据，各项承诺都不能评，没有灯。"]
        : new[] { Lights(facts), Changed(facts), Gap(facts), Landing(facts), Units(facts), Cases(facts) }.OfType<Sentence>();

    static Sentence Lights(MonthlyFacts facts)
    {
        var judged = facts.Content.Alerts.Where(alert => alert.Evaluation.OrgUnit == facts.District && alert.Now.Light != LightColour.grey).ToList();
        var lit = judged.Where(alert => alert.IsLit).ToList();
        var month = Told.Count(Fact.month, facts.Month);
        if (judged.Count == 0) return Sentence.Of($"截至{month}月，没有可以评的承诺。");
        if (lit.Count == 0) return Sentence.Of($"截至{month}月，可评的{Told.Count(Fact.lights, judged.Count)}项承诺都是绿灯，没有亮灯。");
        var colours = Sentence.Join("、", WorstFirst.Where(colour => lit.Exists(alert => alert.Now.Light == colour))
            .Select(colour => Sentence.Of($"{colour.InWords()}灯{Told.Count(Fact.lights_of_colour, lit.Count(alert => alert.Now.Light == colour), colour.ToString())}项（{string.Join("、", lit.Where(alert => alert.Now.Light == colour).Select(NewsSheet.Name))}）")));
        return Sentence.Of($"截至{month}月，可评的{Told.Count(Fact.lights, judged.Count)}项承诺中亮灯{Told.Count(Fact.lights_lit, lit.Count)}项：{colours}。");
    }

    static Sentence Changed(MonthlyFacts facts)
    {
        if (facts.Month == 1) return "本月是全年第一个月，灯从本月起算，没有上月可比。";
        var changes = NewsSheet.Changes(facts).GroupBy(one => one.Turn)
            .Select(same => Sentence.Of($"{same.Key.InWords()}{Told.Count(Fact.lights_changed, same.Count(), same.Key.ToString())}项（{string.Join("、", same.Take(Named).Select(one => $"{NewsSheet.Name(one.Alert)}由{Word(facts.Before(one.Alert)!.Light)}转{Word(one.Alert.Now.Light)}"))}{(same.Count() > Named ? "等" : "")}）")).ToList();
        return changes.Count == 0 ? "与上月相比，没有灯亮起、熄灭或变化。" : Sentence.Of($"与上月相比，{Sentence.Join("，", changes)}。");
    }

    static string Word(LightColour colour) => colour == LightColour.grey ? "未评" : colour.InWords();

    static Sentence? Gap(MonthlyFacts facts)
    {
        if (NewsSheet.Divided(facts) is not { Alert.Shortfall: { } shortfall } promise) return null;
        var units = shortfall.Behind.Take(Named).Select(gap => Sentence.Of($"{facts.NameOf(gap.OrgUnit)}（占{new Told(Fact.gap_share, gap.Share!.Value, $"{ChineseWords.Figure(gap.Share.Value, 1)}%", promise.Standing.Id, gap.OrgUnit) { Of = GapsSheet.FigureOf(facts, promise, gap.OrgUnit) }}）"));
        var sum = Figures.Round(shortfall.BehindSum, 1);
        var whole = new Told(Fact.gap, sum, ChineseWords.Figure(sum, ChineseWords.WithoutTrailingZeros(sum).Scale), promise.Standing.Id) { Of = promise.FigureThrough(facts.Year, facts.Month) };
        return Sentence.Of($"亮灯最重、能分到单位的是{promise.Name}，{Told.Count(Fact.units_behind, shortfall.Behind.Count, promise.Standing.Id)}家单位共差{whole}{GapsSheet.UnitOf(facts, promise)}，缺口主要在{Sentence.Join("、", units)}。");
    }

    static Sentence? Landing(MonthlyFacts facts)
    {
        var lit = facts.Numbered.Where(promise => promise.Alert is { IsLit: true } && promise.Landed?.YearEnd is { Outlook: not Outlook.unjudged }).ToList();
        if (lit.Count == 0) return null;
        var outlooks = lit.GroupBy(promise => promise.Landed!.YearEnd!.OutlookWords).OrderByDescending(same => same.Max(promise => promise.Landed!.YearEnd!.Outlook))
            .Select(same => Sentence.Of($"{same.Key}{Told.Count(Fact.landings_of_outlook, same.Count(), same.Key)}项（{string.Join("、", same.Take(Named).Select(promise => promise.Name))}{(same.Count() > Named ? "等" : "")}）"));
        return Sentence.Of($"亮灯而能估计年底数的{Told.Count(Fact.landings, lit.Count)}项中，{Sentence.Join("，", outlooks)}。");
    }

    static Sentence? Units(MonthlyFacts facts)
    {
        var all = facts.Content.Alerts.Where(alert => alert.Evaluation.OrgUnit != facts.District).ToList();
        if (all.Count == 0) return null;
        var lit = all.Where(alert => alert.IsLit).ToList();
        if (lit.Count == 0) return "各单位没有亮灯。";
        var fresh = all.Where(alert => LightTurns.Of(facts, alert) is LightTurn.lit or LightTurn.worsened).Select(alert => alert.Evaluation.OrgUnit).Distinct().Count();
        var turned = facts.Month == 1 ? Sentence.Empty : Sentence.Of($"，其中本月新亮或转差的{Told.Count(Fact.units_newly_lit, fresh)}家");
        return Sentence.Of($"街镇（园区）中{Told.Count(Fact.units_lit, lit.Select(alert => alert.Evaluation.OrgUnit).Distinct().Count())}家亮灯，共{Told.Count(Fact.unit_lights, lit.Count)}盏{turned}。");
    }

    static Sentence Cases(MonthlyFacts facts)
    {
        var open = facts.Content.Cases.Count;
        if (open == 0) return AlertsSheet.Lit(facts).Count == 0 ? "没有未销号的督办。" : "没有未销号的督办，亮着的灯都没有立单。";
        var overdue = facts.Content.Cases.Count(one => one.IsOverdue(GapsSheet.Day(facts)));
        return Sentence.Of($"未销号的督办{Told.Count(Fact.cases_open, open)}件，{(overdue == 0 ? "没有逾期" : Sentence.Of($"其中逾期{Told.Count(Fact.cases_overdue, overdue)}件"))}。");
    }
}

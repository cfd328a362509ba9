using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>What moved since the month before, which units lead and which trail, and where the year will land: in sentences out of lights, ranks and landings.</summary>
static class SituationSentences
{
    const int NamedUnits = 3, NamedPromises = 3;

    static readonly LightColour[] WorstFirst = [LightColour.red, LightColour.orange, LightColour.yellow];

    public static Sentence? Moved(MonthlyFacts facts)
    {
        var lit = facts.Content.Alerts.Where(alert => alert.Evaluation.OrgUnit == facts.District && alert.Now.Light != LightColour.grey).ToList();
        if (lit.Count == 0) return null;
        var burning = lit.Where(alert => alert.IsLit).ToList();
        var colours = Sentence.Join("、", WorstFirst.Where(colour => burning.Exists(alert => alert.Now.Light == colour))
            .Select(colour => Sentence.Of($"{colour.InWords()}灯{Told.Count(Fact.lights_of_colour, burning.Count(alert => alert.Now.Light == colour), colour.ToString())}项")));
        var now = Sentence.Of($"可评的{Told.Count(Fact.lights, lit.Count)}项承诺中，{(burning.Count == 0 ? "没有亮灯" : colours)}");
        var known = lit.Where(alert => facts.Before(alert) is { } before && before.Light != LightColour.grey).ToList();
        if (known.Count == 0) return Sentence.Of($"{now}。");
        var (worse, better) = (known.Where(alert => alert.Now.Light > facts.Before(alert)!.Light).ToList(), known.Where(alert => alert.Now.Light < facts.Before(alert)!.Light).ToList());
        if (worse.Count + better.Count == 0) return Sentence.Of($"{now}；与{facts.Earlier}相比没有变化。");
        var parts = new[] { Turned(facts, "转差", Fact.lights_worse, worse), Turned(facts, "转好", Fact.lights_better, better) }.OfType<Sentence>();
        return Sentence.Of($"{now}；与{facts.Earlier}相比，{Sentence.Join("，", parts)}，其余没有变化。");
    }

    static Sentence? Turned(MonthlyFacts facts, string word, Fact fact, List<Alert> alerts) => alerts.Count == 0 ? null : Sentence.Of(
        $"{word}{Told.Count(fact, alerts.Count)}项（{string.Join("、", alerts.Take(NamedPromises).Select(alert => $"{alert.Evaluation.Name}由{facts.Before(alert)!.Light.InWords()}转{alert.Now.Light.InWords()}"))}{(alerts.Count > NamedPromises ? "等" : "")}）");

    /// <summary>前三 and 后三 of the promise that is shown; of few units fewer, so that none stands on both sides.</summary>
    public static Sentence? Units(MonthlyFacts facts)
    {
        if (Spotlight.Ranked(facts) is not { } ranking) return null;
        var count = Math.Min(NamedUnits, ranking.Units.Count / 2);
        var last = ranking.Units.TakeLast(count).Reverse();
        var of = ranking.By == RankedBy.rate ? ranking.Promise.Name : $"{ranking.Promise.Name}{ranking.Word}";
        return Sentence.Of($"各街镇（园区）{of}居前的是{Sentence.Join("、", ranking.Units.Take(count).Select(unit => Named(facts, ranking, unit)))}；居后的是{Sentence.Join("、", last.Select(unit => Named(facts, ranking, unit)))}。");
    }

    static Sentence Named(MonthlyFacts facts, Ranking ranking, RankedUnit unit)
    {
        var cell = ranking.Cell(unit.Value, facts, unit.Unit);
        var isShare = cell.Format.Contains('%', StringComparison.Ordinal);
        var text = isShare ? $"{(ranking.By == RankedBy.change && unit.Value > 0 ? "+" : "")}{ChineseWords.Figure(unit.Value * 100, 1)}%" : ChineseWords.Figure(unit.Value, 2);
        return Sentence.Of($"{unit.Unit.Name}（{new Told(Fact.unit_by, unit.Value, text, ranking.Promise.Standing.Id, unit.Unit.Code) { Of = cell.Of }}）");
    }

    public static Sentence? Landing(MonthlyFacts facts)
    {
        var ends = facts.Numbered.Where(promise => promise.Landed?.YearEnd is { Outlook: not Outlook.unjudged }).ToList();
        if (ends.Count == 0) return null;
        var outlooks = ends.GroupBy(promise => promise.Landed!.YearEnd!.OutlookWords).OrderByDescending(same => same.Max(promise => promise.Landed!.YearEnd!.Outlook))
            .Select(same => Sentence.Of($"{same.Key}{Told.Count(Fact.landings_of_outlook, same.Count(), same.Key)}项{Failing(facts, [.. same])}"));
        return Sentence.Of($"能估计年底数的{Told.Count(Fact.landings, ends.Count)}项中，{Sentence.Join("，", outlooks)}。");
    }

    static Sentence Failing(MonthlyFacts facts, List<Promise> promises)
    {
        if (promises[0].Landed!.YearEnd!.Outlook is not (Outlook.will_fail or Outlook.fails)) return Sentence.Empty;
        var named = promises.Take(NamedPromises).Select(promise => End(facts, promise, promise.Landed!.YearEnd!));
        return Sentence.Of($"（{Sentence.Join("；", named)}{(promises.Count > NamedPromises ? "等" : "")}）");
    }

    static Sentence End(MonthlyFacts facts, Promise promise, LandedEnd end)
    {
        Told Number(Fact fact, decimal value) => new(fact, value, ChineseWords.Figure(value, ChineseWords.WithoutTrailingZeros(value).Scale), promise.Standing.Id) { Of = promise.FigureThrough(facts.Year, facts.Month) };
        var unit = promise.Landed!.Unit;
        var band = end is { Low: { } low, High: { } high } ? Sentence.Of($"，在{Number(Fact.landing_low, low)}—{Number(Fact.landing_high, high)}{unit}之间") : Sentence.Empty;
        var target = end.Target is { } number ? Sentence.Of($"，目标{Number(Fact.landing_target, number)}{unit}") : Sentence.Empty;
        return Sentence.Of($"{promise.Name}估计{Number(Fact.landing, end.Value)}{unit}{band}{target}");
    }
}

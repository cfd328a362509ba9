using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Scoring;

namespace Reporting.Reports.Scores;

/// <summary>The sentences at the head of the 年度考核: out of scores, ranks and grades; none judges anew.</summary>
static class BoardSentences
{
    const int Named = 3, NamedHeld = 6;

    public static IEnumerable<Sentence> Of(AnnualContent content) =>
    [
        .. content.Schemes.SelectMany(scored => scored.Board.Units.GroupBy(unit => unit.Group).Select(group => OfGroup(scored, group.Key, [.. group]))),
        .. Vetoed(content), Standing(content),
    ];

    /// <summary>One a group: how many, their grades, who leads and trails, and where the points went.</summary>
    static Sentence OfGroup(ScoredScheme scored, string group, IReadOnlyList<ScoredUnit> units)
    {
        var ranked = units.Where(unit => unit.Score is not null).ToList();
        var held = units.Where(unit => unit.Score is null).ToList();
        var open = held.Count == 0 ? Sentence.Empty : Sentence.Of($"，待定{Told.Count(Fact.units_held, held.Count, group)}家（{string.Join("、", held.Take(NamedHeld).Select(unit => unit.Name))}{(held.Count > NamedHeld ? "等" : "")}）");
        var grades = Sentence.Join("", ranked.GroupBy(unit => unit.Grade!).Select(grade => Sentence.Of($"，{grade.Key}{Told.Count(Fact.units_of_grade, grade.Count(), $"{group} {grade.Key}")}家")));
        var parts = new[] { Ends(scored, group, ranked), Lost(scored, group, units) }.OfType<Sentence>().Select(part => Sentence.Of($"；{part}"));
        return Sentence.Of($"{group}参评{Told.Count(Fact.units_scored, units.Count, group)}家{open}{grades}{Sentence.Join("", parts)}。");
    }

    /// <summary>The first and the last; where more share the first place than are named, how many they are.</summary>
    static Sentence? Ends(ScoredScheme scored, string group, List<ScoredUnit> ranked)
    {
        if (ranked.Count < 2) return null;
        var (count, first) = (Math.Min(Named, ranked.Count / 2), ranked.Where(unit => unit.Rank == 1).ToList());
        var mean = Points(scored, Fact.score_mean, ranked.Average(unit => unit.Score!.Value), group);
        var leading = first.Count > count ? Sentence.Of($"并列第一的有{Told.Count(Fact.units_first, first.Count, group)}家（{Points(scored, Fact.score, first[0].Score!.Value, scored.Scheme.Id, first[0].OrgUnit)}分）")
            : Sentence.Of($"居前的是{Sentence.Join("、", ranked.Take(count).Select(unit => Scored(scored, unit)))}");
        var last = ranked.Where(unit => unit.Rank != 1).TakeLast(count).Reverse().ToList();
        return Sentence.Of($"平均{mean}分，{leading}{(last.Count == 0 ? "" : "，居后的是")}{Sentence.Join("、", last.Select(unit => Scored(scored, unit)))}");
    }

    static Sentence Scored(ScoredScheme scored, ScoredUnit unit) => Sentence.Of($"{unit.Name}（{Points(scored, Fact.score, unit.Score!.Value, scored.Scheme.Id, unit.OrgUnit)}分）");

    /// <summary>The rules by which most was lost.</summary>
    static Sentence? Lost(ScoredScheme scored, string group, IReadOnlyList<ScoredUnit> units)
    {
        var rules = units.SelectMany(unit => unit.Rules).Where(rule => ScoreCells.Lost(rule) > 0).GroupBy(rule => rule.Id).OrderByDescending(rule => rule.Sum(ScoreCells.Lost)).Take(Named).ToList();
        return rules.Count == 0 ? null : Sentence.Of($"扣分最多的是{Sentence.Join("，", rules.Select(rule => Sentence.Of(
            $"{rule.First().Name}（{Told.Count(Fact.units_short, rule.Count(), $"{group} {rule.Key}")}家共扣{Points(scored, Fact.points_lost, rule.Sum(ScoreCells.Lost), $"{group} {rule.Key}")}分）")))}");
    }

    static IEnumerable<Sentence> Vetoed(AnnualContent content)
    {
        var vetoed = content.Schemes.SelectMany(scored => scored.Board.Units).Where(unit => unit.IsVetoed).ToList();
        if (vetoed.Count > 0) yield return Sentence.Of($"一票否决{Told.Count(Fact.units_vetoed, vetoed.Count)}家：{string.Join("、", vetoed.Select(unit => $"{unit.Name}（{string.Join("、", unit.Rules.Where(rule => rule.IsVeto).Select(rule => rule.Name))}）"))}。");
    }

    static Sentence Standing(AnnualContent content)
    {
        if (content.Frozen is not { } run) return "本表按现有数据计算，没有冻结，仅供参考；年度考核以冻结的考核为准。";
        var uncertified = run.Uncertified == 0 ? "各单位都已认证数据" : Sentence.Of($"冻结时有{Told.Count(Fact.uncertified, run.Uncertified)}家没有认证数据");
        var since = run.Corrections == 0 ? "冻结后没有更正" : Sentence.Of($"冻结后更正{Told.Count(Fact.corrections, run.Corrections)}份，不在本表之内，另立更正考核才体现");
        return Sentence.Of($"得分、名次、等次都出自冻结的考核{new Told(Fact.run_number, run.Run, ChineseWords.Plain(run.Run))}号（批次{new Told(Fact.run_load, run.AsOfLoad, ChineseWords.Plain(run.AsOfLoad))}）；{uncertified}；{since}。");
    }

    static Told Points(ScoredScheme scored, Fact fact, decimal points, string subject, string orgUnit = "") =>
        new(fact, Figures.Round(points, scored.Scheme.Decimals), ChineseWords.Figure(points, scored.Scheme.Decimals), subject, orgUnit);
}

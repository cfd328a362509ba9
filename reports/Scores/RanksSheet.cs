using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Scores;

/// <summary>得分汇总: a line for each unit, group by group in the order of ranks, with the points of every rule.</summary>
static class RanksSheet
{
    public static SheetLayout Of(AnnualContent content, ScoredScheme scored, string name)
    {
        var rules = scored.Scheme.Rules;
        var width = Math.Clamp(90 / Math.Max(1, rules.Count), 8, 12);
        var table = new Table(
            [
                new("名次", Alignment.center), new("单位"), .. rules.Select(rule => new Column(Head(rule), Alignment.right)),
                new("总分", Alignment.right), new("等次", Alignment.center),
            ],
            [.. scored.Board.Units.GroupBy(unit => unit.Group).SelectMany(group => (IEnumerable<Row>)[Row.Divider($"{group.Key}（{group.Count()} 家）"), .. group.Select(unit => UnitRow(content, scored.Scheme, unit))])],
            WhenEmpty: "没有考核单位", Dense: true);
        return new(name, true, [7, 26, .. Enumerable.Repeat(width, rules.Count), 10, 12],
        [
            Heading.Of(content.Cover, $"{scored.Scheme.Name}得分汇总表"), AnnualReport.Below(content), table,
            .. Notes(scored).Select(words => new Line(LineKind.note, words)),
        ], MostPages: 1, table, 2);
    }

    static string Head(SchemeRule rule) => rule.Weight > 0 ? $"{rule.Name}\n{ChineseWords.Plain(rule.Weight)}分" : rule.Name;

    static Row UnitRow(AnnualContent content, Scheme scheme, ScoredUnit unit) => new(
    [
        unit.Rank is { } rank ? new Number(rank, "0") : ScoreCells.Apart, unit.Name, .. unit.Rules.Select(rule => ScoreCells.Points(content, scheme, unit, rule)),
        ScoreCells.Score(scheme, unit), ScoreCells.Grade(unit),
    ]);

    static IEnumerable<string> Notes(ScoredScheme scored) =>
    [
        "注：项目下为权重；—：该项不适用或暂不计，不计入权重，其余项目折算；待定：数未齐；逐项计算见各单位的表。",
        .. SchemeWords.Rules(scored.Scheme).Select(words => $"　　{words}"),
        .. scored.Board.Units.Where(unit => unit.GradeWords is not null).Select(unit => $"　　{unit.Name}：{unit.GradeWords}。"),
    ];
}

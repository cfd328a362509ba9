using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Scores;

/// <summary>考核得分汇总: a line for each unit, group by group in the order of ranks, with the points of every rule.</summary>
static class RanksSheet
{
    /// <summary>Under the points of a rule that does not count for the unit, or not yet.</summary>
    const string Apart = "—", Held = "待定";

    public static SheetLayout Of(ScoreContent content)
    {
        var rules = content.Scheme.Rules;
        var width = Math.Clamp(90 / Math.Max(1, rules.Count), 7, 10);
        var table = new Table(
            [
                new("名次", Alignment.center), new("单位"), .. rules.Select(rule => new Column(Head(rule), Alignment.right)),
                new("总分", Alignment.right), new("等次", Alignment.center),
            ],
            [.. content.Board.Units.GroupBy(unit => unit.Group).SelectMany(group => (IEnumerable<Row>)[Row.Divider($"{group.Key}（{group.Count()} 家）"), .. group.Select(unit => UnitRow(content, unit))])],
            WhenEmpty: "没有考核单位", Dense: true);
        return new("考核得分汇总", true, [6, 24, .. Enumerable.Repeat(width, rules.Count), 9, 10],
        [
            ScoreReport.Title(content, $"{content.Scheme.Name}得分汇总表"), ScoreReport.Below(content), table,
            .. Notes(content).Select(words => new Line(LineKind.note, words)),
        ], MostPages: 2, table, 2);
    }

    static string Head(SchemeRule rule) => rule.Weight > 0 ? $"{rule.Name}\n{ChineseWords.Plain(rule.Weight)}分" : rule.Name;

    static Row UnitRow(ScoreContent content, ScoredUnit unit) => new(
    [
        unit.Rank is { } rank ? $"{rank}" : Apart, unit.Name, .. unit.Rules.Select(rule => Points(content, rule)),
        unit.Score is { } score ? new Number(score, Format(content)) : Held, unit.IsVetoed ? $"{unit.Grade}（否决）" : unit.Grade ?? Held,
    ]);

    static Cell Points(ScoreContent content, ScoredRule rule) => rule switch
    {
        { Method: ScoringMethod.veto } => rule.IsVeto ? "否决" : rule.IsHeld ? Held : "无",
        { Score: { } score } => new Number(score, Format(content)),
        _ => rule.IsHeld ? Held : Apart,
    };

    public static string Format(ScoreContent content) => FigureCells.Decimals("0", content.Scheme.Decimals);

    static IEnumerable<string> Notes(ScoreContent content) =>
    [
        "注：项目下为权重；—：该项不适用或暂不计，不计入权重，其余项目折算；待定：数未齐；逐项计算见评分明细。",
        .. SchemeWords.Rules(content.Scheme).Select(words => $"　　{words}"),
        .. content.Board.Units.Where(unit => unit.GradeWords is not null).Select(unit => $"　　{unit.Name}：{unit.GradeWords}。"),
    ];
}

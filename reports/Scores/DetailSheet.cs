using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Scoring;

namespace Reporting.Reports.Scores;

/// <summary>评分明细: every rule of every unit with target, result and the arithmetic, to be worked out again with a pocket calculator.</summary>
static class DetailSheet
{
    public static SheetLayout Of(ScoreContent content)
    {
        var table = new Table(
            [
                new("序号", Alignment.center), new("考核项目"), new("权重", Alignment.right), new("目标", Alignment.right), new("完成值", Alignment.right),
                new("单位", Alignment.center), new("得分", Alignment.right), new("计分过程"),
            ],
            [.. content.Board.Units.SelectMany(unit => Rows(content, unit))], WhenEmpty: "没有考核单位", Dense: true);
        return new("评分明细", true, [6, 26, 7, 12, 12, 7, 9, 74],
            [ScoreReport.Title(content, $"{content.Scheme.Name}评分明细表"), ScoreReport.Below(content), table], MostPages: 0, table, 2);
    }

    static IEnumerable<Row> Rows(ScoreContent content, ScoredUnit unit) =>
    [
        Row.Divider($"{unit.Name}（{unit.Group}）　{(unit.Score is { } score ? $"总分 {ChineseWords.Plain(score)}，第 {unit.Rank} 名，{unit.Grade}" : "待定")}"),
        .. unit.Rules.Select((rule, number) => new Row(
        [
            $"{number + 1}", rule.Name, rule.Weight > 0 ? new Number(rule.Weight, "0.##") : FigureCells.NotApplicable, Figure(rule.Target), Figure(rule.Value), rule.Unit ?? FigureCells.NotApplicable,
            rule.Score is { } points ? new Number(points, RanksSheet.Format(content)) : rule.IsHeld ? FigureCells.Undecided : FigureCells.NotApplicable, rule.Words,
        ])),
        new Row(["", "合计", new Number(unit.Rules.Sum(rule => rule.Counted), "0.##"), "", "", "", unit.Score is { } total ? new Number(total, RanksSheet.Format(content)) : FigureCells.Undecided, unit.Words], RowKind.total),
    ];

    static Cell Figure(decimal? value) => value is { } some ? new Number(ChineseWords.WithoutTrailingZeros(some), "#,##0.####") : FigureCells.NotApplicable;
}

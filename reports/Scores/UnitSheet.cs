using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Scoring;

namespace Reporting.Reports.Scores;

/// <summary>One unit: its score, rank and grade, and every rule with target, result and the arithmetic, to be worked out again with a pocket calculator.</summary>
static class UnitSheet
{
    public static SheetLayout Of(AnnualContent content, ScoredScheme scored, ScoredUnit unit, string name)
    {
        var table = new Table(
            [
                new("序号", Alignment.center), new("考核项目"), new("权重", Alignment.right), new("目标", Alignment.right), new("完成值", Alignment.right),
                new("单位", Alignment.center), new("得分", Alignment.right), new("扣分", Alignment.right), new("计分过程"),
            ],
            [.. unit.Rules.Select((rule, index) => RuleRow(content, scored, unit, rule, index + 1)), Total(scored, unit)], Dense: true);
        var summary = Summary(scored, unit);
        return new(name, true, [6, 26, 8, 12, 12, 8, 10, 10, 70],
        [
            Heading.Of(content.Cover, $"{unit.Name}{content.Year}年考核得分"), AnnualReport.Below(content),
            new Line(LineKind.paragraph, summary.Text) { Numbers = summary.Numbers }, .. unit.GradeWords is { } why ? [new Line(LineKind.note, $"等次：{why}。")] : Array.Empty<Block>(), table,
            new Line(LineKind.note, $"注：按{scored.Scheme.Name}（{scored.Scheme.Document}）计分，办法见“评分办法”。扣分为计入的权重减去得分；—：不适用或暂不计，不计入权重，其余项目折算；完成值可在系统中查到原表的单元格。"),
        ], MostPages: 1, table, 2);
    }

    static Sentence Summary(ScoredScheme scored, ScoredUnit unit)
    {
        if (unit.Score is not { } score) return $"{unit.Name}（{unit.Group}）总分待定。{unit.Words}。";
        var decimals = scored.Scheme.Decimals;
        return Sentence.Of($"{unit.Name}总分{new Told(Fact.score, score, ChineseWords.Figure(score, decimals), scored.Scheme.Id, unit.OrgUnit)}，在{unit.Group}{Told.Count(Fact.ranked, unit.Of, unit.Group)}家中列第{new Told(Fact.place, unit.Rank ?? 0, $"{unit.Rank}", scored.Scheme.Id, unit.OrgUnit)}名，等次为{ScoreCells.Grade(unit)}。");
    }

    static Row RuleRow(AnnualContent content, ScoredScheme scored, ScoredUnit unit, ScoredRule rule, int number) => new(
    [
        $"{number}", rule.Name, rule.Weight > 0 ? new Number(rule.Weight, "0.##") : FigureCells.NotApplicable, ScoreCells.Figure(rule.Target, null),
        ScoreCells.Figure(rule.Value, content.FigureOf(unit, rule)), rule.Unit ?? FigureCells.NotApplicable, ScoreCells.Points(content, scored.Scheme, unit, rule),
        ScoreCells.LostCell(content, scored.Scheme, unit, rule), rule.Words,
    ]);

    static Row Total(ScoredScheme scored, ScoredUnit unit) => new(
    [
        FigureCells.NotApplicable, "合计", new Number(unit.Rules.Sum(rule => rule.Counted), "0.##"), FigureCells.NotApplicable, FigureCells.NotApplicable, FigureCells.NotApplicable,
        ScoreCells.Score(scored.Scheme, unit), new Number(unit.Rules.Sum(ScoreCells.Lost), ScoreCells.Format(scored.Scheme)), unit.Words,
    ], RowKind.total);
}

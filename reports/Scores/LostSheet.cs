using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Scores;

/// <summary>扣分情况: rule by rule who lost points, how many, and by what arithmetic; who lost nothing is not listed.</summary>
static class LostSheet
{
    public static SheetLayout Of(AnnualContent content, ScoredScheme scored, string name)
    {
        var table = new Table(
            [new("考核项目", Alignment.center), new("单位"), new("目标", Alignment.right), new("完成值", Alignment.right), new("计量", Alignment.center), new("得分", Alignment.right), new("扣分", Alignment.right), new("计分过程")],
            [.. scored.Scheme.Rules.SelectMany(rule => OfRule(content, scored, rule))], WhenEmpty: "没有扣分", Dense: true);
        return new(name, true, [22, 22, 11, 12, 8, 9, 9, 70],
        [
            Heading.Of(content.Cover, $"{scored.Scheme.Name}扣分情况"), AnnualReport.Below(content), table,
            new Line(LineKind.note, "注：扣分为计入的权重减去得分，扣分项目为所扣的分；不适用、暂不计、待定的不算扣分。每项从扣得多的到扣得少的。"),
        ], MostPages: 0, table, 2);
    }

    static IEnumerable<Row> OfRule(AnnualContent content, ScoredScheme scored, SchemeRule rule)
    {
        var lost = scored.Board.Units.Select(unit => (Unit: unit, Rule: unit.Rules.First(one => one.Id == rule.Id))).Where(one => ScoreCells.Lost(one.Rule) > 0)
            .OrderByDescending(one => ScoreCells.Lost(one.Rule)).ThenBy(one => one.Unit.OrgUnit, StringComparer.Ordinal).ToList();
        var weight = rule.Weight > 0 ? $"（{ChineseWords.Plain(rule.Weight)}分）" : "";
        if (lost.Count == 0) return [];
        // The rule stands on every line: a page may begin at any of them.
        var head = $"{rule.Name}{weight}";
        var sum = new Row(
        [
            head, $"{lost.Count} 家共扣", .. Enumerable.Repeat<Cell>(FigureCells.NotApplicable, 4),
            new Number(lost.Sum(one => ScoreCells.Lost(one.Rule)), ScoreCells.Format(scored.Scheme)), FigureCells.NotApplicable,
        ], RowKind.total);
        return lost.Select(one => new Row(
        [
            head, one.Unit.Name, ScoreCells.Figure(one.Rule.Target, null), ScoreCells.Figure(one.Rule.Value, content.FigureOf(one.Unit, one.Rule)), one.Rule.Unit ?? FigureCells.NotApplicable,
            ScoreCells.Points(content, scored.Scheme, one.Unit, one.Rule), ScoreCells.LostCell(content, scored.Scheme, one.Unit, one.Rule), one.Rule.Words,
        ])).Append(sum);
    }
}

using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Scoring;

namespace Reporting.Reports.Scores;

/// <summary>评分办法: what the scores follow, each rule with the practice it was taken from.</summary>
static class SchemeSheet
{
    public static SheetLayout Of(ScoreContent content)
    {
        var table = new Table(
            [new("序号", Alignment.center), new("考核项目"), new("权重", Alignment.right), new("计分办法"), new("依据的做法")],
            [.. content.Scheme.Rules.Select((rule, number) => new Row(
                [$"{number + 1}", rule.Name, rule.Weight > 0 ? new Number(rule.Weight, "0.##") : FigureCells.NotApplicable, SchemeWords.Of(rule), rule.Practice]))], Dense: true);
        return new("评分办法", true, [6, 26, 7, 66, 48],
        [
            ScoreReport.Title(content, content.Scheme.Name), new Line(LineKind.subtitle, $"{content.Scheme.Document}（第 {content.Scheme.Version} 版，{content.Scheme.FirstYear}—{content.Scheme.LastYear} 年）"), table,
            .. SchemeWords.Rules(content.Scheme).Select(words => new Line(LineKind.note, words)),
        ], MostPages: 2, table);
    }
}

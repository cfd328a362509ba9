using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Scoring;

namespace Reporting.Reports.Scores;

/// <summary>评分办法: what the scores follow, each rule with the practice it was taken from.</summary>
static class SchemeSheet
{
    public static SheetLayout Of(AnnualContent content, ScoredScheme scored, string name)
    {
        var scheme = scored.Scheme;
        var table = new Table(
            [new("序号", Alignment.center), new("考核项目"), new("权重", Alignment.right), new("计分办法"), new("依据的做法")],
            [.. scheme.Rules.Select((rule, number) => new Row(
                [$"{number + 1}", rule.Name, rule.Weight > 0 ? new Number(rule.Weight, "0.##") : FigureCells.NotApplicable, SchemeWords.Of(rule), rule.Practice]))], Dense: true);
        return new(name, true, [6, 26, 8, 66, 48],
        [
            Heading.Of(content.Cover, scheme.Name), new Line(LineKind.subtitle, $"{scheme.Document}（第 {scheme.Version} 版，{scheme.FirstYear}—{scheme.LastYear} 年）"), AnnualReport.Below(content), table,
            .. SchemeWords.Rules(scheme).Select(words => new Line(LineKind.note, words)),
        ], MostPages: 1, table);
    }
}

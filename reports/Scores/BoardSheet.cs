using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Scoring;

namespace Reporting.Reports.Scores;

/// <summary>总览: what came of the year in sentences, the ranks, and the scores as bars; one page.</summary>
static class BoardSheet
{
    public static SheetLayout Of(AnnualContent content, string name) => new(name, Landscape: false, [8, 30, 16, 12, 14, 50],
    [
        .. Heading.First(content.Cover),
        new Line(LineKind.subtitle, AnnualReport.Basis(content)),
        new Line(LineKind.heading, "一、主要情况"),
        .. BoardSentences.Of(content).Select((sentence, index) => new Line(LineKind.paragraph, $"{index + 1}. {sentence.Text}") { Numbers = sentence.Numbers }),
        new Line(LineKind.heading, "二、得分和名次"),
        .. Ranks(content),
        new Line(LineKind.note, "注：名次在同组内排列，同分同名次；待定：有数未定，暂无总分；扣分最多的一项为未得的分最多的项目，加分不计。各项得分见“得分汇总”，扣分见“扣分情况”，每家一张表列出计分过程。"),
        new Line(LineKind.note, "　　各项得分按评分办法规定的小数位四舍五入，总分为各项之和，取舍误差未作机械调整。"),
    ], MostPages: 1);

    static IEnumerable<Block> Ranks(AnnualContent content)
    {
        if (content.Schemes.Count == 0) yield return new Line(LineKind.paragraph, "没有本年的评分办法，不计分。");
        var groups = content.Schemes.SelectMany(scored => scored.Board.Units.GroupBy(unit => unit.Group).Select(group => (Scored: scored, Units: group.ToList()))).ToList();
        var largest = groups.Count == 0 ? null : groups.MaxBy(group => group.Units.Count(unit => unit.Score is not null)).Units; // of one chart for all, the one with most bars
        foreach (var (scored, units) in groups)
        {
            var table = Table(content, scored, units);
            yield return table;
            if (units == largest && Chart(scored, table, units) is { } chart) yield return chart;
        }
    }

    static Table Table(AnnualContent content, ScoredScheme scored, List<ScoredUnit> units) => new(
        [new("名次", Alignment.center), new($"单位（{units[0].Group}）"), new("总分", Alignment.right), new("等次", Alignment.center), new("共扣", Alignment.right), new("扣分最多的一项")],
        [.. units.Select(unit => new Row(
        [
            unit.Rank is { } rank ? new Number(rank, "0") : ScoreCells.Apart, Named(unit), ScoreCells.Score(scored.Scheme, unit), ScoreCells.Grade(unit),
            new Number(unit.Rules.Sum(ScoreCells.Lost), ScoreCells.Format(scored.Scheme)), Worst(scored, unit),
        ]))], Dense: true);

    // The bars are as long as the points; whom a veto stands against is told beside its bar too.
    static string Named(ScoredUnit unit) => unit.IsVetoed ? $"{unit.Name}（一票否决）" : unit.Name;

    static string Worst(ScoredScheme scored, ScoredUnit unit) => unit.Rules.MaxBy(ScoreCells.Lost) is { } rule && ScoreCells.Lost(rule) > 0
        ? $"{rule.Name}（−{ChineseWords.Figure(ScoreCells.Lost(rule), scored.Scheme.Decimals)}）" : "无";

    // Bars of whom a score can be told; of one or two units a chart says nothing.
    static ChartBand? Chart(ScoredScheme scored, Table table, List<ScoredUnit> units)
    {
        const int fewest = 3, rowsOfHead = 4;
        var group = units[0].Group;
        var count = units.Count(unit => unit.Score is not null);
        if (count < fewest) return null;
        CellBlock Down(int column) => new(table, 0, column, count - 1, column);
        return new([new($"{group}总分（{scored.Board.Year}年）", $"{group}各单位总分，从高到低。", Down(1), [new(CellBlock.Of(table, CellBlock.Head, 2), Down(2), SeriesKind.bar)], ScoreCells.Format(scored.Scheme)) { ShowsValues = true }],
            Math.Max(8, rowsOfHead + count * 7 / 10));
    }
}

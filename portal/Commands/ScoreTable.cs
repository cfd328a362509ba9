using System.Globalization;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Scores for a terminal: all units of a scheme by group and rank, or one unit rule by rule.</summary>
static class ScoreTable
{
    public static string Of(Scheme scheme, ScoreBoard board) => string.Join('\n',
    [
        Heading(scheme, board),
        .. board.Units.GroupBy(unit => unit.Group).SelectMany(group => (IEnumerable<string>)
        [
            "", $"{group.Key}（{group.Count()} 家）",
            .. group.Select(unit => $"  {Rank(unit),-8}{Score(unit.Score),10}  {unit.Name}  {unit.Grade ?? "待定"}{(unit.IsVetoed ? "【一票否决】" : "")}{Remark(unit)}"),
        ]),
    ]);

    public static string Of(Scheme scheme, ScoreBoard board, ScoredUnit unit) => string.Join('\n',
    [
        Heading(scheme, board),
        $"{unit.Name}（{unit.Group}）：{(unit.Score is { } score ? $"{Score(score)} 分，第 {unit.Rank} 名（共 {unit.Of} 家），{unit.Grade}" : "待定")}{(unit.IsVetoed ? "【一票否决】" : "")}",
        .. unit.GradeWords is null ? Array.Empty<string>() : [unit.GradeWords],
        .. unit.Rules.SelectMany((rule, number) => (IEnumerable<string>)
            [$"{number + 1}. {rule.Name}{(rule.Weight > 0 ? $"（{Score(rule.Weight)} 分）" : "")}：{Score(rule.Score)}", $"   {rule.Words}", $"   依据：{rule.Practice}{(rule.Commitment is null ? "" : $"；承诺 {rule.Commitment}")}"]),
        $"合计：{unit.Words}",
    ]);

    static string Heading(Scheme scheme, ScoreBoard board) =>
        $"{scheme.Name}（{scheme.Document}，第 {scheme.Version} 版）  {board.Year} 年，截至 {board.Through}{(board.Through.EndsWith("-12", StringComparison.Ordinal) ? "" : "（年中，按序时折算）")}";

    static string Rank(ScoredUnit unit) => unit.Rank is { } rank ? $"{rank}/{unit.Of}" : "—";

    static string Score(decimal? score) => score?.ToString("0.####", CultureInfo.InvariantCulture) ?? "—";

    static string Remark(ScoredUnit unit) => unit.Score is null ? $"  {unit.Words}" : unit.GradeWords is { } words ? $"  {words}" : "";
}

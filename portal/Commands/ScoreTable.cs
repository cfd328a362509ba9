using System.Globalization;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Scores for a terminal: all units of a scheme by group and rank, or one unit rule by rule.</summary>
static class ScoreTable
{
    public static string Of(Scheme scheme, ScoreBoard board) => string.Join('\n',
    [
        Heading(scheme, board), .. Thin(scheme, board),
        .. board.Units.GroupBy(unit => unit.Group).SelectMany(group => (IEnumerable<string>)
        [
            "", $"{group.Key}（{group.Count()} 家）",
            .. group.Select(unit => $"  {Rank(unit),-8}{Score(unit.Score),10}  {unit.Name}  {unit.Grade ?? "待定"}{(unit.IsVetoed ? "【一票否决】" : "")}{Counting(scheme, board, unit)}{Remark(unit)}"),
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

    internal static string Heading(Scheme scheme, ScoreBoard board) =>
        $"{scheme.Name}（{scheme.Document}，第 {scheme.Version} 版）  {board.Year} 年，截至 {board.Through}{(board.Through.EndsWith("-12", StringComparison.Ordinal) ? "" : "（年中，按序时折算）")}";

    /// <summary>Told once where all stand on the same few points, else beside each unit: an excellent of a quarter of the points is no excellent of all of them.</summary>
    internal static IEnumerable<string> Thin(Scheme scheme, ScoreBoard board, string seen = "；逐项见 --org")
    {
        var counted = board.Units.Where(unit => unit.Score is not null).Select(Counted).Distinct().ToList();
        if (counted is [var only] && only < Full(scheme)) yield return $"注意：各单位都只有 {Score(only)} 分的项目可以计分（共 {Score(Full(scheme))} 分），其余不适用或未定，按比例折算{seen}。";
    }

    static string Counting(Scheme scheme, ScoreBoard board, ScoredUnit unit) => unit.Score is null || Counted(unit) == Full(scheme) || Thin(scheme, board).Any() ? ""
        : $"（计入权重 {Score(Counted(unit))}，按 {Score(Full(scheme))} 折算）";

    static decimal Counted(ScoredUnit unit) => unit.Rules.Where(rule => rule.Score is not null).Sum(rule => rule.Counted);

    static decimal Full(Scheme scheme) => scheme.Rules.Sum(rule => rule.Weight);

    internal static string Rank(ScoredUnit unit) => unit.Rank is { } rank ? $"{rank}/{unit.Of}" : "—";

    internal static string Score(decimal? score) => score?.ToString("0.####", CultureInfo.InvariantCulture) ?? "—";

    internal static string Remark(ScoredUnit unit) => unit.Score is null ? $"  {unit.Words}" : unit.GradeWords is { } words ? $"  {words}" : "";
}

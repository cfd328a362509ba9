using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Reference;
using static Reporting.Portal.Commands.Digits;

namespace Reporting.Portal.Commands;

/// <summary>What moved, in words: inputs first, then the evaluations and scores that followed.</summary>
static class RunDiffText
{
    public static IEnumerable<string> Lines(RunDiff diff, Catalog catalog, string heading) => diff.IsEmpty ? [$"{heading}：没有差别。"] :
    [
        $"{heading}：",
        .. Part("输入变动", [.. diff.Figures.Select(moved => Figure(moved, catalog)), .. diff.Others.Select(moved => Other(moved, catalog))]),
        .. Part("评价变动", [.. diff.Evaluations.Select(moved => Evaluation(moved, catalog))]),
        .. diff.Scores.GroupBy(moved => moved.Scheme).SelectMany(board => Scores(board.Key, [.. board], catalog)),
    ];

    static IEnumerable<string> Part(string title, IReadOnlyList<IReadOnlyList<string>> rows) => rows.Count == 0 ? [] : [$"{title}（{rows.Count}）", .. Aligned.Rows(rows)];

    public static IReadOnlyList<string> Figure(MovedFigure moved, Catalog catalog)
    {
        var indicator = catalog.Indicators.LastOrDefault(known => known.Id == moved.Indicator);
        var span = moved.Through == 12 ? $"{moved.Year}年" : $"{moved.Year}年1—{moved.Through}月";
        return [Name(catalog, moved.OrgUnit), indicator?.Name ?? moved.Indicator, span, $"{Value(moved.Before, moved.PartsBefore, moved.StateBefore, indicator)} → {Value(moved.After, moved.PartsAfter, moved.StateAfter, indicator)}"
            + (moved.FirstMoved < moved.Through ? $"（{moved.FirstMoved} 月起）" : "")];
    }

    static string Value(decimal? value, string? parts, FigureState? state, Indicator? indicator)
    {
        if (value is not { } held) return state is null or FigureState.not_reported ? "未报" : state == FigureState.no_cases ? "无案件" : "—";
        var scaled = indicator is { IsRatio: true } ? held * (indicator.Unit switch { "%" => 100, "‰" => 1000, _ => 1 }) : held;
        return $"{Number(Figures.Round(scaled, 4))}{(indicator?.Unit == "%" ? "%" : "")}{(parts is null ? "" : $"（{parts}）")}{(state == FigureState.incomplete ? "（未报齐）" : "")}";
    }

    public static IReadOnlyList<string> Other(MovedInput moved, Catalog catalog) => [moved.What, Subject(moved.Subject, catalog), "", $"{moved.Before ?? "无"} → {moved.After ?? "无"}"];

    static IReadOnlyList<string> Evaluation(MovedEvaluation moved, Catalog catalog)
    {
        var (before, after) = (moved.Before, moved.After);
        List<string> parts = [];
        if (before?.Value != after?.Value) parts.Add($"完成值 {Number(before?.Value)} → {Number(after?.Value)}");
        if (before?.Target != after?.Target) parts.Add($"目标 {Number(before?.Target)} → {Number(after?.Target)}");
        if (before?.Attainment != after?.Attainment) parts.Add($"完成率 {Percent(before?.Attainment)} → {Percent(after?.Attainment)}");
        if (before?.Pace != after?.Pace) parts.Add($"序时 {Percent(before?.Pace)} → {Percent(after?.Pace)}");
        parts.Add(before?.Words == after?.Words ? $"结论仍为{after?.Words}" : $"结论 {before?.Words ?? "无此项"} → {after?.Words ?? "无此项"}");
        return [Name(catalog, moved.OrgUnit), $"{moved.Name}{(moved.Version > 1 ? $"（第 {moved.Version} 版）" : "")}", string.Join("，", parts)];
    }

    /// <param name="year">Told where several years are side by side.</param>
    public static IEnumerable<string> Scores(string scheme, IReadOnlyList<MovedScore> moved, Catalog catalog, int? year = null) =>
    [
        $"{(year is null ? "" : $"{year} 年")}得分变动：{catalog.Schemes.LastOrDefault(known => known.Id == scheme)?.Name ?? scheme}（{moved.Count} 家）",
        .. Aligned.Rows([.. moved.Select(Score)]),
    ];

    /// <summary>Unit, score, rank, grade, and the rules that moved.</summary>
    public static IReadOnlyList<string> Score(MovedScore one) =>
    [
        one.Name, Changed(Score(one.Before), Score(one.After)), Changed(Rank(one.Before), Rank(one.After)), Changed(Grade(one.Before), Grade(one.After)),
        string.Join("，", one.Rules.Select(rule => $"{rule.Name} {Number(rule.Before)} → {Number(rule.After)}{(rule.WeightBefore == rule.WeightAfter ? "" : $"（权重 {Number(rule.WeightBefore)} → {Number(rule.WeightAfter)}）")}")),
    ];

    public static string Changed(string before, string after) => before == after ? after : $"{before} → {after}";
    static string Score(ScoreSide? side) => side is null ? "不在册" : side.Score is { } score ? $"{Number(score)} 分" : "待定";
    static string Rank(ScoreSide? side) => side?.Rank is { } rank ? $"第 {rank} 名" : "—";
    static string Grade(ScoreSide? side) => side is null ? "—" : $"{side.Grade ?? "待定"}{(side.IsVetoed ? "【一票否决】" : "")}";

    static string Subject(string subject, Catalog catalog) => string.Join(' ', subject.Split(' ').Select(word =>
        word.Split('@') is [var commitment, var unit] ? $"{commitment}（{Name(catalog, unit)}）" : Name(catalog, word)));

    public static string Name(Catalog catalog, string orgUnit) => catalog.OrgUnit(orgUnit)?.Name ?? catalog.District(orgUnit)?.Name ?? orgUnit;
    public static string Percent(decimal? fraction) => fraction is { } some ? $"{Figures.Round(some * 100, 2).ToString("0.##", CultureInfo.InvariantCulture)}%" : "—";
}

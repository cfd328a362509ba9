using Reporting.Warehouse.Assessment.Scoring;

namespace Reporting.Warehouse.Assessment.Runs;

/// <summary>One side of a comparison: what entered and what came of it.</summary>
public sealed record RunSide(YearEvidence Evidence, IReadOnlyList<RunDefinition> Definitions, IReadOnlyList<CertifiedUnit> Certified, YearJudgment Judgment);

/// <summary>What moved from one run to another: which inputs, which evaluations followed, which scores and ranks. Empty lists where nothing did.</summary>
public sealed record RunDiff(
    IReadOnlyList<MovedFigure> Figures, IReadOnlyList<MovedInput> Others, IReadOnlyList<MovedEvaluation> Evaluations, IReadOnlyList<MovedScore> Scores)
{
    public bool IsEmpty => Figures.Count + Others.Count + Evaluations.Count + Scores.Count == 0;

    public static RunDiff Of(RunSide before, RunSide after) => new(
        MovedFigure.Between(before.Evidence.Figures, after.Evidence.Figures), [.. MovedInputs.Between(before, after)],
        MovedEvaluation.Between(before.Judgment.Standings, after.Judgment.Standings), MovedScore.Between(before.Judgment.Boards, after.Judgment.Boards));
}

/// <summary>An indicator of a unit and year that is another now; told at the last month-end that moved.</summary>
/// <param name="FirstMoved">First month-end of the year that moved; <paramref name="Through"/> the last.</param>
public sealed record MovedFigure(
    string OrgUnit, string Indicator, int Year, int FirstMoved, int Through, decimal? Before, decimal? After, string? PartsBefore, string? PartsAfter,
    FigureState? StateBefore, FigureState? StateAfter)
{
    public static IReadOnlyList<MovedFigure> Between(IReadOnlyList<IndicatorYear> before, IReadOnlyList<IndicatorYear> after) =>
    [
        .. Pairs.Of(before, after, row => (row.OrgUnit, row.Indicator, row.Year, row.Through), Said)
            .GroupBy(pair => (pair.Key.OrgUnit, pair.Key.Indicator, pair.Key.Year)).Select(Of)
            .OrderBy(moved => moved.OrgUnit, StringComparer.Ordinal).ThenBy(moved => moved.Indicator, StringComparer.Ordinal).ThenBy(moved => moved.Year),
    ];

    static MovedFigure Of(IGrouping<(string OrgUnit, string Indicator, int Year), ((string, string, int, int Through) Key, IndicatorYear? Before, IndicatorYear? After)> moved)
    {
        var last = moved.MaxBy(pair => pair.Key.Through);
        return new(moved.Key.OrgUnit, moved.Key.Indicator, moved.Key.Year, moved.Min(pair => pair.Key.Through), last.Key.Through, last.Before?.Value(), last.After?.Value(),
            Parts(last.Before), Parts(last.After), last.Before?.State, last.After?.State);
    }

    // What is owed may move without a figure: 缺 n 家 decides whether a sum can be judged.
    static object Said(IndicatorYear row) => (row.Numerator, row.Denominator, row.Bound, row.State, row.Owed, row.Present, row.MissingUnits, row.IndicatorVersion);

    static string? Parts(IndicatorYear? row) => row is { IsRatio: true, Denominator: not null } ? $"{Shown.Number(row.Numerator)} ÷ {Shown.Number(row.Denominator)}" : null;
}

/// <summary>Any other input, in words.</summary>
/// <param name="What">目标登记, 报送情况, 定义 …</param>
public sealed record MovedInput(string What, string Subject, string? Before, string? After);

/// <summary>A commitment of a unit that stands otherwise.</summary>
public sealed record MovedEvaluation(string OrgUnit, string Id, string Name, int Version, EvaluationSide? Before, EvaluationSide? After)
{
    public static IReadOnlyList<MovedEvaluation> Between(IReadOnlyList<Standing> before, IReadOnlyList<Standing> after) =>
    [
        .. Pairs.Of(All(before), All(after), one => (one.Of.OrgUnit, one.Of.Id, one.Index), one => EvaluationSide.Of(one.Of))
            .Select(pair => new MovedEvaluation(pair.Key.OrgUnit, pair.Key.Id, (pair.After ?? pair.Before)!.Of.Name, (pair.After ?? pair.Before)!.Of.Version,
                pair.Before is null ? null : EvaluationSide.Of(pair.Before.Of), pair.After is null ? null : EvaluationSide.Of(pair.After.Of)))
            .OrderBy(moved => moved.OrgUnit, StringComparer.Ordinal).ThenBy(moved => moved.Id, StringComparer.Ordinal).ThenBy(moved => moved.Version),
    ];

    // A further version of the number is the same promise; only where several are judged side by side does the place tell them apart.
    static List<Placed> All(IReadOnlyList<Standing> standings) =>
        [.. standings.SelectMany(standing => standing.Evaluations.GroupBy(one => one.Id).SelectMany(same => same.Select((one, index) => new Placed(one, index))))];

    sealed record Placed(Evaluation Of, int Index);
}

/// <summary>What is compared of an evaluation: its explanation names the load, and so always differs.</summary>
public sealed record EvaluationSide(decimal? Value, string Unit, Bound Bound, decimal? Target, decimal? Attainment, decimal? Pace, AssessmentState State, string Words)
{
    public static EvaluationSide Of(Evaluation one) => new(one.Value, one.Unit, one.Bound, one.Target, one.Attainment, one.Pace, one.State, one.Words);
}

/// <summary>A unit whose score, rank or grade is another, with the rules that made it so.</summary>
public sealed record MovedScore(string Scheme, string OrgUnit, string Name, ScoreSide? Before, ScoreSide? After, IReadOnlyList<MovedRule> Rules)
{
    public static IReadOnlyList<MovedScore> Between(IReadOnlyList<ScoreBoard> before, IReadOnlyList<ScoreBoard> after) =>
    [
        .. Pairs.Of(All(before), All(after), one => (one.Scheme, one.Unit.OrgUnit), one => Said(one.Unit))
            .Select(pair => Moved(pair.Key.Scheme, pair.Before.Unit, pair.After.Unit))
            .OrderBy(moved => moved.Scheme, StringComparer.Ordinal).ThenBy(moved => moved.After?.Rank ?? int.MaxValue).ThenBy(moved => moved.OrgUnit, StringComparer.Ordinal),
    ];

    static (ScoreSide, string) Said(ScoredUnit unit) => (ScoreSide.From(unit), string.Join('|', unit.Rules.Where(rule => rule.Score is not null).Select(MovedRule.Said)));

    static MovedScore Moved(string scheme, ScoredUnit? before, ScoredUnit? after) => new(
        scheme, (after ?? before)!.OrgUnit, (after ?? before)!.Name, ScoreSide.From(before), ScoreSide.From(after), MovedRule.Between(before?.Rules ?? [], after?.Rules ?? []));

    static List<(string Scheme, ScoredUnit Unit)> All(IReadOnlyList<ScoreBoard> boards) => [.. boards.SelectMany(board => board.Units.Select(unit => (board.Scheme, unit)))];
}

public sealed record ScoreSide(decimal? Score, int? Rank, int Of, string? Grade, bool IsVetoed)
{
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(unit))]
    public static ScoreSide? From(ScoredUnit? unit) => unit is null ? null : new(unit.Score, unit.Rank, unit.Of, unit.Grade, unit.IsVetoed);
}

public sealed record MovedRule(string Id, string Name, decimal? Before, decimal? After, decimal? WeightBefore, decimal? WeightAfter, string? Words)
{
    public static IReadOnlyList<MovedRule> Between(IReadOnlyList<ScoredRule> before, IReadOnlyList<ScoredRule> after) =>
        [.. Pairs.Of(before, after, rule => rule.Id, rule => rule.Score is null ? "" : Said(rule)).Select(pair => new MovedRule(
            pair.Key, (pair.After ?? pair.Before)!.Name, pair.Before?.Score, pair.After?.Score, pair.Before?.Weight, pair.After?.Weight, pair.After?.Words))];

    /// <summary>A rule that does not count here says nothing, whatever its weight.</summary>
    public static string Said(ScoredRule rule) => $"{rule.Id} {Quantity.Plain(rule.Weight)} {Shown.Number(rule.Score)}";
}

/// <summary>Rows of two lists by key, those only that say different things.</summary>
static class Pairs
{
    public static IEnumerable<(TKey Key, T? Before, T? After)> Of<T, TKey, TSaid>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TKey> key, Func<T, TSaid> said) where TKey : notnull
    {
        var (left, right) = (before.DistinctBy(key).ToDictionary(key), after.DistinctBy(key).ToDictionary(key));
        foreach (var (of, row) in left)
            if (!right.TryGetValue(of, out var now)) yield return (of, row, default);
            else if (!EqualityComparer<TSaid>.Default.Equals(said(row), said(now))) yield return (of, row, now);
        foreach (var (of, row) in right)
            if (!left.ContainsKey(of)) yield return (of, default, row);
    }
}
